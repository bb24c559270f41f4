package org.lifecircle.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.lifecircle.model.Building;
import org.lifecircle.model.Change;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.LiftGain;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.renewal.Subsidy;

/**
 * Which lifts to subsidise with so much money. Owners build a lift and pay most of it, so what the
 * public spends is the subsidy; a stairwell that is granted none is not proposed, nor one where the
 * map has no room.
 *
 * <p>A lift changes nothing but its own stairwell, so gains add up and the question is a knapsack.
 * Lifts are taken by what they gain for their money; the bound fills the rest of the purse with a
 * part of the next one, so nothing within the budget gains more, and where all subsidies are the
 * same the choice is the best there is.
 */
public final class LiftPurse {

  /**
   * A lift that is proposed.
   *
   * @param costFen of all of it, as its plan says or by the unit price
   */
  public record Chosen(LiftGain gain, long costFen, Subsidy subsidy) {

    /** What it does to the area. */
    public Change change() {
      return new Change.RetrofitLift(gain.entranceId(), gain.lift());
    }
  }

  /**
   * What came of it.
   *
   * @param bound no choice within the budget gains more
   * @param considered stairwells that gain anything and are granted a subsidy
   * @param withoutRoom of those that were looked at, where the map has no room
   */
  public record Choice(List<Chosen> chosen, double bound, int considered, int withoutRoom) {

    public Choice {
      chosen = List.copyOf(chosen);
    }

    /** Residents × requirements newly covered, from door to door. */
    public double residentsGained() {
      return chosen.stream().mapToDouble(c -> c.gain().residentsGained()).sum();
    }

    /** What the public spends. */
    public long subsidyFen() {
      return chosen.stream().mapToLong(c -> c.subsidy().fen()).sum();
    }

    /** How far from the best it may be, 0 to 1. */
    public double gap() {
      return bound <= 0 ? 0 : Math.max(0, (bound - residentsGained()) / bound);
    }
  }

  private final StudyArea area;
  private final RenewalRules rules;
  private final Map<String, Building> buildings = new HashMap<>();
  private final Map<String, Entrance> entrances = new HashMap<>();
  private final Map<String, Long> planned = new HashMap<>(); // by entrance, in fen

  /** Lifts of an area, at the cost their plans say. */
  public LiftPurse(StudyArea area, Programme programme, RenewalRules rules) {
    this.area = area;
    this.rules = rules;
    area.buildings().forEach(b -> buildings.put(b.id(), b));
    area.entrances().forEach(e -> entrances.put(e.id(), e));
    for (LiftPlan plan : programme.all(LiftPlan.class)) {
      planned.put(plan.entranceId(), plan.costFen());
    }
  }

  /**
   * The lifts to subsidise.
   *
   * @param gains of all stairwells, one type of lift
   * @param allowed stairwells that may have one, by entrance
   * @param stop asked now and then; what is found by then is told
   */
  public Choice choose(
      List<LiftGain> gains, long budgetFen, Predicate<String> allowed, BooleanSupplier stop) {
    List<Chosen> wanted = wanted(gains, allowed);
    List<Chosen> chosen = new ArrayList<>();
    List<Chosen> possible = new ArrayList<>(wanted);
    long left = budgetFen;
    int withoutRoom = 0;
    for (Chosen next : wanted) {
      if (next.subsidy().fen() <= left && !stop.getAsBoolean()) {
        if (hasRoom(next.gain())) {
          chosen.add(next);
          left -= next.subsidy().fen();
        } else {
          possible.remove(next);
          withoutRoom++;
        }
      }
    }
    return new Choice(chosen, bound(possible, budgetFen), wanted.size(), withoutRoom);
  }

  private List<Chosen> wanted(List<LiftGain> gains, Predicate<String> allowed) {
    List<Chosen> wanted = new ArrayList<>();
    for (LiftGain gain : gains) {
      Building house = buildings.get(String.valueOf(gain.buildingId()));
      Integer floors = house == null ? null : house.floors();
      boolean helps =
          gain.residentsGained() > 0
              || gain.residentsReleased() > 0
              || gain.personSecondsSaved() > 0;
      if (floors != null && helps && allowed.test(gain.entranceId())) {
        long cost = planned.getOrDefault(gain.entranceId(), rules.programme().liftCostFen());
        Subsidy subsidy = Subsidy.granted(cost, floors, rules.programme().subsidy());
        if (subsidy.fen() > 0) {
          wanted.add(new Chosen(gain, cost, subsidy));
        }
      }
    }
    wanted.sort(
        Comparator.comparingDouble((Chosen c) -> -forItsMoney(c, c.gain().residentsGained()))
            .thenComparingDouble(c -> -forItsMoney(c, c.gain().residentsReleased()))
            .thenComparingDouble(c -> -forItsMoney(c, c.gain().personSecondsSaved()))
            .thenComparing(c -> c.gain().entranceId()));
    return wanted;
  }

  private static double forItsMoney(Chosen lift, double gain) {
    return gain / lift.subsidy().fen();
  }

  private boolean hasRoom(LiftGain gain) {
    Building house = buildings.get(String.valueOf(gain.buildingId()));
    Entrance door = entrances.get(gain.entranceId());
    return house != null
        && door != null
        && LiftFit.of(area, house, door, rules).reasons().isEmpty();
  }

  /**
   * In the order of what they gain for their money, the last one in part; where all cost the same,
   * a part of one buys nothing in any choice.
   */
  private static double bound(List<Chosen> possible, long budgetFen) {
    double gained = 0;
    long left = budgetFen;
    boolean same = possible.stream().mapToLong(c -> c.subsidy().fen()).distinct().count() == 1;
    for (Chosen next : possible) {
      long paid = Math.min(left, next.subsidy().fen());
      if (same && paid < next.subsidy().fen()) {
        break;
      }
      gained += next.gain().residentsGained() * paid / next.subsidy().fen();
      left -= paid;
    }
    return gained;
  }
}
