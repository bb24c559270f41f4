package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Removables that must be gone, each by number, sorted. */
record Needs(List<Integer> removables) {

  static final Needs NOTHING = new Needs(List.of());

  Needs {
    removables = removables.stream().sorted().distinct().toList();
  }

  boolean areGone(BitSet gone) {
    return removables.stream().allMatch(gone::get);
  }

  /** The same, and one more. */
  Needs and(int removable) {
    List<Integer> more = new ArrayList<>(removables);
    more.add(removable);
    return new Needs(more);
  }

  /** Whether whatever meets this meets the other too. */
  boolean includes(Needs other) {
    return removables.containsAll(other.removables);
  }

  boolean isEmpty() {
    return removables.isEmpty();
  }
}
