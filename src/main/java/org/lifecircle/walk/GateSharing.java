package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who would come to use residents' gates of others if something went: a walk can change for that
 * far away from what goes.
 */
final class GateSharing {

  private final NetworkParts parts;
  private final View view;
  private final BitSet groups; // of those who walk and of where they walk to
  private final int[] now; // by compound

  /**
   * @param groups as the view numbers them
   */
  GateSharing(NetworkParts parts, View view, BitSet groups) {
    this.parts = parts;
    this.view = view;
    this.groups = groups;
    now = parts.joins().groups(view.standing());
  }

  /** Whether one of the groups gains gates when a removable goes. */
  boolean growsWithout(int removable) {
    BitSet one = new BitSet();
    one.set(removable);
    return growsWithout(one);
  }

  /** Whether one of the groups gains gates when these removables go. */
  boolean growsWithout(BitSet removables) {
    if (!view.hasResidentsGates()) {
      return false;
    }
    BitSet gone = (BitSet) view.standing().gone().clone();
    gone.or(removables);
    int[] then = parts.joins().groups(parts.standing(gone));
    if (Arrays.equals(then, now)) {
      return false;
    }
    Map<Integer, Set<Integer>> joined = new HashMap<>();
    for (int compound = 0; compound < then.length; compound++) {
      joined.computeIfAbsent(then[compound], k -> new HashSet<>()).add(view.group(compound));
    }
    return joined.values().stream().anyMatch(this::anyGains);
  }

  private boolean anyGains(Set<Integer> joined) {
    return joined.stream()
        .filter(groups::get)
        .anyMatch(
            group ->
                joined.stream()
                    .anyMatch(
                        other ->
                            !other.equals(group) && view.baseOf(other) != CompoundMap.NOWHERE));
  }
}
