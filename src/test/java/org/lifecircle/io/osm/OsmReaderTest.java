package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Layer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

class OsmReaderTest {

  /** Some eleven centimetres north, nine east. */
  private static final long STEP = 10;

  /** A small compound with all that a compound has. */
  private static Sketch compound() {
    return new Sketch()
        .square(10, 0, 0, 20_000, "barrier=wall", "landuse=residential", "name=西工地")
        .node(14, 10_000, 0, "barrier=gate", "access=private")
        .node(15, 10_000, 5_000)
        .way(16, "14 15", "highway=footway", "incline=5%", "width=2.5")
        .square(20, 2_000, 2_000, 3_000, "building=apartments", "building:levels=6")
        .node(24, 3_000, 2_000, "entrance=yes", "ref=2")
        .node(30, 12_000, 12_000, "amenity=kindergarten", "name=幼儿园")
        .square(40, 11_000, 11_000, 4_000, "amenity=kindergarten", "name=幼儿园", "building=yes");
  }

  private static Sketch withDoorAndGate() {
    Sketch sketch = compound();
    sketch.ways.replaceAll(
        way ->
            way.id() == 10
                ? new Sketch.Way(10, List.of(10L, 14L, 11L, 12L, 13L, 10L), way.tags())
                : way.id() == 20
                    ? new Sketch.Way(20, List.of(20L, 24L, 21L, 22L, 23L, 20L), way.tags())
                    : way);
    return sketch;
  }

  @Test
  void a_compound_gives_every_layer_its_features() {
    Read read = Read.of(withDoorAndGate());

    assertEquals(Evidence.OSM, read.area().profile().evidence());
    assertEquals(List.of("w10"), read.ids(Layer.COMPOUNDS));
    assertEquals(List.of("w20", "w40"), read.ids(Layer.BUILDINGS));
    assertEquals(List.of("n24"), read.ids(Layer.ENTRANCES));
    assertEquals(List.of("w10"), read.ids(Layer.WALLS));
    assertEquals(List.of("n14"), read.ids(Layer.GATES));
    assertEquals(List.of("w16"), read.ids(Layer.PATHS));
    assertEquals(List.of("w40"), read.ids(Layer.FACILITIES));
    assertEquals(List.of("facilities n30 mapped_twice rejected"), read.issues());
  }

  @Test
  void columns_say_what_the_tags_say() {
    Read read = Read.of(withDoorAndGate());

    assertEquals("西工地", read.value(Layer.COMPOUNDS, "w10", "name"));
    assertEquals(6, read.value(Layer.BUILDINGS, "w20", "floors"));
    assertEquals("residential", read.value(Layer.BUILDINGS, "w20", "use"));
    assertNull(read.value(Layer.BUILDINGS, "w20", "residents"));
    assertEquals("w20", read.value(Layer.ENTRANCES, "n24", "building_id"));
    assertEquals("2", read.value(Layer.ENTRANCES, "n24", "unit"));
    assertEquals("residents", read.value(Layer.GATES, "n14", "access"));
    assertEquals(0.05, read.value(Layer.PATHS, "w16", "incline"));
    assertEquals(2.5, read.value(Layer.PATHS, "w16", "width_m"));
    assertEquals("kindergarten", read.value(Layer.FACILITIES, "w40", "kind"));
  }

  @Test
  void a_closed_wall_stays_a_line_and_an_outline_is_a_polygon() {
    Read read = Read.of(withDoorAndGate());

    assertTrue(read.geometry(Layer.WALLS, "w10") instanceof LineString);
    assertTrue(read.geometry(Layer.COMPOUNDS, "w10") instanceof Polygon);
    assertTrue(read.geometry(Layer.GATES, "n14") instanceof Point);
  }

