package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A pipe, cable or station 管线 and the room it must keep. */
public record Utility(
    String id, @Nullable String kind, @Nullable Double clearanceMetres, Geometry geometry)
    implements Feature {

  public Utility {
    Feature.requireId(id);
    Feature.requireNotNegative("clearance_m", clearanceMetres);
  }
}
