package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes see that looked out afresh in a view, and those of the views it was altered from,
 * in layers: the topmost that has a node holds. Filled once, by whoever made it, then only read.
 */
final class FreshRows {

  /** So many are kept by node in one array. */
  private static final int MANY = 1000;

  private static final int[] NOBODY = {};

  private final Map<Integer, Row> rows; // by node
  private final Row @Nullable [] dense; // by node: the same, where they are many and all there are
  private final @Nullable FreshRows below;
  private final Map<Integer, int[]> metBy = new HashMap<>(); // by removable: nodes; made on demand

  /** None: as today. */
  FreshRows() {
    rows = Map.of();
    dense = null;
    below = null;
  }

  /** A layer to be filled, above others, of which at most two are kept apart. */
  FreshRows(FreshRows before) {
    boolean deep = before.below != null && before.below.below != null;
    rows = deep ? new HashMap<>(before.rows) : new HashMap<>();
    dense = null;
    below = deep ? before.below : before;
  }

  private FreshRows(FreshRows deep, int nodeCount) {
    rows = new HashMap<>();
    for (FreshRows level = deep; level != null; level = level.below) {
      level.rows.forEach(rows::putIfAbsent);
    }
    Row[] byNode = new Row[rows.size() > MANY ? nodeCount : 0];
    if (byNode.length > 0) {
      rows.forEach((node, row) -> byNode[node] = row);
    }
    dense = byNode.length > 0 ? byNode : null;
    below = null;
  }

  boolean any() {
    return !rows.isEmpty() || (below != null && below.any());
  }

  /** The same in one layer. */
  FreshRows settled(int nodeCount) {
    return new FreshRows(this, nodeCount);
  }

  boolean isSettled() {
    return below == null;
  }

  void put(int node, Row row) {
    rows.put(node, row);
  }

  /** A node's, or null where it sees what it sees today. */
  @Nullable Row of(int node) {
    for (FreshRows level = this; level != null; level = level.below) {
      Row row =
          level.dense != null
              ? level.dense[node]
              : level.rows.isEmpty() ? null : level.rows.get(node);
      if (row != null) {
        return row;
      }
    }
    return null;
  }

  /** Adds the nodes there are rows of. */
  void addNodes(BitSet nodes) {
    for (FreshRows level = this; level != null; level = level.below) {
      level.rows.keySet().forEach(nodes::set);
    }
  }

  /** Adds the nodes whose rows could change when these go as well. */
  void addMeeting(BitSet removables, BitSet nodes) {
    for (FreshRows level = this; level != null; level = level.below) {
      FreshRows own = level;
      removables.stream()
          .flatMap(removable -> Arrays.stream(own.metBy(removable)))
          .filter(node -> levelOf(node) == own)
          .forEach(nodes::set);
    }
  }

  private synchronized int[] metBy(int removable) {
    if (metBy.isEmpty() && !rows.isEmpty()) {
      Map<Integer, List<Integer>> found = new HashMap<>();
      rows.forEach(
          (node, row) -> {
            for (int met : row.met()) {
              found.computeIfAbsent(met, m -> new ArrayList<>()).add(node);
            }
          });
      found.forEach(
          (met, nodes) -> metBy.put(met, nodes.stream().mapToInt(Integer::intValue).toArray()));
    }
    return metBy.getOrDefault(removable, NOBODY);
  }

  private @Nullable FreshRows levelOf(int node) {
    FreshRows level = this;
    while (level != null && !level.rows.containsKey(node)) {
      level = level.below;
    }
    return level;
  }
}
