package org.lifecircle.town;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Status;
import org.lifecircle.model.StudyArea;
import org.lifecircle.town.WalkOracle.Bracket;
import org.locationtech.jts.geom.Coordinate;

/** The oracle against lengths worked out by hand. */
class WalkOracleTest {

  private static final double CENTIMETRE = 0.01;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  @Test
  void along_paths_the_walk_follows_the_centre_line() {
    TownBuilder town =
        TownBuilder.surveyed().street("p1", 0, 0, 100, 0).street("p2", 60, -50, 60, 80);

    walks(town, 0, 0, 60, 80, 60 + 80);
    walks(town, 10, 0, 60, 30, 50 + 30);
  }

  @Test
  void in_openstreetmap_lines_that_merely_cross_do_not_meet() {
    TownBuilder town =
        TownBuilder.mapped().street("p1", 0, 0, 100, 0).street("p2", 60, -50, 60, 80);
    TownBuilder shared =
        TownBuilder.mapped().street("p1", 0, 0, 60, 0, 100, 0).street("p2", 60, -50, 60, 0, 60, 80);

    walks(town, 0, 0, 60, 80, NEVER);
    walks(shared, 0, 0, 60, 80, 140);
  }

  @Test
  void a_public_gate_is_the_only_way_through_the_wall() {
    TownBuilder town = yard().gate("g1", 50, 0, Access.PUBLIC);

    walks(town, 10, 20, 10, -8, Math.hypot(40, 20) + 8 + 40);
  }

  @Test
  void without_a_gate_nobody_comes_out() {
    walks(yard(), 10, 20, 10, -8, NEVER);
  }

  @Test
  void a_closed_gate_is_no_gate() {
    walks(yard().gate("g1", 50, 0, Access.CLOSED), 10, 20, 10, -8, NEVER);
  }

  @Test
  void a_residents_gate_lets_its_own_compound_through_and_nobody_across() {
    TownBuilder town =
        yard()
            .gate("g1", 50, 0, Access.RESIDENTS)
            .gate("g2", 50, 60, Access.RESIDENTS)
            .street("p2", 0, 68, 100, 68);

    walks(town, 10, 20, 50, -8, Math.hypot(40, 20) + 8);
    walks(town, 10, 20, 50, 68, Math.hypot(40, 40) + 8);
    walks(town, 50, -8, 50, 68, NEVER);
  }

  @Test
  void a_demolished_wall_joins_yards_drawn_to_its_faces_and_shares_their_gates() {
    TownBuilder town =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 49.88, 60)
            .compound("c2", 50.12, 0, 100, 60)
            .wall("w1", Status.DEMOLISHED, 50, 0, 50, 60)
            .wall("w2", 50, 0, 100, 0, 100, 60, 0, 60, 0, 0, 50, 0)
            .gate("g1", 90, 0, Access.RESIDENTS)
            .street("p1", -20, -8, 120, -8);

