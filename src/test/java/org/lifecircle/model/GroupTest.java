package org.lifecircle.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long groups take, from first principles. */
class GroupTest {

  private static final Provenance HERE = new Provenance("this test", Mark.CHOICE);

  @Test
  void eighty_metres_a_minute_is_five_minutes_for_four_hundred() {
    assertEquals(300_752, Group.milliseconds(400_000, 1330));
  }

  @Test
  void times_round_up_so_that_a_sum_is_never_below_the_whole() {
    assertEquals(1, Group.milliseconds(1, 1330));
    assertEquals(0, Group.milliseconds(0, 1330));
    for (int first = 1; first < 1000; first += 7) {
      long parts = Group.milliseconds(first, 997) + Group.milliseconds(1000 - first, 997);
      assertTrue(parts >= Group.milliseconds(1000, 997));
    }
  }

  @Test
  void an_eight_per_cent_climb_takes_a_quarter_longer_and_a_gentle_fall_no_longer() {
    Group adult = group(new Slopes(null, false));

    assertEquals(755, adult.millimetresPerSecond(PathKind.FOOTWAY, 0.08));
    assertEquals(1191, adult.millimetresPerSecond(PathKind.FOOTWAY, -0.05));
  }

  @Test
  void whoever_is_capped_downhill_is_never_faster_than_on_the_level() {
    Group elder = group(new Slopes(null, true));

    for (int percent = -30; percent <= 30; percent++) {
      int speed = elder.millimetresPerSecond(PathKind.FOOTWAY, percent / 100.0);
      assertTrue(speed > 0 && speed <= 1000, percent + " %: " + speed);
    }
  }

  @Test
  void a_group_without_slopes_walks_every_slope_alike() {
    assertEquals(1000, group(null).millimetresPerSecond(PathKind.RAMP, 0.3));
  }

  @Test
  void six_storeys_up_cost_an_elder_two_rests_and_down_none() {
    StairPace elder = new StairPace(22, 18, 30, 3);

    assertEquals((6 * 22 + 2 * 30) * 1000, elder.upMilliseconds(12));
    assertEquals(6 * 18 * 1000, elder.downMilliseconds(12));
    assertEquals((2 * 22 + 11) * 1000, elder.upMilliseconds(5));
  }

  @Test
  void nobody_stands_still_for_ever() {
    assertThrows(
        BadValueException.class,
        () -> new Group("x", new Text("甲", "x"), 0, null, null, null, 0, null, HERE));
  }

  private static Group group(@Nullable Slopes slopes) {
    return new Group("x", new Text("甲", "x"), 1000, null, null, slopes, 0, null, HERE);
  }
}
