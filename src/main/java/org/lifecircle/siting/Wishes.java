package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.lifecircle.coverage.Demands;
import org.lifecircle.model.Facility;
import org.lifecircle.walk.Measure;

/**
 * All that is wanted, numbered: first each walked requirement × entrance, then each requirement
 * judged by presence × compound, one group after the other.
 */
final class Wishes {

  private final int entrances;
  private final int compounds;
  private final BitSet lived = new BitSet(); // entrances
  private final List<Demanded> walked = new ArrayList<>();
  private final List<Demands.Present> present = new ArrayList<>();
  private final List<long[]> walkedPeople = new ArrayList<>(); // by wish, by entrance
  private final List<long[]> walkedWeights = new ArrayList<>();
  private final List<long[]> presentPeople = new ArrayList<>(); // by wish, by compound
  private final List<long[]> presentWeights = new ArrayList<>();
  private final Map<String, Map<Measure, List<Integer>>> walkedTo = new HashMap<>();

  Wishes(int entrances, int compounds) {
    this.entrances = entrances;
    this.compounds = compounds;
  }

  /**
   * Adds what one group wants.
   *
   * @param weight by requirement: how much one person counts
   */
  void add(String group, Demands demands, Map<String, Double> weight) {
    addWalked(group, demands.walked(), demands.peopleAt(), weight);
    for (Demands.Present wish : demands.present()) {
      double factor = weight.getOrDefault(wish.requirement(), 1.0);
      present.add(wish);
      presentPeople.add(demands.peopleOf());
      presentWeights.add(weighted(demands.peopleOf(), factor));
    }
  }

  void addWalked(
      String group, List<Demands.Walked> wanted, long[] people, Map<String, Double> weight) {
    for (int e = 0; e < entrances; e++) {
      lived.set(e, lived.get(e) || people[e] > 0);
    }
    for (Demands.Walked wish : wanted) {
      int number = walked.size();
      walked.add(
          new Demanded(wish.requirement(), group, wish.measure(), wish.cutoff(), wish.accepted()));
      walkedPeople.add(people);
      walkedWeights.add(weighted(people, weight.getOrDefault(wish.requirement(), 1.0)));
      for (Facility facility : wish.accepted()) {
        walkedTo
            .computeIfAbsent(facility.id(), f -> new LinkedHashMap<>())
            .computeIfAbsent(wish.measure(), m -> new ArrayList<>())
            .add(number);
      }
    }
  }

  private static long[] weighted(long[] people, double factor) {
    return LongStream.of(people).map(p -> Math.round(p * factor)).toArray();
  }

  List<Demanded> walked() {
    return walked;
  }

  /** By demand: what covering it is worth. */
  long[] weights() {
    return inOrder(walkedWeights, presentWeights);
  }

  private long[] inOrder(List<long[]> ofWalked, List<long[]> ofPresent) {
    return LongStream.concat(
            ofWalked.stream().flatMapToLong(LongStream::of),
            ofPresent.stream().flatMapToLong(LongStream::of))
        .toArray();
  }

  int demand(int wish, int entrance) {
    return wish * entrances + entrance;
  }

  boolean isWalked(int demand) {
    return demand < walked.size() * entrances;
  }

  int wish(int demand) {
    return demand / entrances;
  }

  int entrance(int demand) {
    return demand % entrances;
  }

  boolean livesAnybody(int entrance) {
    return lived.get(entrance);
  }

  /** The largest cutoff of some walked wishes. */
  int cutoff(List<Integer> wishes) {
    return wishes.stream().mapToInt(wish -> walked.get(wish).cutoff()).max().orElse(0);
  }

  /**
   * Adds the demands that are met.
   *
   * @param costs by entrance, of walking to the nearest facility that satisfies these wishes
   */
  void addWithin(List<Integer> wishes, int[] costs, BitSet covered) {
    for (int wish : wishes) {
      int cutoff = walked.get(wish).cutoff();
      for (int entrance = 0; entrance < costs.length; entrance++) {
        if (costs[entrance] <= cutoff && livesAnybody(entrance)) {
          covered.set(demand(wish, entrance));
        }
      }
    }
  }

  /** The entrances at which somebody lives for whom a walked wish is not among those met. */
  BitSet unmet(int wish, BitSet met) {
    BitSet unmet = (BitSet) lived.clone();
    BitSet its = met.get(demand(wish, 0), demand(wish, 0) + entrances);
    unmet.andNot(its);
    return unmet;
  }

  /** The walked wishes a facility would satisfy, by their measure. */
  Map<Measure, List<Integer>> walkedTo(Facility facility) {
    return walkedTo.getOrDefault(facility.id(), Map.of());
  }

  /** The facilities that count towards a demand judged by presence. */
  List<Facility> presentIn(int demand) {
    int rest = demand - walked.size() * entrances;
    int compound = rest % compounds;
    return present.get(rest / compounds).accepted().stream()
        .filter(standing -> standing.compound() == compound)
        .map(Demands.Standing::facility)
        .toList();
  }

  /** Adds the demands judged by presence that are met by the facilities that stand. */
  void addPresent(Predicate<Facility> stands, BitSet covered) {
    for (int b = 0; b < present.size(); b++) {
      boolean[] any = new boolean[compounds];
      double[] land = new double[compounds];
      for (Demands.Standing standing : present.get(b).accepted()) {
        if (standing.compound() >= 0 && stands.test(standing.facility())) {
          any[standing.compound()] = true;
          land[standing.compound()] += standing.squareMetres();
        }
      }
      for (int c = 0; c < compounds; c++) {
        if (any[c] && land[c] >= present.get(b).squareMetresNeeded().get(c)) {
          covered.set(walked.size() * entrances + b * compounds + c);
        }
      }
    }
  }

  /** What covering some demands is worth. */
  double worth(BitSet demands) {
    return sum(demands, weights());
  }

  /** Millionths of people × requirements: some demands, each person counting as one. */
  double people(BitSet demands) {
    return sum(demands, inOrder(walkedPeople, presentPeople));
  }

  private static double sum(BitSet demands, long[] of) {
    return demands.stream().mapToLong(demand -> of[demand]).sum();
  }
}
