package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A walled housing estate 小区.
 *
 * @param gated whether its outline is shut even where no wall is mapped; null when unknown
 * @param geometry polygonal; its inside is open ground
 */
public record Compound(
    String id,
    @Nullable String name,
    @Nullable Integer builtYear,
    @Nullable Integer households,
    @Nullable Double residents,
    @Nullable Double residents60Plus,
    @Nullable Double residentsUnder6,
    @Nullable Boolean gated,
    @Nullable String managedBy,
    @Nullable Double feeRate,
    @Nullable Double feePerHouseholdMonth,
    @Nullable String partyBranch,
    Geometry geometry)
    implements Feature {

  public Compound {
    Feature.requireId(id);
    Feature.requirePolygonal(geometry);
    Feature.requireNotNegative("households", households);
    Feature.requireNotNegative("residents", residents);
    Feature.requireNotNegative("residents_60_plus", residents60Plus);
    Feature.requireNotNegative("residents_under_6", residentsUnder6);
  }
}
