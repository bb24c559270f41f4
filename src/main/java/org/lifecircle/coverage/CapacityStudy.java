package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.lifecircle.model.CapacityRow;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.CapacityTable;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Group;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.PlaceUsers;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.walk.WalkNetwork;

/**
 * Who finds a place: the enhanced two-step floating catchment area of Luo and Qi (2009). First each
 * facility shares out its places among all who can walk to it, the far ones weighing less; then the
 * shares of all facilities within reach of a dwelling add up to its <i>access</i>, places per
 * person.
 *
 * <p>Invariants: access × people adds up to the places of the facilities anybody can walk to; more
 * places never lower anybody's access. A change that opens may lower it: the neighbours who now
 * come through the gate are competitors.
 *
 * <p>Known limits. People outside the boundary compete for nothing, so access near the edge is
 * overstated; everybody is assumed to use all facilities within reach, in proportion to weight.
 * Safe for threads; the same question has the same answer however many ask.
 */
public final class CapacityStudy {

  private record Key(String kind, Criterion criterion, String group) {}

  private final StudyArea area;
  private final Standard standard;
  private final WalkingRules rules;
  private final CapacityRules capacityRules;
  private final Dwellings dwellings;
  private final FacilityPool pool;
  private final InwardWalks walks;
  private final Map<Key, PlaceShares> shares = new ConcurrentHashMap<>();

  private CapacityStudy(
      StudyArea area,
      Standard standard,
      WalkingRules rules,
      CapacityRules capacityRules,
      Dwellings dwellings,
      InwardWalks walks) {
    this.area = area;
    this.standard = standard;
    this.rules = rules;
    this.capacityRules = capacityRules;
    this.dwellings = dwellings;
    this.walks = walks;
    pool = new FacilityPool(area, rules);
  }

  /**
   * The study of an area: who its places are for, and how people walk over its network.
   *
   * @param dwellings of the same area
   * @param network of the same area, walls and structures gone or not
   */
  public static CapacityStudy of(
      StudyArea area,
      Standard standard,
      WalkingRules rules,
      CapacityRules capacityRules,
      Dwellings dwellings,
      WalkNetwork network) {
    return of(area, standard, rules, capacityRules, dwellings, InwardWalks.over(network));
  }

  static CapacityStudy of(
      StudyArea area,
      Standard standard,
      WalkingRules rules,
      CapacityRules capacityRules,
      Dwellings dwellings,
      InwardWalks walks) {
    return new CapacityStudy(area, standard, rules, capacityRules, dwellings, walks);
  }

  /** Kinds whose places can be shared out: ids, in the order of the standard. */
  public List<String> kinds() {
    return standard.kinds().stream()
        .map(FacilityKind::id)
        .filter(kind -> findRequirement(kind).isPresent() && !withCapacity(kind).isEmpty())
        .toList();
  }

  /**
   * The requirement whose limit bounds the catchments of a kind: of those that accept it and are
   * walked to, one that must be met before others, then the one with the shortest limit, the
   * standard's first among equals. Empty when nobody says how far one may walk.
   */
  public Optional<Requirement> findRequirement(String kind) {
    return standard.requirements().stream()
        .filter(r -> r.judgedBy() == JudgedBy.WALK && r.acceptsKind(kind))
        .min(
            Comparator.comparing((Requirement r) -> r.obligation() != Obligation.MUST)
                .thenComparing(r -> Judge.cutoff(r.limit(), Criterion.DISTANCE)));
  }

  /**
   * What falls to whom, row by row.
   *
   * @param by compound, building or area
   * @param group id of the group at whose pace all walk; only under {@link Criterion#TIME}
   * @throws IllegalArgumentException if it is not one of {@link #kinds}
   */
  public CapacityTable table(String kind, By by, Criterion criterion, String group) {
    Requirement requirement =
        findRequirement(kind)
            .orElseThrow(
                () -> new IllegalArgumentException("nothing says how far one may walk to " + kind));
    List<Facility> counted = pool.facilities(pool.accepted(kind, requirement.minimum()));
    List<Facility> known = withCapacity(kind);
    if (known.isEmpty()) {
      throw new IllegalArgumentException("no facility of kind " + kind + " says its capacity");
    }
    PlaceUsers users = capacityRules.users(kind);
    PlaceShares shared = shares(kind, requirement, criterion, rules.group(group));
    List<CapacityRow> rows = new ArrayList<>();
    Users people = shared.users();
    for (Grouping grouping : Grouping.by(by, area, dwellings)) {
      rows.addAll(new PlaceTally(kind, grouping, dwellings, people, shared).rows());
    }
    return new CapacityTable(
        kind,
        requirement.id(),
        requirement.limit(),
        criterion,
        group,
        known.size(),
        counted.size() - known.size(),
        shared.facilitiesWithoutUsers(),
        known.stream().mapToDouble(CapacityStudy::capacity).sum(),
        users.placesPerPerson(),
        rows);
  }

  private PlaceShares shares(
      String kind, Requirement requirement, Criterion criterion, Group group) {
    boolean timed = criterion == Criterion.TIME && requirement.limit().minutes() != null;
    Criterion judgedBy = timed ? Criterion.TIME : Criterion.DISTANCE;
    int limit = Judge.cutoff(requirement.limit(), judgedBy);
    return shares.computeIfAbsent(
        new Key(kind, judgedBy, timed ? group.id() : ""),
        key ->
            PlaceShares.of(
                withCapacity(kind),
                facility -> walks.costs(facility, judgedBy, group, limit),
                walk -> capacityRules.weight(walk, limit),
                Users.of(capacityRules.users(kind), dwellings, area.entrances().size())));
  }

  private List<Facility> withCapacity(String kind) {
    return findRequirement(kind).stream()
        .flatMap(r -> pool.facilities(pool.accepted(kind, r.minimum())).stream())
        .filter(facility -> facility.capacity() != null)
        .toList();
  }

  static double capacity(Facility facility) {
    Double places = facility.capacity();
    return places == null ? 0 : places;
  }
}
