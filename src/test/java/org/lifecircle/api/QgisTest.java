package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.Shared;
import org.lifecircle.store.ScenarioStore;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;

/** Real QGIS opens what is exported, and draws it. */
class QgisTest {

  private static final Path PYTHON = Path.of("/usr/bin/python3"); // which Debian's QGIS belongs to
  private static final int PATIENCE_MINUTES = 5;

  private static final String TOWN = "/areas/two-yards";
  private static final List<String> TODAY = List.of("Today", "Gaps", "Walls and gates");
  private static final List<String> BEFORE_AND_AFTER =
      List.of("改造前", "改造后", "变化", "腾退空间", "围墙与出入口");

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Served served;

  @BeforeAll
  static void serve() throws Exception {
    boolean there = Files.exists(PYTHON) && run("-c", "import qgis.core").exitCode() == 0;
    if (!there && Objects.equals(System.getenv("CI"), "true")) {
      throw new AssertionError("QGIS is absent; ./lifecircle test installs it");
    }
    assumeTrue(there, "QGIS with its Python is absent: apt-get install qgis python3-qgis");
    served = Served.twoYards(folder.resolve("workspace"));
    String opened =
        "{\"id\": \"opened\", \"name\": \"打开 <院墙> & 大门\", \"changes\":"
            + " [{\"type\": \"remove_wall\", \"id\": \"a\"}]}";
    assertEquals(201, served.send("POST", TOWN + "/scenarios", opened).statusCode());
  }

  @AfterAll
  static void stop() {
    if (served != null) {
      served.close();
    }
  }

  private record Said(int exitCode, String text) {}

  private static Said run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(PYTHON.toString()));
    command.addAll(List.of(words));
    Path said = Files.createTempFile("qgis", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        return new Said(-1, "no answer");
      }
      return new Said(process.exitValue(), Files.readString(said));
    } finally {
      Files.deleteIfExists(said);
    }
  }

  /** The common check of layers is content with a file. */
  private static void check(String... words) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>();
    all.add(Shared.folder("tools/check_layers.py").toString());
    all.addAll(List.of(words));
    all.addAll(List.of("--png", folder.toString()));
    Said said = run(all.toArray(new String[0]));
    assertEquals(0, said.exitCode(), said.text());
  }

  private static Path kept(String address, String name) throws Exception {
    Path file = folder.resolve(name);
    return Files.write(file, served.bytes("/areas/two-yards" + address).body());
  }

  @Test
  void a_geopackage_opens_in_the_areas_crs_with_its_styles() throws Exception {
    String gpkg = kept("/export.gpkg", "all.gpkg").toString();

    check(
        "--gpkg",
        gpkg,
        "--layer",
        "walls",
        "--expect-style",
        "--expect-renderer",
        "categorizedSymbol",
        "--expect-crs",
        "EPSG:4546");
    check(
        "--gpkg",
        gpkg,
        "--layer",
        "coverage_compounds",
        "--expect-style",
        "--expect-renderer",
        "graduatedSymbol");
  }

  @Test
  void flatgeobuf_and_shapefile_open_with_all_features_and_chinese_crs() throws Exception {
    int walls = served.json("/collections/walls/items?limit=1000").get("features").size();
    Path fgb = kept("/export.fgb?layers=walls&crs=EPSG:4490", "walls.fgb");
    Path zip = kept("/export.zip?layers=walls&crs=EPSG:4526", "walls.zip");
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in, StandardCharsets.UTF_8)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Files.copy(entries, folder.resolve(entry.getName()));
      }
    }

    String count = String.valueOf(walls);
    check("--vector", fgb.toString(), "--expect-count", count, "--expect-crs", "EPSG:4490");
    check(
        "--vector",
        folder.resolve("walls.shp").toString(),
        "--expect-count",
        count,
        "--expect-crs",
        "EPSG:4526",
        "--expect-fields",
        "id,thick_m,demol_on");
  }

  @Test
  void a_project_of_a_server_shows_its_layers_and_no_others() throws Exception {
    String here = served.uri(TOWN).toString();

    checkProject("/export.qgz?lang=en", "today.qgz", here, TODAY);
    checkProject(
        "/scenarios/opened/export.qgz?lang=zh&data=server",
        "opened.qgz",
        here + "/scenarios/opened",
        BEFORE_AND_AFTER);
  }

  @Test
  void a_project_with_its_data_shows_the_same_without_a_server() throws Exception {
    checkProject("/export.qgz?lang=en&data=file", "today-file.qgz", "-", TODAY);
    checkProject(
        "/scenarios/opened/export.qgz?lang=zh&data=file", "opened-file.qgz", "-", BEFORE_AND_AFTER);
  }

  @Test
  void a_project_written_by_the_command_line_reads_the_server_it_is_told() throws Exception {
    Path file = folder.resolve("told.qgz");
    Workspace workspace = served.workspace();
    StoredArea stored = workspace.read(workspace.findCurrent("two-yards").orElseThrow());
    try (var scenarios = ScenarioStore.of(workspace)) {
      new AreaQuestions(stored, Served.policy(), ServerSettings.USUAL, scenarios, "opened")
          .download(served.uri("").toString(), "/export.qgz", Map.of("lang", "zh"), file);
    }

    checkProject(file, served.uri(TOWN + "/scenarios/opened").toString(), BEFORE_AND_AFTER);
  }

  private static void checkProject(String address, String name, String base, List<String> themes)
      throws Exception {
    checkProject(kept(address, name), base, themes);
  }

  private static void checkProject(Path project, String base, List<String> themes)
      throws Exception {
    List<String> words = new ArrayList<>();
    words.add(Path.of("src/test/resources/qgis/check_project.py").toAbsolutePath().toString());
    words.add(project.toString());
    words.add(folder.resolve(project.getFileName() + ".png").toString());
    words.add(base);
    words.addAll(themes);
    Said said = run(words.toArray(new String[0]));
    assertTrue(said.exitCode() == 0, said.text());
  }
}
