package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plans for two yards: the kindergarten is a stone's throw away, behind a wall. */
class PlansTest {

  private static final String PLANS = "/areas/two-yards/plans";
  private static final String WHEELS = "{\"budget_yuan\": 20000, \"groups\": [\"wheelchair\"]}";

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Served town;

  @BeforeAll
  static void serve() throws IOException {
    town = Served.twoYards(folder);
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  /** The status document of a plan that is over. */
  private static JsonNode planned(String base, String request) throws Exception {
    HttpResponse<String> created = town.send("POST", base + "/plans", request);
    assertEquals(201, created.statusCode(), created.body());
    String location = created.headers().firstValue("Location").orElseThrow();
    assertTrue(location.contains(base + "/jobs/"), location);
    String job = URI.create(location).getPath();
    JsonNode status = Served.parse(town.get(job).body());
    while (List.of("accepted", "running").contains(status.get("status").asText())) {
      Thread.sleep(20);
      status = Served.parse(town.get(job).body());
    }
    return status;
  }

  private static JsonNode result(JsonNode status) throws Exception {
    assertEquals("successful", status.get("status").asText(), status.toString());
    assertEquals(100, status.get("progress").asInt());
    String id = status.get("jobID").asText();
    HttpResponse<String> results = town.get("/jobs/" + id + "/results");
    assertEquals(200, results.statusCode());
    return Served.parse(results.body());
  }

  private static int jobCount() throws Exception {
    return town.json("/jobs").get("jobs").size();
  }

  private static int scenarioCount() throws Exception {
    return town.json("/scenarios").get("scenarios").size();
  }

  @Test
  void the_scenario_of_a_plan_keeps_what_the_plan_promises() throws Exception {
    JsonNode plan = result(planned("/areas/two-yards", WHEELS));

    assertTrue(plan.get("feasible").asBoolean(), plan.toString());
    assertEquals(7, plan.get("residents_gained").asDouble());
    assertEquals(0, plan.get("gap").asDouble());
    assertTrue(plan.get("cost_yuan").asDouble() <= 20_000);
    String scenario = plan.get("scenario").asText();
    keepsItsPromise(plan);

    JsonNode under = result(planned("/areas/two-yards/scenarios/" + scenario, WHEELS));
    assertFalse(under.get("feasible").asBoolean(), "everybody is served already");
    assertTrue(under.get("reason").asText().contains("nothing"), under.toString());
  }

  /** The comparison of the plan's scenario shows whom it promised, and its phases add up to it. */
  private static void keepsItsPromise(JsonNode plan) throws Exception {
    JsonNode rows =
        town.json(
                "/scenarios/"
                    + plan.get("scenario").asText()
                    + "/comparison?by=requirement&criterion=time&group=wheelchair")
            .get("rows");
    double gained = 0;
    for (JsonNode row : rows) {
      gained += row.get("residents_gained").asDouble();
      assertEquals(0, row.get("residents_lost").asDouble());
    }
    assertEquals(gained, plan.get("residents_gained").asDouble(), 1e-3);
    double ofPhases = 0;
    for (JsonNode phase : plan.get("phases")) {
      ofPhases += phase.get("residents_gained").asDouble();
    }
    assertEquals(gained, ofPhases, 1e-3);
  }

  @Test
  void where_walls_must_stay_gates_are_made_in_them() throws Exception {
    List<String> walls = new ArrayList<>();
    for (JsonNode wall : town.json("/collections/walls/items?limit=100").get("features")) {
      if (wall.at("/properties/removable").asBoolean(true)) {
        walls.add("\"walls:" + wall.get("id").asText() + "\"");
      }
    }
    String request = WHEELS.replace("}", ", \"forbidden\": " + walls + "}");

    JsonNode plan = result(planned("/areas/two-yards", request));

    List<String> types = new ArrayList<>();
    plan.get("phases")
        .forEach(p -> p.get("changes").forEach(c -> types.add(c.get("type").asText())));
    assertTrue(types.contains("add_gate"), plan.toString());
    assertFalse(types.contains("remove_wall"), plan.toString());
    assertEquals(7, plan.get("residents_gained").asDouble());
    keepsItsPromise(plan);
  }

  @Test
  void with_no_money_nothing_is_proposed_and_the_answer_says_why() throws Exception {
    int scenarios = scenarioCount();

    JsonNode plan = result(planned("/areas/two-yards", "{\"budget_yuan\": 0}"));

    assertFalse(plan.get("feasible").asBoolean());
    assertTrue(plan.get("scenario").isNull());
    assertTrue(plan.get("reason").asText().length() > 20);
    assertEquals(scenarios, scenarioCount());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                          | 422 | /budget_yuan",
        "{\"budget_yuan\": -1}                                       | 422 | /budget_yuan",
        "{\"budget_yuan\": \"much\"}                                 | 422 | /budget_yuan",
        "{\"budget_yuan\": 1e300}                                    | 422 | /budget_yuan",
        "{\"budget_yuan\": 1, \"requirements\": [\"swimming\"]}      | 422 | /requirements/0",
        "{\"budget_yuan\": 1, \"groups\": [\"cats\"]}                | 422 | /groups/0",
        "{\"budget_yuan\": 1, \"kinds\": [\"castle\"]}               | 422 | /kinds/0",
        "{\"budget_yuan\": 1, \"weights\": {\"kindergarten_5\": -2}} | 422 | /weights/kindergarten_5",
        "{\"budget_yuan\": 1, \"fixed\": [\"walls:w-none\"]}         | 422 | /fixed",
        "{\"budget_yuan\": 1, \"fixed\": [\"a\"], \"forbidden\": [\"walls:a\"]} | 422 | /fixed",
        "{\"budget_yuan\": 1, \"fixed\": [\"a\", \"a\"]}             | 422 | /fixed/1",
        "{\"budget_yuan\": 1, \"fixed\": [\"a\"], \"agreed_only\": true} | 422 | /fixed",
        "{\"budget_yuan\": 1, \"fixed\": [\"gates:new-gate-a\"], \"agreed_only\": true} | 422 | /fixed",
        "{\"budget_yuan\": 1, \"fixed\": [\"a\", \"walls:a\"]}        | 422 | /fixed",
        "{\"budget_yuan\": 1, \"forbidden\": [\"walls:a\", \"a\"]}    | 422 | /forbidden",
        "{\"budget_yuan\": 1, \"forbidden\": [\"gates:g-none\"]}     | 422 | /forbidden",
        "{\"budget_yuan\": 1, \"fixed\": [\"illegal_structures:s\"]} | 422 | /fixed",
        "{\"budget_yuan\": 1, \"fixed\": [\"candidates:none\"]}      | 422 | /fixed",
        "{\"budget_yuan\": 1, \"fixed\": [\"s-9/castle/1\"]}         | 422 | /fixed",
        "{\"budget_yuan\": 1, \"fixed\": [\"s-none/kindergarten/1\"]} | 422 | /fixed",
        "{\"budget_yuan\": 1, \"forbidden\": [\"s-1/kindergarten/99\"]} | 422 | /forbidden",
        "{\"budget_yuan\": 1, \"kinds\": [\"kindergarten\", \"kindergarten\"]} | 422 | /kinds/1",
        "{\"budget_yuan\": 1, \"max_facilities_per_compound\": -1} | 422 | /max_facilities_per_compound",
        "{\"budget_yuan\": 1, \"min_distance_m\": -3}              | 422 | /min_distance_m",
        "{\"budget_yuan\": 1, \"capacity\": 5}                        | 422 | /capacity",
        "{\"budget_yuan\": 1, \"places\": true}                       | 422 | /places",
        "{\"budget_yuan\": 1, \"capacity\": \"yes\"}                  | 422 | /capacity",
        "{\"budget_yuan\": 1, \"places\": {\"kindergarten\": -1}}  | 422 | /places/kindergarten",
        "{\"budget_yuan\": 1, \"places\": {\"kindergarten\": \"x\"}} | 422 | /places/kindergarten",
        "{\"budget_yuan\": 1, \"places\": {\"kindergarten\": 1e99}} | 422 | /places/kindergarten",
        "{\"budget_yuan\": 1, \"places\": {\"castle\": 9}}         | 422 | /places/castle",
        "{\"budget_yuan\": 1, \"budgte\": 2}                         | 422 | /budgte",
        "[1, 2]                                                      | 400 | ''",
        "{\"budget_yuan\": 1,                                        | 400 | ''",
      })
  void what_cannot_be_planned_is_refused_and_nothing_is_begun(
      String request, int status, String pointer) throws Exception {
    int jobs = jobCount();

    HttpResponse<String> refused = town.send("POST", PLANS, request.strip());

    assertEquals(status, refused.statusCode(), refused.body());
    JsonNode problem = Served.parse(refused.body());
    List<String> pointers = new ArrayList<>();
    problem.path("errors").forEach(error -> pointers.add(error.get("pointer").asText()));
    assertTrue(pointer.isEmpty() || pointers.contains(pointer), refused.body());
    assertEquals(jobs, jobCount());
  }

  @Test
  void too_much_at_once_is_refused() throws Exception {
    StringBuilder many = new StringBuilder("{\"budget_yuan\": 1, \"fixed\": [\"a\"");
    many.append(", \"b\"".repeat(1_000_000)).append("]}");

    assertEquals(413, town.send("POST", PLANS, many.toString()).statusCode());
  }

  @Test
  void jobs_have_addresses_and_unknown_ones_none() throws Exception {
    JsonNode status = planned("/areas/two-yards", "{\"budget_yuan\": 1}");
    String id = status.get("jobID").asText();

    assertEquals("plans", status.get("processID").asText());
    assertEquals(200, town.get("/areas/two-yards/jobs/" + id).statusCode());
    assertEquals(200, town.get("/areas/two-yards/jobs/" + id + "/results").statusCode());
    assertEquals(404, town.get("/jobs/none").statusCode());
    assertEquals(404, town.get("/areas/two-yards/jobs/none/results").statusCode());
    assertEquals(404, town.send("DELETE", "/jobs/none").statusCode());
    HttpResponse<String> dismissed = town.send("DELETE", "/jobs/" + id);
    assertEquals("successful", Served.parse(dismissed.body()).get("status").asText());
  }
}
