package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** Land 宗地 and who must agree to what is done on it. */
public record Parcel(
    String id,
    @Nullable String ownerUnit,
    @Nullable String landUse,
    @Nullable String right,
    Geometry geometry)
    implements Feature {

  public Parcel {
    Feature.requireId(id);
    Feature.requirePolygonal(geometry);
  }
}
