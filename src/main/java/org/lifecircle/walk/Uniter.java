package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Unites convex pieces of one triangle on the fine grid. The outline of a union of convex pieces is
 * the edges of each without what lies inside another; edges are cut where they cross and where a
 * corner touches them, and crossings are rounded to the grid, so that near coincidences may be
 * judged inconsistently. Then the ends do not meet, and the slower {@link SlowUnion} decides.
 */
final class Uniter {

  /** Nearer than this, points and lines touch. */
  private static final double TOUCH_STEPS = 1;

  /** Nearer than this, a rounded edge may run along another. */
  private static final double BESIDE_STEPS = 0.75;

  private final Snapping snapping;
  private final List<Snapping.Ring> rings = new ArrayList<>();

  // edges inside the triangle, of all rings
  private int[] edges = new int[256]; // x and y of both ends
  private int[] owner = new int[64];
  private int edgeCount;
  private final List<Points> cuts = new ArrayList<>();

  // those edges cut where they meet others
  private int[] parts = new int[256];
  private int[] partOwner = new int[64];
  private int partCount;

  Uniter(Triangulation mesh, FineGrid grid) {
    snapping = new Snapping(mesh, grid);
  }

  /** Points along one edge. */
  private static final class Points {
    private int[] xy = new int[8];
    private int size;

    void add(int x, int y) {
      if (size == xy.length) {
        xy = Arrays.copyOf(xy, 2 * size);
      }
      xy[size++] = x;
      xy[size++] = y;
    }
  }

  /** The outline of some pieces of a triangle, or null where they come to nothing. */
  @Nullable Outline unite(int triangle, List<double[]> pieces) {
    snapping.at(triangle);
    if (snapping.isThin()) {
      return snapping.halved(pieces);
    }
    rings.clear();
    for (double[] piece : pieces) {
      Snapping.Ring ring = snapping.snap(piece);
      if (ring != null) {
        rings.add(ring);
      }
    }
    if (rings.isEmpty()) {
      return null;
    }
    gather();
    if (rings.size() > 1) {
      cutAll();
    }
    split();
    Outline outline = new Outline(kept(), snapping.along(rings));
    return closes(outline) ? outline : new SlowUnion(snapping).unite(rings);
  }

  private void gather() {
    edgeCount = 0;
    for (int r = 0; r < rings.size(); r++) {
      Snapping.Ring ring = rings.get(r);
      for (int i = 0; i < ring.size(); i++) {
        if (ring.side(i) < 0) {
          int j = (i + 1) % ring.size();
          if (edgeCount == owner.length) {
            owner = Arrays.copyOf(owner, 2 * edgeCount);
            edges = Arrays.copyOf(edges, 8 * edgeCount);
          }
          if (edgeCount == cuts.size()) {
            cuts.add(new Points());
          }
          cuts.get(edgeCount).size = 0;
          owner[edgeCount] = r;
          edges[4 * edgeCount] = ring.x(i);
          edges[4 * edgeCount + 1] = ring.y(i);
          edges[4 * edgeCount + 2] = ring.x(j);
          edges[4 * edgeCount + 3] = ring.y(j);
          edgeCount++;
        }
      }
    }
  }

  private void cutAll() {
    for (int a = 0; a < edgeCount; a++) {
      for (int b = a + 1; b < edgeCount; b++) {
        if (owner[a] != owner[b] && boxesMeet(a, b)) {
          cutBoth(a, b);
        }
      }
    }
  }

  private boolean boxesMeet(int a, int b) {
    return spansMeet(edges[4 * a], edges[4 * a + 2], edges[4 * b], edges[4 * b + 2])
        && spansMeet(edges[4 * a + 1], edges[4 * a + 3], edges[4 * b + 1], edges[4 * b + 3]);
  }

  private static boolean spansMeet(int a, int b, int c, int d) {
    return Math.max(a, b) + 1 >= Math.min(c, d) && Math.max(c, d) + 1 >= Math.min(a, b);
  }

  private void cutBoth(int a, int b) {
    cutAt(a, b, 0);
    cutAt(a, b, 2);
    cutAt(b, a, 0);
    cutAt(b, a, 2);
    double px = edges[4 * a];
    double py = edges[4 * a + 1];
    double dx = edges[4 * a + 2] - px;
    double dy = edges[4 * a + 3] - py;
    double qx = edges[4 * b];
    double qy = edges[4 * b + 1];
    double ex = edges[4 * b + 2] - qx;
    double ey = edges[4 * b + 3] - qy;
    double cross = dx * ey - dy * ex;
    if (cross == 0) {
      return;
    }
    double s = ((qx - px) * ey - (qy - py) * ex) / cross;
    double t = ((qx - px) * dy - (qy - py) * dx) / cross;
    if (s > 0 && s < 1 && t > 0 && t < 1) {
      int x = (int) Math.rint(px + s * dx);
      int y = (int) Math.rint(py + s * dy);
      if (!isEnd(a, x, y) && !isEnd(b, x, y)) {
        cuts.get(a).add(x, y);
        cuts.get(b).add(x, y);
      }
    }
  }

  /** Whether an edge ends so near to a point that touching there says it all. */
  private boolean isEnd(int edge, int x, int y) {
    return isNear(edge, 0, x, y) || isNear(edge, 2, x, y);
  }

  private boolean isNear(int edge, int end, int x, int y) {
    return Math.abs(edges[4 * edge + end] - x) <= TOUCH_STEPS
        && Math.abs(edges[4 * edge + end + 1] - y) <= TOUCH_STEPS;
  }

