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
  private final Rulebook rules;
  private final int trials;

  /**
   * @param trials at most
   */
  Thrift(Town town, Rulebook rules, int trials) {
    this.town = town;
    this.rules = rules;
    this.trials = trials;
  }

  /** The works without those that are of no use; what must be done stays. */
  BitSet spared(BitSet works) {
    BitSet left = (BitSet) works.clone();
    BitSet covered = town.covered(works);
    covered.and(weighty());
    Deque<Integer> suspects = new ArrayDeque<>(inOrder(works));
    for (int tried = 0; tried < trials && !suspects.isEmpty(); ) {
      int work = suspects.removeFirst();
      BitSet rest = without(work, left);
      if (!left.get(work) || rest == null) {
        continue;
      }
      tried++;
      BitSet then = town.covered(rest);
      then.and(covered);
      if (then.equals(covered)) {
        left = rest;
        for (int need : rules.needs(work)) {
          suspects.addFirst(need);
        }
      }
    }
    return left;
  }

  private BitSet weighty() {
    long[] weights = town.weights();
    BitSet weighty = new BitSet();
    for (int demand = 0; demand < weights.length; demand++) {
      weighty.set(demand, weights[demand] > 0);
    }
    return weighty;
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
