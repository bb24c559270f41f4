package org.lifecircle.io.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lifecircle.io.RawArea;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Fault;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What cannot be used is refused, all of it at once, saying what, where and why. */
class BadInputTest {

  private static final String SQUARE = "POLYGON ((0 0, 100 0, 100 100, 0 100, 0 0))";

  @Test
  void an_area_needs_compounds_or_buildings_and_facilities() {
    assertEquals(
        List.of(
            "town null null: the study area has no compounds or buildings",
            "town null null: the study area has no facilities"),
        faults(new Town()));
  }

  @Test
  void layers_in_which_nothing_is_usable_are_as_good_as_missing() {
    Town town = new Town().addLonLat("facilities", null, "id", "f", "kind", "clinic");
    town.addLonLat("compounds", null, "id", "c");

    assertEquals(
        List.of(
            "town null null: the study area has no usable compounds or buildings",
            "town null null: the study area has no usable facilities"),
        faults(town));
  }

  @Test
  void every_fault_of_every_layer_comes_at_once() {
    Town town =
        Town.withClinic()
            .add("compounds", SQUARE, "id", "c", "residents", -4)
            .add("compounds", SQUARE, "name", "nameless")
            .add("buildings", SQUARE, "id", "b")
            .add("buildings", SQUARE, "id", "b")
            .add("buildings", "LINESTRING (0 0, 1 1)", "id", "line")
            .add("gates", "POINT (0 50)", "id", "g")
            .add("gates", "POINT (0 50)", "id", "g2", "access", "everyone")
            .add("facilities", "POINT (5 5)", "id", "f", "kind", "casino")
            .add("paths", "LINESTRING (0 0, 9 9)", "id", "p", "incline", "NaN")
            .add("paths", "LINESTRING (0 0, 9 9)", "id", "p2", "level", 1.5);

    assertEquals(
        List.of(
            "buildings.geojson buildings b: id 'b' comes twice (also in buildings.geojson)",
            "buildings.geojson buildings line: a polygon is needed, not a LineString",
            "compounds.geojson compounds c: residents is -4.0, it must not be negative",
            "compounds.geojson compounds null: it has no id; every feature needs one",
            "facilities.geojson facilities f: the standard has no facility kind 'casino'; it has clinic, school",
            "gates.geojson gates g2: 'access': 'everyone' is not one of public, residents, closed",
            "gates.geojson gates g: 'access' is missing",
            "paths.geojson paths p2: 'level': '1.5' is not a whole number",
            "paths.geojson paths p: 'incline': 'NaN' is not a finite number"),
        faults(town).stream().sorted().toList());
  }

  @Test
  void every_fault_is_also_told_in_chinese() {
    Town town =
        Town.withClinic()
            .add("compounds", SQUARE, "id", "c", "residents", -4)
            .add("compounds", SQUARE, "id", "c")
            .add("facilities", "POINT (5 5)", "id", "f", "kind", "casino");
    BadInputException refused =
        assertThrows(BadInputException.class, () -> new Assembly(Town.RULES).assemble(town.raw()));

    for (Fault fault : refused.faults()) {
      assertTrue(fault.reason().zh().matches("(?s).*[\\u4e00-\\u9fff]{2}.*"), fault.reason().zh());
    }
  }

  @Test
  void swapped_longitude_and_latitude_are_recognised_for_a_file_and_for_one_feature() {
    Town file = Town.withClinic().add("compounds", SQUARE, "id", "c");
    file.addLonLat("gates", point(34.67, 112.43), "id", "g1", "access", "public");
    file.addLonLat("gates", point(34.67, 112.44), "id", "g2", "access", "public");
    assertEquals(
        List.of(
            "gates.geojson gates null: longitude and latitude look swapped; longitude comes first"),
        faults(file));

    Town one = Town.withClinic().add("compounds", SQUARE, "id", "c");
    one.add("gates", "POINT (0 50)", "id", "g1", "access", "public");
    one.addLonLat("gates", point(34.67, 112.44), "id", "g2", "access", "public");
    assertEquals(
        List.of(
            "gates.geojson gates g2: longitude and latitude look swapped; longitude comes first"),
        faults(one));
  }

  @Test
  void near_the_diagonal_too_where_swapped_coordinates_are_still_degrees() {
    Town town = new Town();
    town.addLonLat("facilities", point(28.12, -15.43), "id", "f", "kind", "clinic");
    town.addLonLat("buildings", point(28.12, -15.43).buffer(0.001), "id", "b");

    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () -> new Assembly(Town.RULES).assemble(town.raw("EPSG:32628")));

