package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/** A piece of ground with the people who live on it 人口. */
public record PopulationCell(
    String id,
    double residents,
    @Nullable Double residents60Plus,
    @Nullable Double residentsUnder6,
    Geometry geometry)
    implements Feature {

  public PopulationCell {
    Feature.requireId(id);
    Feature.requirePolygonal(geometry);
    Feature.requireNotNegative("residents", residents);
  }
}
