package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Facility;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;

/**
 * A town as people walk in it. Only demands that are not met today weigh anything.
 *
 * <p>All computing stops soon after somebody asks, with {@link Proof.CancelledException}.
 */
final class WalkTown implements Town {

  private record Key(List<Facility> facilities, Measure measure) {}

  private final WorksDone network;
  private final List<Work> works;
  private final Wishes wishes;
  private final Proof.Stop stop;
  private final Fronts fronts;
  private final long[] weights;
  private final List<Shared> shared;
  private BitSet lastDone = new BitSet();
  private @Nullable WorkGains lastGains; // when those are done
  private BitSet lastOpened = new BitSet();
  private Map<Key, BitSet> lastCovered = new ConcurrentHashMap<>(); // with those opened

  /**
   * A town.
   *
   * @param wide its network with the doors of all candidates, and closed gates where some could be
   *     made
   * @param allowed works that may be done at all
   */
  WalkTown(WalkNetwork wide, List<Work> works, BitSet allowed, Wishes wishes, Proof.Stop stop) {
    this.works = works;
    this.wishes = wishes;
    this.stop = stop;
    network = new WorksDone(wide, works, stop);
    int[] numbers = new int[works.size()];
    Arrays.setAll(
        numbers, w -> builds(w) ? -1 : wide.hurdle(WorksDone.opening(works.get(w))).orElse(-1));
    fronts = new Fronts(network, wishes, allowed, numbers, stop);
    weights = wishes.weights();
    BitSet today = covered(new BitSet());
    shared = wishes.shared(true, this::builder);
    for (Shared some : shared) {
      for (int home = 0; home < some.homes(); home++) {
        boolean free = today.get(some.free(home));
        today.set(some.any(home), free);
        some.worth()[home] = free ? 0 : some.worth()[home];
      }
    }
    today.stream().forEach(demand -> weights[demand] = 0);
  }

  private int builder(Facility facility) {
    Integer work = network.builder(facility);
    return work == null ? -1 : work;
  }

  @Override
  public List<Shared> shared() {
    return shared;
  }

  /** What is covered, in people × requirements, millionths. */
  Worth people() {
    return new Worth(wishes.people(), wishes.shared(false, this::builder), new BitSet());
  }

  @Override
  public boolean builds(int work) {
    return network.builds(work);
  }

  /** The network when these works are done. */
  WalkNetwork with(BitSet done) {
    return network.with(done);
  }

  @Override
  public long[] weights() {
    return weights;
  }

  /** The wishes that share a field: the same facilities, measured alike. */
  private Map<Key, List<Integer>> keys(BitSet done) {
    Map<Key, List<Integer>> keys = new LinkedHashMap<>();
    for (int i = 0; i < wishes.walked().size(); i++) {
      Demanded wish = wishes.walked().get(i);
      List<Facility> facilities =
          wish.accepted().stream().filter(f -> network.stands(f, done)).toList();
      if (wishes.isPart(i) && facilities.isEmpty()) {
        continue;
      }
      keys.computeIfAbsent(new Key(facilities, wish.measure()), k -> new ArrayList<>()).add(i);
    }
    return keys;
  }

  private void check() {
    if (stop.asked()) {
      throw new Proof.CancelledException();
    }
  }

  @Override
  public BitSet covered(BitSet done) {
    synchronized (this) {
      if (lastGains != null && done.equals(lastDone)) {
        return lastGains.before();
      }
    }
    WalkNetwork now = network.with(done);
    Map<Key, BitSet> known = knownWith(done);
    BitSet covered = new BitSet();
    List.copyOf(keys(done).entrySet()).parallelStream()
        .map(key -> known.computeIfAbsent(key.getKey(), k -> within(now, k, key.getValue())))
        .forEachOrdered(covered::or);
    wishes.addPresent(facility -> network.stands(facility, done), covered);
    return covered;
  }

  private BitSet within(WalkNetwork now, Key key, List<Integer> its) {
    check();
    BitSet within = new BitSet();
    int[] costs = now.costsToNearest(key.facilities(), key.measure(), wishes.cutoff(its));
    wishes.addWithin(its, costs, within);
    return within;
  }

  /** What was found out while the same was open: who asks next often asks about other buildings. */
  private synchronized Map<Key, BitSet> knownWith(BitSet done) {
    BitSet opened = network.opened(done);
    if (!opened.equals(lastOpened)) {
      lastCovered = new ConcurrentHashMap<>();
      lastOpened = opened;
    }
    return lastCovered;
  }

  @Override
  public BitSet possible() {
    return fronts.possible();
  }

  @Override
  public Map<Integer, BitSet> hurdles(BitSet done, BitSet demands) {
    return fronts.hurdles(done, demands);
  }

  @Override
  public List<Map<Integer, BitSet>> outset(BitSet demands) {
    return fronts.outset(demands);
  }

  @Override
  public List<BitSet> gains(BitSet done, List<BitSet> bundles) {
    return workGains(done).of(bundles);
  }

  /** The last asked for is kept: the next question is often about the same. */
  private synchronized WorkGains workGains(BitSet done) {
    if (lastGains == null || !done.equals(lastDone)) {
      lastGains = newGains(done);
      lastDone = (BitSet) done.clone();
    }
    return lastGains;
  }

  private WorkGains newGains(BitSet done) {
    WalkNetwork now = network.with(done);
    List<WorkGains.Field> fields =
        List.copyOf(keys(done).entrySet()).parallelStream()
            .map(
                key -> {
                  check();
                  return new WorkGains.Field(
                      key.getValue(),
                      now.field(
                          key.getKey().facilities(),
                          key.getKey().measure(),
                          wishes.cutoff(key.getValue())));
                })
            .toList();
    BitSet before = new BitSet();
    for (WorkGains.Field field : fields) {
      wishes.addWithin(field.wishes(), field.costs().costs(), before);
    }
    wishes.addPresent(facility -> network.stands(facility, done), before);
    return new WorkGains(network, wishes, stop, now, (BitSet) done.clone(), fields, before);
  }

  /** Those that stand in or at the edge of the same compounds. */
  @Override
  public BitSet stirred(BitSet done) {
    Set<String> compounds = new HashSet<>();
    done.stream().forEach(work -> compounds.addAll(works.get(work).compounds()));
    BitSet stirred = new BitSet();
    IntStream.range(0, works.size())
        .filter(work -> works.get(work).compounds().stream().anyMatch(compounds::contains))
        .forEach(stirred::set);
    return stirred;
  }
}
