package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.Demo.Said;
import org.lifecircle.io.osm.Extracts;

/**
 * Real files on a real disk, through the command a person types. Bad input ends with exit code 3, a
 * line for each fault with file, layer and feature, and a workspace in which nothing has changed.
 */
class BadFilesTest {

  private static final String COMPOUND =
      feature("Polygon", "[[[112.43,34.67],[112.431,34.67],[112.431,34.671],[112.43,34.67]]]", "c");
  private static final String CLINIC =
      feature("Point", "[112.4305,34.6702]", "f", "kind", "clinic");

  @TempDir static Path workspace;
  @TempDir Path folder;

  private static String feature(String type, String coordinates, String id, Object... more) {
    StringBuilder properties = new StringBuilder("{\"id\":\"" + id + "\"");
    for (int i = 0; i < more.length; i += 2) {
      String value = more[i + 1] instanceof Number n ? n.toString() : "\"" + more[i + 1] + "\"";
      properties.append(",\"").append(more[i]).append("\":").append(value);
    }
    return "{\"type\":\"Feature\",\"geometry\":{\"type\":\"%s\",\"coordinates\":%s},\"properties\":%s}"
        .formatted(type, coordinates, properties.append('}'));
  }

  private static String collection(String... features) {
    return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private void writeSoundTown() throws IOException {
    write("compounds.geojson", collection(COMPOUND));
    write("facilities.geojson", collection(CLINIC));
  }

  private Said load(String... options) {
    return load(folder, options);
  }

  private static Said load(Path file, String... options) {
    String[] words = {"import", "town", file.toString(), "--workspace", workspace.toString()};
    return Demo.run(Stream.concat(Stream.of(words), Stream.of(options)).toArray(String[]::new));
  }

  /** Every file of the workspace with what is in it. */
  private static Map<String, String> everything() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(workspace)) {
      all.filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  byte[] bytes = Files.readAllBytes(file);
                  files.put(file.toString(), new String(bytes, StandardCharsets.ISO_8859_1));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return files;
  }

  private static void assertRefused(Said said, Map<String, String> before, String... words)
      throws IOException {
    assertEquals(3, said.exitCode(), said.err());
    for (String word : words) {
      assertTrue(said.err().contains(word), said.err());
    }
    assertEquals(before, everything());
  }

