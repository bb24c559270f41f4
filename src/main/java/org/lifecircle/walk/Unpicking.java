package org.lifecircle.walk;

import java.util.Arrays;

/**
 * Splits segments where they cross or touch between their ends. Points set on a line stray from it
 * by half a step of the grid, and triangles can be thinner than that; there segments cross by a
 * hair. Split and welded, what runs to and fro cancels. Found by laying a net over all segments.
 */
final class Unpicking {

  private static final int MOST_CELLS = 1 << 20;

  private final Welding segments;
  private int cell = 250_000; // steps: 2.5 m
  private int west = Integer.MAX_VALUE;
  private int south = Integer.MAX_VALUE;
  private int columns;
  private int[] head = new int[0]; // by cell: where its segments begin
  private int[] inCell = new int[0];
  private int[] cuts = new int[64]; // segment, x and y in turn
  private int size;

  private Unpicking(Welding segments) {
    this.segments = segments;
  }

  /**
   * The segments, welded again until none crosses another, as far as a few rounds go, and closed
   * where rounding has left them open.
   *
   * @param steps of the grid to a millimetre
   */
  static Welding unpick(int[] sewn, int steps) {
    Welding welded = unpick(new Welding(sewn));
    int[] closing = OpenEnds.closing(welded, steps);
    if (closing.length == 0) {
      return welded;
    }
    int[] all = new Unpicking(welded).split();
    int[] more = Arrays.copyOf(all, all.length + closing.length);
    System.arraycopy(closing, 0, more, all.length, closing.length);
    return unpick(new Welding(more));
  }

  private static Welding unpick(Welding sewn) {
    Welding welded = sewn;
    for (int round = 0; round < 4; round++) {
      Unpicking unpicking = new Unpicking(welded);
      unpicking.find();
      if (unpicking.size == 0) {
        break;
      }
      welded = new Welding(unpicking.split());
    }
    return welded;
  }

  private void find() {
    if (segments.count() == 0) {
      return;
    }
    layNet();
    for (int c = 0; c + 1 < head.length; c++) {
      for (int i = head[c]; i < head[c + 1]; i++) {
        for (int j = i + 1; j < head[c + 1]; j++) {
          meet(inCell[i], inCell[j]);
        }
      }
    }
  }

  private void layNet() {
    int east = Integer.MIN_VALUE;
    int north = Integer.MIN_VALUE;
    for (int s = 0; s < segments.count(); s++) {
      west = Math.min(west, x(s));
      south = Math.min(south, y(s));
      east = Math.max(east, x(s));
      north = Math.max(north, y(s));
    }
    long width = (long) east - west;
    long height = (long) north - south;
    while ((width / cell + 1) * (height / cell + 1) > MOST_CELLS) {
      cell *= 2;
    }
    columns = (int) (width / cell + 1);
    head = new int[(int) (columns * (height / cell + 1)) + 1];
    for (int s = 0; s < segments.count(); s++) {
      lay(s, false);
    }
    Arrays.parallelPrefix(head, Integer::sum);
    inCell = new int[head[head.length - 1]];
    for (int s = 0; s < segments.count(); s++) {
      lay(s, true);
    }
  }

  /** Counts a segment in its cells, or puts it there. */
  private void lay(int s, boolean put) {
    int firstColumn = (int) (((long) Math.min(x(s), toX(s)) - west) / cell);
    int lastColumn = (int) (((long) Math.max(x(s), toX(s)) - west) / cell);
    int firstRow = (int) (((long) Math.min(y(s), toY(s)) - south) / cell);
    int lastRow = (int) (((long) Math.max(y(s), toY(s)) - south) / cell);
    for (int row = firstRow; row <= lastRow; row++) {
      for (int c = row * columns + firstColumn; c <= row * columns + lastColumn; c++) {
        if (put) {
          inCell[--head[c]] = s;
        } else {
          head[c]++;
        }
      }
    }
  }

