package org.lifecircle.freedspace;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.model.LaneWidth;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.Status;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;

/** Lanes between things that stand known distances apart. */
class LanesTest {

  private static LaneWidth lane(StudyArea area, Demolition demolition) {
    return Lanes.of(area, demolition, Rules.RENEWAL).get(0);
  }

  private static LaneWidth lane(StudyArea area) {
    return lane(area, Demolition.ofEverythingRemovable(area));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.6, -1.9})
  void a_lane_of_two_metres_between_sheds_is_seven_between_the_houses_behind_them(double turn) {
    StudyArea area =
        Yard.turned(60, 40, turn)
            .building("north", 10, 23.5, 50, 33)
            .building("south", 10, 7, 50, 16.5)
            .structure("a", StructurePosition.GROUND, 20, 20, 21, 28, 23.4)
            .structure("b", StructurePosition.GROUND, 20, 24, 16.6, 30, 19)
            .path("lane", PathKind.LANE, 4.0, 5, 20, 55, 20)
            .area();

    LaneWidth lane = lane(area);

    assertEquals(2, requireNonNull(lane.widthBeforeMetres()), 0.003);
    assertEquals(7, requireNonNull(lane.widthAfterMetres()), 0.003);
    assertEquals("under_2.5", lane.classBefore());
    assertEquals("7", lane.classAfter());
    assertEquals(List.of("illegal_structures:a", "illegal_structures:b"), lane.causedBy());
    assertEquals(List.of("buildings:north", "buildings:south"), lane.causedByAfter());
    assertNotNull(lane.at());
    assertEquals(0, lane.at().distance(lane.geometry()), 0.001);
  }

  @Test
  void a_wall_counts_to_its_face_and_a_slanting_one_where_it_comes_nearest() {
    StudyArea area =
        Yard.of(60, 40)
            .wall("straight", 10, 23, 50, 23)
            .wall("slanting", 10, 14, 40, 17)
            .path("lane", PathKind.LANE, 4.0, 0, 20, 60, 20)
            .area();

    LaneWidth lane = lane(area);

    // The slanting wall's face is nearest to the lane at its far end.
    double thickness = 0.12 / Math.cos(Math.atan(0.1));
    double east = 40 - 0.12 * Math.sin(Math.atan(0.1));
    double face = 17 - (40 - east) * 0.1 + thickness;
    assertEquals((23 - 0.12 - 20) + (20 - face), requireNonNull(lane.widthBeforeMetres()), 0.002);
    assertNull(lane.widthAfterMetres());
    assertEquals("7", lane.classAfter());
  }

  @Test
  void a_gate_is_as_wide_as_it_is() {
    StudyArea area =
        Yard.of(60, 40)
            .wall("across", 30, 0, 30, 40)
            .gate("gate", 3.0, 30, 20)
            .path("lane", PathKind.LANE, 4.0, 0, 20, 60, 20)
            .area();

    LaneWidth lane = lane(area);

    assertEquals(3, requireNonNull(lane.widthBeforeMetres()), 0.003);
    assertEquals("2.5", lane.classBefore());
    assertEquals(List.of("walls:across"), lane.causedBy());
  }

  @Test
  void a_wall_across_a_lane_leaves_it_no_width() {
    StudyArea area =
        Yard.of(60, 40)
            .wall("across", "across", 0.24, null, false, Status.STANDING, 30, 0, 30, 40)
            .path("lane", PathKind.LANE, 4.0, 0, 20, 60, 20)
            .area();

    assertEquals(0, requireNonNull(lane(area).widthBeforeMetres()), 1e-6);
    assertEquals(0, requireNonNull(lane(area).widthAfterMetres()), 1e-6);
  }

  @Test
  void the_exact_width_is_never_more_and_hardly_less_than_what_many_measurements_find() {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      Yard yard =
          Yard.turned(80, 40, random.nextDouble() * 6)
              .path("lane", PathKind.LANE, 4.0, 2, 20, 40, 21, 78, 19);
      for (int i = 0; i < 12; i++) {
        double x = random.nextDouble() * 70;
        double y = 1 + random.nextDouble() * 13;
        double above = random.nextBoolean() ? 21.5 : 0;
        yard.structure(
            "s" + i,
            StructurePosition.GROUND,
            10,
            yard.polygon(
                x, y + above, x + 3, y + above - 1, x + 6, y + above + 2, x + 2, y + above + 4));
      }
      StudyArea area = yard.area();

      LaneWidth lane = lane(area, new Demolition(Set.of(), Set.of()));

      double sampled = sampled(area);
      if (Double.isInfinite(sampled)) {
        continue;
      }
      assertNotNull(requireNonNull(lane.widthBeforeMetres()), "seed " + seed);
      assertEquals(sampled, requireNonNull(lane.widthBeforeMetres()), 0.05, "seed " + seed);
    }
  }

  /** Rays to both sides every centimetre. */
  private static double sampled(StudyArea area) {
    LineString line = area.paths().get(0).geometry();
    double least = Double.POSITIVE_INFINITY;
    double done = 0;
    for (int i = 1; i < line.getNumPoints(); i++) {
      Coordinate a = line.getCoordinateN(i - 1);
      Coordinate b = line.getCoordinateN(i);
      double length = a.distance(b);
      for (double s = 0.005; s < length; s += 0.01) {
        if (done + s >= 1 && done + s <= line.getLength() - 1) {
          Coordinate p =
              new Coordinate(a.x + s * (b.x - a.x) / length, a.y + s * (b.y - a.y) / length);
          double left = ray(area, p, -(b.y - a.y) / length, (b.x - a.x) / length);
          double right = ray(area, p, (b.y - a.y) / length, -(b.x - a.x) / length);
          least = Math.min(least, left + right);
        }
      }
      done += length;
    }
    return least;
  }

  private static double ray(StudyArea area, Coordinate from, double east, double north) {
    double nearest = Double.POSITIVE_INFINITY;
    for (var structure : area.illegalStructures()) {
      Geometry shape = structure.geometry();
      Coordinate[] ring = shape.getCoordinates();
      for (int i = 1; i < ring.length; i++) {
        double ex = ring[i].x - ring[i - 1].x;
        double ey = ring[i].y - ring[i - 1].y;
        double cross = east * ey - north * ex;
        double dx = ring[i - 1].x - from.x;
        double dy = ring[i - 1].y - from.y;
        double along = (dx * ey - dy * ex) / cross;
        double share = (dx * north - dy * east) / cross;
        if (along >= 0 && share >= 0 && share <= 1 && along <= Rules.RENEWAL.laneReachMetres()) {
          nearest = Math.min(nearest, along);
        }
      }
    }
    return nearest;
  }
}
