package org.lifecircle.town;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The oracle against lengths worked out by hand. */
class GeodesicOracleTest {

  private static final double MILLIMETRE = 1e-3;
  private static final Geometry YARD = TownBuilder.area(0, 0, 100, 60);

  @Test
  void on_an_empty_yard_the_way_is_straight() {
    assertEquals(50, metres(YARD, List.of(), 10, 10, 50, 40), MILLIMETRE);
  }

  @Test
  void the_way_round_a_house_touches_two_of_its_corners() {
    Geometry yard = YARD.difference(TownBuilder.area(40, 20, 60, 40));

    double[] flat = {Math.hypot(30, 10), 20, Math.hypot(30, 10)};

    assertEquals(flat[0] + flat[1] + flat[2], metres(yard, List.of(), 10, 30, 90, 30), MILLIMETRE);
  }

  @Test
  void the_way_round_the_end_of_a_wall_has_one_turn() {
    Geometry wall = TownBuilder.line(50, 0, 50, 50);

    assertEquals(2 * Math.hypot(30, 40), metres(YARD, List.of(wall), 20, 10, 80, 10), MILLIMETRE);
  }

  @Test
  void nobody_slips_between_walls_that_touch() {
    Geometry cross = TownBuilder.line(50, 0, 50, 30);
    Geometry on = TownBuilder.line(50, 30, 50, 60);
    Geometry beam = TownBuilder.line(50, 30, 100, 30);

    assertEquals(Double.POSITIVE_INFINITY, metres(YARD, List.of(cross, on), 20, 30, 80, 30));
    assertEquals(Double.POSITIVE_INFINITY, metres(YARD, List.of(cross, on, beam), 80, 10, 80, 50));
    assertEquals(
        Math.hypot(60, 40), metres(YARD, List.of(cross, beam), 20, 10, 80, 50), MILLIMETRE);
  }

  @Test
  void a_hole_of_one_millimetre_is_a_way_through() {
    Geometry south = TownBuilder.line(50, 0, 50, 29.999);
    Geometry north = TownBuilder.line(50, 30, 50, 60);

    assertEquals(60, metres(YARD, List.of(south, north), 20, 30, 80, 30), MILLIMETRE);
  }

  @Test
  void a_door_in_a_facade_opens_to_the_side_that_is_free() {
    Geometry yard = YARD.difference(TownBuilder.area(40, 20, 60, 40));

    assertEquals(20, metres(yard, List.of(), 50, 40, 50, 60), MILLIMETRE);
    assertTrue(metres(yard, List.of(), 50, 40, 50, 20) > 30);
  }

  private static double metres(
      Geometry ground, List<Geometry> barriers, double x1, double y1, double x2, double y2) {
    return GeodesicOracle.of(ground, barriers)
        .metres(new Coordinate(x1, y1), new Coordinate(x2, y2));
  }
}
