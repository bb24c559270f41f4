package org.lifecircle.io;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;

/** The grid every coordinate of a study area lies on. */
public final class Millimetres {

  /**
   * Makes all geometries of an area. Its precision model is floating on purpose: coordinates are on
   * the grid because they are put there, and overlays decide for themselves when to round.
   */
  public static final GeometryFactory FACTORY = new GeometryFactory();

  private static final PrecisionModel GRID = new PrecisionModel(1000);

  private Millimetres() {}

  /** To the nearest whole millimetre. */
  public static double round(double metres) {
    return Math.rint(metres * 1000) / 1000;
  }

  /** A place on the grid. */
  public static Coordinate round(double x, double y) {
    return new Coordinate(round(x), round(y));
  }

  /** The geometry on the grid; a valid polygon stays valid, and may lose parts that vanish. */
  public static Geometry reduce(Geometry geometry) {
    if (geometry instanceof Lineal) {
      return GeometryPrecisionReducer.reducePointwise(geometry, GRID);
    }
    return GeometryPrecisionReducer.reduce(geometry, GRID);
  }
}
