package org.lifecircle.walk;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the pieces of a triangle on the fine grid, and knows what lies on its edges. */
final class Snapping {

  /** Nearer than this, in steps, to a corner or an edge, a point lies on it. */
  private static final double ON_STEPS = 1;

  /** Triangles of less height are within reach as a whole or not at all. */
  private static final double THIN_STEPS = 5;

  private final Triangulation mesh;
  private final FineGrid grid;
  private final double[] cx = new double[3]; // of the triangle, in steps of the grid
  private final double[] cy = new double[3];
  private int[] xy = new int[32];
  private int[] on = new int[16]; // by point: a bit for each edge it lies on
  private int size;

  Snapping(Triangulation mesh, FineGrid grid) {
    this.mesh = mesh;
    this.grid = grid;
  }

  /** A ring on the grid, counter-clockwise. */
  static final class Ring {
    private final int[] xy;
    private final int[] side; // by edge: the triangle's edge it runs along, or -1
    private int west = Integer.MAX_VALUE;
    private int south = Integer.MAX_VALUE;
    private int east = Integer.MIN_VALUE;
    private int north = Integer.MIN_VALUE;

    Ring(int[] xy, int[] side) {
      this.xy = xy;
      this.side = side;
      for (int i = 0; i < xy.length; i += 2) {
        west = Math.min(west, xy[i]);
        south = Math.min(south, xy[i + 1]);
        east = Math.max(east, xy[i]);
        north = Math.max(north, xy[i + 1]);
      }
    }

    /** Whether a point lies in the box round the ring, or so near to it. */
    boolean isNear(double px, double py, double steps) {
      return px >= west - steps && px <= east + steps && py >= south - steps && py <= north + steps;
    }

    int size() {
      return side.length;
    }

    int x(int i) {
      return xy[2 * i];
    }

    int y(int i) {
      return xy[2 * i + 1];
    }

    /** The edge of the triangle that the edge from this point runs along, or -1. */
    int side(int i) {
      return side[i];
    }

    /**
     * How far inside a convex ring a point lies; nothing counts along the triangle's edges. Not
     * looked into further once it is known to be less than some depth.
     */
    double depth(double px, double py, double enough) {
      double least = Double.MAX_VALUE;
      for (int i = 0; i < side.length; i++) {
        if (side[i] < 0) {
          int j = i + 1 == side.length ? 0 : i + 1;
          double dx = (double) xy[2 * j] - xy[2 * i];
          double dy = (double) xy[2 * j + 1] - xy[2 * i + 1];
          double across = dx * (py - xy[2 * i + 1]) - dy * (px - xy[2 * i]);
          least = Math.min(least, across / Math.sqrt(dx * dx + dy * dy));
          if (least < enough) {
            return least;
          }
        }
      }
      return least;
    }
  }

  /** Turns to a triangle. */
  void at(int triangle) {
    for (int k = 0; k < 3; k++) {
      cx[k] = grid.of(mesh.x(mesh.origin(3 * triangle + k)));
      cy[k] = grid.of(mesh.y(mesh.origin(3 * triangle + k)));
    }
  }

  /** Whether the triangle is so thin that its edges cannot be told apart on the grid. */
  boolean isThin() {
    double twice = (cx[1] - cx[0]) * (cy[2] - cy[0]) - (cy[1] - cy[0]) * (cx[2] - cx[0]);
    double longest = 0;
    for (int k = 0; k < 3; k++) {
      int next = (k + 1) % 3;
      longest = Math.max(longest, Math.hypot(cx[next] - cx[k], cy[next] - cy[k]));
    }
    return twice < THIN_STEPS * longest;
  }

  /** A thin triangle whole if at least half of it is within reach, else nothing of it. */
  @Nullable Outline halved(List<double[]> pieces) {
    double area = 0;
    for (double[] piece : pieces) {
      area += twiceArea(piece) * grid.steps() * grid.steps();
    }
    double[] whole = {cx[0], cy[0], cx[1], cy[1], cx[2], cy[2]};
    if (2 * area < twiceArea(whole)) {
      return null;
    }
    int[][] along = new int[3][];
    for (int k = 0; k < 3; k++) {
      int next = (k + 1) % 3;
      along[k] = new int[] {(int) cx[k], (int) cy[k], (int) cx[next], (int) cy[next]};
    }
    return new Outline(new int[0], along);
  }

  private static double twiceArea(double[] xy) {
    double sum = 0;
    for (int i = 0; i < xy.length; i += 2) {
      int j = i + 2 == xy.length ? 0 : i + 2;
      sum += (xy[i] - xy[0]) * (xy[j + 1] - xy[1]) - (xy[i + 1] - xy[1]) * (xy[j] - xy[0]);
    }
    return sum;
  }

  /** A piece on the grid, or null where nothing is left of it. */
  @Nullable Ring snap(double[] piece) {
    size = 0;
    for (int i = 0; i < piece.length; i += 2) {
      add(grid.of(piece[i]), grid.of(piece[i + 1]));
    }
    while (size > 1 && xy[0] == xy[2 * size - 2] && xy[1] == xy[2 * size - 1]) {
      size--;
    }
    return size < 3 || twiceArea() < 2 ? null : ring();
  }

