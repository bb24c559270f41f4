package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.io.Limits;
import org.lifecircle.io.file.Naming;
import org.lifecircle.io.osm.OsmMapping;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;
import org.lifecircle.town.RandomTown;

/** What is exported and imported again is the same study area. */
class ExportTest {

  @TempDir Path folder;
  private Policy policy;
  private Importer importer;
  private Workspace workspace;

  @BeforeEach
  void read() throws IOException {
    Path config = Path.of(System.getProperty("lifecircle.home", "."), "config");
    policy = Asking.policy();
    Naming naming =
        Naming.ofContract()
            .with(config.resolve("shapefile.yaml"))
            .with(config.resolve("names.yaml"));
    importer =
        new Importer(
            policy,
            new ImportRules(Limits.USUAL, naming, OsmMapping.read(config.resolve("osm.yaml"))));
    workspace = Workspace.at(folder.resolve("workspace"));
  }

  private AreaQuestions asking(StudyArea area) throws IOException {
    return new AreaQuestions(stored(area), policy, ServerSettings.USUAL);
  }

  private StoredArea stored(StudyArea area) {
    Importer.keep(workspace, area, List.of(Path.of("towns.geojson")));
    return workspace.read(workspace.findCurrent(area.profile().id()).orElseThrow());
  }

  /** An area as it comes back from a file it was written to. */
  private StudyArea thereAndBack(StudyArea area, String path, String files) throws IOException {
    List<String> ids = new ArrayList<>(List.of("boundary"));
    for (Layer layer : Layer.values()) {
      ids.add(layer.code());
    }
    Map<String, String> query = new LinkedHashMap<>(Map.of("layers", String.join(",", ids)));
    if (!files.isEmpty()) {
      query.put("files", files);
    }
    Path file = folder.resolve("there" + path.substring(path.lastIndexOf('.')));
    asking(area).download(path, query, file);
    return importer.read(area.profile().id(), List.of(file), Importer.Said.NOTHING);
  }

  private static void assertSame(StudyArea expected, StudyArea actual, String how) {
    assertEquals(expected.profile(), actual.profile(), how);
    assertEquals(expected.boundary().norm(), actual.boundary().norm(), how);
    for (Layer layer : Layer.values()) {
      assertEquals(expected.layer(layer).size(), actual.layer(layer).size(), how + layer.code());
      for (int i = 0; i < expected.layer(layer).size(); i++) {
        assertEquals(
            expected.layer(layer).get(i), actual.layer(layer).get(i), how + " " + layer.code());
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/export.gpkg,''",
    "/export.zip,shp",
    "/export.zip,fgb",
    "/export.zip,geojson",
    "/export.zip,csv"
  })
  void a_random_town_comes_back_from_every_format(String path, String files) throws IOException {
    for (long seed : RandomTown.seeds(20).toArray()) {
      StudyArea drawn = Served.inXigong("town", RandomTown.of(seed).area(), Asking.STANDARD);
      StudyArea town = thereAndBack(drawn, "/export.gpkg", ""); // walls in pieces, doors derived

      StudyArea again = thereAndBack(town, path, files);

      assertSame(town, again, "seed " + seed + " by " + files);
    }
  }

  /** Every column has a value nobody expects, or none. */
  private static StudyArea awkward(StudyArea town) {
    List<String> texts =
        List.of(
            "=HYPERLINK(\"http://x\")",
            "'=1+1",
            "-3 号",
            "<b>河洛仪表厂</b> & \"家属院\", 一期; ''二期''",
            "𠮷野家属院，滘埗路",
            "很长的名字".repeat(16),
            "@甲",
            "+86 379 6000 0000");
    List<Feature> compounds = new ArrayList<>();
    for (Compound compound : town.compounds()) {
      int i = compounds.size();
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("id", compound.id());
      if (i < 24) {
        values.put("name", texts.get(i % texts.size()));
        values.put("managed_by", texts.get((i + 1) % texts.size()));
        values.put("party_branch", i % 3 == 0 ? null : texts.get((i + 3) % texts.size()));
        values.put("built_year", 1953 + i);
        values.put("residents", 1_000_000 + i);
        values.put("residents_60_plus", i);
        values.put("residents_under_6", i % 2 == 0 ? null : 7);
        values.put("fee_rate", i % 4 == 0 ? null : 0.1 + 0.2 * i / 100);
        values.put("fee_per_household_month", i % 5 == 0 ? null : 1234.5);
        values.put("gated", i % 3 == 0 ? null : i % 3 == 1);
      }
      compounds.add(Columns.of(Layer.COMPOUNDS).feature(compound.geometry(), values));
    }
    return town.with(Layer.COMPOUNDS, compounds);
  }

  @ParameterizedTest
  @CsvSource({
    "/export.gpkg,''",
    "/export.zip,shp",
    "/export.zip,fgb",
    "/export.zip,geojson",
    "/export.zip,csv"
  })
  void chinese_formulas_markup_and_gaps_come_back_as_they_were(String path, String files)
      throws IOException {
    StudyArea drawn = Served.inXigong("town", RandomTown.of(1).area(), Asking.STANDARD);
    StudyArea town = thereAndBack(awkward(drawn), "/export.gpkg", "");
    for (int i = 0; i < town.compounds().size(); i++) {
      Columns columns = Columns.of(Layer.COMPOUNDS);
      assertEquals(
          columns.values(awkward(drawn).compounds().get(i)),
          columns.values(town.compounds().get(i)));
    }

    StudyArea again = thereAndBack(town, path, files);

    assertSame(town, again, files);
  }

  @Test
  void every_column_has_a_name_of_ten_bytes_that_no_other_has() throws IOException {
    StudyArea town = Served.inXigong("town", RandomTown.of(1).area(), Asking.STANDARD);
    OpenArea open = new OpenArea(stored(town), policy, ServerSettings.USUAL, Runnable::run);
    List<String> unknown = new ArrayList<>();

    for (ExportLayer layer : ExportLayer.of(open)) {
      for (Column column : layer.columns()) {
        if (!policy.exports().shortNames().knows(column.name())) {
          unknown.add(column.name());
        }
      }
    }

    assertEquals(List.of(), unknown.stream().distinct().toList());
  }
}
