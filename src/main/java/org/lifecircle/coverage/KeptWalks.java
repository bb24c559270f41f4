package org.lifecircle.coverage;

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
import org.lifecircle.walk.WalkNetwork;

/**
 * The walks of a network, whole fields of them kept, so that what follows a what-if need not be
 * searched anew: facilities that are where they were, over ways that are as they were, are as far
 * as before; where ways were opened or closed, fields are brought up to date. Facilities that were
 * not asked about before are searched, and so is all in another arrangement. Always the same costs
 * as a search gives. Safe for threads.
 */
final class KeptWalks implements EntranceCosts {

  /** So many costs are kept in all, 160 MB; what comes later is searched anew each time. */
  private static final long MOST_KEPT = 40_000_000;

  /** What a field is of. */
  private record Key(List<Facility> facilities, Measure measure) {}

  private final WalkNetwork network;
  private final @Nullable KeptWalks before;
  private final Optional<Difference> since; // then; empty where the arrangement is another
  private final Map<Key, CostField> fields = new ConcurrentHashMap<>();
  private final AtomicLong kept = new AtomicLong();

  KeptWalks(WalkNetwork network) {
    this.network = network;
    before = null;
    since = Optional.empty();
  }

  private KeptWalks(WalkNetwork network, KeptWalks before) {
    this.network = network;
    this.before = before;
    since = before.network.differenceTo(network);
  }

  @Override
  public KeptWalks after(WalkNetwork changed) {
    return new KeptWalks(changed, before == null ? this : before);
  }

  @Override
  public int compoundGroup(int compound) {
    return network.gateGroupOfCompound(compound);
  }

  @Override
  public int[] toNearest(List<Facility> facilities, Criterion criterion, Group group) {
    Measure measure = criterion == Criterion.TIME ? Measure.time(group) : Measure.distance();
    Key key = new Key(facilities, measure);
    if (before != null) {
      return repaired(key)
          .map(FieldRepair::costs)
          .orElseGet(() -> network.costsToNearest(facilities, measure, WalkNetwork.NO_CUTOFF));
    }
    return keep(key)
        .map(CostField::costs)
        .orElseGet(() -> network.costsToNearest(facilities, measure, WalkNetwork.NO_CUTOFF));
  }

  /** Keeps a field for what-ifs to come, while there is room. */
  private Optional<CostField> keep(Key key) {
    CostField known = fields.get(key);
    if (known == null && before == null && kept.get() < MOST_KEPT) {
      known = network.field(key.facilities(), key.measure(), WalkNetwork.NO_CUTOFF);
      if (fields.putIfAbsent(key, known) == null) {
        kept.addAndGet(known.size());
      }
    }
    return Optional.ofNullable(known);
  }

  private Optional<FieldRepair> repaired(Key key) {
    CostField known = before == null || since.isEmpty() ? null : before.fields.get(key);
    if (known == null) {
      return Optional.empty();
    }
    FieldRepair repair = known.repair();
    since.ifPresent(repair::follow);
    return Optional.of(repair);
  }
}