  /** Cuts an edge at an end of another where it touches. */
  private void cutAt(int a, int b, int end) {
    int x = edges[4 * b + end];
    int y = edges[4 * b + end + 1];
    double px = edges[4 * a];
    double py = edges[4 * a + 1];
    double dx = edges[4 * a + 2] - px;
    double dy = edges[4 * a + 3] - py;
    double square = dx * dx + dy * dy;
    double across = dx * (y - py) - dy * (x - px);
    double along = dx * (x - px) + dy * (y - py);
    double slack = TOUCH_STEPS * Math.sqrt(square);
    if (Math.abs(across) > slack || along < -slack || along > square + slack) {
      return;
    }
    if (along > 0 && along < square) {
      cuts.get(a).add(x, y);
    }
  }

  private void split() {
    partCount = 0;
    for (int e = 0; e < edgeCount; e++) {
      int x = edges[4 * e];
      int y = edges[4 * e + 1];
      double dx = edges[4 * e + 2] - (double) x;
      double dy = edges[4 * e + 3] - (double) y;
      Points points = cuts.get(e);
      sort(points, dx, dy);
      for (int i = 0; i < points.size; i += 2) {
        addPart(x, y, points.xy[i], points.xy[i + 1], owner[e]);
        x = points.xy[i];
        y = points.xy[i + 1];
      }
      addPart(x, y, edges[4 * e + 2], edges[4 * e + 3], owner[e]);
    }
  }

  /** Sorts points along a direction, in ever smaller steps: few edges have many, but some do. */
  private static void sort(Points points, double dx, double dy) {
    int[] xy = points.xy;
    int n = points.size / 2;
    for (int step = gap(n); step > 0; step = step == 1 ? 0 : gap(step)) {
      for (int i = step; i < n; i++) {
        int x = xy[2 * i];
        int y = xy[2 * i + 1];
        double key = dx * x + dy * y;
        int at = i;
        while (at >= step && dx * xy[2 * (at - step)] + dy * xy[2 * (at - step) + 1] > key) {
          xy[2 * at] = xy[2 * (at - step)];
          xy[2 * at + 1] = xy[2 * (at - step) + 1];
          at -= step;
        }
        xy[2 * at] = x;
        xy[2 * at + 1] = y;
      }
    }
  }

  private static int gap(int n) {
    return n <= 2 ? Math.min(n, 1) : n * 4 / 9;
  }

  private void addPart(int x, int y, int toX, int toY, int ring) {
    if (x == toX && y == toY) {
      return;
    }
    if (partCount == partOwner.length) {
      partOwner = Arrays.copyOf(partOwner, 2 * partCount);
      parts = Arrays.copyOf(parts, 8 * partCount);
    }
    partOwner[partCount] = ring;
    parts[4 * partCount] = x;
    parts[4 * partCount + 1] = y;
    parts[4 * partCount + 2] = toX;
    parts[4 * partCount + 3] = toY;
    partCount++;
  }

  /** The parts that no other ring holds inside; of equal ones the first, of opposite ones none. */
  private int[] kept() {
    int[] kept = new int[4 * partCount];
    int n = 0;
    for (int p = 0; p < partCount; p++) {
      if (isKept(p)) {
        System.arraycopy(parts, 4 * p, kept, n, 4);
        n += 4;
      }
    }
    return Arrays.copyOf(kept, n);
  }

  private boolean isKept(int p) {
    double x = (parts[4 * p] + (double) parts[4 * p + 2]) / 2;
    double y = (parts[4 * p + 1] + (double) parts[4 * p + 3]) / 2;
    for (int r = 0; r < rings.size(); r++) {
      if (r != partOwner[p] && rings.get(r).isNear(x, y, TOUCH_STEPS)) {
        double depth = rings.get(r).depth(x, y, -BESIDE_STEPS);
        if (depth > BESIDE_STEPS) {
          return false;
        }
        if (depth >= -BESIDE_STEPS) {
          int beside = beside(p, r);
          if (beside < 0 || (beside == 0 && depth > 0) || (beside > 0 && r < partOwner[p])) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /** Whether a ring has the same part (1), its opposite (-1) or neither (0). */
  private int beside(int p, int ring) {
    for (int q = 0; q < partCount; q++) {
      if (partOwner[q] == ring) {
        if (same(p, 0, q, 0) && same(p, 2, q, 2)) {
          return 1;
        }
        if (same(p, 0, q, 2) && same(p, 2, q, 0)) {
          return -1;
        }
      }
    }
    return 0;
  }

  private boolean same(int p, int end, int q, int otherEnd) {
    return parts[4 * p + end] == parts[4 * q + otherEnd]
        && parts[4 * p + end + 1] == parts[4 * q + otherEnd + 1];
  }

  /** Whether every point is come to as often as it is left. */
  private static boolean closes(Outline outline) {
    int n = outline.inside().length / 4;
    for (int[] stretches : outline.along()) {
      n += stretches.length / 4;
    }
    long[] begins = new long[n];
    long[] ends = new long[n];
    int at = gather(outline.inside(), begins, ends, 0);
    for (int[] stretches : outline.along()) {
      at = gather(stretches, begins, ends, at);
    }
    Arrays.sort(begins);
    Arrays.sort(ends);
    return Arrays.equals(begins, ends);
  }

  private static int gather(int[] segments, long[] begins, long[] ends, int from) {
    int at = from;
    for (int i = 0; i < segments.length; i += 4) {
      begins[at] = Sewing.place(segments[i], segments[i + 1]);
      ends[at++] = Sewing.place(segments[i + 2], segments[i + 3]);
    }
    return at;
  }
}
