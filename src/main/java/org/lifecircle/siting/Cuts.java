package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What is known about what people need: for each demand, sets of works of which at least one has to
 * be done before it is covered. However few of these are known, what they allow is never less than
 * what is true; so any bound drawn from them holds.
 */
final class Cuts {

  /**
   * Demands that are known to need the same.
   *
   * @param among those who share places, if they are theirs
   */
  record Row(List<BitSet> cuts, long weight, Optional<Shared> among) {}

  private static final Comparator<BitSet> ORDER =
      Comparator.comparing(BitSet::toLongArray, Arrays::compare);

  private static final Comparator<List<BitSet>> IN_ORDER =
      (a, b) -> {
        int difference = Integer.compare(a.size(), b.size());
        for (int i = 0; difference == 0 && i < a.size(); i++) {
          difference = a.get(i) == b.get(i) ? 0 : ORDER.compare(a.get(i), b.get(i));
        }
        return difference;
      };

  private final long[] weights;
  private final List<Shared> shared;
  private final boolean reaching;
  private final Map<Integer, List<BitSet>> byDemand = new TreeMap<>();
  private final List<List<BitSet>> scarce = new ArrayList<>(); // by those who share: facilities
  private final Map<BitSet, BitSet> known = new HashMap<>();

  /**
   * @param weights by demand
   * @param reaching whether it shall be known who of those who share places reaches which facility;
   *     else only who reaches any, which allows for more than is true
   */
  Cuts(long[] weights, List<Shared> shared, boolean reaching) {
    this.weights = weights;
    this.shared = shared;
    this.reaching = reaching;
    shared.forEach(some -> scarce.add(new ArrayList<>(List.of(new BitSet()))));
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
    for (Shared some : shared) {
      for (int home = 0; home < some.homes(); home++) {
        if (reaching && left.get(some.any(home))) {
          addReaches(some, home);
        }
      }
    }
    return left;
  }

  private void addReaches(Shared some, int home) {
    byDemand.put(some.free(home), new ArrayList<>());
    for (int f = 0; f < some.room().length; f++) {
      List<BitSet> cuts = new ArrayList<>();
      if (some.builders()[f] >= 0) {
        BitSet built = new BitSet();
        built.set(some.builders()[f]);
        cuts.add(built);
      }
      byDemand.put(some.reach(home, f), cuts);
    }
  }

  /**
   * Adds which facilities are scarce where some demands are covered; answers whether that is new.
   */
  boolean addScarce(BitSet covered) {
    boolean isNew = false;
    for (int s = 0; s < shared.size(); s++) {
      BitSet its = Worth.scarce(shared.get(s), covered);
      if (!scarce.get(s).contains(its)) {
        isNew |= scarce.get(s).add(its);
      }
    }
    return isNew;
  }

  /** Sets of facilities of which it is known that they may be scarce together; one is empty. */
  List<BitSet> scarce(Shared some) {
    return scarce.get(shared.indexOf(some));
  }

  /** Those who share places. */
  List<Shared> shared() {
    return shared;
  }

  /** What a demand is known to need; empty where nothing helps, or nobody wants to know. */
  Optional<List<BitSet>> of(int demand) {
    List<BitSet> cuts = byDemand.get(demand);
    return cuts == null || cuts.stream().anyMatch(BitSet::isEmpty)
        ? Optional.empty()
        : Optional.of(cuts);
  }

  /**
   * How much there is to know.
   *
   * @param all rows
   */
  long terms(List<Row> all) {
    return all.stream().flatMap(row -> row.cuts().stream()).mapToLong(BitSet::cardinality).sum()
        + reaches().mapToLong(BitSet::cardinality).sum();
  }

  /** Works that are needed to reach single facilities. */
  BitSet reaching() {
    BitSet works = new BitSet();
    reaches().forEach(works::or);
    return works;
  }

  private Stream<BitSet> reaches() {
    return byDemand.entrySet().stream()
        .filter(entry -> weights[entry.getKey()] == 0)
        .flatMap(entry -> entry.getValue().stream());
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

  /**
   * All demands that anything could help, by what they need.
   *
   * @param all whether demands of those who share places are among them
   */
  List<Row> rows(boolean all) {
    Map<Integer, Map<List<BitSet>, Long>> merged = new TreeMap<>(); // by who shares places
    byDemand.forEach(
        (demand, cuts) -> {
          int among = among(demand);
          boolean counts = weights[demand] > 0 && (all || among < 0);
          if (counts && cuts.stream().noneMatch(BitSet::isEmpty)) {
            merged
                .computeIfAbsent(among, its -> new TreeMap<>(IN_ORDER))
                .merge(cuts, weights[demand], Long::sum);
          }
        });
    List<Row> rows = new ArrayList<>();
    merged.forEach(
        (among, its) -> {
          Optional<Shared> some = among < 0 ? Optional.empty() : Optional.of(shared.get(among));
          its.forEach((cuts, weight) -> rows.add(new Row(cuts, weight, some)));
        });
    return rows;
  }

  /** The number of those who share places whose demand it is, less than 0 if it is nobody's. */
  private int among(int demand) {
    for (int s = 0; s < shared.size(); s++) {
      if (demand >= shared.get(s).first() && demand < shared.get(s).end()) {
        return s;
      }
    }
    return -1;
  }
}
