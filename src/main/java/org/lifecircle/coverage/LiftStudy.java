package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Group;
import org.lifecircle.model.Lift;
import org.lifecircle.model.LiftGain;
import org.lifecircle.model.LiftGain.Floor;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;

/**
 * Who gains from a lift, stairwell by stairwell. A lift changes nothing but the way down of its own
 * stairwell, so one study of the area in which every stairwell has one tells the gain of each lift
 * by itself, exactly.
 *
 * <p>Invariant: a lift takes nothing from anybody; whoever is quicker on the stairs takes them.
 */
public final class LiftStudy {

  private final StudyArea area;
  private final WalkingRules rules;
  private final CoverageStudy before;
  private final CoverageStudy after;
  private final Lift lift;

  /**
   * The study of one type of lift.
   *
   * @param before the area as it is
   * @param after the same with that lift at every entrance, over the same network
   */
  public LiftStudy(
      StudyArea area, WalkingRules rules, CoverageStudy before, CoverageStudy after, Lift lift) {
    this.area = area;
    this.rules = rules;
    this.before = before;
    this.after = after;
    this.lift = lift;
  }

  /** The area with this lift at every entrance that has none as good. */
  public static StudyArea everywhere(StudyArea area, Lift lift) {
    StudyArea changed = area;
    List<Entrance> entrances = new ArrayList<>();
    for (Entrance entrance : area.entrances()) {
      entrances.add(gains(entrance, lift) ? entrance.withLift(lift) : entrance);
    }
    return changed.with(org.lifecircle.model.Layer.ENTRANCES, entrances);
  }

  private static boolean gains(Entrance entrance, Lift lift) {
    return entrance.buildingId() != null
        && entrance.lift() != Lift.LEVEL
        && entrance.lift() != lift;
  }

  /**
   * What the lift would bring at each entrance where people live above the ground floor, best
   * first: by residents × requirements gained, then by people who can get out at all, then by
   * person-seconds saved a way, then by id.
   *
   * @param query its places and criterion play no part: it is asked by time, from door to door
   */
  public List<LiftGain> ranked(CoverageQuery query) {
    CoverageQuery asked =
        new CoverageQuery(
            By.REQUIREMENT,
            Criterion.TIME,
            query.group(),
            query.tier(),
            true,
            query.populationOfGroup(),
            query.requirements(),
            query.kinds());
    List<Ask> asks = Ask.selectedBy(asked, before.standard());
    List<Verdicts> was = before.judge().judge(asks, asked);
    List<Verdicts> is = after.judge().judge(asks, asked);
    Group group = rules.group(query.group());
    HeadCount people =
        query.populationOfGroup()
            ? HeadCount.of(group, rules, before.dwellings())
            : HeadCount.everyone(before.dwellings());
    Map<Integer, Sums> sums = new TreeMap<>();
    Dwellings dwellings = before.dwellings();
    for (int i = 0; i < dwellings.count(); i++) {
      int e = dwellings.entrance(i);
      if (e != Dwellings.NONE && gains(area.entrances().get(e), lift)) {
        int gained = 0;
        for (int r = 0; r < asks.size(); r++) {
          gained += is.get(r).covered(i) && !was.get(r).covered(i) ? 1 : 0;
        }
        sums.computeIfAbsent(e, unused -> new Sums()).add(i, people.people(i), gained, group, e);
      }
    }
    return sums.entrySet().stream()
        .filter(sum -> sum.getValue().highest > 1)
        .map(sum -> sum.getValue().gain(area.entrances().get(sum.getKey())))
        .sorted(
            Comparator.comparingDouble(LiftGain::residentsGained)
                .thenComparingDouble(LiftGain::residentsReleased)
                .thenComparingDouble(LiftGain::personSecondsSaved)
                .reversed()
                .thenComparing(LiftGain::entranceId))
        .toList();
  }

  /** What comes together for one entrance. */
  private final class Sums {
    private long gained;
    private long released;
    private double seconds;
    private int highest;
    private final List<Floor> floors = new ArrayList<>();

    void add(int dwelling, long people, int requirements, Group group, int e) {
      int floor = before.dwellings().floor(dwelling);
      Lift old = area.entrances().get(e).lift();
      @Nullable Integer was = seconds(floor, old, group);
      @Nullable Integer is = seconds(floor, lift, group);
      gained += people * requirements;
      released += was == null && is != null ? people : 0;
      seconds += was == null || is == null ? 0 : people / 1e6 * (was - is);
      highest = Math.max(highest, floor);
      floors.add(new Floor(floor, people / 1e6, was, is, people * requirements / 1e6));
    }

    private @Nullable Integer seconds(int floor, Lift with, Group group) {
      int milliseconds = IndoorWalk.milliseconds(floor, with, group, rules.lift());
      return milliseconds == IndoorWalk.IMPASSABLE
          ? null
          : Integer.valueOf(Math.floorDiv(milliseconds + 500, 1000));
    }

    LiftGain gain(Entrance entrance) {
      Building building =
          area.buildings().stream()
              .filter(b -> b.id().equals(entrance.buildingId()))
              .findFirst()
              .orElse(null);
      return new LiftGain(
          entrance.id(),
          entrance.buildingId(),
          building == null ? null : building.compoundId(),
          lift,
          gained / 1e6,
          released / 1e6,
          seconds,
          floors,
          entrance.geometry());
    }
  }
}
