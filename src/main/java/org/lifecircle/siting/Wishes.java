package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
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
  private final List<Sharing> sharing = new ArrayList<>();
  private final BitSet parts = new BitSet(); // wishes that are parts of another

  /**
   * A walked wish whose facilities serve, some of them, only so many. The wish to reach one that
   * serves whoever comes has the number after it, then each of these by itself.
   *
   * @param wish its number
   * @param factor how much one person counts
   */
  private record Sharing(int wish, List<Facility> limited, List<Long> room, double factor) {}

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
      double factor = weight.getOrDefault(wish.requirement(), 1.0);
      add(group, wish, wish.accepted(), people, weighted(people, factor));
      if (!wish.room().isEmpty()) {
        addParts(group, wish, factor);
      }
    }
  }

  private void addParts(String group, Demands.Walked wish, double factor) {
    List<Facility> limited =
        wish.accepted().stream().filter(f -> wish.room().containsKey(f.id())).toList();
    List<Long> room = limited.stream().map(f -> wish.room().getOrDefault(f.id(), 0L)).toList();
    int whole = walked.size() - 1;
    sharing.add(new Sharing(whole, limited, room, factor));
    long[] nobody = new long[entrances];
    List<Facility> others = new ArrayList<>(wish.accepted());
    others.removeAll(limited);
    add(group, wish, others, nobody, nobody);
    limited.forEach(facility -> add(group, wish, List.of(facility), nobody, nobody));
    parts.set(whole + 1, walked.size());
  }

  private void add(
      String group, Demands.Walked wish, List<Facility> accepted, long[] people, long[] weights) {
    int number = walked.size();
    walked.add(new Demanded(wish.requirement(), group, wish.measure(), wish.cutoff(), accepted));
    walkedPeople.add(people);
    walkedWeights.add(weights);
    for (Facility facility : accepted) {
      walkedTo
          .computeIfAbsent(facility.id(), f -> new LinkedHashMap<>())
          .computeIfAbsent(wish.measure(), m -> new ArrayList<>())
          .add(number);
    }
  }

  /** Whether a walked wish is only a part of another, worth nothing by itself. */
  boolean isPart(int wish) {
    return parts.get(wish);
  }

  /** How many pairs there are of an entrance and a facility that serves only so many. */
  long sharedPairs() {
    return sharing.stream().mapToLong(its -> (long) its.limited().size() * entrances).sum();
  }

  /**
   * Who share places.
   *
   * @param weighted whether persons count by weight, else each as one
   * @param builder of a facility, less than 0 where it stands already
   */
  List<Shared> shared(boolean weighted, ToIntFunction<Facility> builder) {
    List<Shared> shared = new ArrayList<>();
    for (Sharing its : sharing) {
      double factor = weighted ? its.factor() : 1;
      long[] room = its.room().stream().mapToLong(r -> Math.round(r * factor)).toArray();
      long[] worth = (weighted ? walkedWeights : walkedPeople).get(its.wish()).clone();
      int[] builders = its.limited().stream().mapToInt(builder).toArray();
      shared.add(new Shared(demand(its.wish(), 0), worth, room, builders));
    }
    return shared;
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

  /** By demand: millionths of people × requirements, each person counting as one. */
  long[] people() {
    return inOrder(walkedPeople, presentPeople);
  }
}
