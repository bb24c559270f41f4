package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * What was wrong with an input feature, and what was done. It travels with the result and is shown
 * on the map; it is never an exception and never only a log line.
 *
 * @param layer the layer's name in the contract
 * @param featureId the feature, or empty for the whole layer
 * @param code stable and machine-readable, for example {@code unmarked_crossing}
 * @param message what was wrong and what was done, for people
 * @param geometry where, in metres of the area's CRS; null when it has no place
 */
public record DataIssue(
    String layer,
    String featureId,
    String code,
    IssueAction action,
    Text message,
    @Nullable Geometry geometry) {}
