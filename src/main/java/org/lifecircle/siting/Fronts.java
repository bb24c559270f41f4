package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Facility;
import org.lifecircle.walk.Adjoining;
import org.lifecircle.walk.CostField;
import org.lifecircle.walk.Hurdles;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;

/**
 * What stands between people and what they want: works of which at least one is needed. It rests on
 * what walks would cost if everything were open.
 */
final class Fronts {

  /** Of so many places at most the front is looked for at the outset. */
  private static final int MOST_PLACES = 200;

  private static final double[] CELLS_METRES = {1, 25, 50, 100, 200, 1e9};

  private final WorksDone works;
  private final Wishes wishes;
  private final BitSet allowed;
  private final Proof.Stop stop;
  private final Adjoining adjoining;
  private final int[] workOfHurdle;
  private final BitSet possible = new BitSet(); // demands
  private final Map<Integer, Hurdles.OpenCosts> open = new ConcurrentHashMap<>(); // by wish
  private boolean isOpen;

  /**
   * @param numbers by work: that of what it opens, or less than 0
   */
  Fronts(WorksDone works, Wishes wishes, BitSet allowed, int[] numbers, Proof.Stop stop) {
    this.works = works;
    this.wishes = wishes;
    this.allowed = allowed;
    this.stop = stop;
    adjoining = new Adjoining(works.network());
    workOfHurdle = new int[Arrays.stream(numbers).map(n -> n + 1).max().orElse(0)];
    Arrays.fill(workOfHurdle, -1);
    for (int w = numbers.length - 1; w >= 0; w--) {
      if (numbers[w] >= 0) {
        workOfHurdle[numbers[w]] = w;
      }
    }
  }

  private void check() {
    if (stop.asked()) {
      throw new Proof.CancelledException();
    }
  }

  /** What is covered when everything is open and built, and a little more. */
  synchronized BitSet possible() {
    openAll();
    return (BitSet) possible.clone();
  }

  private synchronized void openAll() {
    if (isOpen) {
      return;
    }
    List<Integer> whole = whole();
    List<CostField> fields = whole.parallelStream().map(this::openField).toList();
    for (int i = 0; i < fields.size(); i++) {
      wishes.addWithin(List.of(whole.get(i)), fields.get(i).costs(), possible);
      open.put(whole.get(i), new Hurdles.OpenCosts(fields.get(i)));
    }
    wishes.addPresent(facility -> works.stands(facility, allowed), possible);
    isOpen = true;
  }

  /** The walked wishes that are no part of another. */
  private List<Integer> whole() {
    return IntStream.range(0, wishes.walked().size())
        .filter(wish -> !wishes.isPart(wish))
        .boxed()
        .toList();
  }

  private CostField openField(int wish) {
    check();
    Demanded demanded = wishes.walked().get(wish);
    return works
        .atMost(allowed)
        .field(accepted(demanded, allowed), demanded.measure(), demanded.cutoff());
  }

  /** What walks would cost if all were open; of parts of wishes when first asked for. */
  private Hurdles.OpenCosts open(int wish) {
    return open.computeIfAbsent(wish, w -> new Hurdles.OpenCosts(openField(w)));
  }

  private List<Facility> accepted(Demanded wish, BitSet done) {
    return wish.accepted().stream().filter(f -> works.stands(f, done)).toList();
  }

  /** {@link Town#hurdles}. */
  Map<Integer, BitSet> hurdles(BitSet done, BitSet demands) {
    Map<Integer, BitSet> all = new TreeMap<>();
    Map<Integer, List<Integer>> walkedAt = new TreeMap<>(); // by entrance: wishes
    demands.stream()
        .forEach(
            demand -> {
              if (wishes.isWalked(demand)) {
                walkedAt
                    .computeIfAbsent(wishes.entrance(demand), e -> new ArrayList<>())
                    .add(wishes.wish(demand));
              } else {
                all.put(demand, helpfulIn(demand, done));
              }
            });
    openAll();
    Hurdles hurdles = new Hurdles(works.with(done), adjoining);
    List.copyOf(walkedAt.entrySet()).parallelStream()
        .map(at -> hurdlesAt(hurdles, List.of(at.getKey()), at.getValue(), done))
        .forEachOrdered(
            found ->
                found.forEach(
                    (wish, helpful) ->
                        all.put(wishes.demand(wish, helpful.entrance()), helpful.works())));
    return all;
  }

  /** What helps people at some entrances, the first of them named. */
  private record Helpful(int entrance, BitSet works) {}

  private BitSet helpfulIn(int demand, BitSet done) {
    BitSet helpful = new BitSet();
    for (Facility facility : wishes.presentIn(demand)) {
      Integer work = works.builder(facility);
      if (work != null && allowed.get(work) && !done.get(work)) {
        helpful.set(work);
      }
    }
    return helpful;
  }

  /** By wish: what helps anybody at these entrances, all of one compound. */
  private Map<Integer, Helpful> hurdlesAt(
      Hurdles hurdles, List<Integer> entrances, List<Integer> asked, BitSet done) {
    check();
    Map<Integer, Helpful> found = new TreeMap<>();
    Map<Measure, List<Integer>> byMeasure = new LinkedHashMap<>();
    for (int wish : asked) {
      byMeasure
          .computeIfAbsent(wishes.walked().get(wish).measure(), m -> new ArrayList<>())
          .add(wish);
    }
    byMeasure.forEach(
        (measure, its) -> {
          Hurdles.Front front = hurdles.from(entrances, measure, wishes.cutoff(its));
          for (int wish : its) {
            found.put(wish, new Helpful(entrances.get(0), helpful(front, wish, done)));
          }
        });
    return found;
  }