  @Test
  void a_place_reads_the_same_from_every_format_and_in_any_order() {
    Sketch place = withDoorAndGate().relation(50, "outer 20 inner 40", "type=multipolygon");
    String told = Read.of(place.xml()).told();

    assertEquals(told, Read.of(place.gzip()).told());
    assertEquals(told, Read.of(place.pbf()).told());
    assertEquals(told, Read.of(new PbfSketch(false, false).file(place)).told());
    Collections.shuffle(place.nodes, new Random(1));
    Collections.reverse(place.ways);
    assertEquals(told, Read.of(place.pbf()).told());
  }

  @Test
  void a_node_is_at_the_same_place_in_all_that_goes_through_it() {
    Read read = Read.of(withDoorAndGate());
    Coordinate gate = read.geometry(Layer.GATES, "n14").getCoordinate();

    assertEquals(gate, read.geometry(Layer.WALLS, "w10").getCoordinates()[1]);
    assertEquals(gate, read.geometry(Layer.PATHS, "w16").getCoordinates()[0]);
    assertEquals(gate, read.geometry(Layer.COMPOUNDS, "w10").getCoordinates()[1]);
  }

  @Test
  void a_way_that_leaves_the_extract_is_cut_there_and_an_outline_is_left_out() {
    Sketch edge = new Sketch();
    for (int i = 1; i <= 8; i++) {
      edge.node(i, i * 1_000L, 0);
    }
    edge.way(90, "1 2 3 404 4 5 405 406 6", "highway=residential")
        .way(91, "7 404 8", "barrier=wall")
        .way(92, "1 2 404 1", "building=yes");

    Read read = Read.of(edge);

    assertEquals(List.of("w90", "w90/2"), read.ids(Layer.PATHS));
    assertEquals(3, read.geometry(Layer.PATHS, "w90").getNumPoints());
    assertEquals(2, read.geometry(Layer.PATHS, "w90/2").getNumPoints());
    assertEquals(
        List.of(
            "buildings w92 outline_cut_at_edge rejected",
            "paths w90 cut_at_edge repaired",
            "walls w91 outside_extract rejected"),
        read.issues());
  }

  @Test
  void a_multipolygon_has_its_court_and_its_doors() {
    Sketch house =
        new Sketch()
            .square(20, 0, 0, 4_000)
            .node(30, 1_000, 1_000, "entrance=yes")
            .node(31, 2_000, 1_000)
            .node(32, 2_000, 2_000)
            .way(30, "30 31 32 30")
            .relation(70, "outer 20 inner 30", "type=multipolygon", "building=yes");

    Read read = Read.of(house);

    assertEquals(1, ((Polygon) read.geometry(Layer.BUILDINGS, "r70")).getNumInteriorRing());
    assertEquals("r70", read.value(Layer.ENTRANCES, "n30", "building_id"));
    assertEquals(List.of(), read.issues());
  }

  @Test
  void a_multipolygon_that_stays_open_or_lies_partly_elsewhere_is_left_out_by_its_id() {
    Sketch broken =
        new Sketch()
            .square(20, 0, 0, 4_000)
            .way(30, "20 21 22")
            .relation(70, "outer 30", "type=multipolygon", "building=yes")
            .relation(71, "outer 20 inner 404", "type=multipolygon", "natural=water")
            .relation(72, "", "type=multipolygon", "natural=water");

    Read read = Read.of(broken);

    assertEquals(
        List.of(
            "buildings r70 broken_ring rejected",
            "obstacles r71 outline_cut_at_edge rejected",
            "obstacles r72 no_area rejected"),
        read.issues());
    assertTrue(read.area().issues().get(0).message().en().contains("n20, n22"));
  }

  @Test
  void a_multipolygon_of_the_old_style_takes_the_tags_of_its_outer_way() {
    Sketch old =
        new Sketch()
            .square(20, 0, 0, 4_000, "building=yes")
            .square(30, 1_000, 1_000, 1_000)
            .relation(70, "outer 20 inner 30", "type=multipolygon")
            .square(40, 9_000, 0, 4_000, "highway=pedestrian")
            .relation(71, "outer 40", "type=multipolygon", "landuse=forest");

    Read read = Read.of(old);

    assertEquals(List.of("r70"), read.ids(Layer.BUILDINGS));
    assertEquals(List.of("buildings w20 drawn_by_relation repaired"), read.issues());
    assertEquals(List.of(), read.ids(Layer.OPEN_SPACES), "a path round a forest is no plaza");
  }

