package org.lifecircle.model;

import org.locationtech.jts.geom.Geometry;

/** What blocks walking and cannot be removed 障碍: a solid when polygonal, a barrier when a line. */
public record Obstacle(String id, ObstacleKind kind, Geometry geometry) implements Feature {

  public Obstacle {
    Feature.requireId(id);
  }
}