  @BeforeAll
  static void keepATown(@TempDir Path sound) throws IOException {
    Files.writeString(sound.resolve("compounds.geojson"), collection(COMPOUND));
    Files.writeString(sound.resolve("facilities.geojson"), collection(CLINIC));
    Said said = load(sound);
    assertEquals(0, said.exitCode(), said.err());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "duplicate id | compounds | C , C | compounds.geojson / compounds / c | twice",
        "residents < 0 | compounds | R | compounds.geojson / compounds / c | must not be negative",
        "unknown kind | facilities | K | facilities.geojson / facilities / f | no facility kind 'casino'",
        "no kind | facilities | N | facilities.geojson / facilities / f | 'kind' is missing",
        "lon and lat swapped | compounds | S | compounds.geojson / compounds | look swapped",
        "metres | compounds | M | compounds.geojson / compounds | not degrees",
        "far away | compounds | A | compounds.geojson / compounds | ",
        "a line | compounds | L | compounds.geojson / compounds / c | a polygon is needed",
        "NaN | compounds | X | compounds.geojson | NaN",
        "infinite | compounds | I | compounds.geojson | ",
        "not JSON | compounds | J | compounds.geojson | ",
        "no features | facilities | E | | no usable facilities",
        "unknown CRS | compounds | U | compounds.geojson | 999999"
      })
  void a_bad_layer_is_refused(
      String fault, String layer, String content, @Nullable String where, @Nullable String why)
      throws IOException {
    writeSoundTown();
    write(layer + ".geojson", bad(content));
    Map<String, String> before = everything();

    assertRefused(load(), before, where == null ? "" : where, why == null ? "" : why);
  }

  private static String bad(String content) {
    return switch (content) {
      case "C , C" -> collection(COMPOUND, COMPOUND);
      case "R" -> collection(COMPOUND.replace("\"id\"", "\"residents\":-4,\"id\""));
      case "K" -> collection(CLINIC.replace("clinic", "casino"));
      case "N" -> collection(CLINIC.replace("kind", "sort"));
      case "S" ->
          collection(
              feature(
                  "Polygon",
                  "[[[34.67,112.43],[34.67,112.431],[34.671,112.431],[34.67,112.43]]]",
                  "c"));
      case "M" ->
          collection(
              feature(
                  "Polygon",
                  "[[[631000,3838000],[631100,3838000],[631100,3838100],[631000,3838000]]]",
                  "c"));
      case "A" ->
          collection(COMPOUND, COMPOUND.replace("112.43", "12.43").replace("\"c\"", "\"d\""));
      case "L" -> collection(feature("LineString", "[[112.43,34.67],[112.431,34.67]]", "c"));
      case "X" -> collection(COMPOUND).replace("112.431", "NaN");
      case "I" -> collection(COMPOUND).replace("112.431", "1e999");
      case "J" -> "\u0089PNG\r\n\u001a\n";
      case "E" -> collection();
      default ->
          collection(COMPOUND)
              .replaceFirst(
                  "\\{", "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:999999\"}},");
    };
  }

  @Test
  void a_missing_layer_is_refused() throws IOException {
    write("compounds.geojson", collection(COMPOUND));

    assertRefused(load(), everything(), "no facilities");
  }

  @Test
  void a_layer_nobody_knows_is_refused() throws IOException {
    writeSoundTown();
    write("trees.geojson", collection(CLINIC));

    assertRefused(load(), everything(), "trees", "compounds");
  }

  @Test
  void a_crs_in_degrees_cannot_be_computed_in() throws IOException {
    writeSoundTown();

    assertRefused(load("--crs", "EPSG:4326"), everything(), "EPSG:4326", "metres");
    assertRefused(load("--crs", "EPSG:nonsense"), everything(), "EPSG:nonsense");
  }

  @Test
  void a_picture_that_calls_itself_geojson_is_refused() throws IOException {
    writeSoundTown();
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};
    Files.write(folder.resolve("compounds.geojson"), png);

    assertRefused(load(), everything(), "compounds.geojson");
  }

  @Test
  void an_xml_with_a_doctype_is_refused_and_nothing_is_fetched() throws IOException {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, "nobody reads this");
    Path file = folder.resolve("town.osm");
    Files.writeString(
        file,
        """
        <?xml version="1.0"?>
        <!DOCTYPE osm [<!ENTITY x SYSTEM "%s">]>
        <osm version="0.6"><node id="1" lat="34.67" lon="112.43"><tag k="name" v="&x;"/></node></osm>
        """
            .formatted(secret.toUri()));

    Said said = load(file);

    assertRefused(said, everything(), "town.osm", "DOCTYPE");
    assertTrue(!said.err().contains("nobody reads this"));
  }

  @Test
  void what_is_no_openstreetmap_file_is_refused() throws IOException {
    for (String name : List.of("town.osm", "town.osm.gz", "town.osm.pbf", "town.xyz")) {
      Path file = folder.resolve(name);
      Files.writeString(file, "id,name\n1,西工地\n");

      assertRefused(load(file), everything(), name);
    }
  }

  @Test
  void an_extract_that_ends_too_early_is_refused() throws IOException {
    byte[] whole = Files.readAllBytes(Extracts.path(Extracts.LAUF));
    Path half = folder.resolve("half.osm.pbf");
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));

    assertRefused(load(half), everything(), "half.osm.pbf");
  }

  @Test
  void what_can_be_mended_is_mended_and_told_of() throws IOException {
    writeSoundTown();
    String bowTie =
        feature(
            "Polygon",
            "[[[112.432,34.67],[112.433,34.671],[112.433,34.67],[112.432,34.671],[112.432,34.67]]]",
            "x");
    write("compounds.geojson", collection(COMPOUND, bowTie));
    write(
        "gates.geojson",
        collection(
            feature("Point", "[112.4345,34.6725]", "g", "access", "public"),
            feature("Point", "[]", "nowhere", "access", "public")));
    Map<String, String> before = everything();

    Said said = load("--dry-run", "--json");

    assertEquals(0, said.exitCode(), said.err());
    for (String code : List.of("self_crossing", "gate_off_wall", "empty_geometry")) {
      assertTrue(said.out().contains("\"code\":\"" + code + "\""), said.out());
    }
    assertTrue(said.out().contains("\"dataset_version\":null"), "a dry run keeps nothing");
    assertEquals(before, everything());
  }

  @Test
  void what_cannot_be_typed_ends_with_2_and_what_is_not_there_too() throws IOException {
    writeSoundTown();
    Map<String, String> before = everything();

    assertEquals(2, load("--datum", "moon").exitCode());
    assertEquals(2, load("--frobnicate").exitCode());
    assertEquals(2, load(folder.resolve("absent.geojson")).exitCode());
    assertEquals(2, Demo.run("import", "../up", folder.toString()).exitCode());
    assertEquals(
        2, Demo.run("coverage", "nowhere", "--workspace", workspace.toString()).exitCode());
    assertEquals(before, everything());
  }

  @Test
  void programs_are_told_the_faults_as_json() throws IOException {
    writeSoundTown();
    write("facilities.geojson", bad("K"));

    Said said = load("--json");

    assertEquals(3, said.exitCode());
    assertTrue(said.out().contains("\"feature_id\":\"f\""), said.out());
  }
}
