package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Walk;
import org.lifecircle.town.TownBuilder;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** First principles: lengths predicted by hand. */
class WalkNetworkTest {

  private static WalkNetwork network(StudyArea area) {
    return WalkNetwork.of(area, TownRules.walking());
  }

  private static int costTo(WalkNetwork network, StudyArea area, int entrance) {
    return network
        .costsToNearest(area.facilities(), Measure.distance(), WalkNetwork.NO_CUTOFF)[entrance];
  }

  @Test
  void a_walk_over_an_open_yard_is_the_straight_line() {
    StudyArea area =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 100, 60)
            .entrance("A", 10, 10)
            .facility("K", "kindergarten", 40, 50)
            .build();

    assertEquals(50_000, costTo(network(area), area, 0));
  }

  @Test
  void a_walk_goes_round_the_corner_of_a_building_in_the_yard() {
    StudyArea area =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 100, 60)
            .building("b1", 20, 0, 30, 40)
            .entrance("A", 10, 10)
            .facility("K", "kindergarten", 40, 10)
            .build();

    double expected = 2 * Math.hypot(10, 30) + 10;
    assertEquals(expected, costTo(network(area), area, 0) / 1000.0, 0.004);
  }

  @Test
  void a_walk_out_of_a_walled_compound_goes_through_its_gate() {
    StudyArea area =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 100, 60)
            .wall("w1", 0, 0, 100, 0, 100, 60, 0, 60, 0, 0)
            .gate("g1", 50, 0, Access.PUBLIC)
            .street("p1", -50, -20, 150, -20)
            .entrance("A", 50, 30)
            .facility("K", "kindergarten", 150, -20)
            .build();
    WalkNetwork network = network(area);

    assertEquals(30 + 20 + 100, costTo(network, area, 0) / 1000.0, 0.004);
    Walk walk =
        network
            .walk(TownBuilder.at(50, 30), TownBuilder.at(150, -20), Measure.distance())
            .orElseThrow();
    assertEquals(150_000, walk.distanceMillimetres(), 4);
    assertEquals(List.of("g1"), walk.openings());
  }

  @Test
  void a_closed_gate_keeps_everybody_in_and_the_wall_down_lets_them_out() {
    StudyArea area =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 100, 60)
            .wall("w1", 0, 0, 100, 0)
            .wall("w2", 100, 0, 100, 60, 0, 60, 0, 0)
            .gate("g1", 50, 0, Access.CLOSED)
            .street("p1", -50, -4, 150, -4)
            .entrance("A", 52.5, 30)
            .facility("K", "kindergarten", 52.5, -4)
            .build();
    WalkNetwork network = network(area);

    assertEquals(WalkNetwork.UNREACHED, costTo(network, area, 0));
    WalkNetwork opened = network.without(List.of("w1"), List.of());
    assertEquals(34_000, costTo(opened, area, 0), 4);
  }

  @Test
  void residents_pass_their_own_gate_and_no_others() {
    StudyArea area =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 100, 60)
            .compound("c2", 100, 0, 200, 60)
            .wall("w1", 0, 0, 200, 0, 200, 60, 0, 60, 0, 0)
            .wall("w2", 100, 0, 100, 60)
            .gate("g1", 100, 30, Access.RESIDENTS, "c1")
            .gate("g2", 150, 0, Access.RESIDENTS, "c2")
            .street("p1", -50, -4, 250, -4)
            .entrance("A", 50, 30)
            .entrance("B", 150, 30)
            .facility("K", "kindergarten", 150, -4)
            .build();
    WalkNetwork network = network(area);

    assertEquals(WalkNetwork.UNREACHED, costTo(network, area, 0), "c1 may not pass g2");
    assertEquals(34_000, costTo(network, area, 1), 4);
    Walk between =
        network
            .walk(TownBuilder.at(50, 30), TownBuilder.at(150, 30), Measure.distance())
            .orElseThrow();
    assertEquals(100_000, between.distanceMillimetres(), 4);
  }

  @Test
  void a_passage_that_ends_at_a_wall_leads_out_once_the_wall_is_gone() {
    StudyArea area =
        TownBuilder.surveyed()
            .compound("c1", 0, 0, 100, 60)
            .building("b1", 40, 0, 60, 10)
            .passage("p2", 50, 0, 50, 10)
            .wall("w1", 40, 0, 60, 0)
            .wall("w2", 60, 0, 100, 0, 100, 60, 0, 60, 0, 0, 40, 0)
            .street("p1", -50, -4, 150, -4)
            .entrance("A", 50, 30)
            .facility("K", "kindergarten", 52.5, -4)
            .build();
    WalkNetwork network = network(area);

    assertEquals(WalkNetwork.UNREACHED, costTo(network, area, 0));
    WalkNetwork opened = network.without(List.of("w1"), List.of());
    assertEquals(30_000 + 2_500 + 4_000, costTo(opened, area, 0), 130); // the wall's own strip
  }

  @Test
  void a_lane_for_residents_is_walked_by_them_and_by_nobody_else() {
    StudyArea area =
        TownBuilder.surveyed()
            .compound("c1", 30, 40, 70, 80)
            .street("p1", -50, 0, 150, 0)
            .add(lane("p2", 50, 0, 50, 40))
            .add(lane("p3", 120, 0, 120, 40))
            .build();
    WalkNetwork network = network(area);

    assertEquals(60_000 + 40_000, between(network, 50, 60, 10, 0), 4, "from c1 along its lane");
    assertEquals(60_000 + 40_000, between(network, 10, 0, 50, 60), 4, "and home again");
    assertEquals(40_000, between(network, 50, 20, 50, 60), 4, "a click on it, to c1");
    assertEquals(WalkNetwork.UNREACHED, between(network, 50, 20, 10, 0), "strangers on it");
    assertEquals(WalkNetwork.UNREACHED, between(network, 10, 0, 120, 20), "a lane of nobody's");
    assertEquals(WalkNetwork.UNREACHED, between(network, 120, 10, 120, 20), "along it");
    Geometry within =
        network
            .isochrones(
                TownBuilder.at(120, 10), Measure.distance(), new int[] {100_000}, Direction.OUT)
            .orElseThrow()
            .get(0);
    assertTrue(within.isEmpty(), () -> "a stranger gets nowhere, but " + within);
  }

  private static int between(WalkNetwork network, double x, double y, double toX, double toY) {
    return network
        .walk(TownBuilder.at(x, y), TownBuilder.at(toX, toY), Measure.distance())
        .map(walk -> Math.toIntExact(walk.distanceMillimetres()))
        .orElse(WalkNetwork.UNREACHED);
  }

  private static Path lane(String id, double... line) {
    Coordinate[] points = {TownBuilder.at(line[0], line[1]), TownBuilder.at(line[2], line[3])};
    return new Path(
        id,
        PathKind.STREET,
        6.0,
        0,
        false,
        false,
        null,
        Access.RESIDENTS,
        new GeometryFactory().createLineString(points));
  }
}
