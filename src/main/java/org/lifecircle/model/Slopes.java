package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * What slopes do to a group's speed. A flat-footed group, the standard's, has none of these.
 *
 * @param maxSlope steepest passable rise over run, up or down; null when all are passable
 * @param cappedDownhill true when going down is never faster than the level
 */
public record Slopes(@Nullable Double maxSlope, boolean cappedDownhill) {

  public Slopes {
    Feature.requireNotNegative("max_slope", maxSlope);
  }

  /**
   * Factor on the speed; 1 on the level, 0 where the group cannot go.
   *
   * <p>Invariant: the same on every machine, hence {@link StrictMath}. Source: Tobler (1993),
   * hiking function, divided by its value on the level.
   *
   * @param rise rise over run in the direction of walking
   */
  public double speedFactor(double rise) {
    if (maxSlope != null && Math.abs(rise) > maxSlope) {
      return 0;
    }
    double factor = StrictMath.exp(-3.5 * (Math.abs(rise + 0.05) - 0.05));
    return cappedDownhill ? Math.min(1, factor) : factor;
  }
}
