package org.lifecircle.town;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryComponentFilter;
import org.locationtech.jts.geom.LineString;

/** What can be seen past a set of lines: every pair is tested against every line, exactly. */
final class Sight {

  /** A straight piece of something that stops feet; touching it is stopping at it. */
  record Edge(Spot a, Spot b) {}

  /** How far beside a corner people turn: far below what anyone measures, far above rounding. */
  static final double BESIDE_MICROMETRES = 100;

  /** From this free angle on, the middle of it sees too little along the line. */
  private static final double END_OF_A_LINE = 1.9 * Math.PI;

  private final List<Edge> edges;

  private Sight(List<Edge> edges) {
    this.edges = edges;
  }

  /** Sight past all rings and lines of these geometries. */
  static Sight past(Collection<? extends Geometry> geometries) {
    List<Edge> edges = new ArrayList<>();
    for (Geometry geometry : geometries) {
      geometry.apply((GeometryComponentFilter) part -> edgesOf(part, edges));
    }
    return new Sight(edges.stream().distinct().toList());
  }

  private static void edgesOf(Geometry part, List<Edge> edges) {
    if (part instanceof LineString line) {
      Coordinate[] c = line.getCoordinates();
      for (int i = 1; i < c.length; i++) {
        Edge edge = new Edge(Spot.of(c[i - 1]), Spot.of(c[i]));
        if (!edge.a().equals(edge.b())) {
          edges.add(edge);
        }
      }
    }
  }

  List<Edge> edges() {
    return edges;
  }

  /** Whether the closed segment between two spots touches no line. */
  boolean sees(Spot from, Spot to) {
    for (Edge edge : edges) {
      if (Spot.meet(from, to, edge.a(), edge.b())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Spots just beside every corner that a shortest way may turn at: where the lines that meet leave
   * free an angle of more than half a turn, in the middle of that angle; at the end of a line also
   * on either side of it, from where one sees along the line.
   */
  List<Spot> turns() {
    TreeSet<Spot> corners =
        new TreeSet<>(
            (p, q) -> p.x() != q.x() ? Long.compare(p.x(), q.x()) : Long.compare(p.y(), q.y()));
    edges.forEach(e -> corners.addAll(List.of(e.a(), e.b())));
    List<Spot> turns = new ArrayList<>();
    for (Spot corner : corners) {
      for (double[] sector : sectors(corner)) {
        if (sector[1] > Math.PI + 1e-6) {
          turns.add(corner.towards(sector[0] + sector[1] / 2, BESIDE_MICROMETRES));
        }
        if (sector[1] > END_OF_A_LINE) {
          turns.add(corner.towards(sector[0] + Math.PI / 2, BESIDE_MICROMETRES));
          turns.add(corner.towards(sector[0] + sector[1] - Math.PI / 2, BESIDE_MICROMETRES));
        }
      }
    }
    return turns;
  }

  /** Spots just beside a place that may lie on a line: one in each sector the lines leave free. */
  List<Spot> beside(Spot place) {
    List<double[]> sectors = sectors(place);
    return sectors.isEmpty()
        ? List.of(place)
        : sectors.stream().map(s -> place.towards(s[0] + s[1] / 2, BESIDE_MICROMETRES)).toList();
  }

  /** The angles the lines through a place leave free, as start and width; none when none do. */
  private List<double[]> sectors(Spot place) {
    List<Double> arms = new ArrayList<>();
    for (Edge edge : edges) {
      if (touches(edge, place)) {
        for (Spot end : List.of(edge.a(), edge.b())) {
          if (place.metresTo(end) > 5e-6) {
            arms.add(place.directionTo(end));
          }
        }
      }
    }
    arms.sort(Double::compare);
    List<double[]> sectors = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      double next = i + 1 < arms.size() ? arms.get(i + 1) : arms.get(0) + 2 * Math.PI;
      double width = next - arms.get(i);
      if (width > 1e-6) {
        sectors.add(new double[] {arms.get(i), width});
      }
    }
    return sectors;
  }

  /** Whether a place lies on a line. */
  boolean touches(Spot place) {
    return edges.stream().anyMatch(edge -> touches(edge, place));
  }

  /** Within two micrometres, because corners made by an overlay are rounded. */
  private static boolean touches(Edge edge, Spot place) {
    double dx = edge.b().x() - edge.a().x();
    double dy = edge.b().y() - edge.a().y();
    double px = place.x() - edge.a().x();
    double py = place.y() - edge.a().y();
    double t = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)));
    return Math.hypot(px - t * dx, py - t * dy) <= 2;
  }
}