  private BitSet helpful(Hurdles.Front front, int wish, BitSet done) {
    Demanded demanded = wishes.walked().get(wish);
    BitSet numbers = new BitSet();
    front.add(open(wish), demanded.cutoff(), numbers);
    BitSet helpful = new BitSet();
    numbers.stream()
        .filter(n -> n < workOfHurdle.length && workOfHurdle[n] >= 0)
        .map(n -> workOfHurdle[n])
        .filter(allowed::get)
        .forEach(helpful::set);
    for (Facility facility : demanded.accepted()) {
      Integer work = works.builder(facility);
      if (work != null
          && allowed.get(work)
          && !done.get(work)
          && front.mayReach(facility, demanded.cutoff())) {
        helpful.set(work);
      }
    }
    return helpful;
  }

  /**
   * {@link Town#outset}: what has to be built where opening everything is not enough, and what
   * stands in the way of people who live close together.
   */
  List<Map<Integer, BitSet>> outset(BitSet demands) {
    openAll();
    Map<Integer, BitSet> built = new TreeMap<>();
    Map<Place, BitSet> wanted = new LinkedHashMap<>(); // wishes
    Map<Place, List<Integer>> places = places(demands);
    places.forEach((place, entrances) -> wanted.put(place, new BitSet()));
    Map<Integer, Place> placeOf = new HashMap<>();
    places.forEach((place, its) -> its.forEach(entrance -> placeOf.put(entrance, place)));
    BitSet openable = openable();
    demands.stream()
        .forEach(
            demand -> {
              Place place = wishes.isWalked(demand) ? placeOf.get(wishes.entrance(demand)) : null;
              if (place == null) {
                built.put(demand, helpfulIn(demand, new BitSet()));
              } else {
                wanted.getOrDefault(place, new BitSet()).set(wishes.wish(demand));
                if (!openable.get(demand)) {
                  built.put(demand, new BitSet());
                }
              }
            });
    addBuilt(built);
    return List.of(built, atPlaces(places, wanted, demands));
  }

  private record Place(int group, long column, long row) {}

  /** Where demands are: entrances of one compound close together. */
  private Map<Place, List<Integer>> places(BitSet demands) {
    BitSet entrances = new BitSet();
    demands.stream().filter(wishes::isWalked).map(wishes::entrance).forEach(entrances::set);
    Map<Place, List<Integer>> places = Map.of();
    for (double cell : CELLS_METRES) {
      places = new LinkedHashMap<>();
      for (int e = entrances.nextSetBit(0); e >= 0; e = entrances.nextSetBit(e + 1)) {
        Coordinate at = works.network().entrancePlace(e);
        Place place =
            new Place(
                works.network().gateGroup(e),
                (long) Math.floor(at.x / cell),
                (long) Math.floor(at.y / cell));
        places.computeIfAbsent(place, p -> new ArrayList<>()).add(e);
      }
      if (places.size() <= MOST_PLACES) {
        break;
      }
    }
    return places;
  }

  /** The walked demands that are covered when everything is open and nothing is built. */
  private BitSet openable() {
    WalkNetwork all = works.atMost(allowed);
    BitSet openable = new BitSet();
    whole().parallelStream()
        .map(
            wish -> {
              check();
              Demanded demanded = wishes.walked().get(wish);
              BitSet its = new BitSet();
              wishes.addWithin(
                  List.of(wish),
                  all.costsToNearest(
                      accepted(demanded, new BitSet()), demanded.measure(), demanded.cutoff()),
                  its);
              return its;
            })
        .forEachOrdered(openable::or);
    return openable;
  }

  /** Adds to each demand the works that build what could serve it with everything open. */
  private void addBuilt(Map<Integer, BitSet> built) {
    WalkNetwork all = works.atMost(allowed);
    List<Integer> builders = allowed.stream().filter(works::builds).boxed().toList();
    builders.parallelStream()
        .map(work -> servedBy(work, all))
        .forEachOrdered(
            served -> {
              for (int demand = served.demands().nextSetBit(0);
                  demand >= 0;
                  demand = served.demands().nextSetBit(demand + 1)) {
                BitSet its = built.get(demand);
                if (its != null) {
                  its.set(served.work());
                }
              }
            });
  }

  private record Served(int work, BitSet demands) {}

  private Served servedBy(int work, WalkNetwork all) {
    check();
    BitSet served = new BitSet();
    @Nullable Facility facility = works.facility(work);
    if (facility != null) {
      wishes
          .walkedTo(facility)
          .forEach(
              (measure, its) ->
                  wishes.addWithin(
                      its,
                      all.costsToNearest(List.of(facility), measure, wishes.cutoff(its)),
                      served));
    }
    return new Served(work, served);
  }

  private Map<Integer, BitSet> atPlaces(
      Map<Place, List<Integer>> places, Map<Place, BitSet> wanted, BitSet demands) {
    Hurdles hurdles = new Hurdles(works.network(), adjoining);
    Map<Integer, BitSet> found = new TreeMap<>();
    List.copyOf(places.entrySet()).parallelStream()
        .map(
            place -> {
              List<Integer> asked =
                  wanted.getOrDefault(place.getKey(), new BitSet()).stream().boxed().toList();
              Map<Integer, BitSet> its = new TreeMap<>();
              if (!stop.late()) {
                hurdlesAt(hurdles, place.getValue(), asked, new BitSet())
                    .forEach(
                        (wish, helpful) -> {
                          for (int entrance : place.getValue()) {
                            its.put(wishes.demand(wish, entrance), helpful.works());
                          }
                        });
              }
              return its;
            })
        .forEachOrdered(found::putAll);
    found.keySet().removeIf(demand -> !demands.get(demand));
    return found;
  }
}
