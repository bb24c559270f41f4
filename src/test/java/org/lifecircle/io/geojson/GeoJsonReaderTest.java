package org.lifecircle.io.geojson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawTable;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;
import org.locationtech.jts.geom.Geometry;

/** GeoJSON is read as people write it, and refused where reading it would mean guessing. */
class GeoJsonReaderTest {

  private static final Limits SMALL =
      new Limits(1 << 20, 16, 1000, 20, 50, 100, 100, Limits.USUAL.unpacked());

  @Test
  void features_come_with_their_ids_properties_and_two_dimensions() {
    RawTable file =
        read(
            """
            {"type": "FeatureCollection", "name": "gates", "features": [
              {"type": "Feature", "id": 7, "geometry": {"type": "Point", "coordinates": [112.4, 34.6, 151.2]},
               "properties": {"access": "public", "width_m": 4.5, "open": true, "compound_ids": ["a", "b"],
                              "inside": {"not": "ours"}, "hours": null}},
              {"type": "Feature", "id": "other", "properties": {"id": "own"},
               "geometry": {"coordinates": [[112.4, 34.6], [112.5, 34.6]], "type": "LineString"}}]}
            """);

    assertEquals("gates", file.name());
    assertEquals(List.of("7", "own"), file.features().stream().map(RawFeature::id).toList());
    assertEquals("POINT (112.4 34.6)", String.valueOf(file.features().get(0).geometry()));
    assertEquals(
        "{access=public, width_m=4.5, open=true, compound_ids=[a, b], inside=null, hours=null, id=7}",
        file.features().get(0).properties().toString());
    assertEquals(List.of(), file.faults());
  }

  @Test
  void a_single_feature_is_a_collection_of_one() {
    RawTable file =
        read(
            """
            {"properties": {"id": "b"}, "geometry": null, "type": "Feature"}
            """);

    assertEquals(1, file.features().size());
    assertNull(file.features().get(0).geometry());
  }

  @Test
  void an_open_ring_is_closed_and_said() {
    RawTable file = read(feature("Polygon", "[[[0, 0], [1, 0], [1, 1]]]"));

    assertEquals(
        "POLYGON ((0 0, 1 0, 1 1, 0 0))", String.valueOf(file.features().get(0).geometry()));
    assertEquals(
        List.of("0 a ring was open and has been closed"),
        file.remarks().stream().map(r -> r.index() + " " + r.message().en()).toList());
  }

  @Test
  void a_line_of_one_point_and_a_ring_of_two_are_empty_not_faults() {
    assertTrue(geometryIsEmpty(feature("LineString", "[[0, 0]]")));
    assertTrue(geometryIsEmpty(feature("Polygon", "[[[0, 0], [1, 0], [0, 0]]]")));
    assertTrue(geometryIsEmpty(feature("Point", "[]")));
    assertTrue(geometryIsEmpty(feature("MultiPolygon", "[]")));
  }

  @ParameterizedTest
  @CsvSource({
    "urn:ogc:def:crs:OGC:1.3:CRS84, EPSG:4326",
    "urn:ogc:def:crs:EPSG::4490, EPSG:4490",
    "EPSG:4546, EPSG:4546",
    "http://www.opengis.net/def/crs/EPSG/0/4547, EPSG:4547"
  })
  void the_old_crs_member_is_honoured(String name, String code) {
    String crs = "{\"type\": \"name\", \"properties\": {\"name\": \"" + name + "\"}}";

    assertEquals(code, read(collection(crs)).crs());
  }

