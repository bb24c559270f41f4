package org.lifecircle.coverage;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.lifecircle.coverage.Searches.Measured;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Lift;
import org.lifecircle.model.Limit;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;

/** Judges every dwelling by a requirement. */
final class Judge {

  private final StudyArea area;
  private final WalkingRules rules;
  private final Dwellings dwellings;
  private final FacilityPool pool;
  private final Searches searches;
  private final StraightLines straightLines;
  private final Presence presence;

  Judge(StudyArea area, WalkingRules rules, Dwellings dwellings, EntranceCosts costs) {
    this.area = area;
    this.rules = rules;
    this.dwellings = dwellings;
    pool = new FacilityPool(area, rules);
    searches = new Searches(pool, costs, area.entrances().size());
    straightLines =
        new StraightLines(area, pool, rules.ground().gateToleranceMetres(), compoundOfEntrance());
    presence = new Presence(area, dwellings, pool);
  }

  private int[] compoundOfEntrance() {
    int[] compound = new int[area.entrances().size()];
    Arrays.fill(compound, Dwellings.NONE);
    for (int i = 0; i < dwellings.count(); i++) {
      if (dwellings.entrance(i) != Dwellings.NONE) {
        compound[dwellings.entrance(i)] = dwellings.compound(i);
      }
    }
    return compound;
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
    int[] walks = searches.toNearest(ask, measured);
    int cutoff = cutoff(ask.requirement().limit(), measured.criterion());
    for (int i = 0; i < dwellings.count(); i++) {
      int entrance = dwellings.entrance(i);
      int outdoors = entrance == Dwellings.NONE ? EntranceCosts.UNREACHED : walks[entrance];
      int indoors = query.doorToDoor() && entrance != Dwellings.NONE ? indoors(i, measured) : 0;
      if (outdoors == EntranceCosts.UNREACHED || indoors == IndoorWalk.IMPASSABLE) {
        sheet.setUnreachable(i);
      } else {
        long all = measured.criterion() == Criterion.TIME ? (long) outdoors + indoors : outdoors;
        if (all <= cutoff) {
          sheet.setCovered(i);
        }
      }
    }
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
