package org.lifecircle.town;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;

/** What is drawn is what stands there. */
class DrawnTownTest {

  private static final DrawnTown TWO_YARDS =
      DrawnTown.of(
          """
          ====K=========
          #######+######
          #A....a......#
          #.BBC.a..SS..r-Q
          #.....a......#
          ##############
          K: kindergarten
          """);

  @Test
  void a_wall_down_the_middle_makes_two_compounds_that_share_its_line() {
    StudyArea area = TWO_YARDS.area();

    assertTrue(TownBuilder.area(5, 5, 65, 45).equalsTopo(area.compounds().get(0).geometry()));
    assertTrue(TownBuilder.area(65, 5, 135, 45).equalsTopo(area.compounds().get(1).geometry()));
    assertEquals("LINESTRING (65 45, 65 5)", wkt(area, Layer.WALLS, "a"));
    assertEquals("c1", TWO_YARDS.compoundOf("A"));
  }

  @Test
  void walls_are_straight_runs_between_corners_and_junctions() {
    assertEquals(
        List.of("a", "w1", "w2", "w3", "w4", "w5", "w6"),
        TWO_YARDS.area().walls().stream().map(Feature::id).toList());
    assertEquals("LINESTRING (5 45, 65 45)", wkt(TWO_YARDS.area(), Layer.WALLS, "w1"));
    assertEquals(
        "LINESTRING (135 45, 135 25, 135 5)",
        wkt(TWO_YARDS.area(), Layer.WALLS, "w4"),
        "the wall has a vertex where the footway comes to its gate");
  }

  @Test
  void gates_stand_on_the_wall_with_their_rule() {
    Gate north = TWO_YARDS.area().gates().get(0);
    Gate east = TWO_YARDS.area().gates().get(1);

    assertEquals(Access.PUBLIC, north.access());
    assertEquals("POINT (75 45)", north.geometry().toString());
    assertEquals(Access.RESIDENTS, east.access());
    assertEquals("POINT (135 25)", east.geometry().toString());
    assertEquals(east.id(), TWO_YARDS.gateNear("Q"));
  }

  @Test
  void strokes_run_to_the_middle_of_what_they_point_at() {
    assertEquals("LINESTRING (5 55, 135 55)", wkt(TWO_YARDS.area(), Layer.PATHS, "p1"));
    assertEquals("LINESTRING (135 25, 155 25)", wkt(TWO_YARDS.area(), Layer.PATHS, "p2"));
  }

  @Test
  void a_crossing_of_two_streets_is_an_end_of_four_paths() {
    DrawnTown town =
        DrawnTown.of(
            """
              :
            =====
              :
            """);

    assertEquals(
        List.of(
            "LINESTRING (25 25, 25 15)",
            "LINESTRING (5 15, 25 15)",
            "LINESTRING (25 15, 45 15)",
            "LINESTRING (25 15, 25 5)"),
        town.area().paths().stream().map(p -> p.geometry().toString()).toList());
  }

  @Test
  void a_letter_is_an_entrance_unless_the_legend_makes_it_a_facility() {
    StudyArea area = TWO_YARDS.area();

    assertEquals("kindergarten", area.facilities().get(0).kind());
    assertEquals(List.of("A", "C", "Q"), area.entrances().stream().map(Entrance::id).toList());
    assertEquals(
        List.of(1.0, 2.0, 4.0), area.entrances().stream().map(Entrance::residents).toList());
    assertEquals("b1", area.entrances().get(1).buildingId());
  }

  @Test
  void a_shed_against_a_building_is_attached_and_one_on_the_grass_is_not() {
    DrawnTown town =
        DrawnTown.of(
            """
            BBS...S
            """);

    assertEquals(
        List.of(StructurePosition.ATTACHED, StructurePosition.GROUND),
        town.area().illegalStructures().stream().map(s -> s.position()).toList());
  }

  @Test
  void open_ground_beside_a_street_ends_at_the_edge_of_its_cells() {
    DrawnTown town =
        DrawnTown.of(
            """
            ========
              ,,,,
              ,,,,
            """);

    assertEquals(800, town.area().openSpaces().get(0).geometry().getArea());
  }

  @Test
  void a_wall_that_ends_in_the_open_does_not_enclose_its_outside() {
    DrawnTown town =
        DrawnTown.of(
            """
             ....
             #..#
             ####
            """);

    assertEquals(
        40 * 10 + 30 * 15 + 2 * 5 * 5, town.area().compounds().get(0).geometry().getArea());
  }

  @Test
  void what_means_nothing_or_comes_twice_is_refused() {
    assertThrows(IllegalArgumentException.class, () -> DrawnTown.of("..?.."));
    assertThrows(IllegalArgumentException.class, () -> DrawnTown.of("A...A"));
    assertThrows(IllegalArgumentException.class, () -> DrawnTown.of("..#.."));
  }

  private static String wkt(StudyArea area, Layer layer, String id) {
    return area.layer(layer).stream()
        .filter(f -> f.id().equals(id))
        .map(f -> f.geometry().toString())
        .collect(Collectors.joining());
  }
}
