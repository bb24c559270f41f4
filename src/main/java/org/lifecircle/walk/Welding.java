package org.lifecircle.walk;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Segments whose ends are numbered places. Ends that lie within a hair of each other are one place:
 * what was computed from both sides of an edge, or twice from one, need not agree to the last step.
 * Segments that then run to and fro cancel each other; ends still meet as often as before.
 */
final class Welding {

  private static final int HAIR_STEPS = 30; // 0.3 mm
  static final int NONE = -1;

  private int[] x = new int[1024]; // by place
  private int[] y = new int[1024];
  private int places;
  private final int[] table; // hashed by cell: the newest place in it
  private int[] older = new int[1024]; // by place: the one before it in the same slot
  private int[] from;
  private int[] to;
  private int count;

  /**
   * @param segments x and y of both ends in turn
   */
  Welding(int[] segments) {
    int n = segments.length / 4;
    table = new int[Integer.highestOneBit(Math.max(2, n)) * 4];
    Arrays.fill(table, NONE);
    long[] links = new long[n];
    int kept = 0;
    for (int s = 0; s < n; s++) {
      int a = place(segments[4 * s], segments[4 * s + 1]);
      int b = place(segments[4 * s + 2], segments[4 * s + 3]);
      if (a != b) {
        int back = a < b ? 0 : 1;
        links[kept++] = (long) Math.min(a, b) << 32 | (long) Math.max(a, b) << 1 | back;
      }
    }
    Arrays.sort(links, 0, kept);
    from = new int[kept];
    to = new int[kept];
    cancel(links, kept);
  }

  private void cancel(long[] sorted, int n) {
    int end;
    for (int i = 0; i < n; i = end) {
      int balance = 0;
      for (end = i; end < n && sorted[end] >> 1 == sorted[i] >> 1; end++) {
        balance += (sorted[end] & 1) == 0 ? 1 : -1;
      }
      int a = (int) (sorted[i] >> 32);
      int b = (int) (sorted[i] & 0xffff_ffffL) >>> 1;
      for (int k = 0; k < Math.abs(balance); k++) {
        from[count] = balance > 0 ? a : b;
        to[count++] = balance > 0 ? b : a;
      }
    }
    from = Arrays.copyOf(from, count);
    to = Arrays.copyOf(to, count);
  }

  /** The number of a place, known or new. */
  private int place(int px, int py) {
    int known = nearest(px, py);
    if (known != NONE) {
      return known;
    }
    if (places == x.length) {
      x = Arrays.copyOf(x, 2 * places);
      y = Arrays.copyOf(y, 2 * places);
      older = Arrays.copyOf(older, 2 * places);
    }
    x[places] = px;
    y[places] = py;
    int slot = slot(Math.floorDiv(px, HAIR_STEPS), Math.floorDiv(py, HAIR_STEPS));
    older[places] = table[slot];
    table[slot] = places;
    return places++;
  }

  /** The oldest place within a hair, the same whenever it is asked about; or NONE. */
  int nearest(int px, int py) {
    int cx = Math.floorDiv(px, HAIR_STEPS);
    int cy = Math.floorDiv(py, HAIR_STEPS);
    int oldest = Integer.MAX_VALUE;
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        for (int p = table[slot(cx + i, cy + j)]; p != NONE; p = older[p]) {
          if (Math.abs(x[p] - px) <= HAIR_STEPS && Math.abs(y[p] - py) <= HAIR_STEPS) {
            oldest = Math.min(oldest, p);
          }
        }
      }
    }
    return oldest < places ? oldest : NONE;
  }

  /** Tells of every place within a hair. */
  void near(int px, int py, IntConsumer each) {
    int cx = Math.floorDiv(px, HAIR_STEPS);
    int cy = Math.floorDiv(py, HAIR_STEPS);
    for (int i = -1; i <= 1; i++) {
      for (int j = -1; j <= 1; j++) {
        for (int p = table[slot(cx + i, cy + j)]; p != NONE; p = older[p]) {
          if (Math.abs(x[p] - px) <= HAIR_STEPS && Math.abs(y[p] - py) <= HAIR_STEPS) {
            each.accept(p);
          }
        }
      }
    }
  }

  private int slot(int cx, int cy) {
    int hash = cx * 0x9E3779B9 ^ cy * 0x85EBCA6B;
    return (hash ^ hash >>> 15) & (table.length - 1);
  }

  int places() {
    return places;
  }

  int x(int place) {
    return x[place];
  }

  int y(int place) {
    return y[place];
  }

  int count() {
    return count;
  }

  /** The place a segment leaves. */
  int from(int segment) {
    return from[segment];
  }

  int to(int segment) {
    return to[segment];
  }
}
