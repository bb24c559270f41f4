package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of the demo whose facilities have places for a few: the comparison counts them as well. */
class PlanPlacesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String AREA = "/areas/xigong";
  private static final String REQUEST =
      """
      {"budget_yuan": 600000,
       "requirements": ["waste_station", "kindergarten"],
       "kinds": ["waste_station"],
       "places": {"waste_station": 500}}
      """;

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Demo demo;

  @BeforeAll
  static void serveTheDemo() throws IOException {
    Demo.load(folder);
    demo = Demo.serve(folder);
  }

  @AfterAll
  static void stop() {
    demo.close();
  }

  private static JsonNode plan(String base) throws Exception {
    return JSON.readTree(demo.getJob(base + "/plans", REQUEST));
  }

  private static Map<String, Double> rows(String path, String member) throws Exception {
    Map<String, Double> rows = new TreeMap<>();
    for (JsonNode row : JSON.readTree(demo.get(path)).get("rows")) {
      rows.merge(row.get("requirement").asText(), row.get(member).asDouble(), Double::sum);
    }
    return rows;
  }

  private static double of(Map<String, Double> rows, String requirement) {
    return rows.getOrDefault(requirement, Double.NaN);
  }

  private static Map<String, Double> covered(String base) throws Exception {
    return rows(base + "/coverage?by=requirement&capacity=true", "residents_covered");
  }

  @Test
  void the_comparison_shows_those_who_were_promised_a_place_and_nobody_else() throws Exception {
    JsonNode plan = plan(AREA);

    assertTrue(plan.get("cost_yuan").asDouble() <= 600_000);
    assertEquals(500, plan.at("/places/waste_station").asDouble());
    assertTrue(plan.get("capacity").asBoolean(), "places say so");
    String scenario = AREA + "/scenarios/" + plan.get("scenario").asText();
    String comparison = scenario + "/comparison?by=requirement";
    Map<String, Double> gained = rows(comparison + "&capacity=true", "residents_gained");
    Map<String, Double> reached = rows(comparison, "residents_gained");
    double sum = 0;
    for (JsonNode gain : plan.get("gains")) {
      String requirement = gain.get("requirement").asText();
      assertEquals(gain.get("residents_gained").asDouble(), of(gained, requirement), 1e-3);
      sum += gained.getOrDefault(requirement, 0.0);
    }
    assertEquals(plan.get("residents_gained").asDouble(), sum, 1e-3);
    assertTrue(of(gained, "waste_station") < of(reached, "waste_station") - 100, "too few places");
    assertTrue(of(gained, "kindergarten") > 0, plan.toString());
    assertEquals(of(gained, "kindergarten"), of(reached, "kindergarten"), "through walls alone");
    assertTrue(
        rows(comparison + "&capacity=true", "residents_lost").values().stream()
            .allMatch(lost -> lost == 0));
    int stations = 0;
    for (JsonNode phase : plan.get("phases")) {
      for (JsonNode change : phase.get("changes")) {
        stations += change.path("kind").asText().equals("waste_station") ? 1 : 0;
      }
    }
    assertTrue(stations > 1 && of(gained, "waste_station") >= 500 * stations, stations + " built");

    JsonNode next = plan(scenario);

    Map<String, Double> before = covered(scenario);
    Map<String, Double> after = covered(AREA + "/scenarios/" + next.get("scenario").asText());
    for (JsonNode gain : next.get("gains")) {
      String requirement = gain.get("requirement").asText();
      double more = after.getOrDefault(requirement, 0.0) - before.getOrDefault(requirement, 0.0);
      assertEquals(more, gain.get("residents_gained").asDouble(), 1e-3, requirement);
    }
    assertTrue(next.get("residents_gained").asDouble() > 500, next.toString());
    Demo.Said said =
        Demo.run(
            "coverage",
            "xigong",
            "--scenario",
            plan.get("scenario").asText(),
            "--capacity",
            "--requirement",
            "waste_station",
            "--json",
            "--workspace",
            folder.toString());
    assertEquals(0, said.exitCode(), said.err());
    assertEquals(
        of(before, "waste_station"),
        JSON.readTree(said.out()).at("/rows/0/residents_covered").asDouble(),
        1e-6);
  }
}
