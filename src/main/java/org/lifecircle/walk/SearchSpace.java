package org.lifecircle.walk;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The arrays of a search, used again by the next one, so that a search costs what it settles and
 * not what the network holds. Nothing is wiped in between: every search writes under a lower mark
 * than all before it, so that whatever an older one left is worse than anything new.
 */
final class SearchSpace {

  /** Buckets of some eight metres or seconds. */
  private static final int LOOSE_BITS = 13;

  private final long[] least; // by node: mark << 32 | cost with label 0
  private long[] others = new long[0]; // by node: mark << 32 | first state with another label
  private long mark;
  private final Buckets buckets = new Buckets();
  private final Thrown loose = new Thrown(LOOSE_BITS);
  private int[] parents = new int[0]; // by node; only where this search put them
  private int[] parentHalves = new int[0];

  SearchSpace(int nodes) {
    least = new long[nodes];
    mark = Integer.MAX_VALUE;
    Arrays.fill(least, Long.MAX_VALUE);
  }

  /** Begins a search. */
  void begin() {
    mark--;
    buckets.clear();
    loose.clear();
  }

  boolean isUsedUp() {
    return mark <= 0;
  }

  Buckets buckets() {
    return buckets;
  }

  /** For a search that need not settle in order. */
  Thrown loose() {
    return loose;
  }

  /** Lowers the cost of a node with label 0, unless it is no higher already. */
  boolean lower(int node, int cost) {
    long marked = mark << 32 | cost;
    if (marked >= least[node]) {
      return false;
    }
    least[node] = marked;
    return true;
  }

  boolean isAt(int node, int cost) {
    return (mark << 32 | cost) == least[node];
  }

  boolean isLower(int node, int cost) {
    return (mark << 32 | cost) < least[node];
  }

  /** The cost of a node with label 0, or unreached. */
  int cost(int node) {
    long marked = least[node];
    return marked >>> 32 == mark ? (int) marked : Search.UNREACHED;
  }

  /** The first state of a node with another label, or -1. */
  int firstOther(int node) {
    long marked = others.length == 0 ? Long.MAX_VALUE : others[node];
    return marked >>> 32 == mark ? (int) marked : -1;
  }

  void setFirstOther(int node, int state) {
    if (others.length == 0) {
      others = new long[least.length];
      Arrays.fill(others, Long.MAX_VALUE);
    }
    others[node] = mark << 32 | state;
  }

  int[] parents() {
    if (parents.length == 0) {
      parents = new int[least.length];
    }
    return parents;
  }

  int[] parentHalves() {
    if (parentHalves.length == 0) {
      parentHalves = new int[least.length];
    }
    return parentHalves;
  }

  /** Spaces waiting for a search; at most as many as ever ran at once. */
  static final class Pool {

    private final ConcurrentLinkedQueue<SearchSpace> waiting = new ConcurrentLinkedQueue<>();
    private final int nodes;

    Pool(int nodes) {
      this.nodes = nodes;
    }

    SearchSpace take() {
      SearchSpace space = waiting.poll();
      return space == null || space.isUsedUp() ? new SearchSpace(nodes) : space;
    }

    void give(SearchSpace space) {
      waiting.add(space);
    }
  }
}
