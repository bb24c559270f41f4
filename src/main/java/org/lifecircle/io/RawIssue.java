package org.lifecircle.io;

import org.jspecify.annotations.Nullable;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/**
 * A data issue a reader found, with its place still in degrees.
 *
 * @param layer the contract's name of the layer
 * @param featureId the feature, or empty for the whole layer
 * @param code stable and machine-readable
 * @param lonLat where, in WGS 84, longitude first; null when it has no place
 */
public record RawIssue(
    String layer,
    String featureId,
    String code,
    IssueAction action,
    Text message,
    @Nullable Geometry lonLat) {}
