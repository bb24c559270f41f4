package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios that cannot be used: each is refused with the reason, and nothing is kept. */
class ScenarioRefusalsTest {

  private static final String SCENARIOS = "/areas/two-yards/scenarios";

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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [1,2]                                                             | 422 | /
          {"name": "x"                                                      | 422 | /
          {"name": "x"} {}                                                  | 422 | /
          {"name": "x", "name": "y"}                                        | 422 | /
          {"name": ""}                                                      | 422 | /name
          {"colour": "red"}                                                 | 422 | /colour
          {"id": "../x"}                                                    | 422 | /id
          {"changes": {}}                                                   | 422 | /changes
          {"changes": [7]}                                                  | 422 | /changes/0
          {"changes": [{"type": "remove_moon", "id": "a"}]}                 | 422 | /changes/0
          {"changes": [{"type": "remove_wall"}]}                            | 422 | /changes/0
          {"changes": [{"type": "remove_wall", "id": "nowhere"}]}           | 422 | /changes/0
          {"changes": [{"type": "remove_wall", "id": "a", "x": 1}]}         | 422 | /changes/0
          {"changes": [{"type": "remove_wall", "id": "a"}, {"type": "remove_wall", "id": "a"}]} | 422 | /changes/1
          {"changes": [{"type": "retrofit_lift", "entrance_id": "A", "lift": "none"}]} | 422 | /changes/0
          {"changes": [{"type": "add_gate", "feature": {"type": "Feature", "id": "n", "properties": {"access": "public"}, "geometry": {"type": "Point", "coordinates": [34.67, 112.43]}}}]} | 422 | /changes/0
          {"changes": [{"type": "add_gate", "feature": {"type": "Feature", "id": "n", "properties": {"access": "public"}, "geometry": {"type": "Point", "coordinates": [1e400, 1]}}}]} | 422 | /changes/0
          {"changes": [{"type": "add_gate", "feature": {"type": "Feature", "id": "n", "properties": {"access": "public"}}}]} | 422 | /changes/0
          """)
  void what_cannot_be_used_is_refused_saying_where_and_nothing_is_kept(
      String body, int status, String pointer) throws Exception {
    HttpResponse<String> refused = served.send("POST", SCENARIOS, body);

    assertEquals(status, refused.statusCode(), refused.body());
    JsonNode problem = Served.parse(refused.body());
    String at = problem.at("/errors/0/pointer").asText();
    assertEquals(pointer, at.isEmpty() ? "/" : at, refused.body());
    assertTrue(problem.at("/errors/0/reason").asText().length() > 3);
    assertEquals(0, served.json("/scenarios").get("scenarios").size());
  }

  @Test
  void a_body_without_end_is_refused() throws Exception {
    String large = "{\"name\": \"" + "x".repeat(1 << 20) + "\"}";

    assertEquals(413, served.send("POST", SCENARIOS, large).statusCode());
  }
}
