package org.lifecircle.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

class WorkspaceTest {
  private static final Imported BY_HAND =
      new Imported(Instant.parse("2026-11-23T08:00:00Z"), List.of("小区.geojson", "walls.geojson"));

  @TempDir Path folder;

  @Test
  void a_new_workspace_has_no_areas() {
    Workspace workspace = Workspace.at(folder.resolve("new 新?#%"));

    assertEquals(List.of(), workspace.areas());
    assertEquals(List.of(), workspace.versions("xigong"));
  }

  @Test
  void what_is_read_back_is_what_was_written_in_every_layer_and_column() {
    Workspace workspace = Workspace.at(folder.resolve("洛阳 ?#%20"));
    StudyArea area = SampleArea.of("xigong");

    DatasetVersion version = workspace.add(area, SampleArea.CRS, BY_HAND);

    StoredArea stored = workspace.read(version);
    assertEquals(BY_HAND, stored.imported());
    assertEquals(SampleArea.CRS, stored.crs());
    assertSame(area, stored.area());
  }

  @Test
  void every_bit_of_every_coordinate_is_kept() {
    Workspace workspace = Workspace.at(folder);
    StudyArea area = SampleArea.withBuildings(SampleArea.of("xigong"), 1_000, new Random(20261123));

    DatasetVersion version = workspace.add(area, SampleArea.CRS, BY_HAND);

    assertSame(area, workspace.read(version).area());
  }

  @Test
  void each_import_is_a_new_version_and_the_old_ones_stay() {
    Workspace workspace = Workspace.at(folder);
    StudyArea before = SampleArea.of("xigong");
    StudyArea after = before.with(Layer.WALLS, List.of());
    workspace.add(before, SampleArea.CRS, BY_HAND);

    DatasetVersion second = workspace.add(after, SampleArea.CRS, BY_HAND);

    assertEquals(2, second.number());
    assertEquals(second, workspace.findCurrent("xigong").orElseThrow());
    assertEquals(List.of("xigong"), workspace.areas());
    List<DatasetVersion> versions = workspace.versions("xigong");
    assertEquals(List.of(2, 1), versions.stream().map(DatasetVersion::number).toList());
    assertSame(before, workspace.read(versions.get(1)).area());
  }

  @Test
  void a_version_somebody_was_killed_over_is_not_there() throws IOException {
    Workspace workspace = Workspace.at(folder);
    StudyArea area = SampleArea.of("xigong");
    DatasetVersion first = workspace.add(area, SampleArea.CRS, BY_HAND);
    byte[] half = new byte[(int) Files.size(first.file()) / 2];
    System.arraycopy(Files.readAllBytes(first.file()), 0, half, 0, half.length);
    Files.write(first.file().resolveSibling("2.gpkg.tmp"), half);

    Workspace afterwards = Workspace.at(folder);

    assertEquals(first, afterwards.findCurrent("xigong").orElseThrow());
    assertEquals(2, afterwards.add(area, SampleArea.CRS, BY_HAND).number());
  }

  @Test
  void a_write_that_fails_leaves_no_trace() throws IOException {
    Workspace workspace = Workspace.at(folder);
    DatasetVersion first = workspace.add(SampleArea.of("xigong"), SampleArea.CRS, BY_HAND);
    Path second = first.file().resolveSibling("2.gpkg");
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
    Workspace workspace = Workspace.at(folder);
    DatasetVersion version = workspace.add(SampleArea.of("xigong"), SampleArea.CRS, BY_HAND);
    byte[] bytes = Files.readAllBytes(version.file());
    new Random(1).nextBytes(bytes);
    assertTrue(version.file().toFile().setWritable(true));
    Files.write(version.file(), bytes);

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
  void importers_at_the_same_time_get_different_numbers() {
    Workspace one = Workspace.at(folder);
    Workspace other = Workspace.at(folder);
    StudyArea area = SampleArea.of("xigong");

    List<Integer> numbers =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> (i % 2 == 0 ? one : other).add(area, SampleArea.CRS, BY_HAND).number())
            .sorted()
            .toList();

    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8), numbers);
  }

  @Test
  void a_version_is_a_geopackage_with_an_index_over_each_table() throws Exception {
    Workspace workspace = Workspace.at(folder);
    DatasetVersion version = workspace.add(SampleArea.of("xigong"), SampleArea.CRS, BY_HAND);

    try (var connection = Sqlite.openImmutable(version.file());
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

  /** Equal in every column, and in every bit of every coordinate. */
  private static void assertSame(StudyArea expected, StudyArea actual) {
    for (Layer layer : Layer.values()) {
      assertEquals(expected.layer(layer), actual.layer(layer));
      for (int i = 0; i < expected.layer(layer).size(); i++) {
        assertArrayEquals(
            wkb(expected.layer(layer).get(i).geometry()),
            wkb(actual.layer(layer).get(i).geometry()));
      }
    }
    assertArrayEquals(wkb(expected.boundary()), wkb(actual.boundary()));
    assertFalse(expected.issues().isEmpty());
    assertEquals(expected, actual);
  }

  private static byte[] wkb(Geometry geometry) {
    return new WKBWriter(2).write(geometry);
  }
}
