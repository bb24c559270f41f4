package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Freed ground, lanes and candidates at the door. */
class FreedGroundTest {

  @TempDir static Path folder;
  private static Served served;

  @BeforeAll
  static void open() throws IOException {
    served = Served.twoYards(folder);
  }

  @AfterAll
  static void close() {
    served.close();
  }

  @Test
  void freed_space_tells_its_deductions_and_what_is_wrong_with_the_walls()
      throws IOException, InterruptedException {
    JsonNode answer = served.json("/freed-space?remove=all&deduct=fire_lane");

    assertEquals("fire_lane", answer.path("deducted").path(0).asText());
    assertTrue(answer.path("issues").isArray());
    assertFalse(answer.path("features").isEmpty());
    JsonNode space = answer.path("features").path(0).path("properties");
    for (String name :
        new String[] {
          "area_m2",
          "footprint_m2",
          "slivers_m2",
          "min_width_m",
          "site_id",
          "walls",
          "illegal_structures",
          "owners",
          "compounds",
          "net_area_m2",
          "fire_lane_m2",
          "facade_setbacks_m2",
          "fire_spacing_m2",
          "daylight_m2",
          "wall_setback_released_m2",
          "frontage_m",
          "owners_unknown",
          "gate_walk_m"
        }) {
      assertTrue(space.has(name), name);
    }
    assertTrue(space.path("net_area_m2").asDouble() <= space.path("area_m2").asDouble());
  }

  @Test
  void freed_ground_and_its_site_tell_how_far_the_next_gate_is()
      throws IOException, InterruptedException {
    for (String address : List.of("/freed-space", "/sites", "/collections/freed_spaces/items")) {
      for (JsonNode feature : served.json(address).get("features")) {
        double metres = feature.at("/properties/gate_walk_m").asDouble(-1);
        assertTrue(metres >= 0 && metres < 200, address + " " + feature.get("properties"));
      }
    }
  }

  @Test
  void under_a_scenario_that_takes_walls_down_it_is_what_those_free_and_all_when_asked()
      throws IOException, InterruptedException {
    String wall = served.json("/freed-space").at("/features/0/properties/walls/0").asText();
    String scenario =
        "{\"id\": \"down\", \"changes\": [{\"type\": \"remove_wall\", \"id\": \"" + wall + "\"}]}";
    HttpResponse<String> made = served.send("POST", "/areas/two-yards/scenarios", scenario);
    assertEquals(201, made.statusCode(), made.body());

    JsonNode own = served.json("/scenarios/down/freed-space");
    JsonNode asked = served.json("/freed-space?remove=walls:" + wall);
    JsonNode rest = served.json("/scenarios/down/freed-space?remove=all");

    assertEquals("all", served.json("/freed-space").path("demolition").asText());
    assertEquals("scenario", own.path("demolition").asText());
    assertEquals("asked", rest.path("demolition").asText());
    assertEquals(1, own.path("walls_removed").asInt());
    assertEquals(asked.path("usable_m2"), own.path("usable_m2"));
    assertTrue(own.path("footprint_m2").asDouble() > 0);
    assertEquals(
        served.json("/freed-space").path("walls_removed").asInt() - 1,
        rest.path("walls_removed").asInt());
    assertEquals(
        own.path("features").size(),
        served.json("/scenarios/down/collections/freed_spaces/items").path("features").size());
  }

  @Test
  void no_width_at_all_tells_the_footprint() throws IOException, InterruptedException {
    JsonNode bare = served.json("/freed-space?min_width_m=0");

    assertTrue(bare.path("footprint_m2").asDouble() > 0);
    assertEquals(
        bare.path("footprint_m2").asDouble(),
        bare.path("usable_m2").asDouble() + bare.path("slivers_m2").asDouble(),
        0.001);
  }

  @Test
  void lanes_and_sites_and_candidates_answer() throws IOException, InterruptedException {
    JsonNode lane = served.json("/lanes").path("features").path(0).path("properties");

    for (String name :
        new String[] {
          "width_before_m", "width_after_m", "at", "caused_by", "class_before", "class_after"
        }) {
      assertTrue(lane.has(name) || name.startsWith("width") || name.equals("at"), name);
    }
    assertTrue(lane.path("caused_by").isArray());
    assertTrue(served.json("/sites").path("features").path(0).path("properties").has("area_m2"));
    assertEquals("FeatureCollection", served.json("/candidates").path("type").asText());
    assertTrue(served.json("/candidates?fits=false").path("without_size").isArray());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/freed-space?remove=compound:nowhere",
        "/freed-space?remove=owner:nobody",
        "/freed-space?remove=walls:none",
        "/freed-space?remove=",
        "/freed-space?min_width_m=10000",
        "/freed-space?min_width_m=-1",
        "/freed-space?deduct=rain",
        "/lanes?remove=walls:none",
        "/sites?remove=walls:none",
        "/candidates?kind=castle",
        "/candidates?fits=perhaps",
        "/candidates?kind=kindergarten&share=true",
        "/candidates?remove=illegal_structures:none"
      })
  void what_cannot_be_meant_is_refused_by_name(String address)
      throws IOException, InterruptedException {
    HttpResponse<String> response = served.get("/areas/two-yards" + address);

    assertEquals(400, response.statusCode(), response.body());
    String parameter = address.substring(address.indexOf('?') + 1, address.indexOf('='));
    assertTrue(response.body().contains(parameter), response.body());
  }
}