  @Test
  void a_house_drawn_by_way_and_relation_is_one_house_unless_the_relation_is_broken() {
    Sketch twice =
        new Sketch()
            .square(20, 0, 0, 4_000, "building=yes")
            .relation(70, "outer 20", "type=multipolygon", "building=yes")
            .square(40, 9_000, 0, 4_000, "building=yes")
            .relation(71, "outer 40 inner 404", "type=multipolygon", "building=yes");

    Read read = Read.of(twice);

    assertEquals(List.of("r70", "w40"), read.ids(Layer.BUILDINGS));
  }

  @Test
  void what_looks_like_a_facility_and_is_of_no_kind_is_told_of() {
    Sketch town =
        new Sketch()
            .node(1, 0, 0, "amenity=school", "name=Colegio")
            .node(2, 500, 0, "amenity=university")
            .node(3, 900, 0, "amenity=bench")
            .node(4, 1_200, 0, "shop=books")
            .square(20, 5_000, 0, 4_000, "amenity=school")
            .square(40, 12_000, 0, 4_000)
            .relation(70, "outer 40", "type=multipolygon", "amenity=university");

    Read read = Read.of(town);

    assertEquals(List.of(), read.ids(Layer.FACILITIES));
    assertEquals(
        List.of(
            "facilities n1 school_of_unknown_level rejected",
            "facilities n2 amenity_of_no_kind rejected",
            "facilities n4 shop_of_no_kind rejected",
            "facilities r70 amenity_of_no_kind rejected",
            "facilities w20 school_of_unknown_level rejected"),
        read.issues().stream().sorted().toList());
    assertEquals(
        "amenity=university tells no kind of facilities; it was left out",
        read.area().issues().stream()
            .filter(issue -> issue.featureId().equals("n2"))
            .findFirst()
            .orElseThrow()
            .message()
            .en());
  }

  @Test
  void a_gate_drawn_as_a_line_closes_the_gap_and_opens_it_in_the_middle() {
    Sketch gap =
        new Sketch()
            .node(1, 0, 0)
            .node(2, 5_000, 0)
            .node(3, 5_600, 0)
            .node(4, 9_000, 0)
            .way(90, "1 2", "barrier=wall")
            .way(91, "2 3", "barrier=gate", "access=private")
            .way(92, "3 4", "barrier=wall");

    Read read = Read.of(gap);

    assertEquals(List.of("w90", "w91", "w92"), read.ids(Layer.WALLS));
    assertEquals(List.of("w91"), read.ids(Layer.GATES));
    assertEquals("residents", read.value(Layer.GATES, "w91", "access"));
    Coordinate middle = read.geometry(Layer.GATES, "w91").getCoordinate();
    assertEquals(112.43053, middle.x, 1e-9);
    assertEquals(middle, read.geometry(Layer.WALLS, "w91").getCoordinates()[1]);
    assertEquals(List.of("gates w91 gate_drawn_as_line derived"), read.issues());
  }

  @Test
  void a_door_in_a_wall_is_a_gate_and_a_door_of_nothing_belongs_to_nobody() {
    Sketch doors =
        new Sketch()
            .node(1, 0, 0)
            .node(2, 1_000, 0, "entrance=yes")
            .node(3, 2_000, 0)
            .way(90, "1 2 3", "barrier=wall")
            .node(4, 0, 5_000, "entrance=main");

    Read read = Read.of(doors);

    assertEquals(List.of("n2"), read.ids(Layer.GATES));
    assertEquals(List.of("n4"), read.ids(Layer.ENTRANCES));
    assertNull(read.value(Layer.ENTRANCES, "n4", "building_id"));
  }

