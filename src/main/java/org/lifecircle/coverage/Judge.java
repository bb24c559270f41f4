package org.lifecircle.coverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.Searches.Measured;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Lift;
import org.lifecircle.model.Limit;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;

/** Judges every dwelling by a requirement. */
final class Judge {

  private static final long NO_WALK = Long.MAX_VALUE;

  private final StudyArea area;
  private final WalkingRules rules;
  private final Dwellings dwellings;
  private final FacilityPool pool;
  private final Searches searches;
  private final StraightLines straightLines;
  private final Presence presence;
  private final @Nullable CapacityRules capacity;

  Judge(StudyArea area, WalkingRules rules, Dwellings dwellings, EntranceCosts costs) {
    this.area = area;
    this.rules = rules;
    this.dwellings = dwellings;
    pool = new FacilityPool(area, rules);
    searches = new Searches(pool, costs, area.entrances().size());
    straightLines =
        new StraightLines(
            area,
            pool,
            rules.ground().gateToleranceMetres(),
            costs::compoundGroup,
            groupOfEntrance(costs));
    presence = new Presence(area, dwellings, pool);
    capacity = null;
  }

  private Judge(Judge other, CapacityRules capacity) {
    area = other.area;
    rules = other.rules;
    dwellings = other.dwellings;
    pool = other.pool;
    searches = other.searches;
    straightLines = other.straightLines;
    presence = other.presence;
    this.capacity = capacity;
  }

  /** The same, who can count places. */
  Judge counting(CapacityRules places) {
    return new Judge(this, places);
  }

  /** By what places are counted; null where they cannot be. */
  @Nullable CapacityRules capacity() {
    return capacity;
  }

  private int[] groupOfEntrance(EntranceCosts costs) {
    int[] group = new int[area.entrances().size()];
    Arrays.fill(group, Dwellings.NONE);
    for (int i = 0; i < dwellings.count(); i++) {
      if (dwellings.entrance(i) != Dwellings.NONE && dwellings.compound(i) != Dwellings.NONE) {
        group[dwellings.entrance(i)] = costs.compoundGroup(dwellings.compound(i));
      }
    }
    return group;
  }

  Searches searches() {
    return searches;
  }

  int entranceCount() {
    return area.entrances().size();
  }

  Dwellings dwellings() {
    return dwellings;
  }

  FacilityPool pool() {
    return pool;
  }

  Presence presence() {
    return presence;
  }

  StraightLines straightLines() {
    return straightLines;
  }

  /** The compound of a building: as its dwellings have it, else as it stands. */
  int compoundOf(int building) {
    for (int i = 0; i < dwellings.count(); i++) {
      if (dwellings.building(i) == building) {
        return dwellings.compound(i);
      }
    }
    String named = area.buildings().get(building).compoundId();
    for (int c = 0; c < area.compounds().size(); c++) {
      if (area.compounds().get(c).id().equals(named)) {
        return c;
      }
    }
    return pool.compoundAt(area.buildings().get(building).geometry());
  }

  /** Each judged by itself. */
  List<Verdicts> judge(List<Ask> asks, CoverageQuery query) {
    for (Criterion criterion : Criterion.values()) {
      searches.prepare(
          asks.stream()
              .filter(ask -> ask.requirement().judgedBy() == JudgedBy.WALK)
              .filter(ask -> measured(ask, query).criterion() == criterion)
              .toList(),
          new Measured(criterion, rules.group(query.group())));
    }
    return asks.parallelStream().map(ask -> judge(ask, query)).toList();
  }

  private Verdicts judge(Ask ask, CoverageQuery query) {
    Verdicts.Sheet sheet = new Verdicts.Sheet();
    if (ask.requirement().judgedBy() == JudgedBy.PRESENCE) {
      judgePresence(ask, sheet);
    } else {
      judgeWalk(ask, query, sheet);
      judgeStraight(ask, sheet);
    }
    return sheet.verdicts(dwellings.count());
  }

  /** By time where the requirement has minutes; else its metres decide under either criterion. */
  Measured measured(Ask ask, CoverageQuery query) {
    boolean timed =
        query.criterion() == Criterion.TIME && ask.requirement().limit().minutes() != null;
    return new Measured(timed ? Criterion.TIME : Criterion.DISTANCE, rules.group(query.group()));
  }

  /** In the unit of the measure: millimetres or milliseconds. */
  static int cutoff(Limit limit, Criterion criterion) {
    Integer metres = limit.metres();
    Integer minutes = limit.minutes();
    if (criterion == Criterion.TIME && minutes != null) {
      return Math.multiplyExact(minutes, 60_000);
    }
    return metres == null ? 0 : Math.multiplyExact(metres, 1000);
  }

