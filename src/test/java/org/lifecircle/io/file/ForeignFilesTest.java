package org.lifecircle.io.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.Shared;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.flatgeobuf.FlatGeobufReader;
import org.lifecircle.io.geojson.GeoJsonReader;
import org.lifecircle.io.shapefile.ShapefileReader;
import org.locationtech.jts.geom.Geometry;

/** The same places in two formats, written by other programs, are the same. */
class ForeignFilesTest {

  @TempDir Path folder;

  private static Path messy(String name) {
    return Shared.folder("data").resolve("messy").resolve(name);
  }

  private static RawTable json(String name) {
    return new GeoJsonReader(Limits.USUAL).read(messy(name));
  }

  private static RawTable shapefile(String name) throws IOException {
    return new ShapefileReader(Limits.USUAL).read(messy(name), name, null);
  }

  private static String places(RawTable table) {
    StringBuilder places = new StringBuilder();
    for (RawFeature feature : table.features()) {
      Geometry geometry = feature.geometry();
      places.append(geometry == null ? null : geometry.norm()).append('\n');
    }
    return places.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "mapshaper/shapefile/polygons.shp, mapshaper/shapefile/polygons.json",
    "mapshaper/shapefile/ignore-properties.shp, mapshaper/shapefile/ignore-properties.json",
    "mapshaper/shapefile/three_points.shp, mapshaper/geojson/three_points.geojson"
  })
  void a_shapefile_has_the_places_of_its_geojson(String shp, String json) throws IOException {
    assertEquals(places(json(json)), places(shapefile(shp)));
  }

  @Test
  void flatgeobuf_has_the_places_and_values_of_its_geojson() throws IOException {
    Map<Object, RawFeature> expected = new LinkedHashMap<>();
    for (RawFeature feature : json("h2gis/fgb/countries.geojson").features()) {
      expected.put(feature.id(), feature);
    }
    for (String name : List.of("countries.fgb", "countries_gdal.fgb")) {
      RawTable table = new FlatGeobufReader(Limits.USUAL).read(messy("h2gis/fgb/" + name), name);
      assertEquals(expected.size(), table.features().size());
      for (RawFeature feature : table.features()) {
        RawFeature other = Objects.requireNonNull(expected.get(feature.id()));
        assertEquals(other.properties().get("name"), feature.properties().get("name"));
        assertTrue(
            Given.place(other).norm().equalsExact(Given.place(feature).norm(), 1e-9), feature.id());
      }
    }
  }

  /** Texts as Python reads them in the encoding each file is known to have. */
  @ParameterizedTest
  @CsvSource({
    "gbk, 简体国语",
    "gb2312, 简体国语",
    "utf8, 国语國語",
    "cpg/big5, 國語",
    "cpg/euckr, 한국말",
    "cpg/koi8r, русский",
    "cpg/latin2, čeština",
    "cpg/shiftjis, カタカナひらがな",
    "cpg/win1251, РУССКИЙ",
    "cpg/win874, ภาษาไทย",
    "ldid/chinese, 简体"
  })
  void the_encoding_of_a_dbf_is_found_out(String name, String text) throws IOException {
    assertEquals(text, named("mapshaper/dbf/" + name + ".dbf", null));
  }

  @ParameterizedTest
  @CsvSource({"big5, Big5, 繁體國語", "shiftjis, Shift_JIS, ひたちなか市", "eucjp, EUC-JP, ひたちなか市"})
  void what_nothing_declares_can_be_said(String name, String encoding, String text)
      throws IOException {
    assertEquals(text, named("mapshaper/dbf/" + name + ".dbf", Charset.forName(encoding)));
  }

  private static @Nullable Object named(String name, @Nullable Charset encoding)
      throws IOException {
    RawTable table = new ShapefileReader(Limits.USUAL).readTable(messy(name), name, encoding);
    return table.features().get(0).properties().get("NAME");
  }

  @Test
  void the_tables_of_a_geopackage_are_layers_where_a_mapping_says_so() throws IOException {
    Path mapping =
        new Given(folder).text("m.yaml", "units: {names: [land]}\npaths: {names: [roads]}\n");

    RawArea read =
        Given.read(
            List.of(messy("mapshaper/geopackage/Oregon.gpkg")),
            ReadOptions.NONE,
            Given.names().with(mapping));

    assertEquals(List.of(), read.faults());
    assertEquals(
        List.of("units EPSG:2269", "paths EPSG:2269"),
        read.layers().stream().map(l -> l.layer() + " " + l.crs()).toList());
  }

  @Test
  void a_geopackages_code_is_not_run() throws IOException, SQLException {
    Path view =
        geoPackage(
            "view.gpkg",
            "CREATE VIEW gates AS WITH RECURSIVE c(x) AS"
                + " (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id, x AS geom FROM c");
    Path computed =
        geoPackage(
            "computed.gpkg",
            "CREATE TABLE gates (id INTEGER PRIMARY KEY, geom BLOB,"
                + " bomb TEXT GENERATED ALWAYS AS (hex(zeroblob(100000000))) VIRTUAL)",
            "INSERT INTO gates (id) VALUES (1)",
            "CREATE TRIGGER t AFTER INSERT ON gates BEGIN DELETE FROM gates; END");

    assertTrue(Given.refusal(view, ReadOptions.NONE).contains("code inside the file"));
    RawArea read = Given.read(computed, ReadOptions.NONE.withLayer("gates"));
    assertEquals(
        "[id, access]", read.layers().get(0).features().get(0).properties().keySet().toString());
  }

  private Path geoPackage(String name, String... statements) throws SQLException {
    Path file = folder.resolve(name);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = connection.createStatement()) {
      sql.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, srs_id)");
      sql.execute(
          "CREATE TABLE gpkg_spatial_ref_sys (srs_id, organization, organization_coordsys_id, definition)");
      sql.execute("INSERT INTO gpkg_geometry_columns VALUES ('gates', 'geom', 4326)");
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
    return file;
  }

  /** The header claims what a file of 4 KB cannot hold. */
  @Test
  void a_shapefile_cannot_ask_for_more_than_its_size() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4096);
    bytes.putInt(0, 9994).putInt(24, 2048).putInt(100, 1).putInt(104, (4096 - 108) / 2);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5).putInt(108, 5);
    bytes.putInt(108 + 36, 1 << 30).putInt(108 + 40, 1 << 30);
    Path shp = Files.write(folder.resolve("walls.shp"), bytes.array());

    RawArea read = Given.read(shp, ReadOptions.NONE);

    assertEquals(
        "it claims more parts or points than it has bytes for", read.faults().get(0).reason().en());
  }
}
