package org.lifecircle.walk;

import java.util.Arrays;

/**
 * Tells outlines apart: seams, and segments that are left of them, belong together when they touch,
 * directly or by way of others. Rings that only touch at a point are not told apart: whether they
 * enclose something between them depends on what lies elsewhere.
 */
final class SeamGroups {

  private final Welding sewn;
  private final Welding left;
  private final int[] parent; // of places of seams, then of segments
  private final int[] number; // by place
  private int count;

  /**
   * @param xy both ends of each seam
   * @param sewn the seams
   * @param left what is left of seams once they have cut and cancelled each other
   */
  SeamGroups(int[] xy, Welding sewn, Welding left) {
    this.sewn = sewn;
    this.left = left;
    parent = new int[sewn.places() + left.places()];
    Arrays.setAll(parent, place -> place);
    for (int s = 0; s < xy.length; s += 4) {
      int place = sewn.nearest(xy[s], xy[s + 1]);
      joinNear(place, xy[s], xy[s + 1]);
      joinNear(place, xy[s + 2], xy[s + 3]);
    }
    for (int place = 0; place < left.places(); place++) {
      joinNear(sewn.places() + place, left.x(place), left.y(place));
    }
    for (int s = 0; s < left.count(); s++) {
      join(sewn.places() + left.from(s), sewn.places() + left.to(s));
    }
    number = new int[parent.length];
    for (int place = 0; place < parent.length; place++) {
      int root = root(place); // the lowest of its group
      number[place] = root == place ? count++ : number[root];
    }
  }

  int count() {
    return count;
  }

  /** The outline of what begins or ends at a place of seams. */
  int at(int x, int y) {
    return number[sewn.nearest(x, y)];
  }

  int ofSegment(int segment) {
    return number[sewn.places() + left.from(segment)];
  }

  private void joinNear(int place, int x, int y) {
    sewn.near(x, y, other -> join(place, other));
  }

  private int root(int place) {
    int top = place;
    while (parent[top] != top) {
      parent[top] = parent[parent[top]];
      top = parent[top];
    }
    return top;
  }

  private void join(int a, int b) {
    int rootA = root(a);
    int rootB = root(b);
    parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }
}
