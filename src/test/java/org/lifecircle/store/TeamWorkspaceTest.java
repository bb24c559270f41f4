package org.lifecircle.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;

/** What people with QGIS and SQL find in the team's database, and what the outside does not. */
class TeamWorkspaceTest {

  private static final Imported BY_HAND =
      new Imported(Instant.parse("2026-11-23T08:00:00Z"), List.of("walls.geojson"));

  private final String url = TeamServer.newDatabase();
  private final Workspace workspace = Kept.open(url);

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void a_layer_is_a_table_with_srid_index_key_and_a_comment_in_both_languages() throws Exception {
    workspace.add(SampleArea.of("old-town"), SampleArea.CRS, BY_HAND);

    assertEquals(
        List.of("4546", "MULTIPOLYGON"),
        List.of(
            ask(
                "SELECT srid FROM geometry_columns"
                    + " WHERE f_table_schema = 'area_old-town' AND f_table_name = 'compounds'"),
            ask(
                "SELECT type FROM geometry_columns"
                    + " WHERE f_table_schema = 'area_old-town/1' AND f_table_name = 'compounds'")));
    assertEquals(
        "16",
        ask(
            "SELECT count(*) FROM pg_indexes"
                + " WHERE schemaname = 'area_old-town/1' AND indexdef LIKE '%USING gist (geom)'"));
    assertEquals(
        "小区 Compounds", ask("SELECT obj_description('\"area_old-town/1\".compounds'::regclass)"));
    assertEquals(
        "小区 Compounds（版本 1 version 1）",
        ask("SELECT obj_description('\"area_old-town\".compounds'::regclass)"));
    assertEquals(
        "1978", ask("SELECT built_year FROM \"area_old-town\".compounds WHERE built_year > 0"));
  }

  @Test
  void the_views_show_the_current_version_and_those_built_on_them_stay() throws Exception {
    StudyArea before = SampleArea.of("xigong");
    workspace.add(before, SampleArea.CRS, BY_HAND);
    run("CREATE VIEW ours AS SELECT count(*) AS n FROM area_xigong.buildings");

    workspace.add(SampleArea.withBuildings(before, 7, new Random(1)), SampleArea.CRS, BY_HAND);

    assertEquals("7", ask("SELECT n FROM ours"));
    assertEquals("2", ask("SELECT count(*) FROM \"area_xigong/1\".buildings"));
  }

  @Test
  void an_area_that_moves_to_another_crs_has_its_views_made_anew() throws Exception {
    workspace.add(SampleArea.of("xigong"), SampleArea.CRS, BY_HAND);
    StudyArea here = SampleArea.of("xigong");
    Crs other = new Crs("EPSG:4547", "PROJCS[\"CGCS2000 / 3-degree CM 114E\"]");
    var p = here.profile();
    var moved =
        StudyArea.empty(
            new org.lifecircle.model.AreaProfile(
                p.id(), p.name(), other.code(), p.evidence(), p.standard()),
            here.boundary());

    workspace.add(moved.with(Layer.WALLS, here.layer(Layer.WALLS)), other, BY_HAND);

    assertEquals(
        "4547",
        ask("SELECT srid FROM geometry_columns WHERE f_table_schema = 'area_xigong' LIMIT 1"));
    assertEquals("2", ask("SELECT count(*) FROM area_xigong.walls"));
  }

  @Test
  void nobody_changes_a_version_not_even_its_owner() {
    workspace.add(SampleArea.of("xigong"), SampleArea.CRS, BY_HAND);

    for (String change :
        List.of(
            "UPDATE area_xigong.walls SET height_m = 9",
            "DELETE FROM \"area_xigong/1\".walls",
            "TRUNCATE \"area_xigong/1\".walls")) {
      SQLException refused = assertThrows(SQLException.class, () -> run(change));
      assertTrue(String.valueOf(refused.getMessage()).contains("数据版本不可修改"), change);
    }
  }

