package org.lifecircle.model;

import org.locationtech.jts.geom.Geometry;

/**
 * The whole connected ground 地块 freed spaces are part of, once everything asked for is gone.
 * Context only: it says where a piece lies, not what may stand there.
 *
 * @param id {@code site-} and the id of the first freed space on it
 * @param geometry polygonal, in metres of the area's CRS; not rounded to millimetres
 */
public record Site(String id, Geometry geometry, double areaSquareMetres) {

  public Site {
    Feature.requirePolygonal(geometry);
  }
}
