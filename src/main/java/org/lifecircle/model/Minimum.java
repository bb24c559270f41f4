package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * How large a facility must at least be to satisfy a requirement: a garden is no fifteen-minute
 * park.
 *
 * @param landAreaSquareMetres of one facility; null when any size will do
 * @param widthMetres of its ground, asked of new ones; null when any width will do
 * @param squareMetresPerResident of all of them together; null when none is asked
 */
public record Minimum(
    @Nullable Double landAreaSquareMetres,
    @Nullable Double widthMetres,
    @Nullable Double squareMetresPerResident) {

  /** Any size will do. */
  public static final Minimum NONE = new Minimum(null, null, null);

  public Minimum {
    Feature.requireNotNegative("min_land_area_m2", landAreaSquareMetres);
    Feature.requireNotNegative("min_width_m", widthMetres);
    Feature.requireNotNegative("min_m2_per_resident", squareMetresPerResident);
  }

  /**
   * Whether a facility on this much land is large enough.
   *
   * @param landSquareMetres null when unknown: then it is only large enough where nothing is asked
   */
  public boolean metBy(@Nullable Double landSquareMetres) {
    return landAreaSquareMetres == null
        || (landSquareMetres != null && landSquareMetres >= landAreaSquareMetres);
  }
}
