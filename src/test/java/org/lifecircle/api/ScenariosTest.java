package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.model.Layer;
import org.lifecircle.town.TownChanges;

/** Scenarios over HTTP: whoever edits, and whatever goes wrong, nothing is lost. */
class ScenariosTest {

  private static final String SCENARIOS = "/areas/two-yards/scenarios";
  private static final String WALL_DOWN =
      """
      {"id": "one-yard", "name": "两院合一",
       "changes": [{"type": "remove_wall", "id": "a"}]}
      """;

  @TempDir Path folder;
  private Served served;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  ScenariosTest() {}

  @BeforeEach
  void serve() throws IOException {
    served = Served.twoYards(folder);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private static String tag(HttpResponse<String> response) {
    return response.headers().firstValue("ETag").orElseThrow();
  }

  private static double metres(HttpResponse<String> walk) throws IOException {
    assertEquals(200, walk.statusCode(), walk.body());
    return Served.parse(walk.body()).at("/properties/distance_m").asDouble();
  }

  /** From A in the west yard to Q behind the residents' gate in the east. */
  private static String walk(String base) {
    return base + "/walk?from=" + Served.lonLat(15, 35) + "&to=" + Served.lonLat(75, 35);
  }

  @Test
  void a_scenario_is_made_read_and_answers_at_the_same_addresses_as_the_baseline()
      throws Exception {
    HttpResponse<String> made = served.send("POST", SCENARIOS, WALL_DOWN);
    assertEquals(201, made.statusCode(), made.body());
    String location = made.headers().firstValue("Location").orElseThrow();
    assertEquals(served.uri(SCENARIOS + "/one-yard").toString(), location);

    HttpResponse<String> read = served.get(SCENARIOS + "/one-yard");
    JsonNode json = Served.parse(read.body());
    assertEquals(tag(made), tag(read));
    assertEquals("两院合一", json.get("name").asText());
    assertEquals("remove_wall", json.at("/changes/0/type").asText());
    assertEquals(1, json.get("revision").asInt());
    assertEquals(0, json.get("no_longer_apply").size());
    assertEquals("one-yard", served.json("/scenarios").at("/scenarios/0/id").asText());

    HttpResponse<String> baseline = served.get(walk("/areas/two-yards"));
    HttpResponse<String> after = served.get(walk(SCENARIOS + "/one-yard"));
    assertEquals(422, baseline.statusCode(), "the wall keeps them apart");
    assertEquals(60, metres(after), 0.01, "straight across where the wall was");
    JsonNode walked = Served.parse(after.body());
    assertEquals("one-yard", walked.get("scenario").asText());
    assertEquals(1, walked.get("scenario_revision").asInt());
    assertEquals(
        "demolished",
        served
            .json("/scenarios/one-yard/collections/walls/items/a")
            .at("/properties/status")
            .asText());
  }

  @Test
  void a_comparison_says_who_gains() throws Exception {
    served.send("POST", SCENARIOS, WALL_DOWN);

    JsonNode table = served.json("/scenarios/one-yard/comparison?criterion=time");

    assertEquals("one-yard", table.get("scenario").asText());
    JsonNode row = table.at("/rows/0");
    assertEquals("kindergarten_5", row.get("requirement").asText());
    assertEquals(7, row.get("residents").asDouble());
    assertEquals(0, row.get("residents_covered_before").asDouble());
    assertEquals(1 + 2, row.get("residents_covered_after").asDouble(), "A and C");
    assertEquals(3, row.get("residents_gained").asDouble());
    assertEquals(0, row.get("residents_lost").asDouble());
    assertEquals(3 / 7.0, row.get("share_difference").asDouble(), 1e-9);
    JsonNode same = served.json("/comparison?criterion=time");
    assertEquals(0, same.at("/rows/0/residents_gained").asDouble(), "the baseline with itself");
  }

  @Test
  void undo_is_deleting_the_change() throws Exception {
    String first = tag(served.send("POST", SCENARIOS, WALL_DOWN));

    HttpResponse<String> undone =
        served.send("PATCH", SCENARIOS + "/one-yard", "{\"changes\": []}", "If-Match", first);

    assertEquals(200, undone.statusCode(), undone.body());
    assertEquals("两院合一", Served.parse(undone.body()).get("name").asText());
    assertEquals(422, served.get(walk(SCENARIOS + "/one-yard")).statusCode());
  }

  @Test
  void what_is_added_comes_back_as_it_was_given() throws Exception {
    String at = Served.lonLat(65, 35);
    String gate =
        """
        {"name": "门", "changes": [{"type": "add_gate", "feature": {"type": "Feature", "id": "new-gate",
         "geometry": {"type": "Point", "coordinates": [%s]},
         "properties": {"access": "public", "width_m": 3}}},
         {"type": "retrofit_lift", "entrance_id": "A", "lift": "level"}]}
        """
            .formatted(at);

    HttpResponse<String> made = served.send("POST", SCENARIOS, gate);

    assertEquals(201, made.statusCode(), made.body());
    JsonNode json = Served.parse(made.body());
    assertEquals("s-1", json.get("id").asText(), "an id of its own");
    assertEquals("[" + at + "]", json.at("/changes/0/feature/geometry/coordinates").toString());
    assertEquals(3, json.at("/changes/0/feature/properties/width_m").asDouble());
    assertEquals("level", json.at("/changes/1/lift").asText());
    assertEquals(60, metres(served.get(walk(SCENARIOS + "/s-1"))), 0.01, "through the new gate");
  }

  @Test
  void an_edit_names_the_revision_it_rests_on() throws Exception {
    String first = tag(served.send("POST", SCENARIOS, WALL_DOWN));
    String address = SCENARIOS + "/one-yard";

    assertEquals(428, served.send("PUT", address, WALL_DOWN).statusCode());
    assertEquals(428, served.send("PATCH", address, "{}").statusCode());
    assertEquals(428, served.send("DELETE", address).statusCode());
    assertEquals(412, served.send("PUT", address, WALL_DOWN, "If-Match", "\"x\"").statusCode());
    HttpResponse<String> second = served.send("PUT", address, WALL_DOWN, "If-Match", first);
    assertEquals(200, second.statusCode());
    HttpResponse<String> stale = served.send("PUT", address, WALL_DOWN, "If-Match", first);
    assertEquals(412, stale.statusCode());
    assertEquals(
        "urn:lifecircle:problem:stale-revision", Served.parse(stale.body()).get("type").asText());
    assertEquals(412, served.send("DELETE", address, "", "If-Match", first).statusCode());

    assertEquals(204, served.send("DELETE", address, "", "If-Match", tag(second)).statusCode());
    assertEquals(404, served.get(address).statusCode());
    assertEquals(404, served.get(walk(address)).statusCode());
    assertEquals(404, served.send("PUT", address, WALL_DOWN, "If-Match", tag(second)).statusCode());
  }

  @Test
  void an_id_is_given_once() throws Exception {
    served.send("POST", SCENARIOS, WALL_DOWN);

    assertEquals(409, served.send("POST", SCENARIOS, WALL_DOWN).statusCode());
    assertEquals(
        412,
        served.send("PUT", SCENARIOS + "/one-yard", WALL_DOWN, "If-None-Match", "*").statusCode());
    assertEquals(
        201,
        served
            .send("PUT", SCENARIOS + "/s-9", "{\"name\": \"new\"}", "If-None-Match", "*")
            .statusCode());
  }

  @Test
  void after_a_new_import_a_scenario_says_which_changes_no_longer_apply() throws Exception {
    String both =
        """
        {"id": "s", "changes": [{"type": "remove_wall", "id": "a"}, {"type": "open_gate", "id": "g2"}]}
        """;
    assertEquals(201, served.send("POST", SCENARIOS, both).statusCode());

    Served.keep(
        served.workspace(),
        Served.inXigong(
            "two-yards", TownChanges.without(Served.TWO_YARDS.area(), Layer.WALLS, "a")));

    JsonNode scenario = served.json("/scenarios/s");
    assertEquals("2", scenario.get("dataset_version").asText());
    assertEquals("1", scenario.get("made_on_dataset_version").asText());
    assertEquals(1, scenario.get("no_longer_apply").size());
    assertEquals("/changes/0", scenario.at("/no_longer_apply/0/pointer").asText());
    assertEquals(
        "public",
        served.json("/scenarios/s/collections/gates/items/g2").at("/properties/access").asText(),
        "the other change is made");
  }

  @Test
  void eight_planners_editing_at_once_lose_nothing() throws Exception {
    served.send("POST", SCENARIOS, "{\"id\": \"s\", \"name\": \"0\"}");
    int planners = 8;
    int edits = 10;
    ExecutorService pool = Executors.newFixedThreadPool(planners);
    List<Future<Integer>> all = new ArrayList<>();
    for (int i = 0; i < planners; i++) {
      Callable<Integer> planner = () -> countUp(edits);
      all.add(pool.submit(planner));
    }
    int stale = 0;
    for (Future<Integer> each : all) {
      stale += each.get(60, TimeUnit.SECONDS);
    }
    pool.shutdown();

    JsonNode last = served.json("/scenarios/s");
    assertEquals(String.valueOf(planners * edits), last.get("name").asText());
    assertTrue(stale > 0, "they never met: the test shows nothing");
  }

  private int countUp(int edits) throws IOException, InterruptedException {
    int stale = 0;
    for (int done = 0; done < edits; ) {
      HttpResponse<String> read = served.get(SCENARIOS + "/s");
      int number = Served.parse(read.body()).get("name").asInt();
      String next = "{\"name\": \"" + (number + 1) + "\"}";
      int status = served.send("PATCH", SCENARIOS + "/s", next, "If-Match", tag(read)).statusCode();
      if (status == 200) {
        done++;
      } else {
        assertEquals(412, status);
        stale++;
      }
    }
    return stale;
  }
}
