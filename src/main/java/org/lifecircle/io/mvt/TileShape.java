package org.lifecircle.io.mvt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.LineLimiter;
import org.locationtech.jts.operation.overlayng.RingClipper;

/**
 * A geometry as a tile holds it: commands in whole tile units, x right, y down. Parts that vanish
 * when rounded are left out.
 */
final class TileShape {

  static final int POINT = 1;
  static final int LINE = 2;
  static final int POLYGON = 3;

  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final Square square;
  private final Envelope clip;
  private final List<Integer> commands = new ArrayList<>();
  private int x;
  private int y;

  private TileShape(Square square) {
    this.square = square;
    clip = square.clip();
  }

  /** The commands of a geometry in the units of the square; empty when nothing of it is seen. */
  static List<Integer> commands(Geometry geometry, Square square) {
    TileShape shape = new TileShape(square);
    switch (type(geometry)) {
      case POINT -> shape.points(geometry);
      case LINE -> shape.lines(geometry);
      default -> shape.polygons(geometry);
    }
    return shape.commands;
  }

  static int type(Geometry geometry) {
    return switch (geometry.getDimension()) {
      case 0 -> POINT;
      case 1 -> LINE;
      default -> POLYGON;
    };
  }

  private void points(Geometry geometry) {
    List<int[]> seen = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Point point
          && !point.isEmpty()
          && clip.contains(point.getCoordinate())) {
        seen.add(square.units(point.getCoordinate()));
      }
    }
    if (!seen.isEmpty()) {
      command(MOVE_TO, seen.size());
      seen.forEach(this::to);
    }
  }

  private void lines(Geometry geometry) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof LineString line) {
        for (Coordinate[] section : new LineLimiter(clip).limit(line.getCoordinates())) {
          List<int[]> points = rounded(section);
          if (points.size() > 1) {
            path(points);
          }
        }
      }
    }
  }

  private void polygons(Geometry geometry) {
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon
          && ring(polygon.getExteriorRing(), true)) {
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          ring(polygon.getInteriorRingN(hole), false);
        }
      }
    }
  }

  /** Outer rings run clockwise to the eye, holes the other way. */
  private boolean ring(LineString ring, boolean outer) {
    Coordinate[] whole = ring.getCoordinates();
    boolean inside = clip.contains(ring.getEnvelopeInternal());
    List<int[]> points = rounded(inside ? whole : new RingClipper(clip).clip(whole));
    int last = points.size() - 1;
    if (last > 0 && same(points.get(0), points.get(last))) {
      points.remove(last);
    }
    long area = twiceArea(points);
    if (points.size() < 3 || area == 0) {
      return false;
    }
    if (area > 0 != outer) {
      Collections.reverse(points);
    }
    path(points);
    command(CLOSE_PATH, 1);
    return true;
  }

  private static long twiceArea(List<int[]> points) {
    long area = 0;
    for (int i = 0; i < points.size(); i++) {
      int[] a = points.get(i);
      int[] b = points.get((i + 1) % points.size());
      area += (long) a[0] * b[1] - (long) b[0] * a[1];
    }
    return area;
  }

  private List<int[]> rounded(Coordinate[] line) {
    List<int[]> points = new ArrayList<>(line.length);
    for (Coordinate c : line) {
      int[] point = square.units(c);
      if (points.isEmpty() || !same(points.get(points.size() - 1), point)) {
        points.add(point);
      }
    }
    return points;
  }

  private static boolean same(int[] a, int[] b) {
    return a[0] == b[0] && a[1] == b[1];
  }

  private void path(List<int[]> points) {
    command(MOVE_TO, 1);
    to(points.get(0));
    command(LINE_TO, points.size() - 1);
    points.subList(1, points.size()).forEach(this::to);
  }

  private void command(int id, int count) {
    commands.add(count << 3 | id);
  }

  private void to(int[] point) {
    commands.add(zigzag(point[0] - x));
    commands.add(zigzag(point[1] - y));
    x = point[0];
    y = point[1];
  }

  private static int zigzag(int number) {
    return number << 1 ^ number >> 31;
  }
}
