package org.lifecircle.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Change;
import org.lifecircle.model.ComparisonRow;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Tier;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.model.Wall;
import org.lifecircle.town.DrawnTown;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;
import org.lifecircle.walk.WalkNetwork;

/** Coverage over walks that are really walked: round walls and through gates. */
class WalkedCoverageTest {

  private static final WalkingRules RULES = TownRules.walking();

  /** From A it is 130 m to the kindergarten as the crow flies, and 167 m round the wall. */
  private static final DrawnTown TWO_YARDS =
      DrawnTown.of(
          """
             C
          ================
          ##+#######+#####
          #......a.......#
          #KE....a......A#
          #......a.......#
          ################

                  #####
                  #..D#
                  #####
          K: kindergarten
          """);

  private static final Standard KINDERGARTEN =
      Policies.standard(Policies.walk("kindergarten", Tier.FIVE, 150, 3, "kindergarten"));

  private static CoverageRow row(CoverageStudy study) {
    return study.table(CoverageQuery.by(By.REQUIREMENT)).rows().get(0);
  }

  @Test
  void a_wall_keeps_a_child_from_the_kindergarten_it_can_see() {
    WalkNetwork network = WalkNetwork.of(TWO_YARDS.area(), RULES);

    CoverageStudy study = CoverageStudy.of(TWO_YARDS.area(), KINDERGARTEN, RULES, network);

    CoverageRow row = row(study);
    assertEquals(15, row.residents());
    assertEquals(2 + 8, row.residentsCovered(), "C and E");
    assertEquals(4, row.residentsUnreachable(), "D is walled in");
    assertEquals(15 / 15.0, row.shareStraight(), "all of them, D too");
    assertEquals(1 + 4, study.gaps(CoverageQuery.by(By.AREA)).get(0).residentsDetoured());
  }

  @Test
  void taking_the_wall_down_covers_exactly_that_child() {
    WalkNetwork opened = WalkNetwork.of(TWO_YARDS.area(), RULES).without(List.of("a"), List.of());

    CoverageRow row = row(CoverageStudy.of(TWO_YARDS.area(), KINDERGARTEN, RULES, opened));

    assertEquals(1 + 2 + 8, row.residentsCovered());
    assertEquals(4, row.residentsUnreachable());
  }

  @Test
  void a_comparison_tells_gains_and_losses_apart_person_by_person() {
    WalkNetwork network = WalkNetwork.of(TWO_YARDS.area(), RULES);
    String westGate = TWO_YARDS.gateNear("K"); // C, outside, comes in by it
    List<Change> changes = List.of(new Change.RemoveWall("a"), new Change.CloseGate(westGate));
    CoverageStudy before = CoverageStudy.of(TWO_YARDS.area(), KINDERGARTEN, RULES, network);
    CoverageStudy after =
        CoverageStudy.of(
            new Scenario("s", "s", changes).applyTo(TWO_YARDS.area()),
            KINDERGARTEN,
            RULES,
            network.with(changes));

    ComparisonRow row = before.compare(after, CoverageQuery.by(By.REQUIREMENT)).get(0);

    assertEquals(2 + 8, row.residentsCoveredBefore(), "C and E");
    assertEquals(1 + 8, row.residentsCoveredAfter(), "A and E");
    assertEquals(1, row.residentsGained(), "A");
    assertEquals(2, row.residentsLost(), "C, who now goes round by the other gate");
    ComparisonRow back = after.compare(before, CoverageQuery.by(By.REQUIREMENT)).get(0);
    assertEquals(2, back.residentsGained());
    assertEquals(1, back.residentsLost());
    for (By by : By.values()) {
      List<CoverageRow> old = before.table(CoverageQuery.by(by)).rows();
      List<CoverageRow> now = after.table(CoverageQuery.by(by)).rows();
      List<ComparisonRow> both = before.compare(after, CoverageQuery.by(by));
      for (int i = 0; i < both.size(); i++) {
        ComparisonRow one = both.get(i);
        assertEquals(old.get(i).residentsCovered(), one.residentsCoveredBefore());
        assertEquals(now.get(i).residentsCovered(), one.residentsCoveredAfter());
        assertEquals(old.get(i).residentsUnreachable(), one.residentsUnreachableBefore());
        assertEquals(now.get(i).residentsUnreachable(), one.residentsUnreachableAfter());
        assertEquals(old.get(i).buildingId(), one.buildingId());
        assertEquals(
            one.residentsCoveredAfter(),
            one.residentsCoveredBefore() + one.residentsGained() - one.residentsLost());
      }
    }
  }

  @Test
  void whatever_comes_down_nobody_loses_and_nobody_beats_the_crow() {
    RandomTown.seeds(60, 16).forEach(WalkedCoverageTest::checkTown);
  }

  private static void checkTown(long seed) {
    StudyArea area = RandomTown.of(seed).area();
    String[] kinds =
        area.facilities().stream().map(f -> f.kind()).distinct().toArray(String[]::new);
    Standard standard =
        Policies.standard(
            Policies.walk("near", Tier.FIVE, 60, 1, kinds),
            Policies.walk("far", Tier.TEN, 200, 4, kinds));
    WalkNetwork network = WalkNetwork.of(area, RULES);
    List<String> walls =
        area.walls().stream().filter(w -> w.removable() && w.standing()).map(Wall::id).toList();
    List<String> structures =
        area.illegalStructures().stream()
            .filter(IllegalStructure::blocksGround)
            .map(Feature::id)
            .toList();
    CoverageStudy before = CoverageStudy.of(area, standard, RULES, network);
    CoverageStudy after =
        CoverageStudy.of(area, standard, RULES, network.without(walls, structures));
    for (By by : By.values()) {
      CoverageQuery query = CoverageQuery.by(by).ofRequirements("far");
      List<CoverageRow> old = before.table(query).rows();
      List<CoverageRow> opened = after.table(query).rows();
      for (int i = 0; i < old.size(); i++) {
        String what = "seed " + seed + ", " + old.get(i);
        assertTrue(opened.get(i).residentsCovered() >= old.get(i).residentsCovered(), what);
        assertTrue(opened.get(i).residentsUnreachable() <= old.get(i).residentsUnreachable(), what);
        assertTrue(
            Objects.requireNonNullElse(old.get(i).shareStraight(), 0.0)
                >= Objects.requireNonNullElse(old.get(i).share(), 0.0),
            what);
      }
    }
  }
}