  private void meet(int a, int b) {
    if (Math.max(x(a), toX(a)) < Math.min(x(b), toX(b)) - 1
        || Math.max(x(b), toX(b)) < Math.min(x(a), toX(a)) - 1
        || Math.max(y(a), toY(a)) < Math.min(y(b), toY(b)) - 1
        || Math.max(y(b), toY(b)) < Math.min(y(a), toY(a)) - 1) {
      return;
    }
    boolean touch = touch(a, segments.from(b));
    touch |= touch(a, segments.to(b));
    touch |= touch(b, segments.from(a));
    touch |= touch(b, segments.to(a));
    if (touch) {
      return;
    }
    double dx = (double) toX(a) - x(a);
    double dy = (double) toY(a) - y(a);
    double ex = (double) toX(b) - x(b);
    double ey = (double) toY(b) - y(b);
    double cross = dx * ey - dy * ex;
    double qx = (double) x(b) - x(a);
    double qy = (double) y(b) - y(a);
    double s = (qx * ey - qy * ex) / cross;
    double t = (qx * dy - qy * dx) / cross;
    if (cross != 0 && s > 0 && s < 1 && t > 0 && t < 1 && !haveEndInCommon(a, b)) {
      int px = (int) Math.rint(x(a) + s * dx);
      int py = (int) Math.rint(y(a) + s * dy);
      cut(a, px, py);
      cut(b, px, py);
    }
  }

  private boolean haveEndInCommon(int a, int b) {
    return segments.from(a) == segments.from(b)
        || segments.from(a) == segments.to(b)
        || segments.to(a) == segments.from(b)
        || segments.to(a) == segments.to(b);
  }

  /** Cuts a segment where a place lies on it that is none of its ends. */
  private boolean touch(int s, int place) {
    if (place == segments.from(s) || place == segments.to(s)) {
      return false;
    }
    double dx = (double) toX(s) - x(s);
    double dy = (double) toY(s) - y(s);
    double px = (double) segments.x(place) - x(s);
    double py = (double) segments.y(place) - y(s);
    double square = dx * dx + dy * dy;
    double along = dx * px + dy * py;
    double across = dx * py - dy * px;
    if (along <= 0 || along >= square || across * across > square) {
      return false;
    }
    cut(s, segments.x(place), segments.y(place));
    return true;
  }

  private void cut(int segment, int px, int py) {
    if (size + 3 > cuts.length) {
      cuts = Arrays.copyOf(cuts, 2 * cuts.length);
    }
    cuts[size++] = segment;
    cuts[size++] = px;
    cuts[size++] = py;
  }

  /** All segments, the cut ones in parts. */
  private int[] split() {
    int[][] bySegment = new int[segments.count()][];
    for (int i = 0; i < size; i += 3) {
      int s = cuts[i];
      int[] known = bySegment[s] == null ? new int[0] : bySegment[s];
      int[] more = Arrays.copyOf(known, known.length + 2);
      int at = known.length;
      while (at > 0 && isBefore(s, cuts[i + 1], cuts[i + 2], more[at - 2], more[at - 1])) {
        more[at] = more[at - 2];
        more[at + 1] = more[at - 1];
        at -= 2;
      }
      more[at] = cuts[i + 1];
      more[at + 1] = cuts[i + 2];
      bySegment[s] = more;
    }
    int[] all = new int[4 * segments.count() + 4 * size / 3];
    int n = 0;
    for (int s = 0; s < segments.count(); s++) {
      int px = x(s);
      int py = y(s);
      int[] between = bySegment[s] == null ? new int[0] : bySegment[s];
      for (int i = 0; i <= between.length; i += 2) {
        boolean last = i == between.length;
        all[n++] = px;
        all[n++] = py;
        px = last ? toX(s) : between[i];
        py = last ? toY(s) : between[i + 1];
        all[n++] = px;
        all[n++] = py;
      }
    }
    return Arrays.copyOf(all, n);
  }

  private boolean isBefore(int s, int px, int py, int qx, int qy) {
    double dx = (double) toX(s) - x(s);
    double dy = (double) toY(s) - y(s);
    return dx * ((double) px - qx) + dy * ((double) py - qy) < 0;
  }

  private int x(int s) {
    return segments.x(segments.from(s));
  }

  private int y(int s) {
    return segments.y(segments.from(s));
  }

  private int toX(int s) {
    return segments.x(segments.to(s));
  }

  private int toY(int s) {
    return segments.y(segments.to(s));
  }
}
