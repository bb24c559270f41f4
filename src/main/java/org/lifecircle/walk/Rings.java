package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Closes directed segments, the area on their left, into rings that do not touch themselves: at a
 * place where several meet the walk keeps to its own wedge of the area, and what comes back to a
 * place it has been is a ring of its own.
 */
final class Rings {

  private static final int NONE = -1;

  /** So far, in steps, a place may lie off a straight line and be left out of it. */
  private static final double STRAIGHT_STEPS = 1;

  /**
   * A ring on the grid.
   *
   * @param segments it is made of
   * @param xy x and y in turn, open; shells counter-clockwise, holes clockwise
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Ring(int[] segments, int[] xy) {}

  private final Welding segments;
  private final int[] first; // by place: a segment that leaves it
  private final int[] next; // another segment that leaves the same place
  private final boolean[] used;
  private final int[] position; // by place: where the path passed it, from 1
  private int[] path = new int[1024];
  private int length;
  private int[] bends = new int[1024]; // of one ring, x and y
  private final List<Ring> rings = new ArrayList<>();
  private final BitSet astray = new BitSet();
  private final int steps;

  /**
   * @param steps of the grid to a millimetre
   */
  Rings(Welding segments, int steps) {
    this.segments = segments;
    this.steps = steps;
    first = new int[segments.places()];
    Arrays.fill(first, NONE);
    next = new int[segments.count()];
    used = new boolean[segments.count()];
    position = new int[segments.places()];
    for (int s = 0; s < segments.count(); s++) {
      next[s] = first[segments.from(s)];
      first[segments.from(s)] = s;
    }
    for (int s = 0; s < segments.count(); s++) {
      if (!used[s]) {
        follow(s);
      }
    }
  }

  /** The rings of all segments that close; without places where they are nothing but rounding. */
  List<Ring> rings() {
    return rings;
  }

  /** Segments on a way that leads nowhere. */
  BitSet astray() {
    return astray;
  }

  private void follow(int start) {
    length = 0;
    int s = start;
    while (s != NONE) {
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
    for (int i = 0; i < length; i++) {
      astray.set(path[i]);
      position[segments.from(path[i])] = 0;
    }
  }

  private void push(int s) {
    if (length == path.length) {
      path = Arrays.copyOf(path, 2 * length);
    }
    path[length++] = s;
  }

  /** The unused segment that bounds the wedge on the left of the one come by, or NONE. */
  private int turn(int by) {
    int best = NONE;
    for (int s = first[segments.to(by)]; s != NONE; s = next[s]) {
      if (!used[s] && (best == NONE || isSooner(by, s, best))) {
        best = s;
      }
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
    int n = length - from;
    int lowest = from;
    for (int i = from; i < length; i++) {
      position[segments.from(path[i])] = 0;
      lowest = isLower(path[i], path[lowest]) ? i : lowest;
    }
    int size = 0;
    int kept = 0; // the newest that is, counted from the lowest
    for (int i = 0; i < n; i++) {
      if (i == 0 || !isStraight(from, lowest, kept, i)) {
        if (size + 2 > bends.length) {
          bends = Arrays.copyOf(bends, 2 * size);
        }
        int place = place(from, lowest, i);
        bends[size++] = segments.x(place);
        bends[size++] = segments.y(place);
        kept = i;
      }
    }
    int[] taken = Arrays.copyOfRange(path, from, length);
    length = from;
    boolean thin = size < 6 || isThin(bends, size);
    rings.add(new Ring(taken, thin ? new int[0] : Arrays.copyOf(bends, size)));
  }

  /** The place so many steps after the lowest on the ring that ends the path. */
  private int place(int from, int lowest, int after) {
    int at = lowest + after;
    return segments.from(path[at < length ? at : at - length + from]);
  }

  private boolean isLower(int a, int b) {
    int p = segments.from(a);
    int q = segments.from(b);
    return segments.x(p) < segments.x(q)
        || (segments.x(p) == segments.x(q) && segments.y(p) < segments.y(q));
  }

  /** Whether all since the last place kept lies on the line from there to the next. */
  private boolean isStraight(int from, int lowest, int kept, int at) {
    if (next[first[place(from, lowest, at)]] != NONE) { // others may touch there
      return false;
    }
    int a = place(from, lowest, kept);
    int b = place(from, lowest, at + 1);
    double dx = (double) segments.x(b) - segments.x(a);
    double dy = (double) segments.y(b) - segments.y(a);
    double length = Math.hypot(dx, dy);
    for (int i = at; i > kept; i--) {
      int p = place(from, lowest, i);
      double x = (double) segments.x(p) - segments.x(a);
      double y = (double) segments.y(p) - segments.y(a);
      double along = x * dx + y * dy;
      if (along <= 0
          || along >= length * length
          || Math.abs(dx * y - dy * x) > STRAIGHT_STEPS * length) {
        return false;
      }
    }
    return true;
  }

  /** Whether a ring is nothing but rounding: on average thinner than a millimetre. */
  private boolean isThin(int[] ring, int n) {
    double twiceArea = 0;
    double round = 0;
    for (int i = 0; i < n; i += 2) {
      int j = i + 2 == n ? 0 : i + 2;
      double dx = (double) ring[j] - ring[i];
      double dy = (double) ring[j + 1] - ring[i + 1];
      twiceArea += ((double) ring[i] - ring[0]) * dy - ((double) ring[i + 1] - ring[1]) * dx;
      round += Math.hypot(dx, dy);
    }
    return Math.abs(twiceArea) < steps * round;
  }
}
