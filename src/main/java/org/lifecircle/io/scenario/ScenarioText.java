package org.lifecircle.io.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Change;

/**
 * What somebody wrote of a scenario; what they left out is null.
 *
 * @param id lower-case letters, digits, dashes, dots and underscores
 */
public record ScenarioText(
    @Nullable String id, @Nullable String name, @Nullable List<Change> changes) {}
