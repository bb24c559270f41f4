package org.lifecircle.store;

import java.time.Instant;

/**
 * A scenario as it is kept.
 *
 * @param revision one more with every change; never used twice for one id
 * @param datasetVersion the version of the area its changes were checked against
 * @param body what it says, as JSON
 */
public record KeptScenario(
    String area,
    String id,
    int revision,
    int datasetVersion,
    String body,
    Instant createdAt,
    Instant changedAt) {}
