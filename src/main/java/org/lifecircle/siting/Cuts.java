package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known about what people need: for each demand, sets of works of which at least one has to
 * be done before it is covered. However few of these are known, what they allow is never less than
 * what is true; so any bound drawn from them holds.
 */
final class Cuts {

  /** Demands that are known to need the same. */
  record Row(List<BitSet> cuts, long weight) {}

  private static final Comparator<BitSet> ORDER =
      Comparator.comparing(BitSet::toLongArray, Arrays::compare);

  private final long[] weights;
  private final Map<Integer, List<BitSet>> byDemand = new TreeMap<>();
  private final Map<BitSet, BitSet> known = new HashMap<>();

  /**
   * @param weights by demand
   */
  Cuts(long[] weights) {
    this.weights = weights;
    for (int demand = 0; demand < weights.length; demand++) {
      if (weights[demand] > 0) {
        byDemand.put(demand, new ArrayList<>());
      }
    }
  }

  /** Leaves out all demands but these; answers those that are left. */
  BitSet only(BitSet demands) {
    byDemand.keySet().removeIf(demand -> !demands.get(demand));
    BitSet left = new BitSet();
    byDemand.keySet().forEach(left::set);
    return left;
  }

  /** Adds what is needed of works for each demand. */
  void add(Map<Integer, BitSet> needed) {
    needed.forEach(
        (demand, works) -> {
          List<BitSet> cuts = byDemand.get(demand);
          if (cuts != null && cuts.stream().noneMatch(cut -> isWithin(cut, works))) {
            cuts.removeIf(cut -> isWithin(works, cut));
            cuts.add(known.computeIfAbsent(works, w -> w));
            cuts.sort(ORDER);
          }
        });
  }

  private static boolean isWithin(BitSet small, BitSet large) {
    BitSet outside = (BitSet) small.clone();
    outside.andNot(large);
    return outside.isEmpty();
  }

  /** The demands that these works could cover as far as is known, without those covered. */
  BitSet hopedFor(BitSet works, BitSet covered) {
    BitSet hoped = new BitSet();
    byDemand.forEach(
        (demand, cuts) -> {
          if (!covered.get(demand) && cuts.stream().allMatch(cut -> cut.intersects(works))) {
            hoped.set(demand);
          }
        });
    return hoped;
  }

  /** All demands that anything could help, by what they need. */
  List<Row> rows() {
    Map<List<BitSet>, Long> merged =
        new TreeMap<>(
            (a, b) -> {
              int difference = Integer.compare(a.size(), b.size());
              for (int i = 0; difference == 0 && i < a.size(); i++) {
                difference = a.get(i) == b.get(i) ? 0 : ORDER.compare(a.get(i), b.get(i));
              }
              return difference;
            });
    byDemand.forEach(
        (demand, cuts) -> {
          if (cuts.stream().noneMatch(BitSet::isEmpty)) {
            merged.merge(cuts, weights[demand], Long::sum);
          }
        });
    return merged.entrySet().stream().map(e -> new Row(e.getKey(), e.getValue())).toList();
  }
}