    assertTrue(refused.faults().stream().allMatch(f -> f.reason().en().contains("look swapped")));
  }

  @Test
  void metres_without_a_crs_and_places_far_away_are_told_apart() {
    Town town = Town.withClinic().add("compounds", SQUARE, "id", "c");
    town.addLonLat("gates", point(631000, 3839000), "id", "metres", "access", "public");
    town.addLonLat("gates", point(121.47, 31.23), "id", "Shanghai", "access", "public");

    assertEquals(
        List.of(
            "gates.geojson gates metres: the coordinates are not degrees; if they are metres, name their CRS",
            "gates.geojson gates Shanghai: it lies outside of where EPSG:4546 is for (109.5–112.5° E, 18.1–45.1° N); check the coordinates, or the CRS"),
        faults(town));
  }

  @Test
  void a_crs_in_degrees_or_with_stretched_metres_is_refused() {
    Town town = Town.withClinic().add("compounds", SQUARE, "id", "c");

    assertEquals(
        "EPSG:4326 is not a projected CRS in metres; use one like EPSG:4546",
        refusal(town.raw("EPSG:4326")));
    assertEquals(
        "lengths in EPSG:3857 are wrong by 22.0 % here; use a projected CRS made for the place",
        refusal(town.raw("EPSG:3857")));
  }

  @Test
  void without_a_crs_the_usual_one_of_the_place_is_used_and_said() {
    Town town = Town.withClinic().add("compounds", SQUARE, "id", "c");

    StudyArea area = new Assembly(Town.RULES).assemble(town.raw(null));

    assertEquals("EPSG:4546", area.profile().crs());
    assertTrue(codes(area).contains("boundary  crs_chosen"));
  }

  @Test
  void five_thousand_faults_are_told_in_a_hundred_and_one_lines() {
    Town town = Town.withClinic();
    Geometry square = Town.PROJECTION.toLonLat(Town.metres(SQUARE));
    for (int i = 0; i < 5000; i++) {
      town.addLonLat("compounds", square, "id", "c" + i, "residents", -1);
    }

    List<String> faults = faults(town);

    assertEquals(101, faults.size());
    assertEquals("compounds.geojson null null: and 4900 faults more", faults.get(100));
  }

  @Test
  void a_boundary_with_nothing_in_it_is_refused() {
    Town town = Town.withClinic().add("compounds", SQUARE, "id", "c");
    town.add("boundary", "POLYGON ((9000 9000, 9100 9000, 9100 9100, 9000 9000))");

    assertEquals(
        List.of("town boundary null: no compound or building lies within it; check the boundary"),
        faults(town));
  }

  @Test
  void broken_geometry_is_repaired_or_left_out_and_reported() {
    Town town =
        Town.withClinic()
            .add("compounds", SQUARE, "id", "c")
            .add("buildings", "POLYGON ((10 10, 20 20, 20 10, 10 20, 10 10))", "id", "bow tie")
            .add("buildings", "POLYGON ((30 30, 30.05 30, 30.05 30.05, 30 30))", "id", "crumb")
            .add(
                "buildings",
                "POLYGON ((40 40, 50 40, 50 40, 50 50, 40 50, 40 40))",
                "id",
                "stutter")
            .add("paths", "LINESTRING (60 60, 60 60.001)", "id", "dot")
            .addLonLat("buildings", null, "id", "nowhere")
            .addLonLat(
                "gates", new GeometryFactory().createPoint(), "id", "empty", "access", "public");

    StudyArea area = town.assemble();

    assertEquals(
        List.of("bow tie", "stutter"), area.buildings().stream().map(b -> b.id()).toList());
    assertEquals(50, area.buildings().get(0).geometry().getArea(), 0.01);
    assertEquals(
        List.of(
            "buildings nowhere empty_geometry",
            "buildings stutter repeated_points",
            "buildings bow tie self_crossing",
            "buildings crumb too_small",
            "gates empty empty_geometry",
            "paths dot too_small"),
        codes(area).stream()
            .filter(c -> !c.startsWith("boundary"))
            .filter(c -> !c.contains("by_place"))
            .toList());
  }

  @Test
  void a_scribble_that_would_take_minutes_to_repair_is_left_out() {
    StringBuilder scribble = new StringBuilder("POLYGON ((0 0");
    for (int i = 0; i < 600; i++) {
      scribble.append(", ").append(i % 2 == 0 ? 90 : 1).append(' ').append((i * 37) % 91);
    }
    StudyArea area =
        Town.withClinic()
            .add("compounds", SQUARE, "id", "c")
            .add("buildings", scribble.append(", 0 0))").toString(), "id", "scribble")
            .assemble();

    assertTrue(codes(area).contains("buildings scribble not_repairable"), codes(area).toString());
  }

  @Test
  void a_column_nobody_knows_is_ignored_and_said_once() {
    StudyArea area =
        Town.withClinic()
            .add("compounds", SQUARE, "id", "c1", "colour", "red")
            .add(
                "compounds",
                "POLYGON ((200 0, 300 0, 300 90, 200 0))",
                "id",
                "c2",
                "colour",
                "blue")
            .assemble();

    assertEquals(
        List.of("column 'colour' is not known and was ignored (2 features)"),
        area.issues().stream()
            .filter(i -> i.code().equals("unknown_column"))
            .map(i -> i.message().en())
            .toList());
  }

  @Test
  void a_gate_off_its_wall_is_reported_and_one_at_a_path_is_not() {
    StudyArea area =
        Town.withClinic()
            .add("compounds", SQUARE, "id", "c")
            .add("paths", "LINESTRING (200 0, 200 100)", "id", "p")
            .add("gates", "POINT (101.9 50)", "id", "at outline", "access", "public")
            .add("gates", "POINT (198.1 50)", "id", "at path", "access", "public")
            .add("gates", "POINT (150 50)", "id", "off", "access", "public")
            .assemble();

    assertEquals(
        List.of("gates off gate_off_wall"),
        codes(area).stream().filter(c -> c.startsWith("gates")).toList());
  }

  @Test
  void references_to_compounds_that_are_not_there_are_mended_by_place() {
    StudyArea area =
        Town.withClinic()
            .add("compounds", SQUARE, "id", "c")
            .add("buildings", "POLYGON ((10 10, 20 10, 20 20, 10 10))", "id", "silent")
            .add(
                "buildings",
                "POLYGON ((30 10, 40 10, 40 20, 30 10))",
                "id",
                "wrong",
                "compound_id",
                "gone")
            .add(
                "buildings",
                "POLYGON ((130 10, 140 10, 140 20, 130 10))",
                "id",
                "outside",
                "compound_id",
                "gone")
            .add(
                "gates",
                "POINT (100 50)",
                "id",
                "g",
                "access",
                "residents",
                "compound_ids",
                "c,gone")
            .assemble();

    assertEquals(
        Arrays.asList(null, "c", "c"), area.buildings().stream().map(b -> b.compoundId()).toList());
    assertEquals(List.of("c"), area.gates().get(0).compoundIds());
    assertEquals(
        List.of(
            "buildings silent compound_by_place",
            "buildings outside unknown_compound",
            "buildings wrong unknown_compound",
            "gates g unknown_compound"),
        codes(area).stream()
            .filter(c -> c.contains("compound_by") || c.contains("unknown_comp"))
            .toList());
  }

  @Test
  void buildings_that_lie_on_each_other_are_noted_and_kept() {
    StudyArea area =
        Town.withClinic()
            .add("buildings", "POLYGON ((0 0, 10 0, 10 10, 0 10, 0 0))", "id", "a")
            .add("buildings", "POLYGON ((10 10, 0 10, 0 0, 10 0, 10 10))", "id", "a again")
            .add("buildings", "POLYGON ((50 0, 60 0, 60 10, 50 10, 50 0))", "id", "b")
            .add("buildings", "POLYGON ((54 0, 64 0, 64 10, 54 10, 54 0))", "id", "b moved")
            .add("buildings", "POLYGON ((80 0, 90 0, 90 10, 80 10, 80 0))", "id", "c")
            .add("buildings", "POLYGON ((90 0, 99 0, 99 10, 90 10, 90 0))", "id", "beside c")
            .assemble();

    assertEquals(6, area.buildings().size());
    assertEquals(
        List.of("buildings a duplicate_building", "buildings b overlapping_building"),
        codes(area).stream().filter(c -> c.startsWith("buildings")).toList());
  }

  private static Geometry point(double lon, double lat) {
    return new GeometryFactory().createPoint(new Coordinate(lon, lat));
  }

  private static List<String> faults(Town town) {
    BadInputException refused =
        assertThrows(BadInputException.class, () -> new Assembly(Town.RULES).assemble(town.raw()));
    return refused.faults().stream()
        .map(f -> f.file() + " " + f.layer() + " " + f.feature() + ": " + f.reason().en())
        .toList();
  }

  private static String refusal(RawArea raw) {
    BadInputException refused =
        assertThrows(BadInputException.class, () -> new Assembly(Town.RULES).assemble(raw));
    return refused.faults().get(0).reason().en();
  }

  private static List<String> codes(StudyArea area) {
    return area.issues().stream().map(BadInputTest::code).toList();
  }

  private static String code(DataIssue issue) {
    return issue.layer() + " " + issue.featureId() + " " + issue.code();
  }
}
