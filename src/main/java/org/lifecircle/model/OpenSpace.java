package org.lifecircle.model;

import org.locationtech.jts.geom.Geometry;

/**
 * Ground people may cross freely 开敞空间.
 *
 * @param isProtected never a place to build on (column {@code protected})
 */
public record OpenSpace(String id, OpenSpaceKind kind, boolean isProtected, Geometry geometry)
    implements Feature {

  public OpenSpace {
    Feature.requireId(id);
    Feature.requirePolygonal(geometry);
  }
}
