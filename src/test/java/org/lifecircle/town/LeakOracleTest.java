package org.lifecircle.town;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;

/** The oracle finds leaks that were made on purpose, and no others. */
class LeakOracleTest {

  /** Two yards with a wall between that bends and has a free end, a gate, a house. */
  private static final TownBuilder YARDS =
      TownBuilder.surveyed()
          .compound("c1", 0, 0, 100, 60)
          .wall("w1", 50, 0, 50, 30, 60, 40)
          .wall("w2", 0, 20, 50, 20)
          .wall("w3", 50.26, 0, 50.26, 20)
          .building("b1", 20, 30, 30, 50)
          .gate("g1", 50, 25, Access.RESIDENTS, "c1");

  @Test
  void a_walk_straight_through_a_wall_leaks() {
    assertLeaks(40, 10, 45, 10, 50.1, 10);
    assertLeaks(55, 25.05, 45, 25.05);
  }

  @Test
  void a_walk_through_the_bend_of_a_wall_leaks() {
    assertLeaks(45, 30, 50, 30, 55, 29);
    assertLeaks(45, 31, 55, 29);
  }

  @Test
  void a_walk_that_comes_along_the_wall_and_leaves_on_the_other_side_leaks() {
    assertLeaks(45, 26, 50, 27, 50, 29, 55, 28);
  }

  @Test
  void a_walk_through_the_point_where_walls_touch_leaks() {
    assertLeaks(49, 15, 50, 20, 49, 25);
    assertLeaks(45, 19, 50, 20, 50.1, 15);
  }

  @Test
  void a_walk_into_a_house_leaks() {
    assertLeaks(15, 40, 35, 40);
    assertLeaks(19, 35, 20.5, 29);
  }

  @Test
  void a_walk_that_wanders_off_the_ground_leaks() {
    assertLeaks(80, 10, 110, 10, 110, 20, 80, 20);
  }

  @Test
  void a_walk_may_touch_a_wall_run_along_it_and_turn_at_its_end() {
    assertSound(45, 25, 50, 28, 50, 30, 45, 32);
    assertSound(45, 35, 50, 30, 60, 40, 65, 35);
    assertSound(55, 45, 60, 40, 70, 30);
    assertSound(15, 30, 20, 30, 30, 30, 35, 40);
  }

  @Test
  void a_residents_gate_is_an_opening_only_for_its_compound() {
    double[] through = {45, 25, 55, 25};

    assertSound(through);
    assertTrue(
        !LeakOracle.of(YARDS.build(), TownRules.walking())
            .check(TownBuilder.line(through), Set.of("c2"))
            .isEmpty());
  }

  private static void assertLeaks(double... walk) {
    assertTrue(!check(walk).isEmpty(), "a leak was not seen");
  }

  private static void assertSound(double... walk) {
    assertEquals(List.of(), check(walk));
  }

  private static List<String> check(double... walk) {
    return LeakOracle.of(YARDS.build(), TownRules.walking())
        .check(TownBuilder.line(walk), Set.of("c1"));
  }
}
