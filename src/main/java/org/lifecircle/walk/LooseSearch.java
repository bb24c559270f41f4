package org.lifecircle.walk;

import org.lifecircle.model.Access;

/**
 * A search where no label but 0 comes up and nobody asks for the way. Then order plays no part:
 * within a bucket nodes are settled as they come, one in a hundred twice, and every cost comes out
 * the same, in two thirds of the time.
 */
final class LooseSearch {

  private final View view;
  private final Links links;
  private final GroundLinks ground;
  private final Costs costs;
  private final int[] arcs;
  private final Nodes all;
  private final boolean inward;
  private final int cutoff;
  private final boolean fresh; // whether any node looked out afresh
  private final SearchSpace space;
  private final Thrown loose;

  LooseSearch(View view, Costs costs, Nodes all, boolean inward, int cutoff, SearchSpace space) {
    this.view = view;
    this.costs = costs;
    this.all = all;
    this.inward = inward;
    this.cutoff = cutoff;
    this.space = space;
    links = view.links();
    ground = view.ground();
    arcs = costs.arcs(inward);
    fresh = view.hasFresh();
    loose = space.loose();
  }

  /** Runs from what waits in the space's buckets; returns how many nodes were settled. */
  int run() {
    Buckets buckets = space.buckets();
    int settled = 0;
    while (!buckets.isEmpty()) {
      long begun = buckets.pop();
      loose.add((int) (begun >>> 32), (int) begun);
    }
    for (int bucket = 0; bucket <= loose.last(); bucket++) {
      int i = loose.takeOut(bucket);
      while (i != Thrown.NONE) {
        for (; i != Thrown.NONE; i = loose.next(i)) {
          long item = loose.item(i);
          int node = (int) item;
          int cost = (int) (item >>> 32);
          if (space.isAt(node, cost) && (cost == 0 || !all.isDoor(node))) {
            settled++;
            spread(node, cost);
          }
        }
        i = loose.takeOut(bucket);
      }
    }
    return settled;
  }

  private void spread(int node, int cost) {
    for (int at = links.first(node), end = links.end(node, inward); at < end; at++) {
      int step = arcs[2 * at + 1];
      if (step != Costs.IMPASSABLE) {
        int to = arcs[2 * at];
        if (to >= 0) {
          lower(to, cost + step);
        } else if (view.isThere(at) && isOpen(links.passage(at))) {
          lower(links.target(at), cost + step);
        }
      }
    }
    int[] row = fresh ? view.fresh(node) : null;
    if (row != null) {
      for (int i = 0, end = inward ? view.freshThrough(node) : row.length; i < end; i += 2) {
        lower(row[i], cost + costs.ground(row[i + 1]));
      }
      return;
    }
    for (int at = ground.first(node), end = ground.end(node, inward); at < end; at++) {
      lower(ground.to(at), cost + costs.ground(ground.lengthMillimetres(at)));
    }
  }

  private boolean isOpen(int passage) {
    return passage == Links.NO_PASSAGE || view.passage(passage).access() == Access.PUBLIC;
  }

  private void lower(int node, int cost) {
    if (cost <= cutoff && cost >= 0 && space.lower(node, cost)) {
      loose.add(cost, node);
    }
  }
}
