package org.lifecircle.io.dxf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Shapes;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * A wall drawn to scale: a thin ring round its two faces, of which we want the line between them.
 *
 * <p>A ring of {@code 2m} corners has two short ends, opposite to each other; which they are is
 * tried. Corner by corner the faces lie a thickness apart, and the middle of each pair is on the
 * line. The line is half as long as the ring, less its ends.
 *
 * @param thickness mean distance between the faces
 */
record TwoLineWall(LineString middle, double thickness) {

  /** Nobody builds a thicker one; a ring with wider faces is an outline, not a wall. */
  private static final double MOST_THICK = 1.5;

  /** The wall of a closed ring; null when it has no two faces. */
  static @Nullable TwoLineWall of(List<Coordinate> closedRing) {
    List<Coordinate> ring = new ArrayList<>(closedRing.subList(0, closedRing.size() - 1));
    int half = ring.size() / 2;
    if (ring.size() < 4 || ring.size() % 2 != 0) {
      return null;
    }
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < half; k++) {
      double apart = apart(ring, k, half);
      if (apart < least) {
        least = apart;
        best = k;
      }
    }
    double thickness = 0;
    List<Coordinate> middle = new ArrayList<>();
    for (int i = 0; i < half; i++) {
      Coordinate a = left(ring, best, i);
      Coordinate b = right(ring, best, i);
      if (a.distance(b) > 2 * MOST_THICK) {
        return null;
      }
      thickness += a.distance(b) / half;
      middle.add(new Coordinate((a.x + b.x) / 2, (a.y + b.y) / 2));
    }
    LineString line = Shapes.line(middle);
    boolean thin = thickness <= MOST_THICK && thickness < line.getLength();
    return thin ? new TwoLineWall(line, thickness) : null;
  }

  /** The corners behind the first end, in the ring's order. */
  private static Coordinate left(List<Coordinate> ring, int end, int i) {
    return ring.get((end + 1 + i) % ring.size());
  }

  /** The corners before it, against the ring's order. */
  private static Coordinate right(List<Coordinate> ring, int end, int i) {
    return ring.get((end - i + ring.size()) % ring.size());
  }

  private static double apart(List<Coordinate> ring, int end, int half) {
    double apart = 0;
    for (int i = 0; i < half; i++) {
      apart += left(ring, end, i).distance(right(ring, end, i));
    }
    return apart;
  }
}
