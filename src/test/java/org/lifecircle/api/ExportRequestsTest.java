package org.lifecircle.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.io.Limits;
import org.lifecircle.io.geopackage.GeoPackageFeatures;
import org.locationtech.jts.geom.Coordinate;

/** Files are asked for at an address, and come as they were asked for or with what is wrong. */
class ExportRequestsTest {

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.twoYards(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  private static HttpResponse<byte[]> get(String question) throws Exception {
    return served.bytes("/areas/two-yards" + question);
  }

  private static Path kept(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "/export.gpkg, application/geopackage+sqlite3, two-yards.gpkg, SQLite format 3",
    "/export.zip?layers=walls, application/zip, two-yards.zip, PK",
    "/export.fgb?layers=walls, application/flatgeobuf, two-yards-walls.fgb, fgb",
    "/export.geojson, application/geo+json, two-yards-compounds.geojson, {",
    "/export.csv?layers=gates, text/csv;charset=utf-8, two-yards-gates.csv, \ufeffid"
  })
  void each_file_comes_whole_with_its_type_and_name(
      String question, String type, String name, String start) throws Exception {
    HttpResponse<byte[]> file = get(question);

    assertEquals(200, file.statusCode(), new String(file.body(), UTF_8));
    assertEquals(type, file.headers().firstValue("Content-Type").orElse("").replace(" ", ""));
    String disposition = file.headers().firstValue("Content-Disposition").orElse("");
    assertTrue(disposition.startsWith("attachment; filename=\"" + name + "\""), disposition);
    assertEquals(
        String.valueOf(file.body().length), file.headers().firstValue("Content-Length").orElse(""));
    assertTrue(new String(file.body(), UTF_8).startsWith(start));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /export.dwg                                | 404 | .dwg is not written
          /export.gpkg?layers=walls,trees            | 400 | is not one of
          /export.gpkg?layers=                       | 400 | is not one of
          /export.gpkg?crs=EPSG:99999                | 400 | know no CRS EPSG:99999
          /export.gpkg?crs=Xian80                    | 400 | is not the code of a CRS
          /export.gpkg?crs=EPSG:2383                 | 400 | is not known
          /export.gpkg?colour=red                    | 400 | no such parameter
          /export.zip?files=dwg                      | 400 | is not one of shp
          /export.zip?files=geojson&crs=EPSG:4546    | 400 | RFC 7946
          /export.geojson?crs=EPSG:4546              | 400 | RFC 7946
          /export.fgb?layers=walls,gates             | 400 | one layer
          /export.qgz?data=mail                      | 400 | is not one of server, file
          /export.gpkg?data=file                     | 400 | no such parameter
          """)
  void what_cannot_be_had_is_refused_with_the_reason(String question, int status, String reason)
      throws Exception {
    HttpResponse<String> refused =
        served.get("/areas/two-yards" + question, "Accept-Language", "en");

    assertEquals(status, refused.statusCode(), refused.body());
    assertTrue(refused.body().contains(reason), refused.body());
  }

  @Test
  void degrees_are_longitude_first_in_every_file_that_is_asked_for_them() throws Exception {
    Path gpkg = kept("d.gpkg", get("/export.gpkg?layers=compounds&crs=EPSG:4490").body());
    var table = new GeoPackageFeatures(Limits.USUAL).read(gpkg, "d.gpkg").get(0);
    Coordinate first = requireNonNull(table.features().get(0).geometry()).getCoordinate();
    JsonNode json = Served.parse(new String(get("/export.geojson").body(), UTF_8));
    double longitude = json.at("/features/0/geometry/coordinates/0/0/0").asDouble();
    String csv = new String(get("/export.csv").body(), UTF_8);

    assertEquals("EPSG:4490", table.crs());
    assertTrue(first.x > 112 && first.x < 113 && first.y > 34 && first.y < 35, first.toString());
    assertTrue(longitude > 112 && longitude < 113);
    assertTrue(csv.contains("POLYGON ((112."), csv);
  }

  @Test
  void a_geopackage_has_every_layer_and_a_style_for_each() throws Exception {
    Path gpkg = kept("all.gpkg", get("/export.gpkg").body());

    List<String> unstyled = new ArrayList<>();
    List<String> tables = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + gpkg);
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT table_name, styleQML FROM gpkg_geometry_columns"
                        + " LEFT JOIN layer_styles ON f_table_name = table_name")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
        if (rows.getString(2) == null) {
          unstyled.add(rows.getString(1));
        }
      }
    }

    assertEquals(List.of(), unstyled);
    assertTrue(
        tables.containsAll(
            List.of(
                "walls",
                "boundary",
                "coverage_compounds",
                "coverage_buildings",
                "gaps",
                "lanes",
                "freed_spaces",
                "openings",
                "issues")),
        tables.toString());
  }

  @Test
  void an_archive_of_shapefiles_has_all_five_parts_and_a_text_about_them() throws Exception {
    List<String> names = new ArrayList<>();
    try (ZipInputStream zip =
        new ZipInputStream(
            new ByteArrayInputStream(get("/export.zip?layers=walls,units").body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        names.add(entry.getName());
      }
    }

    assertEquals(
        List.of("walls.shp", "walls.shx", "walls.dbf", "walls.prj", "walls.cpg", "README.txt"),
        names);
  }
}