  @Test
  void a_version_whose_table_somebody_took_away_says_which_it_is_and_the_other_is_read()
      throws Exception {
    StudyArea area = SampleArea.of("xigong");
    DatasetVersion first = workspace.add(area, SampleArea.CRS, BY_HAND);
    DatasetVersion second = workspace.add(area, SampleArea.CRS, BY_HAND);
    run("DROP TABLE \"area_xigong/2\".walls CASCADE");

    var complaint = assertThrows(BadInputException.class, () -> workspace.read(second));

    assertEquals("xigong/versions/2", complaint.faults().get(0).file());
    assertTrue(complaint.faults().get(0).reason().en().contains("delete its row"));
    assertEquals(area, workspace.read(first).area());
  }

  @Test
  void a_write_that_fails_leaves_no_trace() throws Exception {
    StudyArea area = SampleArea.of("xigong");
    StudyArea strange =
        area.with(
            Layer.COMPOUNDS,
            List.of(
                Columns.of(Layer.COMPOUNDS)
                    .feature(
                        area.layer(Layer.COMPOUNDS).get(0).geometry(),
                        Map.of("id", "c-1", "name", "a\0b"))));

    var complaint =
        assertThrows(
            BadInputException.class, () -> workspace.add(strange, SampleArea.CRS, BY_HAND));

    assertTrue(complaint.faults().get(0).reason().en().contains("U+0000"));
    assertEquals("c-1", complaint.faults().get(0).feature());
    assertEquals(List.of(), workspace.areas());
    assertEquals("0", ask("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'area%'"));
  }

  @Test
  void texts_of_all_kinds_come_back_as_they_were() {
    StudyArea area = SampleArea.of("xigong");
    String odd = "\\N \\. \t\r\n \\t 'x' \"y\" {table} %s $1 ;\n\n 🏫𠀀";
    StudyArea strange =
        area.with(
            Layer.COMPOUNDS,
            List.of(
                Columns.of(Layer.COMPOUNDS)
                    .feature(
                        area.layer(Layer.COMPOUNDS).get(0).geometry(),
                        Map.of("id", "\\.", "name", odd))));

    DatasetVersion version = workspace.add(strange, SampleArea.CRS, BY_HAND);

    assertEquals(strange, workspace.read(version).area());
  }

  @Test
  void an_id_too_long_for_a_schema_is_refused_before_anything_is_done() {
    StudyArea area = SampleArea.of("a".repeat(63));

    assertThrows(BadInputException.class, () -> workspace.add(area, SampleArea.CRS, BY_HAND));
  }

  @Test
  void an_empty_database_gets_its_tables_and_two_programs_may_find_it_at_once() {
    String bare = TeamServer.bareDatabase();

    List<List<String>> areas =
        List.of(bare, bare).parallelStream()
            .map(
                place -> {
                  try (Workspace one = Kept.open(place)) {
                    return one.areas();
                  }
                })
            .toList();

    assertEquals(List.of(List.of(), List.of()), areas);
  }

  @Test
  void a_wrong_password_is_told_without_any_password() {
    String wrong = url.replaceFirst("password=[^&]*", "password=s3cret");

    var refused = assertThrows(UncheckedIOException.class, () -> Kept.open(wrong));

    List<String> told = new ArrayList<>();
    for (Throwable t = refused; t != null; t = t.getCause()) {
      told.add(String.valueOf(t));
    }
    assertTrue(told.get(0).contains("127.0.0.1"), told.toString());
    assertFalse(told.toString().contains("s3cret"), told.toString());
    assertFalse(workspace.place().contains("password"), workspace.place());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://me:s3cret@127.0.0.1/lifecircle",
        "jdbc:postgresql://127.0.0.1:s3cret/lifecircle",
        "jdbc:mysql://127.0.0.1/lifecircle?password=s3cret",
        "jdbc:postgresql://127.0.0.1/%zz?password=s3cret",
        "s3cret"
      })
  void what_is_no_address_is_refused_without_repeating_it(String text) {
    var refused = assertThrows(BadValueException.class, () -> DatabaseUrl.of(text));

    assertFalse(refused.toString().contains("s3cret"));
  }

  private String ask(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      assertTrue(row.next(), sql);
      return row.getString(1);
    }
  }

  private void run(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
