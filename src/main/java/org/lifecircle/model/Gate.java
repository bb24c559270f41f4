package org.lifecircle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * A way through a barrier 出入口.
 *
 * @param compoundIds whose residents' gate it is; empty means: every compound whose outline is near
 * @param hours as OSM {@code opening_hours}
 */
public record Gate(
    String id,
    Access access,
    List<String> compoundIds,
    @Nullable Double widthMetres,
    @Nullable String hours,
    Point geometry)
    implements Feature {

  public Gate {
    Feature.requireId(id);
    Feature.requireNotNegative("width_m", widthMetres);
    compoundIds = List.copyOf(compoundIds);
  }

  /** The same gate with another rule. */
  Gate withAccess(Access newAccess) {
    return new Gate(id, newAccess, compoundIds, widthMetres, hours, geometry);
  }
}
