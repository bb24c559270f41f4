package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.api.Importer;
import org.lifecircle.api.Policy;
import org.lifecircle.freedspace.Demolition;
import org.lifecircle.freedspace.FreedSpaceRules;
import org.lifecircle.freedspace.FreedSpaces;
import org.lifecircle.io.Projection;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Status;
import org.lifecircle.model.StudyArea;
import org.lifecircle.store.DatabaseUrl;
import org.lifecircle.store.TeamServer;
import org.lifecircle.store.Workspace;
import org.locationtech.jts.geom.Coordinate;

/** PostGIS, which shares no code with us, asked about the demo district in the team's tables. */
class PostgisOracleTest {

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static StudyArea area;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Policy policy;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Connection sql;

  @BeforeAll
  static void keep_the_demo_in_the_database() throws Exception {
    Home home = new Home(Path.of("").toAbsolutePath());
    policy = home.policy();
    Importer importer = new Importer(policy, home.importRules(policy));
    List<Path> demo = List.of(home.demo());
    area = importer.read(null, demo, Importer.Said.NOTHING);
    String url = TeamServer.newDatabase();
    try (Workspace team = Workspace.in(DatabaseUrl.of(url))) {
      Importer.keep(team, area, demo);
    }
    sql = DriverManager.getConnection(url);
  }

  @AfterAll
  static void disconnect() throws SQLException {
    sql.close();
  }

  private static double number(String query) throws SQLException {
    try (var statement = sql.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      assertTrue(row.next());
      return row.getDouble(1);
    }
  }

  @Test
  void compounds_have_the_same_area() throws SQLException {
    for (Compound compound : area.compounds()) {
      double theirs =
          number(
              "SELECT ST_Area(geom) FROM area_xigong.compounds WHERE id = '" + compound.id() + "'");

      assertEquals(theirs, compound.geometry().getArea(), 1e-6);
    }
  }

  @Test
  void every_entrance_has_the_same_longitude_and_latitude() throws SQLException {
    Projection projection = Projection.of(area.profile().crs());
    List<Entrance> entrances = area.entrances();
    int compared = 0;
    try (var statement = sql.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT ST_X(p), ST_Y(p) FROM (SELECT fid, ST_Transform(geom, 4490) AS p"
                    + " FROM area_xigong.entrances) AS e ORDER BY fid")) {
      while (rows.next()) {
        Coordinate ours = projection.toLonLat(entrances.get(compared++).geometry().getCoordinate());
        assertEquals(rows.getDouble(1), ours.x, 1e-9); // a tenth of a millimetre
        assertEquals(rows.getDouble(2), ours.y, 1e-9);
      }
    }
    assertEquals(entrances.size(), compared);
  }

  /**
   * Where an entrance is in every CRS the server offers, by ST_Transform; which axis comes first,
   * by the definitions PostGIS was given.
   */
  @Test
  void every_crs_is_served_with_its_axes_in_order(@TempDir Path folder) throws Exception {
    Demo.load(folder);
    try (Demo served = Demo.serve(folder)) {
      for (int code : new int[] {4326, 4490, 3857, 4546}) {
        boolean eastFirst =
            number(
                    "SELECT (position(',EAST' IN upper(srtext)) < position(',NORTH' IN upper(srtext)))::int"
                        + " FROM spatial_ref_sys WHERE srid = "
                        + code)
                == 1;
        double step =
            code == 4326 || code == 4490 ? 1e-9 : 6e-4; // metres are written in millimetres
        String crs = "http://www.opengis.net/def/crs/EPSG/0/" + code;
        String answer =
            served.get("/areas/xigong/collections/entrances/items?limit=100&crs=" + crs);
        int compared = 0;
        for (JsonNode entrance : new ObjectMapper().readTree(answer).get("features")) {
          JsonNode ours = entrance.at("/geometry/coordinates");
          String place =
              "FROM (SELECT ST_Transform(geom, %d) AS p FROM area_xigong.entrances WHERE id = '%s')"
                  .formatted(code, entrance.get("id").asText());
          double east = number("SELECT ST_X(p) " + place + " AS e");
          double north = number("SELECT ST_Y(p) " + place + " AS e");
          assertEquals(eastFirst ? east : north, ours.get(0).asDouble(), step, crs);
          assertEquals(eastFirst ? north : east, ours.get(1).asDouble(), step, crs);
          compared++;
        }
        assertEquals(100, compared);
      }
    }
  }

  /** The definition of walk-model §4, in SQL: what was stood on, less all that stays. */
  @Test
  void illegal_structures_free_the_same_ground() throws SQLException {
    Set<String> structures =
        area.illegalStructures().stream()
            .filter(structure -> structure.status() == Status.STANDING)
            .map(IllegalStructure::id)
            .collect(Collectors.toSet());
    FreedSpaceRules rules = FreedSpaceRules.of(policy.walking());

    FreedGround ours = FreedSpaces.of(area, new Demolition(Set.of(), structures), rules);

    double theirs =
        number(
            """
            WITH gone AS (
              SELECT ST_Union(geom) AS g FROM area_xigong.illegal_structures
              WHERE status = 'standing'),
            stays AS (
              SELECT ST_Union(g) AS g FROM (
                SELECT geom AS g FROM area_xigong.buildings
                UNION ALL SELECT geom FROM area_xigong.obstacles
                UNION ALL SELECT geom FROM area_xigong.open_spaces WHERE protected
                UNION ALL SELECT ST_Buffer(geom, greatest(thickness_m, 0.02) / 2, 'endcap=flat quad_segs=16')
                  FROM area_xigong.walls WHERE status = 'standing'
                UNION ALL SELECT ST_Buffer(geom, coalesce(width_m, %s) / 2, 'endcap=flat quad_segs=16')
                  FROM area_xigong.paths
                  WHERE kind = 'street' AND level = 0 AND NOT bridge AND NOT tunnel) AS all_that)
            SELECT ST_Area(ST_Difference(ST_Intersection(gone.g, boundary.geom), stays.g))
            FROM gone, stays, area_xigong.boundary
            """
                .formatted(rules.streetWidthMetres()));
    assertTrue(theirs > 1_000, theirs + " m²");
    assertEquals(theirs, ours.footprintSquareMetres(), 1e-4 * theirs);
  }
}
