package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.lifecircle.model.Change;
import org.lifecircle.model.Facility;
import org.lifecircle.walk.Adjoining;
import org.lifecircle.walk.CostField;
import org.lifecircle.walk.FieldRepair;
import org.lifecircle.walk.Hurdles;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.Shortcuts;
import org.lifecircle.walk.WalkNetwork;

/**
 * A town as people walk in it. Its network has the doors of all candidates, so that every plan is a
 * what-if that only opens; a candidate counts for nobody until it is chosen.
 *
 * <p>Only demands that are not met today weigh anything.
 */
final class WalkTown implements Town {

  private record Key(List<Facility> facilities, Measure measure) {}

  private final WalkNetwork network;
  private final List<Work> works;
  private final BitSet allowed;
  private final Wishes wishes;
  private final Map<String, Integer> built = new HashMap<>(); // by facility: the work
  private final int[] workOfHurdle;
  private final Adjoining adjoining;
  private final long[] weights;
  private BitSet lastDone = new BitSet();
  private WalkNetwork last; // when those are done: the next to be asked about is often more
  private Hurdles.OpenCosts[] open = new Hurdles.OpenCosts[0]; // by walked wish

  /**
   * A town.
   *
   * @param network with the doors of all candidates
   * @param allowed works that may be done at all
   */
  WalkTown(WalkNetwork network, List<Work> works, BitSet allowed, Wishes wishes) {
    this.network = network;
    last = network;
    this.works = works;
    this.allowed = allowed;
    this.wishes = wishes;
    adjoining = new Adjoining(network);
    Map<Integer, Integer> hurdles = new TreeMap<>();
    for (int w = 0; w < works.size(); w++) {
      if (works.get(w).change() instanceof Change.AddFacility facility) {
        built.put(facility.feature().id(), w);
      } else {
        OptionalInt number = network.hurdle(opening(works.get(w)));
        if (number.isPresent()) {
          hurdles.put(number.getAsInt(), w);
        }
      }
    }
    workOfHurdle = new int[hurdles.keySet().stream().mapToInt(n -> n + 1).max().orElse(0)];
    Arrays.fill(workOfHurdle, -1);
    hurdles.forEach((number, work) -> workOfHurdle[number] = work);
    weights = wishes.weights();
    covered(new BitSet()).stream().forEach(demand -> weights[demand] = 0);
  }

  /** What a work does in a network in which all its gates and doors are there already. */
  private static Change opening(Work work) {
    return work.change() instanceof Change.AddGate gate
        ? new Change.OpenGate(gate.id())
        : work.change();
  }

  @Override
  public boolean builds(int work) {
    return works.get(work).change() instanceof Change.AddFacility;
  }

  private List<Change> openings(BitSet done) {
    return done.stream().filter(w -> !builds(w)).mapToObj(w -> opening(works.get(w))).toList();
  }

  /** The network when these works are done. */
  synchronized WalkNetwork with(BitSet done) {
    BitSet more = (BitSet) done.clone();
    more.andNot(lastDone);
    BitSet fewer = (BitSet) lastDone.clone();
    fewer.andNot(done);
    if (!fewer.isEmpty()) {
      last = network;
      more = done;
    }
    List<Change> openings = openings(more);
    last = openings.isEmpty() ? last : last.with(openings);
    lastDone = (BitSet) done.clone();
    return last;
  }

  @Override
  public long[] weights() {
    return weights;
  }

  /** The facilities a wish is satisfied by when these works are done. */
  private List<Facility> accepted(Demanded wish, BitSet done) {
    return wish.accepted().stream().filter(f -> stands(f, done)).toList();
  }

  private boolean stands(Facility facility, BitSet done) {
    Integer work = built.get(facility.id());
    return work == null || done.get(work);
  }

  /** What a walked wish and others share: the same facilities, measured alike. */
  private Map<Key, List<Integer>> keys(BitSet done) {
    Map<Key, List<Integer>> keys = new LinkedHashMap<>();
    for (int i = 0; i < wishes.walked().size(); i++) {
      Demanded wish = wishes.walked().get(i);
      List<Facility> facilities = accepted(wish, done);
      keys.computeIfAbsent(new Key(facilities, wish.measure()), k -> new ArrayList<>()).add(i);
    }
    return keys;
  }

  private int cutoff(List<Integer> of) {
    return of.stream().mapToInt(i -> wishes.walked().get(i).cutoff()).max().orElse(0);
  }

  @Override
  public BitSet covered(BitSet done) {
    WalkNetwork now = with(done);
    BitSet covered = new BitSet();
    List<BitSet> found =
        List.copyOf(keys(done).entrySet()).parallelStream()
            .map(
                key -> {
                  BitSet its = new BitSet();
                  int[] costs =
                      now.costsToNearest(
                          key.getKey().facilities(),
                          key.getKey().measure(),
                          cutoff(key.getValue()));
                  add(key.getValue(), costs, its);
                  return its;
                })
            .toList();
    found.forEach(covered::or);
    wishes.addPresent(facility -> stands(facility, done), covered);
    return covered;
  }

  private void add(List<Integer> of, int[] costs, BitSet into) {
    for (int wish : of) {
      int cutoff = wishes.walked().get(wish).cutoff();
      for (int entrance = 0; entrance < costs.length; entrance++) {
        if (costs[entrance] <= cutoff && wishes.livesAnybody(entrance)) {
          into.set(wishes.demand(wish, entrance));
        }
      }
    }
  }

