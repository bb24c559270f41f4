package org.lifecircle.io.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.StudyArea;

/** Where people who live somewhere come out of the door. */
class DerivedEntrancesTest {

  /** 40 m long, 12 m deep. */
  private static final String ROW = "POLYGON ((0 0, 40 0, 40 12, 0 12, 0 0))";

  @Test
  void doors_stand_evenly_on_the_long_facade_nearest_a_path() {
    StudyArea area =
        Town.withClinic()
            .add("buildings", ROW, "id", "b", "use", "residential", "units", 4)
            .add("paths", "LINESTRING (-20 -5, 60 -5)", "id", "south lane")
            .add("paths", "LINESTRING (-20 30, 60 30)", "id", "north lane")
            .assemble();

    assertEquals(
        List.of("b-e1 1 (5 0)", "b-e2 2 (15 0)", "b-e3 3 (25 0)", "b-e4 4 (35 0)"), doors(area));
  }

  @Test
  void a_path_along_the_short_side_does_not_make_it_long() {
    StudyArea area =
        Town.withClinic()
            .add("buildings", ROW, "id", "b", "use", "residential", "units", 1)
            .add("paths", "LINESTRING (42 -50, 42 -1)", "id", "east lane")
            .assemble();

    assertEquals(List.of("b-e1 1 (20 0)"), doors(area));
  }

  @Test
  void between_two_paths_as_near_and_without_any_the_north_has_it() {
    Town without = Town.withClinic().add("buildings", ROW, "id", "b", "use", "residential");
    assertEquals(List.of("b-e1 1 (20 12)"), doors(without.assemble()));

    without.add("paths", "LINESTRING (-20 -5, 60 -5)", "id", "south lane");
    without.add("paths", "LINESTRING (-20 17.05, 60 17.05)", "id", "north lane");
    assertEquals(List.of("b-e1 1 (20 12)"), doors(without.assemble()));
  }

  @Test
  void no_door_opens_into_the_neighbour() {
    StudyArea area =
        Town.withClinic()
            .add("buildings", ROW, "id", "b", "use", "residential")
            .add(
                "buildings",
                "POLYGON ((0 -20, 40 -20, 40 0, 0 0, 0 -20))",
                "id",
                "shop",
                "use",
                "retail")
            .add("paths", "LINESTRING (-20 -22, 60 -22)", "id", "south lane")
            .assemble();

    assertEquals(List.of("b-e1 1 (20 12)"), doors(area));
  }

  @Test
  void a_kink_in_a_facade_does_not_cut_it_short() {
    StudyArea area =
        Town.withClinic()
            .add(
                "buildings",
                "POLYGON ((0 0, 20 0.2, 40 0, 40 12, 0 12, 0 0))",
                "id",
                "b",
                "use",
                "residential",
                "units",
                2)
            .add("paths", "LINESTRING (-20 -5, 60 -5)", "id", "south lane")
            .assemble();

    assertEquals(List.of("b-e1 1 (10 0)", "b-e2 2 (30 0)"), doors(area));
  }

  @Test
  void a_mapped_entrance_is_enough_and_offices_need_none() {
    StudyArea area =
        Town.withClinic()
            .add("buildings", ROW, "id", "b", "use", "residential", "units", 4)
            .add(
                "buildings",
                "POLYGON ((0 50, 40 50, 40 60, 0 60, 0 50))",
                "id",
                "office",
                "use",
                "commercial")
            .add("entrances", "POINT (7 0)", "id", "door", "building_id", "b")
            .assemble();

    assertEquals(List.of("door null (7 0)"), doors(area));
  }

  @Test
  void people_said_to_live_there_make_a_dwelling_of_any_use() {
    StudyArea area =
        Town.withClinic()
            .add("buildings", ROW, "id", "b", "use", "mixed", "residents", 30)
            .assemble();

    assertEquals(List.of("b-e1 1 (20 12)"), doors(area));
  }

  @Test
  void an_entrance_that_names_no_building_belongs_to_the_one_it_stands_at() {
    StudyArea area =
        Town.withClinic()
            .add("buildings", ROW, "id", "b", "use", "residential")
            .add("entrances", "POINT (7 -0.4)", "id", "at b")
            .add("entrances", "POINT (7 -30)", "id", "astray", "building_id", "gone")
            .assemble();

    assertEquals("b", entrance(area, "at b").buildingId());
    assertNull(entrance(area, "astray").buildingId());
    assertEquals(
        List.of("astray entrance_of_nobody", "at b owner_by_place"),
        area.issues().stream()
            .filter(i -> i.layer().equals("entrances"))
            .map(i -> i.featureId() + " " + i.code())
            .toList());
  }

  private static Entrance entrance(StudyArea area, String id) {
    return area.entrances().stream().filter(e -> e.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> doors(StudyArea area) {
    return area.entrances().stream()
        .map(e -> e.id() + " " + e.unit() + Town.drawn(e.geometry()).toText().substring(5))
        .toList();
  }
}
