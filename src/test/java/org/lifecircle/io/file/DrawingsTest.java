package org.lifecircle.io.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;

/** Drawings of CASS, and KML. */
class DrawingsTest {

  private static final ReadOptions LUOYANG = ReadOptions.NONE.withCrs("EPSG:4546");

  @TempDir Path folder;
  private Given given;

  @BeforeEach
  void give() {
    given = new Given(folder);
  }

  private static String polyline(
      String handle, String layer, String code, boolean closed, double... xy) {
    StringBuilder text = new StringBuilder("0\nLWPOLYLINE\n5\n" + handle + "\n8\n" + layer + "\n");
    text.append("90\n").append(xy.length / 2).append("\n70\n").append(closed ? 1 : 0).append('\n');
    for (int i = 0; i < xy.length; i += 2) {
      text.append("10\n")
          .append(631000 + xy[i])
          .append("\n20\n")
          .append(3838000 + xy[i + 1])
          .append('\n');
    }
    return text + (code.isEmpty() ? "" : "1001\nSOUTH\n1000\n" + code + "\n");
  }

  private static String drawing(String... entities) {
    return "0\nSECTION\n2\nHEADER\n9\n$ACADVER\n1\nAC1015\n9\n$DWGCODEPAGE\n3\nANSI_936\n0\nENDSEC\n"
        + "0\nSECTION\n2\nENTITIES\n"
        + String.join("", entities)
        + "0\nENDSEC\n0\nEOF\n";
  }

  private static List<RawFeature> in(Map<String, List<RawFeature>> layers, String layer) {
    return layers.getOrDefault(layer, List.of());
  }

  private static Map<String, List<RawFeature>> byLayer(RawArea read) {
    Map<String, List<RawFeature>> features = new TreeMap<>();
    for (RawLayer layer : read.layers()) {
      features
          .computeIfAbsent(layer.layer(), l -> new java.util.ArrayList<>())
          .addAll(layer.features());
    }
    return features;
  }

  @Test
  void codes_of_cass_say_what_is_a_wall_a_gate_and_a_house() throws IOException {
    Path dxf =
        given.text(
            "底图.dxf",
            drawing(
                polyline("A1", "JMD", "144302", false, 0, 0, 30, 0),
                polyline("A2", "JMD", "144302-1", false, 0, 0, 0, 1),
                polyline("A3", "ASSIST", "144302", false, 0, 0, 30, 0),
                polyline("A4", "JMD", "141101", true, 0, 10, 20, 10, 20, 22, 0, 22),
                polyline("A5", "JMD", "143601", false, 30, 0, 36, 0),
                polyline("A6", "JMD", "155210", false, 1, 1, 2, 2),
                "0\nTEXT\n8\nZJ\n1\n砖3\n"),
            Charset.forName("GBK"));

    RawArea read = Given.read(dxf, LUOYANG);

    assertEquals(List.of(), read.faults());
    Map<String, List<RawFeature>> layers = byLayer(read);
    assertEquals(List.of("buildings", "gates", "walls"), List.copyOf(layers.keySet()));
    assertEquals(
        List.of("A1 LINESTRING (631000 3838000, 631030 3838000) {id=A1}"),
        in(layers, "walls").stream().map(Given::told).toList());
    assertEquals(240, Given.place(in(layers, "buildings").get(0)).getArea(), 1e-6);
    assertEquals(
        "A5 POINT (631033 3838000) {id=A5, width_m=6.0, access=public}",
        Given.told(in(layers, "gates").get(0)));
    assertTrue(Given.codes(read).containsAll(List.of("table_ignored", "entities_not_read")));
  }

