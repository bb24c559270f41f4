package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Works in series: none of them gains anything alone, all together do. For the demands that weigh
 * most the cheapest hurdle is taken away, then the next, until they are covered.
 */
final class Series {

  private static final int MOST_WORKS = 5;
  private static final int DEMANDS_TRIED = 24;

  private final Town town;
  private final Rulebook rules;
  private final BitSet allowed;
  private final long[] weights;

  Series(Town town, Rulebook rules, BitSet allowed) {
    this.town = town;
    this.rules = rules;
    this.allowed = allowed;
    weights = town.weights();
  }

  /** Sets of works, each of which covers somebody newly for no more than what money is left. */
  List<BitSet> from(BitSet done, long left) {
    BitSet wanted = new BitSet();
    BitSet covered = town.covered(done);
    BitSet possible = town.possible();
    IntStream.range(0, weights.length)
        .filter(d -> weights[d] > 0 && !covered.get(d) && possible.get(d))
        .boxed()
        .sorted(Comparator.comparingLong((Integer d) -> -weights[d]).thenComparingInt(d -> d))
        .limit(DEMANDS_TRIED)
        .forEach(wanted::set);
    List<BitSet> found = new ArrayList<>();
    Map<Integer, BitSet> first = wanted.isEmpty() ? Map.of() : town.hurdles(done, wanted);
    first.forEach((demand, hurdles) -> follow(demand, hurdles, done, left, found));
    return found;
  }

  private void follow(int demand, BitSet first, BitSet done, long left, List<BitSet> found) {
    BitSet series = new BitSet();
    BitSet hurdles = first;
    BitSet asked = new BitSet();
    asked.set(demand);
    for (int i = 0; i < MOST_WORKS; i++) {
      BitSet more = cheapest(hurdles, series, done, left);
      if (more.isEmpty()) {
        return;
      }
      series.or(more);
      BitSet then = (BitSet) done.clone();
      then.or(series);
      if (town.covered(then).get(demand)) {
        found.add(series);
        return;
      }
      hurdles = town.hurdles(then, asked).getOrDefault(demand, new BitSet());
    }
  }

  /** The series with the hurdle that costs least; empty when money is enough for none. */
  private BitSet cheapest(BitSet hurdles, BitSet series, BitSet done, long left) {
    BitSet cheapest = new BitSet();
    long least = left;
    for (int w = hurdles.nextSetBit(0); w >= 0; w = hurdles.nextSetBit(w + 1)) {
      BitSet all = (BitSet) series.clone();
      all.set(w);
      all = rules.withNeeds(all);
      all.andNot(done);
      boolean possible = allowed.get(w) && rules.fits(done, all);
      if (possible
          && rules.cents(all) <= least
          && (cheapest.isEmpty() || rules.cents(all) < least)) {
        cheapest = all;
        least = rules.cents(all);
      }
    }
    return cheapest;
  }
}
