package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Closes directed segments, the area on their left, into rings that do not touch themselves: at a
 * place where several meet the walk keeps to its own wedge of the area, and what comes back to a
 * place it has been is a ring of its own.
 */
final class Rings {

  private static final int NONE = -1;

  /** Some segment leads nowhere. */
  static final class OpenOutlineException extends Exception {
    private static final long serialVersionUID = 1;
  }

  private final Welding segments;
  private final int[] first; // by place: a segment that leaves it
  private final int[] next; // another segment that leaves the same place
  private final boolean[] used;
  private final int[] position; // by place: where the path passed it, from 1
  private int[] path = new int[1024];
  private int length;
  private final List<int[]> rings = new ArrayList<>();

  private Rings(Welding segments) {
    this.segments = segments;
    first = new int[segments.places()];
    Arrays.fill(first, NONE);
    next = new int[segments.count()];
    used = new boolean[segments.count()];
    position = new int[segments.places()];
    for (int s = 0; s < segments.count(); s++) {
      next[s] = first[segments.from(s)];
      first[segments.from(s)] = s;
    }
  }

  /**
   * The rings, x and y in turn, open; shells counter-clockwise, holes clockwise.
   *
   * @throws OpenOutlineException if the segments do not close
   */
  static List<int[]> of(Welding segments) throws OpenOutlineException {
    Rings rings = new Rings(segments);
    for (int s = 0; s < segments.count(); s++) {
      if (!rings.used[s]) {
        rings.follow(s);
      }
    }
    return rings.rings;
  }

  private void follow(int start) throws OpenOutlineException {
    length = 0;
    int s = start;
    while (true) {
      used[s] = true;
      if (position[segments.from(s)] == 0) {
        position[segments.from(s)] = length + 1;
      }
      push(s);
      int place = segments.to(s);
      if (position[place] > 0) {
        close(position[place] - 1);
        if (length == 0) {
          return;
        }
      }
      s = turn(s);
    }
  }

  private void push(int s) {
    if (length == path.length) {
      path = Arrays.copyOf(path, 2 * length);
    }
    path[length++] = s;
  }

  /** The unused segment that bounds the wedge on the left of the one come by. */
  private int turn(int by) throws OpenOutlineException {
    int best = NONE;
    for (int s = first[segments.to(by)]; s != NONE; s = next[s]) {
      if (!used[s] && (best == NONE || isSooner(by, s, best))) {
        best = s;
      }
    }
    if (best == NONE) {
      throw new OpenOutlineException();
    }
    return best;
  }

  /** Whether turning clockwise from the way back, one segment comes before another. */
  private boolean isSooner(int by, int a, int b) {
    int halfA = half(by, a);
    int halfB = half(by, b);
    return halfA != halfB ? halfA < halfB : Plane.turn(dx(a), dy(a), dx(b), dy(b)) < 0;
  }

  /** In which part of the round from the way back a segment leaves. */
  private int half(int by, int s) {
    int turn = Plane.turn(-dx(by), -dy(by), dx(s), dy(s));
    if (turn != 0) {
      return turn < 0 ? 0 : 2;
    }
    return dx(by) * dx(s) + dy(by) * dy(s) > 0 ? 1 : 3;
  }

  private long dx(int s) {
    return (long) segments.x(segments.to(s)) - segments.x(segments.from(s));
  }

  private long dy(int s) {
    return (long) segments.y(segments.to(s)) - segments.y(segments.from(s));
  }

  /** Takes what was walked since a position as a ring. */
  private void close(int from) {
    int[] ring = new int[2 * (length - from)];
    int n = 0;
    for (int i = from; i < length; i++) {
      int s = path[i];
      int before = path[i == from ? length - 1 : i - 1];
      int place = segments.from(s);
      boolean straight = Plane.turn(dx(before), dy(before), dx(s), dy(s)) == 0;
      if (!straight || next[first[place]] != NONE) { // others may touch there
        ring[n++] = segments.x(place);
        ring[n++] = segments.y(place);
      }
      position[place] = 0;
    }
    length = from;
    if (n >= 6 && !isThin(ring, n)) {
      rings.add(Arrays.copyOf(ring, n));
    }
  }

  /** Whether a ring is nothing but rounding: on average thinner than a millimetre. */
  private static boolean isThin(int[] ring, int n) {
    double twiceArea = 0;
    double round = 0;
    for (int i = 0; i < n; i += 2) {
      int j = i + 2 == n ? 0 : i + 2;
      double dx = (double) ring[j] - ring[i];
      double dy = (double) ring[j + 1] - ring[i + 1];
      twiceArea += ((double) ring[i] - ring[0]) * dy - ((double) ring[i + 1] - ring[1]) * dx;
      round += Math.hypot(dx, dy);
    }
    return Math.abs(twiceArea) < FineGrid.STEPS * round;
  }
}
