package org.lifecircle.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifecircle.model.Change;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Group;
import org.lifecircle.model.Lift;
import org.lifecircle.model.LiftGain;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Tier;

/** Who gains from a lift, and that ranking all at once says the same as trying each alone. */
class LiftStudyTest {

  private static final Standard STANDARD =
      Policies.standard(
          Policies.walk("shop_5", Tier.FIVE, 300, 5, "shop"),
          Policies.walk("school_10", Tier.TEN, 500, 10, "school"));

  private static List<LiftGain> ranked(Quarter quarter, Lift lift, CoverageQuery query) {
    StudyArea area = quarter.area();
    StudyArea everywhere = LiftStudy.everywhere(area, lift);
    CoverageStudy before = CoverageStudy.of(area, STANDARD, Policies.walking(), quarter.costs());
    CoverageStudy after =
        CoverageStudy.of(everywhere, STANDARD, Policies.walking(), quarter.costs());
    return new LiftStudy(area, Policies.walking(), before, after, lift).ranked(query);
  }

  private static CoverageQuery group(String id) {
    return CoverageQuery.by(By.REQUIREMENT).atThePaceOf(id);
  }

  /** Six floors of ten people, the shop 140 m off: 280 s for those of 70, and 5 minutes are 300. */
  private static Quarter tower(Lift lift) {
    return new Quarter()
        .building("b", null, 6, 60.0, 100, 100)
        .entrance("e", "b", lift, null, 100, 100)
        .facility("f", "shop", 300, 300)
        .walk("e", "f", 140);
  }

  @Test
  void a_level_lift_brings_the_old_of_floor_six_within_five_minutes_by_arithmetic() {
    LiftGain gain = ranked(tower(Lift.NONE), Lift.LEVEL, group("elder70")).get(0);

    // Stairs 30 s a floor: 280 + 30 is too long from the second floor already. The lift takes
    // 4 + 2 × 3 + 3 s a floor: 13 s from the second floor, 19 from the fourth, 22 from the fifth.
    List<Integer> before = gain.floors().stream().map(LiftGain.Floor::secondsBefore).toList();
    assertEquals(List.of(0, 30, 60, 90, 120, 150), before);
    List<Integer> after = gain.floors().stream().map(LiftGain.Floor::secondsAfter).toList();
    assertEquals(List.of(0, 13, 16, 19, 22, 25), after);
    assertEquals(30, gain.residentsGained(), 1e-9, "floors 2 to 4; the fifth is 302 s away");
    assertEquals(10 * (17 + 44 + 71 + 98 + 125), gain.personSecondsSaved(), 1e-9);
    assertEquals(0, gain.residentsReleased(), 1e-9);
  }

  @Test
  void a_level_lift_lets_wheelchairs_out_and_a_half_landing_lift_does_not() {
    LiftGain level = ranked(tower(Lift.NONE), Lift.LEVEL, group("wheelchair")).get(0);
    assertEquals(50, level.residentsReleased(), 1e-9, "all but the ground floor");
    assertNull(level.floors().get(5).secondsBefore());
    assertEquals(25, level.floors().get(5).secondsAfter());

    LiftGain half = ranked(tower(Lift.NONE), Lift.HALF_LANDING, group("wheelchair")).get(0);
    assertEquals(0, half.residentsReleased(), 1e-9);
    assertNull(half.floors().get(5).secondsAfter());
  }

  @Test
  void who_has_a_lift_already_gains_none() {
    assertEquals(List.of(), ranked(tower(Lift.LEVEL), Lift.LEVEL, group("elder70")));
    assertEquals(List.of(), ranked(tower(Lift.LEVEL), Lift.HALF_LANDING, group("elder70")));
    assertEquals(1, ranked(tower(Lift.HALF_LANDING), Lift.LEVEL, group("wheelchair")).size());
  }

  @ParameterizedTest
  @EnumSource(
      value = Lift.class,
      names = {"LEVEL", "HALF_LANDING"})
  void each_gains_what_it_gains_alone(Lift lift) {
    Random random = new Random(41);
    Quarter quarter = new Quarter().facility("f", "shop", 1, 1).facility("s", "school", 2, 2);
    for (int b = 0; b < 12; b++) {
      quarter.building("b" + b, null, 1 + random.nextInt(8), 10.0 + b, 50 + 60 * b, 100);
      for (int e = 0; e < 2; e++) {
        Lift has = List.of(Lift.values()).get(random.nextInt(3));
        String id = "e" + b + "-" + e;
        quarter.entrance(id, "b" + b, has, null, 50 + 60 * b, 100);
        quarter.walk(id, "f", 60 + random.nextInt(260)).walk(id, "s", random.nextInt(600));
      }
    }
    for (String group : List.of(Group.PLANNING, "elder70", "wheelchair")) {
      CoverageQuery query = group(group);
      List<LiftGain> ranked = ranked(quarter, lift, query);

      assertTrue(ranked.size() > 2, "so many stairwells gain");
      double before = served(quarter, quarter.area(), query);
      for (LiftGain gain : ranked) {
        StudyArea alone = new Change.RetrofitLift(gain.entranceId(), lift).applyTo(quarter.area());
        assertEquals(
            served(quarter, alone, query) - before, gain.residentsGained(), 1e-6, gain.toString());
      }
    }
  }

  /** Residents × requirements within the limit, from door to door. */
  private static double served(Quarter quarter, StudyArea area, CoverageQuery query) {
    return CoverageStudy.of(area, STANDARD, Policies.walking(), quarter.costs())
        .table(query.fromDoorToDoor())
        .rows()
        .stream()
        .mapToDouble(CoverageRow::residentsCovered)
        .sum();
  }
}
