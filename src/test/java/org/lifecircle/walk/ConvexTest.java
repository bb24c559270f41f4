package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What is cut of a triangle by a circle, held against the area that integration gives. */
class ConvexTest {

  /** Arcs are drawn as chords that stray by 20 mm. */
  private static final double SAGITTA = 21;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  @Test
  void a_circle_leaves_what_lies_within_it() {
    Random dice = new Random(7);
    List<String> wrong = new ArrayList<>();

    for (int i = 0; i < 50_000; i++) {
      double[] triangle = triangle(dice);
      double cx = dice.nextInt(60_000) - 30_000;
      double cy = dice.nextInt(60_000) - 30_000;
      double radius = radius(triangle, cx, cy, dice);
      Convex piece = new Convex(triangle);
      piece.cutCircle(cx, cy, radius);

      double expected = common(triangle, cx, cy, radius);
      double[] left = piece.points();
      double got = hull(left);
      if (Math.abs(got - expected) > 2 * Math.PI * radius * SAGITTA || !isWithin(left, triangle)) {
        wrong.add(
            "(%f, %f) %f of %s: %f, not %f"
                .formatted(cx, cy, radius, List.of(coordinates(triangle)), got, expected));
      }
    }

    assertEquals(List.of(), wrong);
  }

  @Test
  void a_circle_leaves_nothing_of_nothing() {
    Convex piece = new Convex(0, 0, 1_000, 0, 0, 1_000);
    piece.cut(0, -10, 10, -10).cut(10, -20, 0, -20);

    assertTrue(piece.isEmpty());
    assertTrue(piece.cutCircle(100, 100, 5_000).isEmpty());
  }

  /**
   * All of a disc would be left of a line through its middle if the line were taken for an area.
   */
  @Test
  void a_circle_leaves_nothing_of_a_line_that_begins_outside_it() {
    Convex line = new Convex(50_000, 0, 90_000, 0, 70_000, 0);

    assertTrue(line.cutCircle(0, 0, 37_587).isEmpty());
  }

  /** Millimetres, counter-clockwise, often with sides along the axes. */
  private static double[] triangle(Random dice) {
    while (true) {
      double[] xy = new double[6];
      for (int i = 0; i < 6; i++) {
        xy[i] = dice.nextInt(4) == 0 && i > 1 ? xy[i - 2] : dice.nextInt(80_000) - 40_000;
      }
      double turn = (xy[2] - xy[0]) * (xy[5] - xy[1]) - (xy[3] - xy[1]) * (xy[4] - xy[0]);
      if (turn > 1e6) {
        return xy;
      }
    }
  }

  /** Any, or one that just meets a corner. */
  private static double radius(double[] triangle, double cx, double cy, Random dice) {
    int corner = 2 * dice.nextInt(3);
    double toCorner = Math.hypot(triangle[corner] - cx, triangle[corner + 1] - cy);
    return dice.nextBoolean()
        ? 1 + dice.nextInt(60_000)
        : Math.max(1, toCorner + (dice.nextInt(3) - 1) * 1e-6);
  }

  /** The area a polygon and a disc have in common: each side's signed share, in closed form. */
  private static double common(double[] xy, double cx, double cy, double r) {
    double sum = 0;
    for (int i = 0; i < xy.length; i += 2) {
      int j = (i + 2) % xy.length;
      sum += share(xy[i] - cx, xy[i + 1] - cy, xy[j] - cx, xy[j + 1] - cy, r);
    }
    return sum;
  }

  /** Of the triangle from the centre to a side: what lies in the disc, signed. */
  private static double share(double ax, double ay, double bx, double by, double r) {
    double dx = bx - ax;
    double dy = by - ay;
    double a = dx * dx + dy * dy;
    if (a == 0) {
      return 0;
    }
    double b = ax * dx + ay * dy;
    double root = b * b - a * (ax * ax + ay * ay - r * r);
    if (root <= 0) {
      return sector(ax, ay, bx, by, r);
    }
    double in = Math.max(0, Math.min(1, (-b - Math.sqrt(root)) / a));
    double out = Math.max(0, Math.min(1, (-b + Math.sqrt(root)) / a));
    double px = ax + in * dx;
    double py = ay + in * dy;
    double qx = ax + out * dx;
    double qy = ay + out * dy;
    return sector(ax, ay, px, py, r) + (px * qy - py * qx) / 2 + sector(qx, qy, bx, by, r);
  }

  private static double sector(double ax, double ay, double bx, double by, double r) {
    return r * r * Math.atan2(ax * by - ay * bx, ax * bx + ay * by) / 2;
  }

  private static Coordinate[] coordinates(double[] xy) {
    Coordinate[] points = new Coordinate[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = new Coordinate(xy[2 * i], xy[2 * i + 1]);
    }
    return points;
  }

  private static double hull(double[] xy) {
    return new ConvexHull(coordinates(xy), FACTORY).getConvexHull().getArea();
  }

  private static boolean isWithin(double[] xy, double[] triangle) {
    Coordinate[] corners = coordinates(triangle);
    Coordinate[] ring = {corners[0], corners[1], corners[2], corners[0]};
    Geometry room = FACTORY.createPolygon(ring);
    return Arrays.stream(coordinates(xy))
        .allMatch(point -> room.isWithinDistance(FACTORY.createPoint(point), 0.1));
  }
}
