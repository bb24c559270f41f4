package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * Who would come to use residents' gates of others if something went: a walk can change for that
 * far away from what goes.
 */
final class GateSharing {

  private final NetworkParts parts;
  private final View view;
  private final BitSet groups; // of those who walk and of where they walk to
  private final int[] now; // by compound

  GateSharing(NetworkParts parts, View view, BitSet groups) {
    this.parts = parts;
    this.view = view;
    this.groups = groups;
    now = parts.joins().groups(view.standing());
  }

  /** Whether one of the groups gains gates when a removable goes. */
  boolean growsWithout(int removable) {
    BitSet gone = (BitSet) view.standing().gone().clone();
    gone.set(removable);
    int[] then = parts.joins().groups(parts.standing(gone));
    return !Arrays.equals(then, now) && groups.stream().anyMatch(group -> gains(group, then));
  }

  /** A group goes by the number of one of its compounds. */
  private boolean gains(int group, int[] then) {
    return IntStream.range(0, then.length)
        .filter(compound -> then[compound] == then[group] && now[compound] != group)
        .anyMatch(compound -> view.baseOf(now[compound]) != CompoundMap.NOWHERE);
  }
}
