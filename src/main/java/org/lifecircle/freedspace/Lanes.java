package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.LaneWidth;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;

/**
 * How wide every path is clear, before and after a demolition.
 *
 * <p>The width at a point is what lies free to its left and right, at right angles to the path, up
 * to the nearest solid or the face of the nearest wall; a wall is open at its gates, as wide as
 * they are. Between two of the places where an edge begins, ends or crosses the line, the distance
 * to either side is the least of straight lines, so the width is least at one of those places: they
 * are tried, and the answer is exact. Right at an end of a path, where a door or a wall may close
 * it off, nothing is measured.
 */
public final class Lanes {

  /** How much of either end is left out, at most a quarter. */
  private static final double END_METRES = 1;

  private final LaneEdges edges;
  private final RenewalRules rules;

  private Lanes(LaneEdges edges, RenewalRules rules) {
    this.edges = edges;
    this.rules = rules;
  }

  /** Every path on the ground but crossings, sorted by id. */
  public static List<LaneWidth> of(StudyArea area, Demolition demolition, RenewalRules rules) {
    Lanes lanes = new Lanes(LaneEdges.of(area, demolition), rules);
    return area.paths().parallelStream().filter(Lanes::measured).map(lanes::width).toList();
  }

  private static boolean measured(Path path) {
    return path.onGround()
        && !path.tunnel()
        && path.kind() != PathKind.CROSSING
        && path.geometry().getLength() > 0;
  }

  private LaneWidth width(Path path) {
    Narrowest before = new Narrowest();
    Narrowest after = new Narrowest();
    LineString line = path.geometry();
    double leftOut = Math.min(END_METRES, line.getLength() / 4);
    double from = 0;
    for (int i = 1; i < line.getNumPoints(); i++) {
      Coordinate a = line.getCoordinateN(i - 1);
      Coordinate b = line.getCoordinateN(i);
      double length = a.distance(b);
      double first = Math.max(0, leftOut - from);
      double last = Math.min(length, line.getLength() - leftOut - from);
      if (length > 0 && first <= last) {
        measure(new Stretch(a, b, length, first, last), before, after);
      }
      from += length;
    }
    return new LaneWidth(
        path.id(),
        path.kind(),
        before.width(),
        after.width(),
        before.at(line),
        before.causes(),
        laneClass(before),
        laneClass(after),
        after.causes(),
        line);
  }

  private String laneClass(Narrowest narrowest) {
    Double width = narrowest.width();
    return rules.laneClass(width == null ? Double.POSITIVE_INFINITY : width);
  }

  private void measure(Stretch stretch, Narrowest before, Narrowest after) {
    double reach = rules.laneReachMetres();
    List<Across> across = new ArrayList<>();
    for (LaneEdges.Edge edge : edges.in(stretch.box(reach))) {
      Across part = stretch.across(edge);
      if (part != null && part.nearest() <= reach) {
        across.add(part);
      }
    }
    List<Double> places = new ArrayList<>(List.of(stretch.first, stretch.last));
    across.forEach(part -> part.addPlaces(places));
    for (double place : places.stream().sorted().distinct().toList()) {
      before.measure(across, stretch, place, reach, false);
      after.measure(across, stretch, place, reach, true);
    }
  }

  /** A straight part of a path, and how far along it measurements are taken. */
  private record Stretch(Coordinate a, Coordinate b, double length, double first, double last) {

    Envelope box(double reach) {
      Envelope box = new Envelope(a, b);
      box.expandBy(reach);
      return box;
    }

    /** What of the edge lies across this stretch; null if nothing does. */
    @Nullable Across across(LaneEdges.Edge edge) {
      double s0 = along(edge.from());
      double s1 = along(edge.to());
      double t0 = beside(edge.from());
      double t1 = beside(edge.to());
      if (s0 > s1) {
        return clipped(edge, s1, t1, s0, t0);
      }
      return clipped(edge, s0, t0, s1, t1);
    }

