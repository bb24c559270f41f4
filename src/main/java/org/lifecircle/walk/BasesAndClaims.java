package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Tells when a label has done all it can, so that it need not spread over the city.
 *
 * <p>A base matters only at its own residents' gates: once both sides of each are settled for it,
 * passing one again can better nothing. A claim matters only to people of its compound: once all
 * their doors are settled, it is spent. Both follow from settling in order of cost, so no answer
 * changes.
 */
final class BasesAndClaims {

  private final View view;
  private final Labels labels;
  private final Map<Integer, Integer> sidesLeft = new HashMap<>();
  private final Map<Integer, Integer> doorsLeft = new HashMap<>();
  private int[] groupOf = new int[0]; // by node: whose door it is
  private final BitSet isDoor = new BitSet();
  private boolean targeted;

  BasesAndClaims(View view, Labels labels) {
    this.view = view;
    this.labels = labels;
  }

  void begun(int label) {
    int base = labels.base(label);
    if (base != Labels.NONE) {
      sidesLeft.computeIfAbsent(base, b -> view.sides(b).cardinality());
    }
  }

  void targets(int[] nodes, int[] groups, int nodeCount) {
    targeted = true;
    groupOf = new int[nodeCount];
    Arrays.fill(groupOf, Labels.NONE);
    for (int i = 0; i < nodes.length; i++) {
      groupOf[nodes[i]] = groups[i];
      if (groups[i] != Labels.NONE && !isDoor.get(nodes[i])) {
        isDoor.set(nodes[i]);
        doorsLeft.merge(groups[i], 1, Integer::sum);
      }
    }
  }

  void settled(int node, int label) {
    int base = labels.base(label);
    if (base != Labels.NONE && labels.isUnclaimed(label) && view.sides(base).get(node)) {
      sidesLeft.merge(base, -1, Integer::sum);
    }
    if (targeted && isDoor.get(node) && labels.serves(label, groupOf[node])) {
      isDoor.clear(node);
      doorsLeft.merge(groupOf[node], -1, Integer::sum);
    }
  }

  /** Whether nobody is left whom the label's claim could help. */
  boolean isSpent(int label) {
    int claim = labels.claim(label);
    return targeted && claim != Labels.NONE && doorsLeft.getOrDefault(claim, 0) == 0;
  }

  /** The label without a base that can do no more. */
  int reduced(int label) {
    int base = labels.base(label);
    return base != Labels.NONE && sidesLeft.getOrDefault(base, 1) == 0
        ? labels.of(Labels.NONE, labels.claim(label))
        : label;
  }
}
