package org.lifecircle.io.geojson;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Millimetres;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Makes geometries of nested coordinate lists. Too few points make an empty one. */
final class GeoJsonShapes {

  private static final GeometryFactory FACTORY = Millimetres.FACTORY;

  private final List<Text> repairs;

  /** What is mended is added to these repairs. */
  GeoJsonShapes(List<Text> repairs) {
    this.repairs = repairs;
  }

  /**
   * The geometry of a GeoJSON type, collections apart.
   *
   * @throws BadValueException if the coordinates are not those of the type
   */
  Geometry of(String type, @Nullable Object coordinates) {
    if (coordinates == null) {
      throw new BadValueException("缺少“coordinates”", "'coordinates' are missing");
    }
    return switch (type) {
      case "Point" -> point(coordinates);
      case "LineString" -> line(coordinates);
      case "Polygon" -> polygon(coordinates);
      case "MultiPoint" ->
          FACTORY.createMultiPoint(
              list(coordinates).stream().map(this::point).toArray(Point[]::new));
      case "MultiLineString" ->
          FACTORY.createMultiLineString(
              list(coordinates).stream().map(this::line).toArray(LineString[]::new));
      case "MultiPolygon" ->
          FACTORY.createMultiPolygon(
              list(coordinates).stream().map(this::polygon).toArray(Polygon[]::new));
      default ->
          throw new BadValueException(
              "“" + type + "”不是几何类型", "'" + type + "' is not a type of geometry");
    };
  }

  private Point point(Object position) {
    if (position instanceof List<?> none && none.isEmpty()) {
      return FACTORY.createPoint();
    }
    return FACTORY.createPoint(coordinate(position));
  }

  private LineString line(Object positions) {
    Coordinate[] coordinates = coordinates(positions);
    return coordinates.length < 2
        ? FACTORY.createLineString()
        : FACTORY.createLineString(coordinates);
  }

  private Polygon polygon(Object rings) {
    List<LinearRing> made = new ArrayList<>();
    for (Object ring : list(rings)) {
      LinearRing linear = ring(ring);
      if (linear.isEmpty() && made.isEmpty()) {
        return FACTORY.createPolygon();
      }
      if (!linear.isEmpty()) {
        made.add(linear);
      }
    }
    return made.isEmpty()
        ? FACTORY.createPolygon()
        : FACTORY.createPolygon(
            made.get(0), made.subList(1, made.size()).toArray(new LinearRing[0]));
  }

  private LinearRing ring(Object positions) {
    List<Coordinate> ring = new ArrayList<>(List.of(coordinates(positions)));
    if (ring.size() > 2 && !ring.get(0).equals2D(ring.get(ring.size() - 1))) {
      ring.add(ring.get(0).copy());
      repairs.add(new Text("环未闭合，已闭合", "a ring was open and has been closed"));
    }
    return ring.size() < 4
        ? FACTORY.createLinearRing()
        : FACTORY.createLinearRing(ring.toArray(new Coordinate[0]));
  }

  private static Coordinate[] coordinates(Object positions) {
    return list(positions).stream().map(GeoJsonShapes::coordinate).toArray(Coordinate[]::new);
  }

  private static Coordinate coordinate(Object position) {
    if (position instanceof Coordinate coordinate) {
      return coordinate;
    }
    throw wrongNesting();
  }

  private static List<?> list(Object nested) {
    if (nested instanceof List<?> list) {
      return list;
    }
    throw wrongNesting();
  }

  private static BadValueException wrongNesting() {
    return new BadValueException(
        "“coordinates”的层数与几何类型不符", "'coordinates' are nested otherwise than the type wants");
  }
}