    private @Nullable Across clipped(
        LaneEdges.Edge edge, double s0, double t0, double s1, double t1) {
      double from = Math.max(s0, first);
      double to = Math.min(s1, last);
      if (from > to) {
        return null;
      }
      double slope = s1 - s0 < 1e-9 ? 0 : (t1 - t0) / (s1 - s0);
      if (s1 - s0 < 1e-9) {
        return new Across(edge, from, t0, to, t1);
      }
      return new Across(edge, from, t0 + (from - s0) * slope, to, t0 + (to - s0) * slope);
    }

    Coordinate at(double along) {
      double share = along / length;
      return new Coordinate(a.x + share * (b.x - a.x), a.y + share * (b.y - a.y));
    }

    private double along(Coordinate point) {
      return ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length;
    }

    /** Positive to the left. */
    private double beside(Coordinate point) {
      return ((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)) / length;
    }
  }

  /** An edge beside a stretch: from so far along and so far to the left, to so far. */
  private record Across(LaneEdges.Edge edge, double s0, double t0, double s1, double t1) {

    private static final double ON_IT = 1e-9;

    double nearest() {
      return crosses() ? 0 : Math.min(Math.abs(t0), Math.abs(t1));
    }

    boolean crosses() {
      return Math.min(t0, t1) <= ON_IT && Math.max(t0, t1) >= -ON_IT;
    }

    void addPlaces(List<Double> places) {
      places.add(s0);
      places.add(s1);
      if (t0 * t1 < 0 && s1 > s0) {
        places.add(s0 + (s1 - s0) * t0 / (t0 - t1));
      }
    }

    /** How far to one side it is at a place; infinite where it is not on that side. */
    double distance(double place, boolean left) {
      if (place < s0 - ON_IT || place > s1 + ON_IT) {
        return Double.POSITIVE_INFINITY;
      }
      double sign = left ? 1 : -1;
      if (s1 - s0 < ON_IT) {
        double least = Math.min(sign * t0, sign * t1);
        double most = Math.max(sign * t0, sign * t1);
        return most < -ON_IT ? Double.POSITIVE_INFINITY : Math.max(0, least);
      }
      double beside = sign * (t0 + (t1 - t0) * (place - s0) / (s1 - s0));
      return beside < -ON_IT ? Double.POSITIVE_INFINITY : Math.max(0, beside);
    }
  }

  /** The narrowest place so far. */
  private static final class Narrowest {

    private double metres = Double.POSITIVE_INFINITY;
    private @Nullable Coordinate at;
    private List<String> causes = List.of();

    void measure(
        List<Across> across, Stretch stretch, double place, double reach, boolean afterwards) {
      @Nullable Across left = nearest(across, place, true, reach, afterwards);
      @Nullable Across right = nearest(across, place, false, reach, afterwards);
      if (left == null || right == null) {
        return;
      }
      double width = left.distance(place, true) + right.distance(place, false);
      if (width < metres - 1e-6) {
        metres = width;
        at = stretch.at(place);
        causes =
            List.of(left.edge().cause(), right.edge().cause()).stream()
                .sorted()
                .distinct()
                .toList();
      }
    }

    private static @Nullable Across nearest(
        List<Across> across, double place, boolean left, double reach, boolean afterwards) {
      Across nearest = null;
      for (Across part : across) {
        double metres = part.distance(place, left);
        boolean stands = !(afterwards && part.edge().goes());
        if (stands
            && metres <= reach
            && (nearest == null || metres < nearest.distance(place, left))) {
          nearest = part;
        }
      }
      return nearest;
    }

    @Nullable Double width() {
      return at == null ? null : Double.valueOf(metres);
    }

    @Nullable Point at(LineString line) {
      return at == null ? null : line.getFactory().createPoint(at);
    }

    List<String> causes() {
      return causes;
    }
  }
}