  @Test
  void older_ways_to_write_it_too_and_null_means_degrees() {
    String numbered = "{\"type\": \"EPSG\", \"properties\": {\"code\": 4549}}";

    assertEquals("EPSG:4549", read(collection(numbered)).crs());
    assertEquals("EPSG:4326", read(collection("null")).crs());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Point            | [112, "b"]             | a position holds something that is not a number
          Point            | [112.4]                | a position is incomplete, or one of its numbers is not finite
          Point            | [1e400, 34]            | a position is incomplete, or one of its numbers is not finite
          Point            | [[112, 34]]            | 'coordinates' are nested otherwise than the type wants
          LineString       | [112, 34]              | 'coordinates' are nested otherwise than the type wants
          Polygon          | [[112, 34], [113, 34]] | 'coordinates' are nested otherwise than the type wants
          LineString       | {"x": 1}               | 'coordinates' is not an array of positions
          Point            | [[[[[[1, 2]]]]]]       | 'coordinates' is not an array of positions
          Circle           | [112, 34]              | 'Circle' is not a type of geometry
          LineString       | [[1, 2], null]         | 'coordinates' is not an array of positions
          """)
  void a_faulty_geometry_is_a_fault_of_its_feature_and_reading_goes_on(
      String type, String coordinates, String reason) {
    RawTable file =
        read(
            "{\"type\": \"FeatureCollection\", \"features\": ["
                + feature(type, coordinates)
                + ", "
                + feature("Point", "[1, 2]")
                + "]}");

    assertEquals(2, file.features().size());
    assertEquals(
        List.of("some.geojson null a /features/0 " + reason),
        file.faults().stream().map(GeoJsonReaderTest::told).toList());
  }

  @Test
  void text_that_is_not_json_is_refused_with_its_place() {
    assertEquals(
        "line 2, column 8: not valid JSON: Duplicate field 'type'",
        refusal("{\"type\": \"FeatureCollection\",\n \"type\": \"Feature\"}"));
    assertEquals(
        "line 1, column 41: the file is cut off: it ends in the middle of its content",
        refusal("{\"type\": \"FeatureCollection\", \"features\""));
    assertTrue(refusal("{\"a\": NaN}").contains("not valid JSON"), refusal("{\"a\": NaN}"));
    assertTrue(refusal("id,kind\n1,clinic").contains("not valid JSON"));
  }

  @Test
  void json_that_is_not_a_feature_collection_is_refused() {
    assertEquals(
        "not usable GeoJSON: a FeatureCollection is needed, its type is Circle",
        refusal("{\"type\": \"Circle\", \"coordinates\": [1, 2]}"));
    assertEquals(
        "this is TopoJSON; export it as GeoJSON",
        refusal("{\"type\": \"Topology\", \"arcs\": []}"));
    assertEquals(
        "not usable GeoJSON: 'features' holds something that is no object", refusal("[1, 2]"));
    assertEquals("not usable GeoJSON: its top level is not an object", refusal("\"text\""));
    assertEquals(
        "not usable GeoJSON: there is more text after its end",
        refusal(collection("null") + " {}"));
    assertEquals(
        "not usable GeoJSON: 'features' is not an array",
        refusal("{\"type\": \"FeatureCollection\", \"features\": 3}"));
    assertEquals(
        "not usable GeoJSON: 'features' holds something that is no object",
        refusal("{\"type\": \"FeatureCollection\", \"features\": [null]}"));
  }

  @Test
  void features_come_one_after_the_other_in_an_array_or_as_a_bare_geometry() {
    String one = feature("Point", "[1, 2]");
    for (String text :
        List.of(
            one + "\n" + one + "\n",
            "\u001e" + one + "\n\u001e" + one + "\n",
            "[" + one + "," + one + "]",
            "{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"Point\",\"coordinates\":[1,2]},"
                + "{\"type\":\"Point\",\"coordinates\":[1,2]}]}")) {
      RawTable file = read(text);
      assertEquals(
          List.of("POINT (1 2)", "POINT (1 2)"),
          file.features().stream().map(f -> String.valueOf(f.geometry())).toList(),
          text);
    }
    assertEquals(
        "LINESTRING (1 2, 3 4)",
        String.valueOf(
            read("{\"coordinates\":[[1,2],[3,4]],\"type\":\"LineString\"}")
                .features()
                .get(0)
                .geometry()));
  }

  @Test
  void a_file_that_is_something_else_is_called_by_its_name() throws IOException {
    assertEquals(
        "this is not GeoJSON, it looks like a ZIP archive (or an Office file)",
        refusal("PK\3\4 zip"));
    assertEquals(
        "this is not GeoJSON, it looks like a web page (HTML)", refusal("\n<!DOCTYPE html><p>"));
    assertEquals(
        "this is not GeoJSON, it looks like an OpenStreetMap file",
        refusal("<?xml version=\"1.0\"?><osm/>"));
    assertEquals(
        "this is not GeoJSON, it looks like an XML file (such as KML or OSM)",
        refusal("<?xml version=\"1.0\"?><gpx/>"));
    assertEquals(
        "this is not GeoJSON, it looks like an OpenStreetMap file",
        refusal("\0\0\0\r\n\tOSMHeader\30"));
    assertEquals("this is not GeoJSON, it looks like a GeoPackage", refusal("SQLite format 3\0"));
    assertEquals("the file is empty", refusal("  \n"));
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(collection("null").getBytes(StandardCharsets.UTF_8));
    }
    assertEquals("this is not GeoJSON, it looks like a gzip file", refusal(zipped.toByteArray()));
  }

  @Test
  void text_in_another_encoding_is_refused_and_a_byte_order_mark_is_not() {
    String chinese = "{\"type\": \"FeatureCollection\", \"name\": \"西工地\", \"features\": []}";

    assertEquals(
        "the file is not in UTF-8; save it as UTF-8, or say --encoding",
        refusal(chinese.getBytes(Charset.forName("GBK"))).replaceFirst(".*: ", ""));
    assertEquals("西工地", read("\ufeff" + chinese).name());
  }

  @Test
  void what_is_larger_than_the_limits_is_refused_before_it_is_kept() {
    GeoJsonReader reader = new GeoJsonReader(SMALL);
    String line = "[0, 0]" + ", [0, 0]".repeat(100);
    String many = feature("Point", "[0, 0]") + (", " + feature("Point", "[0, 0]")).repeat(50);

    String deep = refusal(reader, "{\"a\": " + "[".repeat(99));
    assertTrue(deep.contains("nesting depth"), deep);
    assertTrue(
        refusal(reader, "{\"name\": \"" + "x".repeat(1001) + "\"}").contains("over a limit"));
    assertTrue(
        refusal(reader, "{\"type\": \"FeatureCollection\", \"features\": [" + many + "]}")
            .contains("too many features; at most 50"));
    assertTrue(refusal(reader, " ".repeat(2 << 20) + "{}").contains("too large; at most 1 MB"));
    RawTable long1 = reader.read("some.geojson", bytes(feature("LineString", "[" + line + "]")));
    assertEquals("too many vertices; at most 100", long1.faults().get(0).reason().en());
    String properties =
        "\"p\": 1"
            + IntStream.range(0, 20)
                .mapToObj(i -> ", \"p" + i + "\": 1")
                .reduce("", String::concat);
    RawTable wide =
        reader.read(
            "some.geojson",
            bytes(
                "{\"type\": \"Feature\", \"geometry\": null, \"properties\": {"
                    + properties
                    + "}}"));
    assertEquals("too many properties; at most 20", wide.faults().get(0).reason().en());
  }

  @Test
  void a_crs_nobody_understands_is_refused() {
    assertEquals(
        "the crs member 'Luoyang local' is not understood; write it like EPSG:4490, or leave it out",
        refusal(collection("{\"type\": \"name\", \"properties\": {\"name\": \"Luoyang local\"}}")));
  }

  private static boolean geometryIsEmpty(String feature) {
    RawTable file = read(feature);
    Geometry geometry = file.features().get(0).geometry();
    return file.faults().isEmpty() && geometry != null && geometry.isEmpty();
  }

  private static String feature(String type, String coordinates) {
    return "{\"type\": \"Feature\", \"id\": \"a\", \"properties\": {}, \"geometry\": {\"type\": \""
        + type
        + "\", \"coordinates\": "
        + coordinates
        + "}}";
  }

  private static String collection(String crs) {
    return "{\"type\": \"FeatureCollection\", \"crs\": " + crs + ", \"features\": []}";
  }

  private static RawTable read(String text) {
    return new GeoJsonReader(Limits.USUAL).read("some.geojson", bytes(text));
  }

  private static String refusal(String text) {
    return refusal(new GeoJsonReader(Limits.USUAL), text);
  }

  private static String refusal(byte[] bytes) {
    return refusal(new GeoJsonReader(Limits.USUAL), new ByteArrayInputStream(bytes));
  }

  private static String refusal(GeoJsonReader reader, String text) {
    return refusal(reader, bytes(text));
  }

  private static String refusal(GeoJsonReader reader, ByteArrayInputStream in) {
    BadInputException refused =
        assertThrows(BadInputException.class, () -> reader.read("some.geojson", in));
    Fault fault = refused.faults().get(0);
    assertEquals("some.geojson", fault.file());
    return (fault.pointer().isEmpty() ? "" : fault.pointer() + ": ") + fault.reason().en();
  }

  private static String told(Fault fault) {
    return fault.file()
        + " "
        + fault.layer()
        + " "
        + fault.feature()
        + " "
        + fault.pointer()
        + " "
        + fault.reason().en();
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