  @Test
  void what_is_drawn_in_the_wrong_shape_is_left_out_and_told() {
    Sketch wrong =
        new Sketch()
            .node(1, 0, 0, "building=house")
            .node(2, 1_000, 0)
            .node(3, 2_000, 500)
            .way(90, "1 2 3", "building=yes")
            .way(91, "1 2 1", "building=yes")
            .node(4, 1_000, 0)
            .way(92, "2 4 2 2", "building=yes");

    assertEquals(
        List.of(
            "buildings n1 building_without_outline rejected",
            "buildings w90 open_outline rejected",
            "buildings w91 open_outline rejected",
            "buildings w92 no_area rejected"),
        Read.of(wrong).issues());
  }

  @Test
  void facilities_of_one_name_are_one_only_if_one_lies_in_the_other() {
    Sketch shops =
        new Sketch()
            .square(10, 0, 0, 4_000, "shop=supermarket", "name=丹尼斯")
            .node(20, 1_000, 1_000, "shop=supermarket", "name=丹尼斯")
            .node(21, 9_000, 9_000, "shop=supermarket", "name=丹尼斯")
            .node(22, 1_000, 2_000, "shop=convenience", "name=丹尼斯")
            .node(23, 1_000, 3_000, "shop=supermarket");

    Read read = Read.of(shops);

    assertEquals(List.of("n21", "n22", "n23", "w10"), read.ids(Layer.FACILITIES));
  }

  @Test
  void a_school_of_nine_years_is_two_facilities_with_ids_of_their_own() {
    Read read = Read.of(new Sketch().node(5, 0, 0, "amenity=school", "name=九年一贯制学校"));

    assertEquals(List.of("n5", "n5/junior_school"), read.ids(Layer.FACILITIES));
  }

  @Test
  void a_park_is_judged_by_its_square_metres_of_land() {
    long hundredMetresNorth = 9_010 - 9_010 % STEP;
    Sketch parks =
        new Sketch()
            .square(10, 0, 0, hundredMetresNorth / 10, "leisure=park")
            .square(20, 50_000, 0, hundredMetresNorth, "leisure=park");

    Read read = Read.of(parks);

    assertEquals("micro_garden", read.value(Layer.FACILITIES, "w10", "kind"));
    assertEquals("park", read.value(Layer.FACILITIES, "w20", "kind"));
    double squareMetres = LonLatArea.squareMetres(read.geometry(Layer.FACILITIES, "w20"));
    assertEquals(99.95 * 82.6, squareMetres, 10);
  }

  @Test
  void the_boundary_is_what_the_file_says_or_the_hull_of_what_is_there() {
    String xml =
        """
        <osm version="0.6"><bounds minlat="34.67" minlon="112.43" maxlat="34.671" maxlon="112.5"/>
        <node id="1" lat="34.6" lon="112.44"><tag k="amenity" v="bank"/></node>
        <node id="2" lat="34.7" lon="112.45"><tag k="amenity" v="bank"/></node></osm>
        """;
    Read told = Read.of(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Envelope box = told.geometry(RawLayer.BOUNDARY, "extent").getEnvelopeInternal();
    assertEquals(34.67, box.getMinY());
    assertEquals(34.671, box.getMaxY());
    assertEquals(112.44, box.getMinX(), 0.0005, "not 112.43: there is nothing");
    assertEquals(112.45, box.getMaxX(), 0.0005);

    Read untold = Read.of(withDoorAndGate());
    Geometry hull = untold.geometry(RawLayer.BOUNDARY, "extent");
    assertTrue(hull.covers(untold.geometry(Layer.COMPOUNDS, "w10")));
    double marginDegrees = (hull.getLength() - 0.008) / (2 * Math.PI);
    assertEquals(50, Math.toRadians(marginDegrees) * 6_378_137, 1);

    Read nothing = Read.of(new Sketch().node(1, 0, 0));
    assertEquals(List.of(), nothing.layer(RawLayer.BOUNDARY));
  }
}
