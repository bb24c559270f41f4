package org.lifecircle.siting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of a plan what it covers as much without: no money is spent for nothing. Every trial
 * asks the place about the whole plan, so there are only so many of them; what is built is tried
 * first, then what costs most.
 */
final class Thrift {

  private final Town town;
  private final Worth worth;
  private final Rulebook rules;
  private final int trials;

  /**
   * @param trials at most
   */
  Thrift(Town town, Worth worth, Rulebook rules, int trials) {
    this.town = town;
    this.worth = worth;
    this.rules = rules;
    this.trials = trials;
  }

  /** The works without those that are of no use; what must be done stays. */
  BitSet spared(BitSet works) {
    BitSet left = (BitSet) works.clone();
    BitSet covered = town.covered(works);
    Deque<Integer> suspects = new ArrayDeque<>(inOrder(works));
    for (int tried = 0; tried < trials && !suspects.isEmpty(); ) {
      int work = suspects.removeFirst();
      BitSet rest = without(work, left);
      if (!left.get(work) || rest == null) {
        continue;
      }
      tried++;
      if (worth.of(covered, town.covered(rest)) == 0) {
        left = rest;
        for (int need : rules.needs(work)) {
          suspects.addFirst(need);
        }
      }
    }
    return left;
  }

  private List<Integer> inOrder(BitSet works) {
    List<Integer> suspects = new ArrayList<>(works.stream().boxed().toList());
    suspects.sort(
        Comparator.comparing((Integer w) -> !town.builds(w))
            .thenComparingLong(w -> -rules.cents(w))
            .thenComparingInt(w -> w));
    return suspects;
  }

  /** All works but one and what needs it; null when that must be done. */
  private @Nullable BitSet without(int work, BitSet works) {
    BitSet rest = (BitSet) works.clone();
    rest.clear(work);
    works.stream()
        .filter(other -> other != work)
        .forEach(
            other -> {
              for (int need : rules.needs(other)) {
                if (need == work) {
                  rest.clear(other);
                }
              }
            });
    BitSet missing = rules.fixed();
    missing.andNot(rest);
    return missing.isEmpty() ? rest : null;
  }
}