    walks(town, 10, 20, 80, 20, 70);
    walks(town, 10, 20, 90, -8, Math.hypot(80, 20) + 8);
  }

  @Test
  void one_steps_over_from_a_street_to_open_ground_five_metres_beyond_its_edge() {
    TownBuilder near =
        TownBuilder.surveyed().street("p1", 0, 0, 100, 0).plaza("o1", 0, 7.9, 100, 60);
    TownBuilder far =
        TownBuilder.surveyed().street("p1", 0, 0, 100, 0).plaza("o1", 0, 8.1, 100, 60);

    Bracket bracket = distance(near, 20, 0, 20, 30);
    assertTrue(bracket.allows(30) && bracket.lowest() > 29.9, bracket::toString);
    walks(far, 20, 0, 20, 30, NEVER);
  }

  @Test
  void a_wall_along_the_frontage_bars_it() {
    TownBuilder town =
        TownBuilder.surveyed()
            .street("p1", 0, 0, 100, 0)
            .plaza("o1", 0, 5, 100, 60)
            .wall("w1", -10, 4, 110, 4);

    walks(town, 20, 0, 20, 30, NEVER);
  }

  @Test
  void a_door_off_the_ground_is_tied_to_the_nearest_it_sees() {
    TownBuilder town =
        TownBuilder.surveyed()
            .street("p1", 0, 0, 100, 0)
            .street("p2", 0, 40, 100, 40)
            .street("p3", 100, 0, 100, 40)
            .wall("w1", 0, 10, 90, 10);

    walks(town, 50, 15, 50, 40, 25);
    walks(town, 50, 15, 50, 0, 25 + 50 + 40 + 50);
  }

  @Test
  void a_passage_goes_through_the_building_and_a_bridge_over_the_wall() {
    TownBuilder town =
        TownBuilder.surveyed()
            .building("b1", 40, -10, 60, 10)
            .wall("w1", 80, -30, 80, 30)
            .footway("p1", 0, 0, 39, 0)
            .passage("p2", 39, 0, 61, 0)
            .footway("p3", 61, 0, 70, 0)
            .bridge("p4", 70, 0, 90, 0)
            .footway("p5", 90, 0, 100, 0);

    walks(town, 0, 0, 100, 0, 100);
  }

  @Test
  void an_untagged_path_ends_at_the_building_in_a_survey_and_goes_through_in_openstreetmap() {
    StudyArea surveyed =
        TownBuilder.surveyed().building("b1", 40, -10, 60, 10).footway("p1", 0, 0, 100, 0).build();
    StudyArea mapped =
        TownBuilder.mapped().building("b1", 40, -10, 60, 10).footway("p1", 0, 0, 100, 0).build();

    assertEquals(NEVER, distance(surveyed, 0, 0, 100, 0).lowest());
    assertEquals(100, distance(mapped, 0, 0, 100, 0).highest(), CENTIMETRE);
  }

  @Test
  void an_unmarked_crossing_is_open_only_at_a_shared_node_of_openstreetmap() {
    double[] wall = {50, -30, 50, 0, 50, 30};
    double[] plain = {50, -30, 50, 30};

    walks(TownBuilder.mapped().wall("w", wall).footway("p", 0, 0, 50, 0, 99, 0), 0, 0, 99, 0, 99);
    walks(
        TownBuilder.mapped().wall("w", plain).footway("p", 0, 0, 50, 0, 99, 0), 0, 0, 99, 0, NEVER);
    walks(
        TownBuilder.surveyed().wall("w", wall).footway("p", 0, 0, 50, 0, 99, 0),
        0,
        0,
        99,
        0,
        NEVER);
  }

  @Test
  void a_gate_on_a_path_without_a_wall_bars_it() {
    walks(
        TownBuilder.surveyed().footway("p", 0, 0, 99, 0).gate("g", 50, 1, Access.CLOSED),
        0,
        0,
        99,
        0,
        NEVER);
    walks(
        TownBuilder.surveyed().footway("p", 0, 0, 99, 0).gate("g", 50, 1, Access.PUBLIC),
        0,
        0,
        99,
        0,
        99);
  }

  @Test
  void a_gated_compound_without_a_wall_is_open_where_paths_cross_it() {
    TownBuilder town =
        TownBuilder.surveyed()
            .gatedCompound("c1", 0, 0, 100, 60)
            .street("p1", -20, -8, 120, -8)
            .footway("p2", 50, -8, 50, 10);

    walks(town, 10, 20, 10, -8, Math.hypot(40, 20) + 8 + 40);
  }

  @Test
  void nobody_sees_through_a_box_of_walls() {
    TownBuilder town =
        TownBuilder.surveyed()
            .street("p1", 0, 0, 100, 0)
            .wall("w1", 40, 10, 50, 10, 50, 20, 40, 20, 40, 10);

    walks(town, 45, 15, 50, 0, NEVER);
  }

  /** A walled yard of 100 by 60 m, a street 8 m south of it. */
  private static TownBuilder yard() {
    return TownBuilder.surveyed()
        .compound("c1", 0, 0, 100, 60)
        .wall("w1", 0, 0, 100, 0, 100, 60, 0, 60, 0, 0)
        .street("p1", -20, -8, 120, -8);
  }

  private static void walks(
      TownBuilder town, double x1, double y1, double x2, double y2, double metres) {
    Bracket bracket = distance(town, x1, y1, x2, y2);
    assertEquals(metres, bracket.lowest(), CENTIMETRE);
    assertEquals(metres, bracket.highest(), CENTIMETRE);
    Bracket back = distance(town, x2, y2, x1, y1);
    assertEquals(metres, back.lowest(), CENTIMETRE);
  }

  private static Bracket distance(TownBuilder town, double x1, double y1, double x2, double y2) {
    return distance(town.build(), x1, y1, x2, y2);
  }

  private static Bracket distance(StudyArea area, double x1, double y1, double x2, double y2) {
    return WalkOracle.of(area, TownRules.walking())
        .distance(new Coordinate(x1, y1), new Coordinate(x2, y2));
  }
}
