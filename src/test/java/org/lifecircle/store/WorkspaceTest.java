package org.lifecircle.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBWriter;

/** What holds wherever a workspace is. */
@ParameterizedClass
@EnumSource(Kept.class)
class WorkspaceTest {
  private static final Imported BY_HAND =
      new Imported(Instant.parse("2026-11-23T08:00:00Z"), List.of("小区.geojson", "walls.geojson"));

  private final Kept kept;
  @TempDir Path folder;

  WorkspaceTest(Kept kept) {
    this.kept = kept;
  }

  private final List<Workspace> opened = new ArrayList<>();
  private String place = "";

  @BeforeEach
  void findPlace() {
    place = kept.newPlace(folder.resolve("new"));
  }

  private Workspace open() {
    Workspace workspace = Kept.open(place);
    opened.add(workspace);
    return workspace;
  }

  @AfterEach
  void close() {
    opened.forEach(Workspace::close);
  }

  @Test
  void a_new_workspace_has_no_areas() {
    Workspace workspace = open();

    assertEquals(List.of(), workspace.areas());
    assertEquals(List.of(), workspace.versions("xigong"));
  }

  @Test
  void what_is_read_back_is_what_was_written_in_every_layer_and_column() {
    Workspace workspace = open();
    StudyArea area = SampleArea.of("xigong");

    DatasetVersion version = workspace.add(area, SampleArea.CRS, BY_HAND);

    StoredArea stored = workspace.read(version);
    assertEquals(BY_HAND, stored.imported());
    assertEquals(SampleArea.CRS, stored.crs());
    assertSame(area, stored.area());
  }

  @Test
  void every_bit_of_every_coordinate_is_kept() {
    Workspace workspace = open();
    StudyArea area = SampleArea.withBuildings(SampleArea.of("xigong"), 1_000, new Random(20261123));

    DatasetVersion version = workspace.add(area, SampleArea.CRS, BY_HAND);

    assertSame(area, workspace.read(version).area());
  }

  @Test
  void each_import_is_a_new_version_and_the_old_ones_stay() {
    Workspace workspace = open();
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
  void importers_at_the_same_time_get_different_numbers() {
    Workspace one = open();
    Workspace other = open();
    StudyArea area = SampleArea.of("xigong");

    List<Integer> numbers =
        IntStream.range(0, 8)
            .parallel()
            .mapToObj(i -> (i % 2 == 0 ? one : other).add(area, SampleArea.CRS, BY_HAND).number())
            .sorted()
            .toList();

    assertEquals(List.of(1, 2, 3, 4, 5, 6, 7, 8), numbers);
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
