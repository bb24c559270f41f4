package org.lifecircle.walk;

import java.util.Arrays;

/**
 * The triangles of open ground of which it is not yet known whether they are within reach, yard by
 * yard: only nodes that may see one of them need to look out.
 */
final class Unsettled {

  /** Longer lists are not searched. */
  private static final int MOST = 2000;

  private final Corners corners;
  private final Nodes nodes;
  private final Yards yards;
  private final int[] triangles; // yard by yard
  private final int[] first; // by yard, where its triangles begin; only where there are any
  private final int[] end;

  /**
   * @param triangles yard by yard
   */
  Unsettled(WalkNetwork network, Yards yards, int[] triangles) {
    corners = network.world().corners();
    nodes = network.parts().nodes();
    this.yards = yards;
    this.triangles = triangles;
    first = new int[yards.count()];
    end = new int[yards.count()];
    Arrays.fill(first, -1);
    for (int i = 0; i < triangles.length; i++) {
      int yard = yards.of(triangles[i]);
      if (first[yard] < 0) {
        first[yard] = i;
      }
      end[yard] = i + 1;
    }
  }

  /** Whether a node is so near to one of them, in a yard of its own, that it might reach it. */
  boolean isNear(int node, double reachMillimetres) {
    int last = Yards.NONE;
    for (int c = corners.corner(node); c != Triangulation.NONE; c = corners.leftOf(c)) {
      int yard = yards.of(c / 3);
      if (yard != Yards.NONE && yard != last && first[yard] >= 0) {
        last = yard;
        if (isNear(yard, nodes.x(node), nodes.y(node), reachMillimetres)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isNear(int yard, int x, int y, double reach) {
    if (end[yard] - first[yard] > MOST) {
      return true;
    }
    for (int i = first[yard]; i < end[yard]; i++) {
      if (yards.isNear(triangles[i], x, y, reach)) {
        return true;
      }
    }
    return false;
  }
}
