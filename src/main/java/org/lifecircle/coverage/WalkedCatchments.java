package org.lifecircle.coverage;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Group;
import org.lifecircle.walk.CostField;
import org.lifecircle.walk.Difference;
import org.lifecircle.walk.FieldRepair;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.Vantages;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Coordinate;

/**
 * Catchments by exact walks from each place, kept; after a what-if only the places are asked again
 * whose walks could have changed. Safe for threads.
 */
final class WalkedCatchments implements Catchments {

  /** So many costs are kept in all, 160 MB; what comes later is searched anew after a what-if. */
  private static final long MOST_KEPT = 40_000_000;

  private record Key(List<Facility> facilities, Measure measure, int cutoff) {}

  /** What is known of a catchment: by place, what it costs; and the field that tells. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record Known(int[] costs, @Nullable CostField field) {}

  private final WalkNetwork network;
  private final Vantages vantages;
  private final @Nullable WalkedCatchments before;
  private final Optional<Difference> since; // then; empty where the arrangement is another
  private final Map<Key, Known> known = new ConcurrentHashMap<>();
  private final AtomicLong kept = new AtomicLong();

  WalkedCatchments(WalkNetwork network, List<Coordinate> places) {
    this.network = network;
    vantages = network.vantages(places);
    before = null;
    since = Optional.empty();
  }

  private WalkedCatchments(WalkNetwork network, WalkedCatchments before) {
    this.network = network;
    this.before = before;
    vantages = before.vantages.in(network);
    since = before.network.differenceTo(network);
  }

  @Override
  public Catchments after(WalkNetwork changed) {
    return new WalkedCatchments(changed, before == null ? this : before);
  }

  @Override
  public BitSet of(List<Facility> facilities, Criterion criterion, Group group, int cutoff) {
    Measure measure = criterion == Criterion.TIME ? Measure.time(group) : Measure.distance();
    Key key = new Key(facilities, measure, cutoff);
    int[] costs =
        before == null ? known.computeIfAbsent(key, this::known).costs() : afterwards(key, before);
    BitSet within = new BitSet();
    for (int i = 0; i < costs.length; i++) {
      within.set(i, costs[i] <= cutoff);
    }
    return within;
  }

  private Known known(Key key) {
    CostField field = null;
    if (kept.get() < MOST_KEPT) {
      field = network.fieldEverywhere(key.facilities(), key.measure(), key.cutoff());
      kept.addAndGet(field.size());
    }
    return new Known(costs(key), field);
  }

  private int[] costs(Key key) {
    return vantages.costsToNearest(key.facilities(), key.measure(), key.cutoff());
  }

  private int[] afterwards(Key key, WalkedCatchments first) {
    Known was = first.known.get(key);
    CostField field = was == null ? null : was.field();
    if (was == null || field == null || since.isEmpty()) {
      return costs(key);
    }
    FieldRepair repair = field.repair();
    since.ifPresent(repair::follow);
    return vantages.costs(repair, was.costs(), key.cutoff());
  }
}
