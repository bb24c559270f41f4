package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real QGIS, headless, connects to the server as an analyst would: by its address alone. */
class QgisServerTest {

  private static final String PYTHON = "/usr/bin/python3"; // which Debian's QGIS belongs to
  private static final int PATIENCE_MINUTES = 10;

  private record Said(int exitCode, String text) {}

  @Test
  void qgis_reads_every_collection_and_draws_the_tiles_in_our_styles(@TempDir Path folder)
      throws Exception {
    boolean there = run(folder, "-c", "import qgis.core").exitCode() == 0;
    assertTrue(
        there || !Objects.equals(System.getenv("CI"), "true"),
        "QGIS is absent; ./lifecircle test installs it");
    assumeTrue(there, "QGIS with its Python is absent: apt-get install qgis python3-qgis");
    Path script = folder.resolve("open_server.py");
    try (var in = QgisServerTest.class.getResourceAsStream("/qgis/open_server.py")) {
      Files.copy(Objects.requireNonNull(in), script);
    }
    try (Served served = Served.twoYards(folder.resolve("workspace"))) {
      String base = served.uri("/areas/two-yards").toString();
      Path picture = folder.resolve("picture.png");

      Said said = run(folder, script.toString(), base, picture.toString());

      assertEquals(0, said.exitCode(), said.text());
      int read = 0;
      for (String line : said.text().lines().toList()) {
        String[] words = line.split(" ");
        if (line.startsWith("ink")) {
          assertTrue(Double.parseDouble(words[1]) > 0.02, line);
        } else if (line.startsWith("style")) {
          assertEquals("valid", words[2], line);
          assertTrue(Double.parseDouble(words[3]) > 0.02, line);
        } else if (words.length == 5) {
          requireSame(served, words, said.text());
          read++;
        }
      }
      assertEquals(served.json("/collections").get("collections").size(), read, said.text());
    }
  }

  private static void requireSame(Served served, String[] words, String all) throws Exception {
    String id = words[0];
    JsonNode items = served.json("/collections/" + id + "/items");
    assertEquals(items.get("numberMatched").asText(), words[1], all);
    if (items.get("features").isEmpty()) {
      return; // QGIS learns the CRS of a geometry it has seen
    }
    assertEquals("EPSG:4326", words[2], all);
    for (JsonNode feature : items.get("features")) {
      JsonNode place = feature.at("/geometry/coordinates");
      while (place.path(0).isArray()) {
        place = place.get(0);
      }
      if (place.path(0).isNumber()) {
        assertEquals(place.get(0).asDouble(), Double.parseDouble(words[3]), 1e-8, id);
        assertEquals(place.get(1).asDouble(), Double.parseDouble(words[4]), 1e-8, id);
        return;
      }
    }
  }

  private static Said run(Path folder, String... words) throws Exception {
    Path said = folder.resolve("said.txt");
    String[] command = new String[words.length + 1];
    command[0] = PYTHON;
    System.arraycopy(words, 0, command, 1, words.length);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
    if (!Files.exists(Path.of(PYTHON))) {
      return new Said(-1, "no " + PYTHON);
    }
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      return new Said(-1, "no answer");
    }
    return new Said(process.exitValue(), Files.readString(said, StandardCharsets.UTF_8));
  }
}
