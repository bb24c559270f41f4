package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.io.Millimetres;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Takes out points that repeat the one before. What collapses by this becomes empty. */
final class RepeatedPoints {

  private static final GeometryFactory FACTORY = Millimetres.FACTORY;

  private RepeatedPoints() {}

  static Geometry removed(Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      return polygon(polygon);
    }
    if (geometry instanceof LineString line) {
      Coordinate[] points = CoordinateArrays.removeRepeatedPoints(line.getCoordinates());
      return points.length < 2 ? FACTORY.createLineString() : FACTORY.createLineString(points);
    }
    if (geometry instanceof GeometryCollection) {
      List<Geometry> parts = new ArrayList<>();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        parts.add(removed(geometry.getGeometryN(i)));
      }
      parts.removeIf(Geometry::isEmpty);
      return FACTORY.buildGeometry(parts);
    }
    return geometry;
  }

  private static Polygon polygon(Polygon polygon) {
    LinearRing shell = ring(polygon.getExteriorRing());
    if (shell.isEmpty()) {
      return FACTORY.createPolygon();
    }
    List<LinearRing> holes = new ArrayList<>();
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      LinearRing hole = ring(polygon.getInteriorRingN(i));
      if (!hole.isEmpty()) {
        holes.add(hole);
      }
    }
    return FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0]));
  }

  private static LinearRing ring(LinearRing ring) {
    Coordinate[] points = CoordinateArrays.removeRepeatedPoints(ring.getCoordinates());
    return points.length < 4 ? FACTORY.createLinearRing() : FACTORY.createLinearRing(points);
  }
}
