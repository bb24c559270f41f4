package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A building 楼栋: a solid feet cannot enter.
 *
 * @param use residential, commercial, public, …; null when unknown
 * @param units stairwells 单元
 */
public record Building(
    String id,
    @Nullable String compoundId,
    @Nullable String use,
    @Nullable Integer floors,
    @Nullable Integer units,
    @Nullable Integer households,
    @Nullable Double residents,
    @Nullable Integer builtYear,
    Geometry geometry)
    implements Feature {

  public Building {
    Feature.requireId(id);
    Feature.requirePolygonal(geometry);
    Feature.requireNotNegative("floors", floors);
    Feature.requireNotNegative("units", units);
    Feature.requireNotNegative("households", households);
    Feature.requireNotNegative("residents", residents);
  }

  /** The rule for where people live when use is all we know. */
  public boolean residential() {
    return "residential".equals(use);
  }
}
