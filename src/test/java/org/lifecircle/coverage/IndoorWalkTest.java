package org.lifecircle.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.lifecircle.model.Group;
import org.lifecircle.model.Lift;
import org.lifecircle.model.WalkingRules;

/** The way out of the house: 10 s down a floor, or 10 s of waiting and doors and 3 s a floor. */
class IndoorWalkTest {

  private static final WalkingRules RULES = Policies.walking();

  private static int seconds(int floor, Lift lift, String group) {
    int found = IndoorWalk.milliseconds(floor, lift, RULES.group(group), RULES.lift());
    return found == IndoorWalk.IMPASSABLE ? -1 : found / 1000;
  }

  @Test
  void from_the_ground_floor_it_takes_no_time_for_anybody() {
    for (Lift lift : Lift.values()) {
      assertEquals(0, seconds(1, lift, Group.PLANNING));
      assertEquals(0, seconds(1, lift, "wheelchair"));
    }
  }

  @Test
  void stairs_are_walked_down_without_a_rest() {
    assertEquals(50, seconds(6, Lift.NONE, Group.PLANNING));
    assertEquals(150, seconds(6, Lift.NONE, "elder70"), "30 s a floor; rests are for the way up");
  }

  @Test
  void a_lift_takes_its_wait_its_doors_twice_and_the_shaft() {
    assertEquals(4 + 2 * 3 + 5 * 3, seconds(6, Lift.LEVEL, Group.PLANNING));
    assertEquals(4 + 2 * 3 + 5 * 3, seconds(6, Lift.LEVEL, "wheelchair"));
  }

  @Test
  void a_half_landing_lift_keeps_half_a_storey_of_stairs() {
    int down = IndoorWalk.milliseconds(6, Lift.HALF_LANDING, RULES.group("elder60"), RULES.lift());

    assertEquals(10_000 + 10_000 + 13_500, down, "half of 20 s, then 4½ floors of 3 s by lift");
  }

  @Test
  void who_can_use_both_takes_the_quicker() {
    assertEquals(10, seconds(2, Lift.LEVEL, Group.PLANNING), "the lift would take 13 s");
    assertEquals(10, seconds(2, Lift.HALF_LANDING, Group.PLANNING));
  }

  @Test
  void without_a_level_lift_a_wheelchair_does_not_leave_an_upper_floor() {
    assertEquals(-1, seconds(2, Lift.NONE, "wheelchair"));
    assertEquals(-1, seconds(2, Lift.HALF_LANDING, "wheelchair"));
  }

  @Test
  void a_better_lift_never_makes_the_way_longer() {
    for (Group group : RULES.groups()) {
      for (int floor = 1; floor < 12; floor++) {
        int none = IndoorWalk.milliseconds(floor, Lift.NONE, group, RULES.lift());
        int half = IndoorWalk.milliseconds(floor, Lift.HALF_LANDING, group, RULES.lift());
        int level = IndoorWalk.milliseconds(floor, Lift.LEVEL, group, RULES.lift());

        assertTrue(half <= none && level <= none, group.id() + " on floor " + floor);
      }
    }
  }
}