  @Override
  public Map<Integer, BitSet> hurdles(BitSet done, BitSet demands) {
    openAll();
    Hurdles hurdles = new Hurdles(with(done), adjoining);
    Map<Integer, List<Integer>> walkedAt = new TreeMap<>(); // by entrance: wishes
    Map<Integer, BitSet> all = new TreeMap<>();
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
    List.copyOf(walkedAt.entrySet()).parallelStream()
        .map(at -> hurdlesAt(hurdles, at.getKey(), at.getValue(), done))
        .forEachOrdered(all::putAll);
    return all;
  }

  private BitSet helpfulIn(int demand, BitSet done) {
    BitSet helpful = new BitSet();
    for (Facility facility : wishes.presentIn(demand)) {
      Integer work = built.get(facility.id());
      if (work != null && allowed.get(work) && !done.get(work)) {
        helpful.set(work);
      }
    }
    return helpful;
  }

  private Map<Integer, BitSet> hurdlesAt(
      Hurdles hurdles, int entrance, List<Integer> asked, BitSet done) {
    Map<Integer, BitSet> found = new TreeMap<>();
    Map<Measure, List<Integer>> byMeasure = new LinkedHashMap<>();
    for (int wish : asked) {
      byMeasure
          .computeIfAbsent(wishes.walked().get(wish).measure(), m -> new ArrayList<>())
          .add(wish);
    }
    byMeasure.forEach(
        (measure, its) -> {
          Hurdles.Front front = hurdles.from(entrance, measure, cutoff(its));
          for (int wish : its) {
            Demanded demanded = wishes.walked().get(wish);
            BitSet numbers = new BitSet();
            front.add(open[wish], demanded.cutoff(), numbers);
            BitSet helpful = new BitSet();
            numbers.stream()
                .filter(n -> n < workOfHurdle.length && workOfHurdle[n] >= 0)
                .map(n -> workOfHurdle[n])
                .filter(allowed::get)
                .forEach(helpful::set);
            for (Facility facility : demanded.accepted()) {
              Integer work = built.get(facility.id());
              if (work != null
                  && allowed.get(work)
                  && !done.get(work)
                  && front.mayReach(facility, demanded.cutoff())) {
                helpful.set(work);
              }
            }
            found.put(wishes.demand(wish, entrance), helpful);
          }
        });
    return found;
  }

  private synchronized void openAll() {
    if (open.length > 0) {
      return;
    }
    WalkNetwork all = with(allowed);
    open =
        wishes.walked().parallelStream()
            .map(
                wish ->
                    new Hurdles.OpenCosts(
                        all.field(accepted(wish, allowed), wish.measure(), wish.cutoff())))
            .toArray(Hurdles.OpenCosts[]::new);
  }

  @Override
  public List<BitSet> gains(BitSet done, List<BitSet> bundles) {
    WalkNetwork now = with(done);
    List<Map.Entry<Key, List<Integer>>> keys = List.copyOf(keys(done).entrySet());
    List<CostField> fields =
        keys.parallelStream()
            .map(
                key ->
                    now.field(
                        key.getKey().facilities(), key.getKey().measure(), cutoff(key.getValue())))
            .toList();
    BitSet before = new BitSet();
    for (int f = 0; f < fields.size(); f++) {
      add(keys.get(f).getValue(), fields.get(f).costs(), before);
    }
    wishes.addPresent(facility -> stands(facility, done), before);
    BitSet[] gains = new BitSet[bundles.size()];
    AtomicInteger next = new AtomicInteger();
    int workers = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), bundles.size()));
    IntStream.range(0, workers)
        .parallel()
        .forEach(
            worker -> {
              List<FieldRepair> repairs = fields.stream().map(CostField::repair).toList();
              for (int b = next.getAndIncrement(); b < gains.length; b = next.getAndIncrement()) {
                BitSet more = (BitSet) bundles.get(b).clone();
                more.andNot(done);
                BitSet gained = new BitSet();
                addOpened(now, more, keys, repairs, gained);
                addBuilt(now, done, more, gained);
                gained.andNot(before);
                gains[b] = gained;
              }
            });
    List<BitSet> all = new ArrayList<>();
    Collections.addAll(all, gains);
    return all;
  }

  private void addOpened(
      WalkNetwork now,
      BitSet more,
      List<Map.Entry<Key, List<Integer>>> keys,
      List<FieldRepair> repairs,
      BitSet gained) {
    List<Change> openings = openings(more);
    if (openings.isEmpty()) {
      return;
    }
    Shortcuts shortcuts = now.shortcuts(openings);
    for (int f = 0; f < repairs.size(); f++) {
      FieldRepair repair = repairs.get(f);
      repair.follow(shortcuts);
      for (int i = 0; i < repair.changedCount(); i++) {
        for (int wish : keys.get(f).getValue()) {
          int entrance = repair.entrance(i);
          if (repair.cost(i) <= wishes.walked().get(wish).cutoff()
              && wishes.livesAnybody(entrance)) {
            gained.set(wishes.demand(wish, entrance));
          }
        }
      }
    }
  }

  private void addBuilt(WalkNetwork now, BitSet done, BitSet more, BitSet gained) {
    List<Integer> built = more.stream().filter(this::builds).boxed().toList();
    if (built.isEmpty()) {
      return;
    }
    List<Change> openings = openings(more);
    WalkNetwork then = openings.isEmpty() ? now : now.with(openings);
    for (int work : built) {
      if (works.get(work).change() instanceof Change.AddFacility facility) {
        wishes
            .walkedTo(facility.feature())
            .forEach(
                (measure, its) ->
                    add(
                        its,
                        then.costsToNearest(List.of(facility.feature()), measure, cutoff(its)),
                        gained));
      }
    }
    BitSet all = (BitSet) done.clone();
    all.or(more);
    wishes.addPresent(facility -> stands(facility, all), gained);
  }
}