  private void add(double px, double py) {
    if (size == on.length) {
      on = Arrays.copyOf(on, 2 * size);
      xy = Arrays.copyOf(xy, 4 * size);
    }
    int x = (int) Math.rint(px);
    int y = (int) Math.rint(py);
    int bits = 0;
    for (int k = 0; k < 3; k++) {
      if (Math.abs(px - cx[k]) <= ON_STEPS && Math.abs(py - cy[k]) <= ON_STEPS) {
        x = (int) cx[k];
        y = (int) cy[k];
        bits = 1 << k | 1 << (k + 2) % 3;
        break;
      }
      if (isOn(k, px, py)) {
        bits |= 1 << k;
      }
    }
    if (size > 0 && xy[2 * size - 2] == x && xy[2 * size - 1] == y) {
      on[size - 1] |= bits;
      return;
    }
    xy[2 * size] = x;
    xy[2 * size + 1] = y;
    on[size++] = bits;
  }

  private boolean isOn(int k, double px, double py) {
    int next = (k + 1) % 3;
    double dx = cx[next] - cx[k];
    double dy = cy[next] - cy[k];
    double across = dx * (py - cy[k]) - dy * (px - cx[k]);
    return across * across <= ON_STEPS * ON_STEPS * (dx * dx + dy * dy);
  }

  private double twiceArea() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      int j = i + 1 == size ? 0 : i + 1;
      double x = (double) xy[2 * i] - xy[0];
      double y = (double) xy[2 * i + 1] - xy[1];
      sum += x * ((double) xy[2 * j + 1] - xy[1]) - y * ((double) xy[2 * j] - xy[0]);
    }
    return sum;
  }

  private Ring ring() {
    int[] side = new int[size];
    for (int i = 0; i < size; i++) {
      int j = i + 1 == size ? 0 : i + 1;
      int both = on[i] & on[j];
      side[i] = both == 0 ? -1 : Integer.numberOfTrailingZeros(both);
      if (side[i] >= 0
          && along(side[i], xy[2 * j], xy[2 * j + 1]) <= along(side[i], xy[2 * i], xy[2 * i + 1])) {
        side[i] = -1; // back along the edge: no outline of a piece with its inside on the left
      }
    }
    return new Ring(Arrays.copyOf(xy, 2 * size), side);
  }

  private double along(int k, int x, int y) {
    int next = (k + 1) % 3;
    return (cx[next] - cx[k]) * (x - cx[k]) + (cy[next] - cy[k]) * (y - cy[k]);
  }

  /** What rings together take of each edge of the triangle: stretches in order, joined. */
  int[][] along(List<Ring> rings) {
    int[][] along = new int[3][];
    for (int k = 0; k < 3; k++) {
      along[k] = along(rings, k);
    }
    return along;
  }

  private int[] along(List<Ring> rings, int k) {
    int[] stretches = new int[4 * rings.size()];
    int n = 0;
    for (Ring ring : rings) {
      for (int i = 0; i < ring.size(); i++) {
        if (ring.side(i) == k) {
          int j = i + 1 == ring.size() ? 0 : i + 1;
          if (n + 4 > stretches.length) {
            stretches = Arrays.copyOf(stretches, 2 * n);
          }
          n = insert(stretches, n, k, ring.x(i), ring.y(i), ring.x(j), ring.y(j));
        }
      }
    }
    return join(Arrays.copyOf(stretches, n), k);
  }

  /** Keeps stretches in order of where they begin. */
  private int insert(int[] stretches, int n, int k, int x, int y, int toX, int toY) {
    int at = n;
    while (at > 0 && along(k, stretches[at - 4], stretches[at - 3]) > along(k, x, y)) {
      System.arraycopy(stretches, at - 4, stretches, at, 4);
      at -= 4;
    }
    stretches[at] = x;
    stretches[at + 1] = y;
    stretches[at + 2] = toX;
    stretches[at + 3] = toY;
    return n + 4;
  }

  /** Stretches of an edge of the triangle with one more among them. */
  int[] inserted(int[] stretches, int k, int x, int y, int toX, int toY) {
    int[] more = Arrays.copyOf(stretches, stretches.length + 4);
    insert(more, stretches.length, k, x, y, toX, toY);
    return more;
  }

  private int[] join(int[] sorted, int k) {
    int n = 0;
    for (int i = 0; i < sorted.length; i += 4) {
      double begin = along(k, sorted[i], sorted[i + 1]);
      double end = along(k, sorted[i + 2], sorted[i + 3]);
      if (n > 0 && begin <= along(k, sorted[n - 2], sorted[n - 1])) {
        if (end > along(k, sorted[n - 2], sorted[n - 1])) {
          sorted[n - 2] = sorted[i + 2];
          sorted[n - 1] = sorted[i + 3];
        }
      } else {
        System.arraycopy(sorted, i, sorted, n, 4);
        n += 4;
      }
    }
    return Arrays.copyOf(sorted, n);
  }

  /** The edge of the triangle that both points lie on, in the triangle's direction, or -1. */
  int side(int x, int y, int toX, int toY) {
    for (int k = 0; k < 3; k++) {
      if (isOn(k, x, y) && isOn(k, toX, toY) && along(k, toX, toY) > along(k, x, y)) {
        return k;
      }
    }
    return -1;
  }
}
