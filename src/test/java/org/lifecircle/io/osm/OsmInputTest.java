package org.lifecircle.io.osm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OsmInputTest {

  /** A yard with a wall round it, a gate in the wall, and a house with a court. */
  static Sketch yard() {
    return new Sketch()
        .node(-7, -200, 500, "entrance=yes", "ref=\"2\" & <3>")
        .square(10, 0, 0, 10_000, "barrier=wall", "name=围墙")
        .node(50, 5_000, 0, "barrier=gate", "access=private")
        .square(20, 1_000, 1_000, 4_000)
        .square(30, 2_000, 2_000, 1_000)
        .way(60, "50 20 31", "highway=footway")
        .relation(70, "outer 20 inner 30", "type=multipolygon", "building=yes")
        .relation(71, "from 20 to 30", "type=restriction");
  }

  static OsmData read(byte[] file) throws IOException {
    return new OsmInput(key -> !key.equals("name"), OsmLimits.USUAL)
        .read("yard", new ByteArrayInputStream(file));
  }

  /** All there is, line by line. */
  static String told(OsmData data) {
    StringBuilder told = new StringBuilder();
    for (int n = 0; n < data.nodes().size(); n++) {
      told.append(
          "n%d %s %s\n"
              .formatted(data.nodes().id(n), data.nodes().lonLat(n), data.nodes().tags(n)));
    }
    for (int w = 0; w < data.ways().size(); w++) {
      List<Long> refs = java.util.Arrays.stream(data.ways().nodeIds(w)).boxed().toList();
      told.append("w%d %s %s\n".formatted(data.ways().id(w), refs, data.ways().tags(w)));
    }
    for (int r = 0; r < data.relations().size(); r++) {
      told.append(
          "r%d %s %s\n"
              .formatted(
                  data.relations().id(r), data.relations().members(r), data.relations().tags(r)));
    }
    return told.toString();
  }

  @Test
  void a_yard_reads_the_same_from_xml_and_gzip_and_every_way_of_writing_pbf() throws IOException {
    Sketch yard = yard();

    String told = told(read(yard.xml()));

    assertTrue(
        told.contains("n-7 (112.42998, 34.67005, NaN) {entrance=yes, ref=\"2\" & <3>}"), told);
    assertTrue(told.contains("w10 [10, 11, 12, 13, 10] {barrier=wall}\n"), told);
    assertTrue(told.contains("w60 [50, 20, 31] {highway=footway}\n"), told);
    assertTrue(told.contains("r70"), told);
    assertEquals(told, told(read(yard.gzip())));
    for (boolean dense : List.of(true, false)) {
      for (boolean zlib : List.of(true, false)) {
        assertEquals(told, told(read(new PbfSketch(dense, zlib).file(yard))));
      }
    }
  }

  @Test
  void the_order_of_a_file_changes_nothing() throws IOException {
    Sketch yard = yard();
    String told = told(read(yard.xml()));

    java.util.Collections.shuffle(yard.nodes, new java.util.Random(3));
    java.util.Collections.reverse(yard.ways);

    assertEquals(told, told(read(yard.xml())));
    assertEquals(told, told(read(yard.pbf())));
  }

  @Test
  void a_node_that_overpass_writes_twice_keeps_its_tags() throws IOException {
    Sketch twice =
        new Sketch().node(2, 0, 0).node(1, 0, 0).node(2, 0, 0, "barrier=gate").node(2, 0, 0);

    OsmData data = read(twice.xml());

    assertEquals(2, data.nodes().size());
    assertEquals(2, data.nodes().duplicates());
    assertEquals("{barrier=gate}", data.nodes().tags(data.nodes().find(2)).toString());
  }

  @Test
  void what_josm_deleted_is_not_there() throws IOException {
    String xml =
        "<osm version='0.6'><node id='1' action='delete' lat='0' lon='0'><tag k='a' v='b'/></node>"
            + "<node id='2' visible='false'/><node id='3' lat='1' lon='2'/></osm>";

    OsmData data = read(xml.getBytes(java.nio.charset.StandardCharsets.UTF_8));

    assertEquals("n3 (2.0, 1.0, NaN) {}\n", told(data));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        Extracts.BEIJING,
        Extracts.LAS_PALMAS,
        Extracts.LAUF,
        Extracts.MONACO,
        Extracts.PORTO_ALEGRE
      })
  void every_element_and_tag_of_a_real_extract_is_read(String name)
      throws IOException, DataFormatException {
    PlainFile plain = PlainFile.of(Extracts.path(name));

    OsmData data;
    try (InputStream in = Files.newInputStream(Extracts.path(name))) {
      data = new OsmInput(key -> true, OsmLimits.USUAL).read(name, in);
    }

    assertEquals(plain.nodes().size(), data.nodes().size());
    assertEquals(plain.ways().size(), data.ways().size());
    for (PlainFile.Element node : plain.nodes()) {
      assertEquals(node.tags().size(), data.nodes().tags(data.nodes().find(node.id())).size());
    }
    for (PlainFile.Element way : plain.ways()) {
      int found = data.ways().find(way.id());
      assertEquals(new TreeSet<>(way.tags().keySet()), data.ways().tags(found).keySet());
      assertEquals(
          way.refs(), java.util.Arrays.stream(data.ways().nodeIds(found)).boxed().toList());
    }
    assertEquals(
        PlainFile.count(plain.relations(), r -> r.has("type", "multipolygon", "boundary")),
        data.relations().size());
  }
}
