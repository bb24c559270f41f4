package org.lifecircle;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.Demo.Said;
import org.lifecircle.io.Projection;
import org.lifecircle.io.osm.Extracts;
import org.lifecircle.model.Access;
import org.lifecircle.model.StudyArea;
import org.lifecircle.store.StoredArea;
import org.lifecircle.store.Workspace;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Real towns, from the file to every answer, as a person asks. */
class RealPlacesTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path workspace;

  private JsonNode load(String id, Path file) throws IOException {
    Said said =
        Demo.run("import", id, file.toString(), "--json", "--workspace", workspace.toString());
    assertEquals(0, said.exitCode(), said.err());
    return JSON.readTree(said.out());
  }

  @Test
  void two_campuses_of_beijing_answer_everything() throws Exception {
    JsonNode report = load("beijing", Extracts.path(Extracts.BEIJING));

    assertEquals(2, report.at("/layers/compounds").asInt());
    assertEquals(111, report.at("/layers/buildings").asInt());
    assertEquals(29, report.at("/layers/gates").asInt());
    assertTrue(report.get("residents").asInt() > 1000);
    checkIssues(report);
    checkAnswers("beijing");
    checkCandidates("beijing");
  }

  @Test
  void las_palmas_answers_everything() throws Exception {
    JsonNode report = load("las-palmas", Extracts.path(Extracts.LAS_PALMAS));

    assertTrue(report.at("/layers/buildings").asInt() > 22_500);
    assertTrue(report.at("/layers/walls").asInt() >= 4_585);
    assertTrue(report.at("/layers/gates").asInt() >= 519);
    checkIssues(report);
    checkAnswers("las-palmas");
  }

  /** Every issue is listed, says what was wrong in both languages, and is counted by kind. */
  private static void checkIssues(JsonNode report) {
    int counted = 0;
    for (JsonNode kind : report.get("issue_kinds")) {
      counted += kind.get("count").asInt();
    }
    assertEquals(report.get("issues").size(), counted);
    assertTrue(counted > 0);
    for (JsonNode issue : report.get("issues")) {
      assertTrue(issue.get("message_zh").asText().matches("(?s).*[\\u4e00-\\u9fff].*"));
      assertFalse(issue.get("message_en").asText().isBlank());
    }
  }

  private void checkAnswers(String area) throws IOException, InterruptedException {
    try (Demo served = Demo.serve(workspace)) {
      String base = "/areas/" + area;
      checkCoverage(JSON.readTree(served.get(base + "/coverage")).get("rows"));
      String at = placeOnAPath(area);
      checkReach(JSON.readTree(served.get(base + "/isochrone?at=" + at)).get("features"));
      checkFreed(JSON.readTree(served.get(base + "/freed-space")));
    }
  }

  private static void checkCoverage(JsonNode rows) {
    assertTrue(rows.size() > 40);
    for (JsonNode row : rows) {
      double residents = row.get("residents").asDouble();
      double covered = row.get("residents_covered").asDouble();
      assertTrue(covered + row.get("residents_unreachable").asDouble() <= residents + 1e-6);
      assertEquals(covered / residents, row.get("share").asDouble(), 1e-9);
      assertTrue(row.get("share_straight").asDouble() >= row.get("share").asDouble() - 1e-9);
      double land = row.get("land_share").asDouble(-1);
      assertTrue(land >= 0 && land <= 1, row.toString());
    }
  }

  private static void checkReach(JsonNode reach) {
    assertEquals(3, reach.size());
    double before = 0;
    for (JsonNode ring : reach) {
      double metres = ring.at("/properties/minutes").asDouble() * 60; // 1 m/s
      double ground = ring.at("/properties/area_m2").asDouble();
      assertTrue(ground >= before, "farther is more");
      assertTrue(ground > 100 && ground < Math.PI * metres * metres, ring.at("/properties") + "");
      before = ground;
    }
  }

  private static void checkFreed(JsonNode freed) {
    assertTrue(freed.get("walls_removed").asInt() > 0);
    assertTrue(freed.get("features").size() > 0);
    double listed = 0;
    for (JsonNode piece : freed.get("features")) {
      listed += piece.at("/properties/area_m2").asDouble();
    }
    assertTrue(listed > 0 && listed <= freed.get("usable_m2").asDouble() + 0.01);
  }

  /**
   * The collection holds what is found when each is asked for, and says what each needs or lacks.
   */
  private void checkCandidates(String area) throws IOException, InterruptedException {
    try (Demo served = Demo.serve(workspace)) {
      String base = "/areas/" + area;
      String address = base + "/collections/candidates/items?limit=10000";
      Map<String, JsonNode> kept = byId(JSON.readTree(served.get(address)));
      Map<String, JsonNode> fitting = byId(JSON.readTree(served.get(base + "/candidates")));
      Map<String, JsonNode> refused =
          byId(JSON.readTree(served.get(base + "/candidates?fits=false")));

      assertTrue(fitting.size() > 10, fitting.size() + " fit");
      assertTrue(refused.size() > 10, refused.size() + " do not");
      assertEquals(kept.size(), fitting.size() + refused.size());
      kept.forEach(
          (id, candidate) -> {
            boolean fits = candidate.get("fits").asBoolean();
            JsonNode asked = requireNonNull((fits ? fitting : refused).get(id), id);
            assertEquals(asked.get("area_m2"), candidate.get("area_m2"), id);
            assertEquals(asked.get("needs"), candidate.get("needs"), id);
            assertEquals(fits, candidate.get("refusals_en").isEmpty(), id);
            assertTrue(!fits || candidate.at("/needs/walls").size() > 0, id);
          });
    }
  }

  private static Map<String, JsonNode> byId(JsonNode collection) {
    Map<String, JsonNode> byId = new HashMap<>();
    for (JsonNode feature : collection.get("features")) {
      byId.put(feature.at("/properties/id").asText(), feature.get("properties"));
    }
    return byId;
  }

  /** The first point of a path for everybody that lies within the boundary. */
  private String placeOnAPath(String id) {
    Workspace kept = Workspace.at(workspace);
    StoredArea stored = kept.read(kept.findCurrent(id).orElseThrow());
    StudyArea area = stored.area();
    var inside = PreparedGeometryFactory.prepare(area.boundary().buffer(-50));
    Coordinate place =
        area.paths().stream()
            .filter(path -> path.access() == Access.PUBLIC && inside.contains(path.geometry()))
            .findFirst()
            .orElseThrow()
            .geometry()
            .getCoordinate();
    Projection projection = Projection.of(stored.crs().code(), stored.crs().definition());
    Coordinate degrees = projection.toLonLat(place);
    return degrees.x + "," + degrees.y;
  }
}
