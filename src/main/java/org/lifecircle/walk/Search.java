package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lifecircle.walk.Foothold.Way;
import org.lifecircle.walk.Passages.Passage;

/**
 * The shortest walks from some places to everywhere, or from everywhere to them. Dijkstra (1959),
 * started from many places at once; where residents' gates matter a node keeps one length for each
 * label that nothing better makes useless.
 *
 * <p>Closing it lets the next search have its arrays; after that it answers nothing.
 */
final class Search implements AutoCloseable {

  static final int UNREACHED = Integer.MAX_VALUE;
  private static final int NOBODY = -1;

  private final View view;
  private final Links links;
  private final GroundLinks ground;
  private final Costs costs;
  private final boolean inward; // walks lead to the places searched from
  private final int cutoff;
  private final Labels labels = new Labels();
  private final Nodes all;
  private final int nodes;
  private final SearchSpace space;
  private final Buckets buckets;
  private int[] moreNode = new int[0]; // states with another label than 0
  private int[] moreLabel = new int[0];
  private int[] moreCost = new int[0];
  private int[] moreNext = new int[0];
  private int moreCount;
  private int[] parent = new int[0]; // by state: the state before it; kept on demand
  private int[] parentHalf = new int[0];
  private boolean tracing;
  private int settledCount;
  private final BasesAndClaims useful;

  Search(View view, Costs costs, Nodes all, boolean inward, int cutoff) {
    this.view = view;
    this.costs = costs;
    nodes = all.count();
    this.all = all;
    this.inward = inward;
    this.cutoff = cutoff;
    links = view.links();
    ground = view.ground();
    space = view.spaces().take();
    space.begin();
    buckets = space.buckets();
    useful = new BasesAndClaims(view, labels);
  }

  @Override
  public void close() {
    view.spaces().give(space);
  }

  /** Says which nodes are asked about, and for whom: claims that help none of them are dropped. */
  Search towards(int[] targets, int[] groups) {
    useful.targets(targets, groups);
    return this;
  }

  /** Remembers the way, so that {@link #parent} answers. */
  Search traced() {
    tracing = true;
    parent = space.parents();
    parentHalf = space.parentHalves();
    return this;
  }

  Labels labels() {
    return labels;
  }

  /** Adds a place to search from. */
  void start(int node, int cost, int label) {
    start(node, cost, label, Links.NO_PASSAGE);
  }

  /** Adds a place to search from that is left along a way. */
  void start(Way way, int label) {
    start(way.node(), way.cost(), label, way.passage());
  }

  /** Adds a place that walks lead to. */
  void start(Start start) {
    start(start.node(), start.cost(), start.label(view, labels), start.passage());
  }

  private void start(int node, int cost, int label, int passage) {
    useful.begun(label);
    if (passage == Links.NO_PASSAGE) {
      relax(node, label, cost, NOBODY, NOBODY);
    } else {
      pass(view.passage(passage), node, label, cost, NOBODY, NOBODY);
    }
  }

  /** What is farther it does not find. */
  int cutoff() {
    return cutoff;
  }

  /** What it counts. */
  Costs costs() {
    return costs;
  }

  /** Runs until everything within the cutoff is settled. */
  void run() {
    if (!tracing && moreCount == 0 && !view.hasResidentsGates()) {
      settledCount = new LooseSearch(view, costs, all, inward, cutoff, space).run();
    } else {
      runInOrder();
    }
  }

  private void runInOrder() {
    while (!buckets.isEmpty()) {
      long least = buckets.pop();
      int cost = (int) (least >>> 32);
      int state = (int) least;
      if (cost == cost(state)) {
        settledCount++;
        settle(state, cost);
      }
    }
  }

  /** How many states were settled. */
  int settledCount() {
    return settledCount;
  }

  private void settle(int state, int cost) {
    int node = state;
    int label = 0;
    if (state >= nodes) {
      node = moreNode[state - nodes];
      label = moreLabel[state - nodes];
      if (useful.isSpent(label)) {
        return;
      }
    }
    useful.settled(node, label);
    if (cost > 0 && all.isDoor(node)) {
      return;
    }
    if (label != 0) {
      label = useful.reduced(label);
    }
    followLinks(state, node, label, cost);
    int[] fresh = view.fresh(node);
    if (fresh != null) {
      for (int i = 0, end = inward ? view.freshThrough(node) : fresh.length; i < end; i += 2) {
        relax(fresh[i], label, cost + costs.ground(fresh[i + 1]), state, NOBODY);
      }
    } else {
      followGround(state, node, label, cost);
    }
  }

  private void followLinks(int state, int node, int label, int cost) {
    int[] arcs = costs.arcs(inward);
    for (int at = links.first(node), end = links.end(node, inward); at < end; at++) {
      int step = arcs[2 * at + 1];
      int to = arcs[2 * at];
      if (step == Costs.IMPASSABLE) {
        continue;
      }
      if (to >= 0) {
        relax(to, label, cost + step, state, at);
      } else if (view.isThere(at)) {
        int passage = links.passage(at);
        if (passage == Links.NO_PASSAGE) {
          relax(links.target(at), label, cost + step, state, at);
        } else {
          pass(view.passage(passage), links.target(at), label, cost + step, state, at);
        }
      }
    }
  }

  private void followGround(int state, int node, int label, int cost) {
    int end = ground.end(node, inward);
    for (int at = ground.first(node); at < end; at++) {
      int step = costs.ground(ground.lengthMillimetres(at));
      relax(ground.to(at), label, cost + step, state, NOBODY);
    }
  }

