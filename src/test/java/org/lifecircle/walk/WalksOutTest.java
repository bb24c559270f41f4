package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Walk;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.model.Wall;
import org.lifecircle.town.DrawnTown;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;

/** Walks from a door, outward, against the searches that come in from the facilities. */
class WalksOutTest {

  private static final WalkingRules RULES = TownRules.walking();

  @Test
  void outward_costs_what_inward_does_and_the_way_told_is_as_long() {
    RandomTown.seeds(60).forEach(WalksOutTest::checkCosts);
  }

  private static void checkCosts(long seed) {
    StudyArea area = RandomTown.of(seed).area();
    WalkNetwork network = WalkNetwork.of(area, RULES);
    for (Measure measure : List.of(Measure.distance(), Measure.time(RULES.group("wheelchair")))) {
      for (Facility facility : area.facilities()) {
        int[] inward = network.costsToNearest(List.of(facility), measure, WalkNetwork.NO_CUTOFF);
        for (int e = 0; e < inward.length; e++) {
          String where = "seed " + seed + ", " + measure + ", " + e + " to " + facility.id();
          WalksOut out = network.walksFrom(e, measure, WalkNetwork.NO_CUTOFF);
          assertEquals(inward[e], out.costTo(facility), where);
          assertEquals(inward[e] != WalkNetwork.UNREACHED, out.walkTo(facility).isPresent(), where);
          out.walkTo(facility)
              .ifPresent(walk -> checkWalk(walk, out.costTo(facility), measure, where));
        }
      }
    }
  }

  private static void checkWalk(Walk walk, int cost, Measure measure, String where) {
    boolean metres = measure.group().isEmpty();
    assertEquals(cost, metres ? walk.distanceMillimetres() : walk.milliseconds(), where);
    double drawn = walk.geometry().getLength();
    assertTrue(Math.abs(drawn - walk.distanceMillimetres() / 1000.0) < 0.5 + 0.01 * drawn, where);
    assertTrue(walk.straightMetres() <= drawn + 1e-6, where);
  }

  /** Every single opening tried, at several limits: what is enough was promising. */
  @Test
  void no_opening_that_is_enough_was_ruled_out() {
    int[] enough = new int[3];
    RandomTown.seeds(80).forEach(seed -> checkOpenings(seed, enough));
    assertTrue(enough[0] > 20, enough[0] + " walls and structures were enough");
    assertTrue(enough[1] > 0, enough[1] + " gates were enough");
    assertTrue(enough[2] > 100, enough[2] + " openings were ruled out");
  }

  private static void checkOpenings(long seed, int[] enough) {
    StudyArea area = RandomTown.of(seed).area();
    WalkNetwork network = WalkNetwork.of(area, RULES);
    List<Facility> facilities = area.facilities();
    List<Change> all = everyOpening(area);
    for (Measure measure : List.of(Measure.distance(), Measure.time(RULES.group("wheelchair")))) {
      int[] today = network.costsToNearest(facilities, measure, WalkNetwork.NO_CUTOFF);
      int limit = 30_000 + 20_000 * (int) (seed % 8);
      List<Set<Change>> promising = new ArrayList<>();
      for (int e = 0; e < today.length; e++) {
        promising.add(Set.copyOf(network.promisingOpenings(e, facilities, measure, limit)));
      }
      for (Change change : all) {
        int[] then = network.with(List.of(change)).costsToNearest(facilities, measure, limit);
        for (int e = 0; e < today.length; e++) {
          boolean ruledOut = !promising.get(e).contains(change);
          enough[2] += ruledOut ? 1 : 0;
          if (today[e] > limit && then[e] <= limit) {
            String where = "seed " + seed + ", " + measure + ", entrance " + e + ", " + change;
            assertTrue(!ruledOut, where);
            enough[change instanceof Change.OpenGate ? 1 : 0]++;
          }
        }
      }
    }
  }

  static List<Change> everyOpening(StudyArea area) {
    List<Change> all = new ArrayList<>();
    for (Wall wall : area.walls()) {
      if (wall.removable() && wall.standing()) {
        all.add(new Change.RemoveWall(wall.id()));
      }
    }
    area.illegalStructures().stream()
        .filter(s -> s.blocksGround())
        .map(Feature::id)
        .forEach(id -> all.add(new Change.RemoveStructure(id)));
    for (Gate gate : area.gates()) {
      if (gate.access() != Access.PUBLIC) {
        all.add(new Change.OpenGate(gate.id()));
      }
    }
    return all;
  }

  /** Three yards in a row; the way to K leads out of the first and into the last. */
  @Test
  void gates_are_told_in_the_order_they_are_passed() {
    StudyArea area =
        DrawnTown.of(
                """
                ###########
                #..#...#..#
                #A.+...r.K#
                #..#...#..#
                ###########
                K: kindergarten
                """)
            .area();
    WalksOut out = WalkNetwork.of(area, RULES).walksFrom(0, Measure.distance(), 1_000_000);

    Walk walk = out.walkTo(area.facilities().get(0)).orElseThrow();

    assertEquals(List.of("g1", "g2"), walk.openings());
    assertEquals(80_000, walk.distanceMillimetres());
    assertEquals(80, walk.straightMetres());
  }
}
