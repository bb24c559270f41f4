package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.LineString;

/**
 * A street, lane or footway 道路/步道, walked along its centre line.
 *
 * @param level 0 is the ground; paths of different levels meet only where they share an end
 * @param tunnel also a passage through a building or a covered way: passes through solids
 * @param incline rise over run in the drawn direction, 0.05 is 5 % uphill; null when unknown
 */
public record Path(
    String id,
    PathKind kind,
    @Nullable Double widthMetres,
    int level,
    boolean bridge,
    boolean tunnel,
    @Nullable Double incline,
    Access access,
    LineString geometry)
    implements Feature {

  public Path {
    Feature.requireId(id);
    Feature.requireNotNegative("width_m", widthMetres);
  }

  /** Whether walls and solids of the ground can be in its way. */
  public boolean onGround() {
    return level == 0 && !bridge;
  }
}
