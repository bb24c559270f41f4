package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.Demo.Said;

/**
 * A QGIS project from the command line, which has no server to connect to unless it is told one.
 */
class ExportCommandTest {

  @TempDir Path folder;

  private Said export(Path file, String... more) {
    String[] words = new String[8 + more.length];
    String[] usual = {
      "export",
      "xigong",
      "--out",
      file.toString(),
      "--layers",
      "walls,gates",
      "--workspace",
      folder.resolve("workspace").toString()
    };
    System.arraycopy(usual, 0, words, 0, 8);
    System.arraycopy(more, 0, words, 8, more.length);
    return Demo.run(words);
  }

  @Test
  void a_project_carries_its_data_unless_it_is_told_a_server() throws Exception {
    Demo.load(folder.resolve("workspace"));
    Path offline = folder.resolve("offline.qgz");
    Path live = folder.resolve("live.qgz");

    Said first = export(offline);
    Said second = export(live, "--server", "https://example.org/circles/");

    assertEquals(0, first.exitCode(), first.err());
    assertEquals(0, second.exitCode(), second.err());
    assertTrue(project(offline).contains("attachment:layers.gpkg|layername=walls"));
    try (ZipFile zip = new ZipFile(live.toFile())) {
      assertEquals(1, zip.size());
    }
    assertTrue(
        project(live).contains("url='https://example.org/circles/areas/xigong' typename='walls'"));
    assertFalse(project(live).contains("attachment:"));
  }

  @ParameterizedTest
  @CsvSource({"a.qgz,ftp://example.org", "a.qgz,example.org", "a.gpkg,http://example.org"})
  void what_is_no_server_of_a_project_is_bad_usage(String name, String server) {
    Said said = export(folder.resolve(name), "--server", server);

    assertEquals(2, said.exitCode(), said.err());
    assertTrue(said.err().contains("--server"), said.err());
  }

  private static String project(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("lifecircle.qgs")).readAllBytes(),
          StandardCharsets.UTF_8);
    }
  }
}
