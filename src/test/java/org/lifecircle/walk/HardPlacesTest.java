package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.model.Access;
import org.lifecircle.model.Status;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Walk;
import org.lifecircle.town.TownBuilder;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;

/** Places at which walks once went wrong, found by the laws. */
class HardPlacesTest {

  private static Optional<Walk> walk(StudyArea area, double x1, double y1, double x2, double y2) {
    return WalkNetwork.of(area, TownRules.walking())
        .walk(TownBuilder.at(x1, y1), TownBuilder.at(x2, y2), Measure.distance());
  }

  private static void walks(
      TownBuilder town, double x1, double y1, double x2, double y2, double metres) {
    Walk walk = walk(town.build(), x1, y1, x2, y2).orElseThrow();
    assertEquals(metres, walk.distanceMillimetres() / 1000.0, 0.005, walk::toString);
  }

  @Test
  void a_passage_that_ends_at_the_face_of_the_house_leads_out_into_the_yard() {
    TownBuilder yard =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 100, 60)
            .building("b1", 0, 20, 100, 30)
            .passage("p1", 40, 20, 40, 30);

    walks(yard, 40, 10, 40, 50, 40);
    walks(yard, 70, 20, 70, 30, 30 + 10 + 30);
  }

  @Test
  void a_passage_leads_on_along_a_footway_that_meets_it_at_the_face() {
    TownBuilder street =
        TownBuilder.surveyed()
            .building("b1", 0, 20, 100, 30)
            .passage("p1", 40, 20, 40, 30)
            .footway("p2", 10, 10, 40, 20)
            .footway("p3", 40, 30, 80, 60);

    walks(street, 10, 10, 80, 60, Math.hypot(30, 10) + 10 + 50);
  }

  /**
   * The door is in the middle of a face of the house, and the footway begins at the door itself.
   */
  @ParameterizedTest
  @CsvSource({"10, 0, 10, -20", "10, 10, 10, 30", "0, 5, -20, 5", "20, 5, 40, 5", "20, 10, 40, 30"})
  void a_door_at_the_very_end_of_a_footway_leads_onto_it(double x, double y, double x2, double y2) {
    StudyArea area =
        TownBuilder.surveyed()
            .building("b1", 0, 0, 20, 10)
            .footway("p1", x, y, x2, y2)
            .entrance("A", "b1", x, y)
            .facility("K", "kindergarten", x2, y2)
            .build();

    int[] costs =
        WalkNetwork.of(area, TownRules.walking())
            .costsToNearest(area.facilities(), Measure.distance(), WalkNetwork.NO_CUTOFF);

    assertEquals(Math.hypot(x2 - x, y2 - y), costs[0] / 1000.0, 0.002);
  }

  @Test
  void a_door_does_not_see_a_footway_that_ends_at_the_other_side_of_the_wall_it_stands_at() {
    StudyArea area =
        TownBuilder.surveyed()
            .building("b1", 0, 0, 20, 10)
            .wall("w1", -30, 10, 50, 10)
            .footway("p1", 10, 10, 10, 30)
            .entrance("A", "b1", 10, 9)
            .facility("K", "kindergarten", 10, 30)
            .build();

    int[] costs =
        WalkNetwork.of(area, TownRules.walking())
            .costsToNearest(area.facilities(), Measure.distance(), WalkNetwork.NO_CUTOFF);

    assertEquals(WalkNetwork.UNREACHED, costs[0]);
  }

  @Test
  void a_passage_that_ends_at_a_wall_opens_nothing() {
    StudyArea area =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 100, 60)
            .building("b1", 0, 20, 100, 30)
            .wall("w1", 0, 30, 100, 30)
            .passage("p1", 40, 20, 40, 30)
            .build();

    assertTrue(walk(area, 40, 10, 40, 50).isEmpty());
  }

  @Test
  void a_footway_through_a_gate_is_left_where_the_yard_begins_and_not_where_it_ends() {
    TownBuilder yard =
        TownBuilder.surveyed()
            .compound("c1", 0, 0.3, 100, 60)
            .wall("w1", 0, 0, 100, 0, 100, 60, 0, 60, 0, 0)
            .gate("g1", 50, 0, Access.PUBLIC)
            .footway("p1", 50, -20, 50, 15);

    walks(yard, 50, -20, 90, 0.3, 20.3 + 40);
  }

  @Test
  void people_step_over_from_a_street_that_bends_by_less_than_a_millimetre() {
    StudyArea area =
        TownBuilder.mapped()
            .plaza("o1", -77.01, 38.425, -40.61, 125.785, -103.67, 152.06, -140.07, 64.7)
            .street("p1", -147.72, 61.55, -106.82, 159.71, -80.795, 222.17, -66.695, 256.01)
            .build();

    Walk walk = walk(area, -103.67, 152.06, -98.72, 179.15).orElseThrow();

    assertTrue(walk.distanceMillimetres() / 1000.0 >= walk.geometry().getLength());
    assertEquals(8.28 + 21.06, walk.distanceMillimetres() / 1000.0, 1.5);
  }

  @Test
  void two_yards_share_no_gates_while_the_second_of_two_walls_between_them_stands() {
    TownBuilder yards =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 50, 60)
            .compound("c2", 50.26, 0, 100, 60)
            .wall("w1", Status.DEMOLISHED, 50, 0, 50, 60)
            .wall("w2", 50.26, 0, 50.26, 60)
            .wall("w3", 0, 0, 100, 0, 100, 60, 0, 60, 0, 0)
            .gate("g1", 20, 0, Access.RESIDENTS)
            .gate("g2", 50.13, 30, Access.PUBLIC)
            .street("p1", -20, -8, 120, -8);

    assertTrue(walk(yards.build(), 80, 20, 20, -8).isEmpty(), "g1 is of c1 alone");
  }

  @Test
  void two_yards_share_their_gates_once_both_walls_between_them_are_gone() {
    TownBuilder yards =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 50, 60)
            .compound("c2", 50.26, 0, 100, 60)
            .wall("w1", Status.DEMOLISHED, 50, 0, 50, 60)
            .wall("w2", Status.DEMOLISHED, 50.26, 0, 50.26, 60)
            .wall("w3", 0, 0, 100, 0, 100, 60, 0, 60, 0, 0)
            .gate("g1", 20, 0, Access.RESIDENTS)
            .street("p1", -20, -8, 120, -8);

    walks(yards, 80, 20, 20, -8, Math.hypot(60, 20) + 8);
  }

  @Test
  void a_gate_is_tied_to_the_end_of_a_footway_that_runs_straight_away_from_it() {
    TownBuilder yard =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 100, 60)
            .wall("w1", 0, 0, 100, 0, 100, 60, 0, 60, 0, 0)
            .gate("g1", 50, 0, Access.PUBLIC)
            .footway("p1", 50, -2, 50, -30)
            .street("p2", 0, -30, 100, -30);

    walks(yard, 50, 20, 50, -15, 35);
  }

  /**
   * Taking down the far end of the wall between two compounds lets the residents of the one use a
   * gate of the other, far away from that wall.
   */
  @Test
  void a_far_wall_is_named_whose_going_would_share_a_gate_near_by() {
    StudyArea area =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 100, 400)
            .compound("c2", 100, 0, 200, 400)
            .wall("w-west", 100, 350, 100, 400, 0, 400, 0, 0, 100, 0)
            .wall("w-between", 100, 0, 100, 300)
            .wall("w-far", 100, 300, 100, 350)
            .wall("w-east", 100, 0, 200, 0, 200, 400, 100, 400)
            .gate("g1", 50, 0, Access.PUBLIC)
            .gate("g2", 110, 0, Access.PUBLIC, "c2")
            .gate("g3", 200, 10, Access.RESIDENTS, "c2")
            .street("p1", 40, -10, 150, -10, 150, -100, 260, -100, 260, 10, 210, 10)
            .build();
    WalkNetwork network = WalkNetwork.of(area, TownRules.walking());

    Walk walk =
        network
            .walkWithReasons(TownBuilder.at(50, 5), TownBuilder.at(210, 10), Measure.distance())
            .orElseThrow();

    assertEquals(List.of("g1"), walk.openings());
    assertTrue(walk.forcedBy().contains("w-far"), walk::toString);
  }

  /** Houses and streets below, so that the middle of the bridge is many triangles from its end. */
  private static TownBuilder bridgeOverStreets() {
    return TownBuilder.surveyed()
        .bridge("p1", 0, 0, 200, 0)
        .footway("p2", -50, 0, 0, 0)
        .footway("p3", 200, 0, 250, 0)
        .street("p4", 60, -80, 60, 80)
        .street("p5", 90, -80, 90, 80)
        .building("b1", 100, -20, 110, 20);
  }

  @Test
  void all_along_a_bridge_people_stand_on_it_and_an_isochrone_reaches_both_ways() {
    TownBuilder town = bridgeOverStreets();
    walks(town, 150, 0.4, 210, 0, 60 + 0.4);
    walks(town, 105, 0, 210, 0, 105);

    Geometry drawn =
        WalkNetwork.of(town.build(), TownRules.walking())
            .isochrone(TownBuilder.at(150, 0), Measure.distance(), 60_000, Direction.OUT)
            .orElseThrow();

    assertTrue(drawn.covers(point(95, 0.4)) && drawn.covers(point(205, 0.4)), drawn::toString);
    assertFalse(drawn.intersects(point(88, 0.4)) || drawn.intersects(point(212, 0.4)));
  }

  @Test
  void under_a_bridge_a_place_is_the_ground_below() {
    StudyArea area = bridgeOverStreets().plaza("o1", 120, -30, 160, 30).build();
    WalkNetwork network = WalkNetwork.of(area, TownRules.walking());

    assertTrue(walk(area, 140, 0, 210, 0).isEmpty());
    Geometry drawn =
        network
            .isochrone(TownBuilder.at(210, 0), Measure.distance(), 120_000, Direction.IN)
            .orElseThrow();
    assertFalse(drawn.intersects(point(140, 0)), drawn::toString);
    assertTrue(drawn.covers(point(115, 0.4)) && drawn.covers(point(165, 0.4)), drawn::toString);
  }

  /** Two squares that have one corner in common: a point is too narrow to walk through. */
  private static TownBuilder touchingSquares() {
    return TownBuilder.mapped()
        .plaza("o1", 85, 85, 100, 85, 100, 100, 85, 100)
        .plaza("o2", 100, 100, 200, 90, 200, 200, 80, 200);
  }

  private static Geometry around(TownBuilder town) {
    return WalkNetwork.of(town.build(), TownRules.walking())
        .isochrone(TownBuilder.at(150, 150), Measure.distance(), 100_000, Direction.OUT)
        .orElseThrow();
  }

  @Test
  void nothing_leads_over_a_point_in_which_two_open_grounds_touch() {
    assertTrue(walk(touchingSquares().build(), 90, 90, 150, 150).isEmpty());
    assertFalse(around(touchingSquares()).intersects(point(95, 95)));
  }

  @Test
  void a_footway_leads_over_a_point_in_which_two_open_grounds_touch() {
    TownBuilder town = touchingSquares().footway("p1", 99, 99, 100, 100, 101, 101);

    walks(town, 90, 90, 150, 150, Math.hypot(60, 60));
    assertTrue(around(town).covers(point(86, 86)));
  }

  private static Point point(double x, double y) {
    return new GeometryFactory().createPoint(TownBuilder.at(x, y));
  }
}
