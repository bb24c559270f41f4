package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Tells when a label has done all it can, so that it need not spread over the city.
 *
 * <p>A base matters only at its own residents' gates: once both sides of each are settled for it,
 * passing one again can better nothing. A claim matters only to people of its compound: once all
 * their doors are settled, it is spent. Both follow from settling in order of cost, so no answer
 * changes.
 */
final class BasesAndClaims {

  private static final int UNKNOWN = -1;

  private final View view;
  private final Labels labels;
  private int[] sidesLeft = new int[0]; // by base
  private int[] doorsLeft = new int[0]; // by claim
  private int firstDoor;
  private int[] groupOf = new int[0]; // by node from the first door on: whose door it is
  private final BitSet isDoor = new BitSet();
  private boolean targeted;

  BasesAndClaims(View view, Labels labels) {
    this.view = view;
    this.labels = labels;
  }

  void begun(int label) {
    int base = labels.base(label);
    if (base != Labels.NONE) {
      sidesLeft = upTo(base, sidesLeft, UNKNOWN);
      if (sidesLeft[base] == UNKNOWN) {
        sidesLeft[base] = view.sides(base).cardinality();
      }
    }
  }

  void targets(int[] nodes, int[] groups) {
    targeted = true;
    firstDoor = Arrays.stream(nodes).min().orElse(0);
    groupOf = new int[Arrays.stream(nodes).max().orElse(-1) + 1 - firstDoor];
    Arrays.fill(groupOf, Labels.NONE);
    for (int i = 0; i < nodes.length; i++) {
      int door = nodes[i] - firstDoor;
      groupOf[door] = groups[i];
      if (groups[i] != Labels.NONE && !isDoor.get(door)) {
        isDoor.set(door);
        doorsLeft = upTo(groups[i], doorsLeft, 0);
        doorsLeft[groups[i]]++;
      }
    }
  }

  private static int[] upTo(int index, int[] array, int fill) {
    if (index < array.length) {
      return array;
    }
    int[] longer = Arrays.copyOf(array, Math.max(2 * array.length, index + 1));
    Arrays.fill(longer, array.length, longer.length, fill);
    return longer;
  }

  void settled(int node, int label) {
    if (label != 0) {
      int base = labels.base(label);
      if (base != Labels.NONE && labels.isUnclaimed(label) && view.sides(base).get(node)) {
        sidesLeft[base]--;
      }
    }
    int door = node - firstDoor;
    if (door >= 0 && door < groupOf.length && isDoor.get(door)) {
      if (labels.serves(label, groupOf[door])) {
        isDoor.clear(door);
        doorsLeft[groupOf[door]]--;
      }
    }
  }

  /** Whether nobody is left whom the label's claim could help. */
  boolean isSpent(int label) {
    int claim = labels.claim(label);
    return targeted && claim != Labels.NONE && (claim >= doorsLeft.length || doorsLeft[claim] == 0);
  }

  /** The label without a base that can do no more. */
  int reduced(int label) {
    int base = labels.base(label);
    return base != Labels.NONE && sidesLeft[base] == 0
        ? labels.of(Labels.NONE, labels.claim(label))
        : label;
  }
}
