package org.lifecircle.walk;

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

  boolean isEmpty() {
    return removables.isEmpty();
  }
}