  private void judgeWalk(Ask ask, CoverageQuery query, Verdicts.Sheet sheet) {
    Measured measured = measured(ask, query);
    List<Integer> limited = query.capacity() ? limited(ask) : List.of();
    int[] walks = searches.toNearest(ask, measured, limited);
    int cutoff = cutoff(ask.requirement().limit(), measured.criterion());
    for (int i = 0; i < dwellings.count(); i++) {
      long all = walk(i, walks, measured, query);
      if (all == NO_WALK) {
        sheet.setUnreachable(i);
      } else if (all <= cutoff) {
        sheet.setCovered(i);
      }
    }
    if (!limited.isEmpty()) {
      judgePlaces(limited, cutoff, measured, query, sheet);
    }
  }

  /** From a dwelling, stairs included if they are asked for. */
  private long walk(int dwelling, int[] walks, Measured measured, CoverageQuery query) {
    int entrance = dwellings.entrance(dwelling);
    if (entrance == Dwellings.NONE || walks[entrance] == EntranceCosts.UNREACHED) {
      return NO_WALK;
    }
    int indoors = query.doorToDoor() ? indoors(dwelling, measured) : 0;
    if (indoors == IndoorWalk.IMPASSABLE) {
      return NO_WALK;
    }
    return measured.criterion() == Criterion.TIME
        ? (long) walks[entrance] + indoors
        : walks[entrance];
  }

  /**
   * How many millionths of residents a facility serves; null for any number.
   *
   * @throws IllegalStateException if places cannot be counted here
   */
  @Nullable Long room(Facility facility) {
    CapacityRules counting = capacity;
    if (counting == null) {
      throw new IllegalStateException("this study does not count places");
    }
    Double places = facility.capacity();
    if (places == null || facility.origin() != FacilityOrigin.FREED_SPACE) {
      return null;
    }
    double residents = counting.residentsServed(facility.kind(), places);
    return Double.isInfinite(residents) ? null : Long.valueOf(Millionths.of(residents));
  }

  /** The facilities that count and serve only so many. */
  private List<Integer> limited(Ask ask) {
    return pool.accepted(ask).stream().filter(f -> room(pool.facility(f)) != null).toList();
  }

  /** Those who reach no other facility find places in these, those who live nearest first. */
  private void judgePlaces(
      List<Integer> limited,
      int cutoff,
      Measured measured,
      CoverageQuery query,
      Verdicts.Sheet sheet) {
    List<int[]> walks = limited.stream().map(f -> searches.to(f, measured)).toList();
    long[] nearest = new long[dwellings.count()];
    Arrays.fill(nearest, NO_WALK);
    int[][] within = new int[dwellings.count()][];
    for (int i = 0; i < within.length; i++) {
      long[] costs = new long[walks.size()];
      for (int f = 0; f < costs.length; f++) {
        costs[f] = walk(i, walks.get(f), measured, query);
        nearest[i] = Math.min(nearest[i], costs[f]);
      }
      within[i] = IntStream.range(0, costs.length).filter(f -> costs[f] <= cutoff).toArray();
      if (nearest[i] != NO_WALK) {
        sheet.setReachable(i);
      }
    }
    List<Integer> order =
        IntStream.range(0, within.length)
            .filter(i -> !sheet.covered(i) && within[i].length > 0)
            .boxed()
            .sorted(Comparator.comparingLong((Integer i) -> nearest[i]).thenComparing(i -> i))
            .toList();
    long[] found =
        Placement.served(
            order.stream().mapToLong(dwellings::residentsMillionths).toArray(),
            order.stream().map(i -> within[i]).toArray(int[][]::new),
            limited.stream().map(pool::facility).map(this::room).mapToLong(Judge::whole).toArray());
    long[] served = new long[within.length];
    long[] residents = new long[within.length];
    for (int i = 0; i < served.length; i++) {
      residents[i] = dwellings.residentsMillionths(i);
    }
    for (int i = 0; i < found.length; i++) {
      served[order.get(i)] = found[i];
      if (found[i] == residents[order.get(i)]) {
        sheet.setCovered(order.get(i));
      }
    }
    sheet.setServed(served, residents);
  }

  private static long whole(@Nullable Long room) {
    return room == null ? Long.MAX_VALUE : room;
  }

  private int indoors(int dwelling, Measured measured) {
    Lift lift = area.entrances().get(dwellings.entrance(dwelling)).lift();
    return IndoorWalk.milliseconds(dwellings.floor(dwelling), lift, measured.group(), rules.lift());
  }

  private void judgeStraight(Ask ask, Verdicts.Sheet sheet) {
    Integer metres = ask.requirement().limit().metres();
    BitSet near = straightLines.within(pool.accepted(ask), metres == null ? 0 : metres);
    for (int i = 0; i < dwellings.count(); i++) {
      int entrance = dwellings.entrance(i);
      if (entrance != Dwellings.NONE && near.get(entrance)) {
        sheet.setStraight(i);
      }
    }
  }

  private void judgePresence(Ask ask, Verdicts.Sheet sheet) {
    BitSet compounds = presence.compounds(ask);
    for (int i = 0; i < dwellings.count(); i++) {
      int compound = dwellings.compound(i);
      if (compound != Dwellings.NONE && compounds.get(compound)) {
        sheet.setCovered(i);
        sheet.setStraight(i);
      }
    }
  }
}
