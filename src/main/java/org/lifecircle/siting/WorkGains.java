package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Change;
import org.lifecircle.model.Facility;
import org.lifecircle.walk.CostField;
import org.lifecircle.walk.Difference;
import org.lifecircle.walk.FieldRepair;
import org.lifecircle.walk.Prospects;
import org.lifecircle.walk.WalkNetwork;

/** What bundles of works would cover newly: each a what-if on its own, on all processors. */
final class WorkGains {

  /** Wishes with the same facilities, measured alike, and what walking to those costs now. */
  record Field(List<Integer> wishes, CostField costs) {}

  private final WorksDone works;
  private final Wishes wishes;
  private final Proof.Stop stop;
  private final WalkNetwork now;
  private final BitSet done;
  private final List<Field> fields;
  private final BitSet before; // demands
  private final List<Integer> fieldOf = new ArrayList<>(); // by want
  private @Nullable Prospects prospects; // made for the first bundle that is asked about

  /**
   * @param now the network when some works are done
   * @param fields of it
   * @param before the demands that are covered then
   */
  WorkGains(
      WorksDone works,
      Wishes wishes,
      Proof.Stop stop,
      WalkNetwork now,
      BitSet done,
      List<Field> fields,
      BitSet before) {
    this.works = works;
    this.wishes = wishes;
    this.stop = stop;
    this.now = now;
    this.done = done;
    this.fields = fields;
    this.before = before;
  }

  /** The demands that are covered already. */
  BitSet before() {
    return (BitSet) before.clone();
  }

  /**
   * By bundle: the demands covered newly; nothing once the time is up.
   *
   * @throws Proof.CancelledException soon after somebody asks to stop
   */
  List<BitSet> of(List<BitSet> bundles) {
    BitSet[] gains = new BitSet[bundles.size()];
    List<List<Integer>> alike = alike(bundles);
    Prospects known = prospects();
    AtomicInteger next = new AtomicInteger();
    int workers = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), alike.size()));
    IntStream.range(0, workers)
        .parallel()
        .forEach(
            worker -> {
              Map<Integer, FieldRepair> repairs = new HashMap<>(); // by field; large, so on demand
              for (int a = next.getAndIncrement(); a < alike.size(); a = next.getAndIncrement()) {
                if (stop.asked()) {
                  throw new Proof.CancelledException();
                }
                List<Integer> its = alike.get(a);
                List<BitSet> found =
                    stop.late()
                        ? its.stream().map(b -> new BitSet()).toList()
                        : gains(its.stream().map(bundles::get).toList(), known, repairs);
                for (int i = 0; i < its.size(); i++) {
                  gains[its.get(i)] = found.get(i);
                }
              }
            });
    return List.of(gains);
  }

  /**
   * Numbers of bundles that open the same: facilities of several kinds could stand in one place.
   */
  private List<List<Integer>> alike(List<BitSet> bundles) {
    Map<BitSet, List<Integer>> alike = new LinkedHashMap<>();
    for (int b = 0; b < bundles.size(); b++) {
      BitSet opened = works.opened(bundles.get(b));
      opened.andNot(done);
      alike.computeIfAbsent(opened, o -> new ArrayList<>()).add(b);
    }
    return List.copyOf(alike.values());
  }

  private synchronized Prospects prospects() {
    if (prospects == null) {
      List<Prospects.Want> wants = new ArrayList<>();
      for (int f = 0; f < fields.size(); f++) {
        for (int wish : fields.get(f).wishes()) {
          int cutoff = wishes.walked().get(wish).cutoff();
          wants.add(new Prospects.Want(fields.get(f).costs(), cutoff, wishes.unmet(wish, before)));
          fieldOf.add(f);
        }
      }
      prospects = new Prospects(now, wants);
    }
    return prospects;
  }

  /** What bundles gain that open the same. */
  private List<BitSet> gains(
      List<BitSet> bundles, Prospects prospects, Map<Integer, FieldRepair> repairs) {
    List<BitSet> more = bundles.stream().map(this::beyondDone).toList();
    List<Change> openings = works.openings(more.get(0));
    Prospects.Hope hope = prospects.of(openings);
    BitSet moved = new BitSet(); // fields in which it could help anybody
    hope.wants().stream().forEach(want -> moved.set(fieldOf.get(want)));
    boolean builds = more.stream().flatMapToInt(BitSet::stream).anyMatch(works::builds);
    WalkNetwork then = openings.isEmpty() || !builds ? now : now.with(openings);
    BitSet opened = new BitSet();
    if (!moved.isEmpty()) {
      Difference shortcuts = builds ? now.differenceTo(then).orElseThrow() : hope.shortcuts();
      addOpened(shortcuts, moved, repairs, opened);
    }
    List<BitSet> gains = new ArrayList<>();
    for (BitSet some : more) {
      BitSet gained = (BitSet) opened.clone();
      addBuilt(then, some, gained);
      gained.andNot(before);
      gains.add(gained);
    }
    return gains;
  }

  private BitSet beyondDone(BitSet bundle) {
    BitSet more = (BitSet) bundle.clone();
    more.andNot(done);
    return more;
  }

  private void addOpened(
      Difference shortcuts, BitSet moved, Map<Integer, FieldRepair> repairs, BitSet gained) {
    for (int f = moved.nextSetBit(0); f >= 0; f = moved.nextSetBit(f + 1)) {
      FieldRepair repair = repairs.computeIfAbsent(f, n -> fields.get(n).costs().repair());
      repair.follow(shortcuts);
      for (int i = 0; i < repair.changedCount(); i++) {
        for (int wish : fields.get(f).wishes()) {
          int entrance = repair.entrance(i);
          if (repair.cost(i) <= wishes.walked().get(wish).cutoff()
              && wishes.livesAnybody(entrance)) {
            gained.set(wishes.demand(wish, entrance));
          }
        }
      }
    }
  }

  private void addBuilt(WalkNetwork then, BitSet more, BitSet gained) {
    if (more.stream().noneMatch(works::builds)) {
      return;
    }
    for (int work = more.nextSetBit(0); work >= 0; work = more.nextSetBit(work + 1)) {
      Facility facility = works.facility(work);
      if (facility != null) {
        wishes
            .walkedTo(facility)
            .forEach(
                (measure, its) ->
                    wishes.addWithin(
                        its,
                        then.costsToNearest(List.of(facility), measure, wishes.cutoff(its)),
                        gained));
      }
    }
    BitSet all = (BitSet) done.clone();
    all.or(more);
    wishes.addPresent(facility -> works.stands(facility, all), gained);
  }
}
