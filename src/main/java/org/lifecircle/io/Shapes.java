package org.lifecircle.io;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes geometries of the coordinates files give: finite, rings closed. Too few points make an
 * empty one.
 */
public final class Shapes {

  private static final GeometryFactory FACTORY = Millimetres.FACTORY;

  private Shapes() {}

  /**
   * A coordinate.
   *
   * @throws BadValueException if it is not finite
   */
  public static Coordinate at(double x, double y) {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new BadValueException(
          "坐标不是有限数：" + x + ", " + y, "a coordinate is not finite: " + x + ", " + y);
    }
    return new Coordinate(x, y);
  }

  /** A point. */
  public static Point point(Coordinate at) {
    return FACTORY.createPoint(at);
  }

  /** A line. */
  public static LineString line(List<Coordinate> points) {
    return points.size() < 2
        ? FACTORY.createLineString()
        : FACTORY.createLineString(points.toArray(new Coordinate[0]));
  }

  /** A polygon of its outer ring and its holes; empty when the outer ring is. */
  public static Polygon polygon(List<List<Coordinate>> rings) {
    if (rings.isEmpty()) {
      return FACTORY.createPolygon();
    }
    LinearRing outer = ring(rings.get(0));
    if (outer.isEmpty()) {
      return FACTORY.createPolygon();
    }
    List<LinearRing> holes = new ArrayList<>();
    for (List<Coordinate> hole : rings.subList(1, rings.size())) {
      LinearRing made = ring(hole);
      if (!made.isEmpty()) {
        holes.add(made);
      }
    }
    return FACTORY.createPolygon(outer, holes.toArray(new LinearRing[0]));
  }

  /** A ring, closed where it was open. */
  static LinearRing ring(List<Coordinate> points) {
    List<Coordinate> ring = new ArrayList<>(points);
    if (ring.size() > 2 && !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
      ring.add(ring.get(0).copy());
    }
    return ring.size() < 4
        ? FACTORY.createLinearRing()
        : FACTORY.createLinearRing(ring.toArray(new Coordinate[0]));
  }

  /** One geometry of these parts: the only one as it is, else a collection of their common kind. */
  public static Geometry together(List<? extends Geometry> parts) {
    return parts.size() == 1 ? parts.get(0) : FACTORY.buildGeometry(parts);
  }
}