  private void pass(Passage passage, int to, int label, int cost, int state, int half) {
    switch (passage.access()) {
      case PUBLIC -> relax(to, label, cost, state, half);
      case CLOSED -> {}
      case RESIDENTS -> {
        int[] groups = view.groupsOf(passage);
        for (int group : groups) {
          if (labels.allows(label, group)) {
            relax(to, label, cost, state, half);
            return;
          }
        }
        if (labels.isUnclaimed(label)) {
          for (int group : groups) {
            relax(to, labels.claimed(label, group), cost, state, half);
          }
        }
      }
    }
  }

  /**
   * @param position of the half-link it was reached by, or NOBODY
   */
  private void relax(int node, int label, int cost, int from, int position) {
    if (cost > cutoff || cost < 0) {
      return; // too far; negative is an overflow, farther still
    }
    if (label == 0) {
      if (space.isLower(node, cost) && !beaten(node, 0, cost)) {
        space.lower(node, cost);
        reached(node, cost, from, position);
      }
      return;
    }
    if ((space.cost(node) <= cost && labels.dominates(0, label)) || beaten(node, label, cost)) {
      return;
    }
    int state = state(node, label);
    moreCost[state - nodes] = cost;
    reached(state, cost, from, position);
  }

  private void reached(int state, int cost, int from, int position) {
    if (tracing) {
      if (state >= parent.length) {
        parent = Arrays.copyOf(parent, 2 * state);
        parentHalf = Arrays.copyOf(parentHalf, 2 * state);
      }
      parent[state] = from;
      parentHalf[state] = position == NOBODY ? NOBODY : links.half(position);
    }
    buckets.push(cost, state);
  }

  /** Whether another label of the node makes this one useless. */
  private boolean beaten(int node, int label, int cost) {
    for (int i = first(node); i != NOBODY; i = moreNext[i]) {
      if (moreCost[i] <= cost && labels.dominates(moreLabel[i], label)) {
        return true;
      }
    }
    return false;
  }

  private int first(int node) {
    return moreCount == 0 ? NOBODY : space.firstOther(node);
  }

  private int state(int node, int label) {
    int first = first(node);
    for (int i = first; i != NOBODY; i = moreNext[i]) {
      if (moreLabel[i] == label) {
        return nodes + i;
      }
    }
    if (moreCount == moreNode.length) {
      int n = Math.max(64, 2 * moreCount);
      moreNode = Arrays.copyOf(moreNode, n);
      moreLabel = Arrays.copyOf(moreLabel, n);
      moreCost = Arrays.copyOf(moreCost, n);
      moreNext = Arrays.copyOf(moreNext, n);
    }
    moreNode[moreCount] = node;
    moreLabel[moreCount] = label;
    moreNext[moreCount] = first;
    space.setFirstOther(node, moreCount);
    return nodes + moreCount++;
  }

  /** The cost of a node with label 0. */
  int plainCost(int node) {
    return space.cost(node);
  }

  /** How many states have another label. */
  int moreCount() {
    return moreCount;
  }

  int moreNode(int i) {
    return moreNode[i];
  }

  int moreLabel(int i) {
    return moreLabel[i];
  }

  int moreCost(int i) {
    return moreCost[i];
  }

  /** The least cost of a node for a base that lays claim to nothing. */
  int unclaimedCost(int node, int base) {
    int best = UNREACHED;
    for (int i = first(node); i != NOBODY; i = moreNext[i]) {
      if (labels.base(moreLabel[i]) == base && labels.isUnclaimed(moreLabel[i])) {
        best = Math.min(best, moreCost[i]);
      }
    }
    return best;
  }

  /** The node of a state. */
  int node(int state) {
    return state < nodes ? state : moreNode[state - nodes];
  }

  private int cost(int state) {
    return state < nodes ? space.cost(state) : moreCost[state - nodes];
  }

  /** The least cost between the places searched from and a node, for somebody of a group. */
  int costTo(int node, int group) {
    int state = stateFor(node, group);
    return state == NOBODY ? UNREACHED : cost(state);
  }

  /** The state that gives {@link #costTo}, or -1. */
  int stateFor(int node, int group) {
    int best = space.cost(node) == UNREACHED ? NOBODY : node;
    for (int i = first(node); i != NOBODY; i = moreNext[i]) {
      if (labels.serves(moreLabel[i], group) && (best == NOBODY || moreCost[i] < cost(best))) {
        best = nodes + i;
      }
    }
    return best;
  }

  /** The least cost of a node, whoever it is of use to. */
  int anyCost(int node) {
    int best = space.cost(node);
    for (int i = first(node); i != NOBODY; i = moreNext[i]) {
      best = Math.min(best, moreCost[i]);
    }
    return best;
  }

  /** The groups that walks to a node lay claim to where that makes them shorter. */
  List<Integer> claims(int node) {
    List<Integer> claims = new ArrayList<>();
    for (int i = first(node); i != NOBODY; i = moreNext[i]) {
      int claim = labels.claim(moreLabel[i]);
      if (claim != Labels.NONE
          && moreCost[i] < costTo(node, Labels.NONE)
          && !claims.contains(claim)) {
        claims.add(claim);
      }
    }
    return claims;
  }

  /** The state before a state, or -1 where the search began. */
  int parent(int state) {
    return parent[state];
  }

  /** The half-link a state was reached by, or -1 over open ground and at the start. */
  int parentHalf(int state) {
    return parentHalf[state];
  }
}
