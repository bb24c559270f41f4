package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
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

  private boolean growsWithout(BitSet removables) {
    return joinedWithout(removables).stream().anyMatch(this::anyGains);
  }

  /** The nodes at gates that more people may pass when these removables go. */
  BitSet sidesSharedWithout(BitSet removables) {
    BitSet sides = new BitSet();
    for (Set<Integer> joined : joinedWithout(removables)) {
      if (joined.size() > 1) {
        joined.forEach(group -> sides.or(view.sides(group)));
      }
    }
    return sides;
  }

  /** The groups, those together that become one when these removables go. */
  private Collection<Set<Integer>> joinedWithout(BitSet removables) {
    BitSet gone = (BitSet) view.standing().gone().clone();
    gone.or(removables);
    int[] then = parts.joins().groups(parts.standing(gone));
    Map<Integer, Set<Integer>> joined = new HashMap<>();
    if (!Arrays.equals(then, now)) {
      for (int compound = 0; compound < then.length; compound++) {
        joined.computeIfAbsent(then[compound], k -> new HashSet<>()).add(view.group(compound));
      }
    }
    return joined.values();
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
