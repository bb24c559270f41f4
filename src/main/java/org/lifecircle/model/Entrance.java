package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * A door 单元门 of a building or a facility.
 *
 * @param residents living behind it, when given
 */
public record Entrance(
    String id,
    @Nullable String buildingId,
    @Nullable String facilityId,
    @Nullable String unit,
    Lift lift,
    @Nullable Double residents,
    Point geometry)
    implements Feature {

  public Entrance {
    Feature.requireId(id);
    Feature.requireNotNegative("residents", residents);
  }

  /** The same door with another lift. */
  public Entrance withLift(Lift newLift) {
    return new Entrance(id, buildingId, facilityId, unit, newLift, residents, geometry);
  }

  /** The same door, of no facility any more. */
  Entrance ofNoFacility() {
    return new Entrance(id, buildingId, null, unit, lift, residents, geometry);
  }
}
