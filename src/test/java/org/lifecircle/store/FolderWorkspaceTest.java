package org.lifecircle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;

class FolderWorkspaceTest {
  private static final Imported BY_HAND =
      new Imported(Instant.parse("2026-11-23T08:00:00Z"), List.of("walls.geojson"));

  @TempDir Path folder;

  private static Path made(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("areas"));
    return folder;
  }

  @Test
  void a_folder_may_have_any_name() {
    Workspace workspace = Workspace.at(folder.resolve("洛阳 ?#%20"));
    StudyArea area = SampleArea.of("xigong");

    DatasetVersion version = workspace.add(area, SampleArea.CRS, BY_HAND);

    assertEquals(area, workspace.read(version).area());
  }

  @Test
  void a_version_somebody_was_killed_over_is_not_there() throws IOException {
    FolderWorkspace workspace = new FolderWorkspace(made(folder));
    StudyArea area = SampleArea.of("xigong");
    DatasetVersion first = workspace.add(area, SampleArea.CRS, BY_HAND);
    byte[] half = new byte[(int) Files.size(workspace.file(first)) / 2];
    System.arraycopy(Files.readAllBytes(workspace.file(first)), 0, half, 0, half.length);
    Files.write(workspace.file(first).resolveSibling("2.gpkg.tmp"), half);

    Workspace afterwards = Workspace.at(folder);

    assertEquals(first, afterwards.findCurrent("xigong").orElseThrow());
    assertEquals(2, afterwards.add(area, SampleArea.CRS, BY_HAND).number());
  }

  @Test
  void a_write_that_fails_leaves_no_trace() throws IOException {
    FolderWorkspace workspace = new FolderWorkspace(made(folder));
    DatasetVersion first = workspace.add(SampleArea.of("xigong"), SampleArea.CRS, BY_HAND);
    Path second = workspace.file(first).resolveSibling("2.gpkg");
    FeatureTable twice = new FeatureTable("twice", new Text("", ""), List.of(), List.of());

    assertThrows(
        UncheckedIOException.class,
        () -> GeoPackageFile.write(second, SampleArea.CRS, List.of(twice, twice), BY_HAND.at()));

    assertEquals(first, workspace.findCurrent("xigong").orElseThrow());
    try (var files = Files.list(second.resolveSibling("."))) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void a_damaged_version_says_which_it_is_and_what_to_do() throws IOException {
    FolderWorkspace workspace = new FolderWorkspace(made(folder));
    DatasetVersion version = workspace.add(SampleArea.of("xigong"), SampleArea.CRS, BY_HAND);
    byte[] bytes = Files.readAllBytes(workspace.file(version));
    new Random(1).nextBytes(bytes);
    assertTrue(workspace.file(version).toFile().setWritable(true));
    Files.write(workspace.file(version), bytes);

    var complaint = assertThrows(BadInputException.class, () -> workspace.read(version));

    assertEquals("xigong/versions/1.gpkg", complaint.faults().get(0).file());
    assertTrue(complaint.faults().get(0).reason().en().contains("move it away"));
  }

  @Test
  void an_area_id_is_no_way_out_of_the_folder() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside/versions"));
    Files.write(outside.resolve("1.gpkg"), new byte[0]);
    Workspace workspace = Workspace.at(folder.resolve("workspace"));

    assertEquals(List.of(), workspace.versions("../../outside"));
  }

  @Test
  void a_version_is_a_geopackage_with_an_index_over_each_table() throws Exception {
    FolderWorkspace workspace = new FolderWorkspace(made(folder));
    DatasetVersion version = workspace.add(SampleArea.of("xigong"), SampleArea.CRS, BY_HAND);

    try (var connection = Sqlite.openImmutable(workspace.file(version));
        var statement = connection.createStatement()) {
      assertEquals(0x47504B47, number(statement, "PRAGMA application_id"));
      assertEquals(10300, number(statement, "PRAGMA user_version"));
      assertEquals(16, number(statement, "SELECT count(*) FROM gpkg_contents"));
      assertEquals(
          1,
          number(
              statement, "SELECT count(*) FROM rtree_gates_geom WHERE minx < 631001 AND id = 1"));
      assertEquals(
          16 * 6, number(statement, "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"));
    }
  }

  private static int number(java.sql.Statement statement, String sql) throws Exception {
    try (var result = statement.executeQuery(sql)) {
      assertTrue(result.next());
      return result.getInt(1);
    }
  }
}
