package org.lifecircle.io.dxf;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Shapes;
import org.locationtech.jts.geom.Coordinate;

/** The points of lines and arcs. Arcs are followed to within a centimetre, if a unit is a metre. */
final class Curves {

  private static final double SAGITTA = 0.01;
  private static final int MOST_STEPS = 360;

  private Curves() {}

  /** The vertices of a LWPOLYLINE: 10 and 20 begin one, 42 is the bulge of what follows it. */
  static List<Coordinate> polyline(Entity entity, boolean closed, Limits limits) {
    List<Coordinate> points = new ArrayList<>();
    List<Double> bulges = new ArrayList<>();
    double x = Double.NaN;
    for (double[] group : entity.numbers(10, 20, 42)) {
      if (group[0] == 10) {
        x = group[1];
      } else if (group[0] == 20) {
        points.add(Shapes.at(x, group[1]));
        bulges.add(0.0);
      } else if (!bulges.isEmpty()) {
        bulges.set(bulges.size() - 1, group[1]);
      }
    }
    return bulged(points, bulges, closed, limits);
  }

  /** Straight and bulged stretches; a bulge is the tangent of a quarter of the arc's angle. */
  static List<Coordinate> bulged(
      List<Coordinate> points, List<Double> bulges, boolean closed, Limits limits) {
    List<Coordinate> line = new ArrayList<>();
    int count = points.size();
    for (int i = 0; i < count; i++) {
      line.add(points.get(i));
      boolean last = i == count - 1;
      if (bulges.get(i) != 0 && !(last && !closed)) {
        arc(points.get(i), points.get((i + 1) % count), bulges.get(i), line);
      }
      limits.requireVertices(line.size());
    }
    if (closed && count > 2 && !line.get(0).equals2D(line.get(line.size() - 1))) {
      line.add(line.get(0).copy());
    }
    return line;
  }

  private static void arc(Coordinate from, Coordinate to, double bulge, List<Coordinate> line) {
    double chord = from.distance(to);
    double angle = 4 * Math.atan(bulge);
    if (chord == 0 || !Double.isFinite(angle)) {
      return;
    }
    double radius = Math.abs(chord / (2 * Math.sin(angle / 2)));
    // The centre is left of the chord for a bulge to the right of it, by the arc's own height.
    double apothem = chord / 2 * (1 - bulge * bulge) / (2 * bulge);
    double cx = (from.x + to.x) / 2 - (to.y - from.y) / chord * apothem;
    double cy = (from.y + to.y) / 2 + (to.x - from.x) / chord * apothem;
    double start = Math.atan2(from.y - cy, from.x - cx);
    int steps = steps(radius, angle);
    for (int i = 1; i < steps; i++) {
      double at = start + angle * i / steps;
      line.add(Shapes.at(cx + radius * Math.cos(at), cy + radius * Math.sin(at)));
    }
  }

  /** A circle, or the arc from one angle to another, in degrees. */
  static List<Coordinate> circle(double x, double y, double radius, double from, double to) {
    double turn = to <= from ? to + 360 - from : to - from;
    double angle = Math.toRadians(turn);
    int steps = steps(Math.abs(radius), angle);
    List<Coordinate> line = new ArrayList<>();
    for (int i = 0; i <= steps; i++) {
      double at = Math.toRadians(from) + angle * i / steps;
      line.add(Shapes.at(x + radius * Math.cos(at), y + radius * Math.sin(at)));
    }
    if (turn == 360) {
      line.set(steps, line.get(0).copy());
    }
    return line;
  }

  private static int steps(double radius, double angle) {
    double step = radius <= SAGITTA ? Math.PI / 2 : 2 * Math.acos(1 - SAGITTA / radius);
    return (int) Math.max(2, Math.min(MOST_STEPS, Math.ceil(Math.abs(angle) / step)));
  }
}
