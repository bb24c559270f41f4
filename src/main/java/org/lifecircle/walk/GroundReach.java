package org.lifecircle.walk;

import java.util.Arrays;

/**
 * Which triangles of open ground are wholly within reach, told from what it costs to get to their
 * corners: whatever a corner's disc covers of its triangle is in plain sight of it. Only the few
 * triangles left over need looking at, and only nodes that may see one of them.
 */
final class GroundReach {

  private static final int ROUNDS = 3;
  private static final int DEPTH = 5;

  private final WalkNetwork network;
  private final Triangulation mesh;
  private final Corners corners;
  private final Yards yards;
  private final Costs costs;
  private final int[] bound; // by node: what it costs at most to get there

  private final double[] discs = new double[9]; // of one triangle: places and radii
  private final int[] triangles; // that could be within reach

  /**
   * @param nodes that are within reach
   * @param triangles of ground that could be
   */
  GroundReach(
      WalkNetwork network, Yards yards, Search search, Costs costs, int[] nodes, int[] triangles) {
    mesh = network.world().arrangement().mesh();
    corners = network.world().corners();
    this.network = network;
    this.yards = yards;
    this.costs = costs;
    bound = new int[network.parts().nodes().count()];
    this.triangles = triangles;
    Arrays.fill(bound, Search.UNREACHED);
    for (int node : nodes) {
      if (!yards.touches(node)) {
        bound[node] = search.costTo(node, yards.groupOfNode(node));
      }
    }
  }

  /** Takes in what is seen from the foothold itself. */
  void look(Foothold foothold, Standing standing, int spent, int threshold) {
    double reach = costs.reach(threshold - spent);
    Expansion expansion = new Expansion(mesh);
    Expansion.Sight sight =
        new Expansion.Sight() {
          @Override
          public void vertex(int corner) {
            lower(corner, foothold.groundX(), foothold.groundY(), spent);
          }

          @Override
          public boolean triangle(int entered, int right, int left) {
            int v = mesh.origin(entered);
            int w = mesh.destination(entered);
            return toSegment(foothold.groundX(), foothold.groundY(), v, w) <= reach;
          }
        };
    for (int t : foothold.triangles()) {
      expansion.fromPoint(foothold.groundX(), foothold.groundY(), t, standing, sight);
    }
  }

  private double toSegment(double x, double y, int v, int w) {
    double ax = mesh.x(v);
    double ay = mesh.y(v);
    double dx = mesh.x(w) - ax;
    double dy = mesh.y(w) - ay;
    double share = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy);
    double s = Math.max(0, Math.min(1, share));
    return Math.hypot(ax + s * dx - x, ay + s * dy - y);
  }

  private void lower(int corner, int x, int y, int before) {
    int node = corners.at(corner);
    if (node != Triangulation.NONE) {
      int v = mesh.origin(corner);
      int length = Plane.lengthRoundedUp((long) mesh.x(v) - x, (long) mesh.y(v) - y);
      int cost = before + costs.ground(length);
      if (cost >= 0 && cost < bound[node]) {
        bound[node] = cost;
      }
    }
  }

  /** Lets corners that no walk turns at learn from their neighbours. */
  void spread(int threshold) {
    for (int round = 0; round < ROUNDS; round++) {
      for (int t : triangles) {
        int a = corners.at(3 * t);
        int b = corners.at(3 * t + 1);
        int c = corners.at(3 * t + 2);
        int group = yards.group(t);
        if (Math.min(bound[a], Math.min(bound[b], bound[c])) < threshold
            && yards.groupOfNode(a) == group
            && yards.groupOfNode(b) == group
            && yards.groupOfNode(c) == group) {
          relax(3 * t, a, b);
          relax(3 * t + 1, b, c);
          relax(3 * t + 2, c, a);
        }
      }
    }
  }

  private void relax(int edge, int a, int b) {
    int low = Math.min(bound[a], bound[b]);
    int high = Math.max(bound[a], bound[b]);
    double dx = (double) mesh.x(mesh.origin(edge)) - mesh.x(mesh.destination(edge));
    double dy = (double) mesh.y(mesh.origin(edge)) - mesh.y(mesh.destination(edge));
    int cost = low + costs.ground((int) Math.ceil(Math.sqrt(dx * dx + dy * dy)));
    if (cost >= 0 && cost < high) {
      bound[bound[a] > bound[b] ? a : b] = cost;
    }
  }

  /** Fills the triangles that are certainly within reach and tells which others may be. */
  Unsettled settle(int threshold, Foothold foothold, Canvas canvas) {
    double far = foothold.tieMillimetres() + (double) costs.reach(threshold);
    int[] left = new int[triangles.length];
    int n = 0;
    for (int t : triangles) {
      if (covers(t, threshold)) {
        canvas.fill(t);
      } else if (yards.isNear(t, foothold.x(), foothold.y(), far)) {
        left[n++] = t;
      }
    }
    return new Unsettled(network, yards, Arrays.copyOf(left, n));
  }

  /** Whether the discs of its corners cover a triangle. */
  private boolean covers(int t, int threshold) {
    int group = yards.group(t);
    for (int k = 0; k < 3; k++) {
      int node = corners.at(3 * t + k);
      int cost = yards.groupOfNode(node) == group ? bound[node] : Search.UNREACHED;
      discs[3 * k] = mesh.x(mesh.origin(3 * t + k));
      discs[3 * k + 1] = mesh.y(mesh.origin(3 * t + k));
      discs[3 * k + 2] = cost > threshold ? -1 : costs.reach(threshold - cost);
    }
    return covered(discs[0], discs[1], discs[3], discs[4], discs[6], discs[7], DEPTH);
  }

  /** Whether one disc holds a triangle whole, or discs hold both its halves. */
  private boolean covered(
      double ax, double ay, double bx, double by, double cx, double cy, int depth) {
    boolean anyA = false;
    boolean anyB = false;
    boolean anyC = false;
    for (int k = 0; k < 9; k += 3) {
      boolean a = holds(k, ax, ay);
      boolean b = holds(k, bx, by);
      boolean c = holds(k, cx, cy);
      if (a && b && c) {
        return true;
      }
      anyA |= a;
      anyB |= b;
      anyC |= c;
    }
    if (depth == 0 || !anyA || !anyB || !anyC) {
      return false;
    }
    double ab = (bx - ax) * (bx - ax) + (by - ay) * (by - ay);
    double bc = (cx - bx) * (cx - bx) + (cy - by) * (cy - by);
    double ca = (ax - cx) * (ax - cx) + (ay - cy) * (ay - cy);
    if (bc >= ab && bc >= ca) {
      return halvesCovered(bx, by, cx, cy, ax, ay, depth);
    }
    return (ca >= ab && ca >= bc)
        ? halvesCovered(cx, cy, ax, ay, bx, by, depth)
        : halvesCovered(ax, ay, bx, by, cx, cy, depth);
  }

  /** Cuts the triangle across its longest side, from a to b. */
  private boolean halvesCovered(
      double ax, double ay, double bx, double by, double cx, double cy, int depth) {
    double mx = (ax + bx) / 2;
    double my = (ay + by) / 2;
    return covered(ax, ay, mx, my, cx, cy, depth - 1) && covered(mx, my, bx, by, cx, cy, depth - 1);
  }

  private boolean holds(int k, double x, double y) {
    double dx = x - discs[k];
    double dy = y - discs[k + 1];
    return discs[k + 2] >= 0 && dx * dx + dy * dy <= discs[k + 2] * discs[k + 2];
  }
}
