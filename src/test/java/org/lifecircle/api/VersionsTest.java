package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;

/** What was imported stays: it is listed, compared, and can be gone back to. */
class VersionsTest {

  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private Served served;

  /**
   * Version 1 is the drawing; in version 2 a wall and the facilities are gone, and the boundary is
   * wider.
   */
  @BeforeEach
  void serve() throws IOException {
    served = Served.twoYards(folder);
    StudyArea drawn = current();
    var walls = drawn.walls();
    Served.keep(
        served.workspace(),
        drawn
            .with(Layer.WALLS, walls.subList(1, walls.size()))
            .with(Layer.FACILITIES, List.of())
            .withBoundary(drawn.boundary().buffer(1)));
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private StudyArea current() {
    return served
        .workspace()
        .read(served.workspace().findCurrent("two-yards").orElseThrow())
        .area();
  }

  @Test
  void all_versions_are_listed_newest_first_with_what_they_hold() throws Exception {
    JsonNode versions = served.json("/versions").get("versions");

    assertEquals(2, versions.size());
    assertEquals("2", versions.get(0).get("dataset_version").asText());
    assertEquals(0, versions.get(0).at("/features/facilities").asInt());
    assertEquals(1, versions.get(1).at("/features/facilities").asInt());
    assertEquals("drawn.txt", versions.get(1).at("/files/0").asText());
    String diff = versions.get(0).at("/links/0/href").asText();
    assertEquals(served.uri("/areas/two-yards/versions/2/diff").toString(), diff);
  }

  @Test
  void a_diff_counts_what_came_went_and_changed() throws Exception {
    int walls = current().walls().size();

    JsonNode forth = served.json("/versions/2/diff");
    JsonNode back = served.json("/versions/1/diff?since=2");
    JsonNode first = served.json("/versions/1/diff");

    assertEquals("1", forth.get("since").asText());
    assertTrue(forth.get("boundary_changed").asBoolean());
    assertFalse(forth.get("crs_changed").asBoolean());
    assertEquals(
        "{\"before\":%d,\"after\":%d,\"added\":0,\"removed\":1,\"changed\":0}"
            .formatted(walls + 1, walls),
        forth.at("/layers/walls").toString());
    assertEquals(1, back.at("/layers/walls/added").asInt());
    assertEquals(1, back.at("/layers/facilities/added").asInt());
    assertEquals(0, forth.at("/layers/compounds/changed").asInt());
    assertTrue(first.get("since").isNull());
    assertEquals(walls + 1, first.at("/layers/walls/added").asInt());
  }

  @Test
  void one_changed_value_is_one_changed_feature() throws Exception {
    StudyArea area = current();
    Gate gate = area.gates().get(0);
    Gate wider =
        new Gate(gate.id(), gate.access(), gate.compoundIds(), 2.345, null, gate.geometry());
    Served.keep(served.workspace(), area.with(Layer.GATES, List.of(wider)));

    JsonNode gates = served.json("/versions/3/diff").at("/layers/gates");

    assertEquals(1, gates.get("changed").asInt());
    assertEquals(area.gates().size() - 1, gates.get("removed").asInt());
    assertEquals(0, gates.get("added").asInt());
  }

  @Test
  void a_restored_version_is_a_new_one_with_the_old_content() throws Exception {
    HttpResponse<String> answer = served.send("POST", "/areas/two-yards/versions/1/restore");
    HttpResponse<String> again = served.send("POST", "/areas/two-yards/versions/3/restore");

    assertEquals(201, answer.statusCode(), answer.body());
    assertEquals("3", Served.parse(answer.body()).get("dataset_version").asText());
    assertEquals(200, again.statusCode(), "it is current already");
    assertEquals(3, served.workspace().versions("two-yards").size());
    JsonNode diff = served.json("/versions/3/diff?since=1");
    for (JsonNode layer : diff.get("layers")) {
      assertEquals(0, layer.get("added").asInt() + layer.get("removed").asInt());
      assertEquals(0, layer.get("changed").asInt());
    }
    assertFalse(diff.get("boundary_changed").asBoolean());
    assertEquals(1, served.json("/collections/facilities/items").get("features").size());
  }

  @Test
  void what_is_not_there_or_comes_from_elsewhere_is_refused() throws Exception {
    String restore = "/areas/two-yards/versions/1/restore";

    assertEquals(404, served.get("/areas/nowhere/versions").statusCode());
    assertEquals(404, served.get("/areas/two-yards/versions/9/diff").statusCode());
    assertEquals(404, served.get("/areas/two-yards/versions/1/diff?since=9").statusCode());
    assertEquals(400, served.get("/areas/two-yards/versions/1/diff?since=x").statusCode());
    assertEquals(404, served.send("POST", "/areas/two-yards/versions/9/restore").statusCode());
    HttpResponse<String> elsewhere =
        served.send("POST", restore, "", "Origin", "https://elsewhere.example");
    assertEquals(403, elsewhere.statusCode(), elsewhere.body());
    assertEquals(2, served.workspace().versions("two-yards").size());
    String here = "http://127.0.0.1:" + served.port();
    assertEquals(201, served.send("POST", restore, "", "Origin", here).statusCode());
  }

  @Test
  void a_damaged_version_is_told_and_the_others_are_listed() throws Exception {
    Path file = folder.resolve("areas/two-yards/versions/1.gpkg");
    Files.delete(file);
    Files.writeString(file, "no database");

    JsonNode versions = served.json("/versions").get("versions");

    assertTrue(versions.get(1).has("damaged"));
    assertFalse(versions.get(0).has("damaged"));
    HttpResponse<String> diff = served.get("/areas/two-yards/versions/2/diff");
    assertEquals(500, diff.statusCode());
    assertTrue(diff.body().contains("urn:lifecircle:problem:damaged-data"), diff.body());
  }

  @Test
  void an_area_whose_newest_version_is_damaged_is_named_and_the_others_are_served()
      throws Exception {
    Served.keep(served.workspace(), Served.inXigong("other", Served.TWO_YARDS.area()));
    Path file = folder.resolve("areas/two-yards/versions/2.gpkg");
    Files.delete(file);
    Files.writeString(file, "no database");

    JsonNode list = Served.parse(served.get("/areas", "Accept-Language", "en").body());

    assertEquals(1, list.get("areas").size());
    assertEquals("other", list.at("/areas/0/id").asText());
    assertEquals("two-yards", list.at("/damaged/0/id").asText());
    assertEquals("2", list.at("/damaged/0/dataset_version").asText());
    assertTrue(list.at("/damaged/0/reason").asText().contains("move it away"), list.toString());
    assertEquals(200, served.get("/areas/other/collections").statusCode());
    assertEquals(500, served.get("/areas/two-yards/collections").statusCode());
  }

  @Test
  void the_api_document_has_what_brings_data_in_and_lists_its_versions() throws Exception {
    JsonNode paths = served.json("/api").get("paths");

    assertEquals("getVersions", paths.at("/~1versions/get/operationId").asText());
    assertEquals("since", paths.at("/~1versions~1{version}~1diff/get/parameters/1/name").asText());
    assertTrue(paths.at("/~1versions~1{version}~1restore/post/responses").has("201"));
    JsonNode upload = paths.at("/~1layers~1{layer}/post");
    assertTrue(upload.at("/requestBody/content").has("multipart/form-data"));
    assertEquals(15, upload.at("/parameters/0/schema/enum").size());
  }
}
