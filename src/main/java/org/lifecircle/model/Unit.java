package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A sub-district, community or life circle 单元 that figures are reported by. */
public record Unit(String id, UnitKind kind, @Nullable String name, Geometry geometry)
    implements Feature {

  public Unit {
    Feature.requireId(id);
    Feature.requirePolygonal(geometry);
  }
}
