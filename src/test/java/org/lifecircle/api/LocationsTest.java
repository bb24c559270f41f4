package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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

/**
 * Location-allocation for the people of two yards and their one kindergarten: nobody can walk there
 * before the wall between the yards is down.
 */
class LocationsTest {

  private static final String BASE = "/areas/two-yards";
  private static final String OPENED = BASE + "/scenarios/opened";

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Served town;

  @BeforeAll
  static void serve() throws Exception {
    town = Served.twoYards(folder);
    String changes =
        "{\"id\": \"opened\", \"name\": \"opened\","
            + " \"changes\": [{\"type\": \"remove_wall\", \"id\": \"a\"}]}";
    HttpResponse<String> made = town.send("POST", BASE + "/scenarios", changes);
    assertEquals(201, made.statusCode(), made.body());
  }

  @AfterAll
  static void stop() {
    town.close();
  }

  private static JsonNode answer(String base, String request) throws Exception {
    HttpResponse<String> created =
        town.send("POST", base + "/location-allocation", request.replace('\'', '"'));
    assertEquals(201, created.statusCode(), created.body());
    String job = URI.create(created.headers().firstValue("Location").orElseThrow()).getPath();
    JsonNode status = Served.parse(town.get(job).body());
    while (List.of("accepted", "running").contains(status.get("status").asText())) {
      Thread.sleep(20);
      status = Served.parse(town.get(job).body());
    }
    assertEquals("successful", status.get("status").asText(), status.toString());
    assertEquals("location-allocation", status.get("processID").asText());
    return Served.parse(town.get(job + "/results").body());
  }

  @Test
  void what_stands_serves_as_many_as_coverage_says() throws Exception {
    JsonNode row =
        town.json("/scenarios/opened/coverage?by=requirement&criterion=time&group=wheelchair")
            .get("rows")
            .get(0);

    JsonNode covering =
        answer(
            OPENED,
            "{'problem': 'maximal_covering', 'requirement': 'kindergarten_5', 'count': 0,"
                + " 'group': 'wheelchair'}");
    JsonNode wide =
        answer(
            OPENED,
            "{'problem': 'maximal_covering', 'requirement': 'kindergarten_5', 'count': 1,"
                + " 'existing': 'choose', 'limit_m': 10000}");

    assertEquals("opened", covering.get("under_scenario").asText());
    assertTrue(row.get("residents_covered").asDouble() > 0);
    assertEquals(
        row.get("residents_covered").asDouble(), covering.get("residents_served").asDouble());
    assertEquals(300, covering.get("limit_s").asDouble());
    assertEquals(1, wide.get("sites").size());
    assertEquals("facilities", wide.get("sites").get(0).get("layer").asText());
    double all = row.get("residents").asDouble();
    assertEquals(
        all - row.get("residents_unreachable").asDouble(), wide.get("residents").asDouble());
    assertEquals(wide.get("residents").asDouble(), wide.get("residents_served").asDouble());
    assertEquals(0, wide.get("gap").asDouble());
  }

  @Test
  void the_one_site_is_median_and_centre() throws Exception {
    String median =
        "{'problem': 'p_median', 'requirement': 'kindergarten_5', 'count': 1, 'existing': 'choose'}";

    JsonNode nearest = answer(OPENED, median);
    JsonNode centre = answer(OPENED, median.replace("p_median", "p_centre"));
    JsonNode fewest =
        answer(OPENED, "{'problem': 'set_covering', 'requirement': 'kindergarten_5'}");

    assertTrue(nearest.get("mean_walk_m").asDouble() > 0);
    assertEquals(nearest.get("longest_walk_m").asDouble(), centre.get("longest_walk_m").asDouble());
    assertTrue(centre.get("longest_walk_m").asDouble() >= centre.get("mean_walk_m").asDouble());
    assertEquals(1, fewest.get("sites").size(), "it stands already");
    assertEquals(0, fewest.get("cost_yuan").asDouble());
  }

  @Test
  void where_nobody_can_walk_to_it_the_answer_says_so() throws Exception {
    JsonNode nobody =
        answer(BASE, "{'problem': 'p_median', 'requirement': 'kindergarten_5', 'count': 1}");

    assertFalse(nobody.get("feasible").asBoolean());
    assertTrue(nobody.get("residents_unreachable").asDouble() > 0);
    assertEquals(0, nobody.get("residents_served").asDouble());
  }

  @Test
  void nothing_to_choose_is_an_answer_with_the_reason() throws Exception {
    JsonNode none =
        answer(
            BASE,
            "{'problem': 'p_median', 'requirement': 'kindergarten_5', 'count': 1, 'build': false,"
                + " 'existing': 'ignore'}");

    assertFalse(none.get("feasible").asBoolean());
    assertTrue(none.get("reason").asText().length() > 5);
    assertEquals(0, none.get("sites").size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                                  | /problem",
        "{'problem': 'best'}                                                 | /problem",
        "{'problem': 'p_median'}                                             | /requirement",
        "{'problem': 'p_median', 'requirement': 'swimming'}                  | /requirement",
        "{'problem': 'p_median', 'requirement': 'kindergarten_5'}            | /count",
        "{'problem': 'p_median', 'count': 1.5}                               | /count",
        "{'problem': 'p_median', 'count': -1}                                | /count",
        "{'problem': 'p_median', 'count': 1000000}                           | /count",
        "{'problem': 'p_median', 'budget_yuan': -5}                          | /budget_yuan",
        "{'problem': 'p_median', 'limit_m': 100}                             | /limit_m",
        "{'problem': 'maximal_covering', 'limit_minutes': 5}                 | /limit_minutes",
        "{'problem': 'set_covering', 'capacity': 10}                         | /capacity",
        "{'problem': 'p_centre', 'group': 'cats'}                            | /group",
        "{'problem': 'p_centre', 'existing': 'burn'}                         | /existing",
        "{'problem': 'p_centre', 'fixed': ['a'], 'forbidden': ['a']}         | /fixed",
        "{'problem': 'p_centre', 'fixed': ['a', 'a']}                        | /fixed/1",
        "{'problem': 'p_centre', 'fixed': 'a'}                               | /fixed",
        "{'problem': 'p_centre', 'build': 1}                                 | /build",
        "{'problem': 'p_centre', 'requirement': 'kindergarten_5', 'count': 1, 'fixed': ['nowhere']} | /fixed",
        "{'problem': 'p_centre', 'requirement': 'kindergarten_5', 'count': 1, 'forbidden': ['s-none/kindergarten/1']} | /forbidden",
        "{'problem': 'p_centre', 'requirement': 'kindergarten_5', 'count': 1, 'fixed': ['s-1/castle/1']} | /fixed",
        "{'problem': 'p_centre', 'sites': []}                                | /sites",
      })
  void what_cannot_be_asked_is_refused_and_nothing_is_begun(String request, String pointer)
      throws Exception {
    int jobs = town.json("/jobs").get("jobs").size();

    HttpResponse<String> refused =
        town.send("POST", BASE + "/location-allocation", request.replace('\'', '"'));

    assertEquals(422, refused.statusCode(), refused.body());
    List<String> pointers = new ArrayList<>();
    Served.parse(refused.body())
        .get("errors")
        .forEach(e -> pointers.add(e.get("pointer").asText()));
    assertTrue(pointers.contains(pointer), refused.body());
    assertEquals(jobs, town.json("/jobs").get("jobs").size());
  }
}
