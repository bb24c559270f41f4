package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Millimetres;
import org.lifecircle.io.assembly.SegmentIndex.Segment;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * Which parts of a ring run beside other lines, looked at every half metre. Parts shorter than 5 m
 * do not count: there a line only ends at the ring, or crosses it.
 */
final class Beside {

  private static final double STEP_METRES = 0.5;
  private static final double SHORTEST_METRES = 5;

  /** An outline of 50 km is looked at this often; a longer one at longer steps. */
  private static final int MOST_STEPS = 100_000;

  private final MeasuredLine ring;

  /** For each step the nearest place of the line it runs beside; null where there is none. */
  private final @Nullable Coordinate[] neighbours;

  private Beside(MeasuredLine ring, @Nullable Coordinate[] neighbours) {
    this.ring = ring;
    this.neighbours = neighbours;
  }

  static Beside of(MeasuredLine ring, SegmentIndex lines, double withinMetres) {
    int steps = (int) Math.max(4, Math.min(MOST_STEPS, Math.ceil(ring.length() / STEP_METRES)));
    @Nullable Coordinate[] neighbours = new Coordinate[steps];
    for (int i = 0; i < steps; i++) {
      Coordinate place = ring.cutAt(ring.length() * (i + 0.5) / steps).point();
      Segment near = lines.nearest(place, withinMetres);
      neighbours[i] = near == null ? null : near.at().closestPoint(place);
    }
    Beside beside = new Beside(ring, neighbours);
    beside.dropShortRuns();
    return beside;
  }

  double sharedMetres() {
    int shared = 0;
    for (Coordinate neighbour : neighbours) {
      shared += neighbour == null ? 0 : 1;
    }
    return shared * stepMetres();
  }

  /** Beside any of the two. */
  Beside and(Beside other) {
    @Nullable Coordinate[] both = neighbours.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] = both[i] == null ? other.neighbours[i] : both[i];
    }
    return new Beside(ring, both);
  }

  /** The rest of the ring, each line ending on the lines it leaves and comes to. */
  List<LineString> freeLines() {
    int start = firstShared();
    if (start < 0) {
      return List.of(Millimetres.FACTORY.createLineString(ring.points()));
    }
    List<LineString> lines = new ArrayList<>();
    int steps = neighbours.length;
    int from = -1;
    for (int i = start + 1; i <= start + steps; i++) {
      boolean shared = neighbours[i % steps] != null;
      if (!shared && from < 0) {
        from = i;
      } else if (shared && from >= 0) {
        lines.add(line(from, i));
        from = -1;
      }
    }
    return lines;
  }

  /** The ring from step to step, which may pass its beginning, and the ends' neighbours. */
  private LineString line(int from, int to) {
    int steps = neighbours.length;
    List<Coordinate> points = new ArrayList<>();
    addRounded(points, neighbours[(from - 1) % steps]);
    double begin = (from % steps) * stepMetres();
    double end = begin + (to - from) * stepMetres();
    if (end <= ring.length() + 1e-6) {
      points.addAll(ring.between(ring.cutAt(begin), ring.cutAt(Math.min(end, ring.length()))));
    } else {
      points.addAll(ring.between(ring.cutAt(begin), ring.cutAt(ring.length())));
      points.addAll(ring.between(ring.cutAt(0), ring.cutAt(end - ring.length())));
    }
    addRounded(points, neighbours[to % steps]);
    LineString line = Millimetres.FACTORY.createLineString(points.toArray(new Coordinate[0]));
    return (LineString) RepeatedPoints.removed(line);
  }

  private static void addRounded(List<Coordinate> points, @Nullable Coordinate point) {
    if (point != null) {
      points.add(Millimetres.round(point.x, point.y));
    }
  }

  private void dropShortRuns() {
    int steps = neighbours.length;
    int free = 0;
    while (free < steps && neighbours[free] != null) {
      free++;
    }
    if (free == steps) {
      return; // all the way round
    }
    int run = 0;
    for (int i = free + 1; i <= free + steps; i++) {
      if (neighbours[i % steps] != null) {
        run++;
      } else {
        for (int j = i - run; run * stepMetres() < SHORTEST_METRES && j < i; j++) {
          neighbours[j % steps] = null;
        }
        run = 0;
      }
    }
  }

  private int firstShared() {
    for (int i = 0; i < neighbours.length; i++) {
      if (neighbours[i] != null) {
        return i;
      }
    }
    return -1;
  }

  private double stepMetres() {
    return ring.length() / neighbours.length;
  }
}