  /** An L of 30 m and 20 m along its middle, 0.37 m thick: the ring is twice that and its ends. */
  @Test
  void a_wall_of_two_lines_is_halved_and_has_its_thickness() throws IOException {
    double t = 0.37;
    Path dxf =
        given.text(
            "walls.dxf",
            drawing(
                polyline(
                    "B1",
                    "JMD",
                    "144301",
                    true,
                    0,
                    0,
                    30 + t / 2,
                    0,
                    30 + t / 2,
                    20 + t / 2,
                    30 - t / 2,
                    20 + t / 2,
                    30 - t / 2,
                    t,
                    0,
                    t)));

    RawFeature wall = in(byLayer(Given.read(dxf, LUOYANG)), "walls").get(0);

    assertEquals(30 + 20, Given.place(wall).getLength(), 1e-6);
    assertEquals(3, Given.place(wall).getNumPoints());
    assertEquals(
        0.421,
        Double.parseDouble(String.valueOf(wall.properties().get("thickness_m"))),
        0.001,
        "the corner is wider");
  }

  @Test
  void layers_of_a_drawing_without_codes_go_by_their_names_in_gbk_or_escaped() throws IOException {
    Path gbk =
        given.text(
            "a.dxf", drawing(polyline("C1", "围墙", "", false, 0, 0, 9, 0)), Charset.forName("GBK"));
    Path escaped =
        given.text("b.dxf", drawing(polyline("C2", "\\U+56F4\\U+5899", "", false, 0, 0, 9, 0)));

    assertEquals(List.of("walls"), List.copyOf(byLayer(Given.read(gbk, LUOYANG)).keySet()));
    assertEquals(List.of("walls"), List.copyOf(byLayer(Given.read(escaped, LUOYANG)).keySet()));
  }

  /** A half circle of radius 5: 15.708 m, followed to a centimetre. */
  @Test
  void a_bulge_is_the_arc_it_means() throws IOException {
    String half =
        polyline("D1", "JMD", "144302", false, 0, 0, 10, 0)
            .replace("10\n631010.0", "42\n1\n10\n631010.0");
    Path dxf = given.text("walls.dxf", drawing(half));

    RawFeature wall = in(byLayer(Given.read(dxf, LUOYANG)), "walls").get(0);

    assertEquals(5 * Math.PI, Given.place(wall).getLength(), 0.04);
    // Counterclockwise from west to east goes round the south.
    assertEquals(3838000 - 5, Given.place(wall).getEnvelopeInternal().getMinY(), 0.01);
  }

  @Test
  void a_dwg_is_refused_with_the_way_to_convert_it() throws IOException {
    Path dwg = given.text("底图.dwg", "AC1032\0\0\0\0\0\0\0");

    assertTrue(Given.refusal(dwg, LUOYANG).contains("ODA File Converter"));
  }

  private static final String KML =
      """
      <?xml version="1.0" encoding="%s"?>
      <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>all</name>
      <Folder><name>小区</name>
       <Placemark id="c1"><name>西工地</name><ExtendedData>
         <Data name="户数"><value>1200</value></Data></ExtendedData>
        <Polygon><outerBoundaryIs><LinearRing><coordinates>
         112.43,34.67,0 112.431,34.67,0 112.431,34.671,0 112.43,34.67,0
        </coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Folder>
      <Folder><name>出入口</name>
       <Placemark id="g1"><ExtendedData><SchemaData><SimpleData name="通行">居民</SimpleData>
        </SchemaData></ExtendedData><Point><coordinates>112.43,34.67</coordinates></Point></Placemark>
      </Folder></Document></kml>
      """;

  @Test
  void folders_of_kml_are_layers_in_any_encoding_and_packed() throws IOException {
    Path plain = given.text("a.kml", KML.formatted("UTF-8"));
    Path gbk = given.text("b.kml", KML.formatted("GBK"), Charset.forName("GBK"));
    Path packed =
        given.zip(
            "c.kmz", Map.of("doc.kml", KML.formatted("UTF-8").getBytes(StandardCharsets.UTF_8)));

    for (Path file : List.of(plain, gbk, packed)) {
      RawArea read = Given.read(file, ReadOptions.NONE);
      Map<String, List<RawFeature>> layers = byLayer(read);
      assertEquals(List.of(), read.faults());
      assertEquals(
          "{name=西工地, households=1200, id=c1}",
          in(layers, "compounds").get(0).properties().toString());
      assertEquals("{access=residents, id=g1}", in(layers, "gates").get(0).properties().toString());
    }
  }
}
