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
import org.junit.jupiter.params.provider.ValueSource;

/** Coverage at the door: every way to ask, and every way to ask wrongly. */
class CoverageAnswersTest {

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
  @ValueSource(strings = {"area", "unit", "compound", "building", "requirement", "kind"})
  void however_it_is_asked_everybody_is_counted_once(String by) throws Exception {
    double everybody = served.json("/coverage?by=area").at("/rows/0/residents").asDouble();
    for (String more :
        new String[] {"", "&criterion=time", "&criterion=time&door_to_door=true", "&tier=5"}) {
      JsonNode rows = served.json("/coverage?by=" + by + more).get("rows");
      double sum = 0;
      for (JsonNode row : rows) {
        double residents = row.get("residents").asDouble();
        double covered = row.get("residents_covered").asDouble();
        sum += residents;
        assertTrue(covered + row.get("residents_unreachable").asDouble() <= residents + 1e-6);
        if (!row.get("share").isNull()) {
          assertEquals(covered / residents, row.get("share").asDouble(), 1e-9);
        }
      }
      assertEquals(by.equals("unit") ? 0 : everybody, sum, 1e-6, by + more);
    }
  }

  @Test
  void land_is_covered_in_part() throws Exception {
    JsonNode row = served.json("/coverage?by=requirement").at("/rows/0");

    assertTrue(row.get("land_share").asDouble() > 0, row.toString());
    assertTrue(row.get("land_share").asDouble() < 1, row.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"area", "compound", "building", "requirement", "kind"})
  void tables_maps_and_spreadsheets_have_the_same_rows(String by) throws Exception {
    int rows = served.json("/coverage?by=" + by).get("rows").size();
    JsonNode features = served.json("/coverage?f=geojson&by=" + by).get("features");
    String csv = served.get("/areas/two-yards/coverage?f=csv&by=" + by).body();

    assertEquals(rows, features.size());
    assertEquals('\ufeff', csv.charAt(0));
    assertEquals(rows + 1, csv.lines().count());
    int columns = csv.lines().findFirst().orElse("").split(",", -1).length;
    csv.lines().forEach(line -> assertEquals(columns, line.split(",", -1).length, line));
  }

  @ParameterizedTest
  @CsvSource({
    "by=moon, by",
    "criterion=luck, criterion",
    "group=giants, group",
    "tier=7, tier",
    "door_to_door=maybe, door_to_door",
    "criterion=distance&door_to_door=true, door_to_door",
    "population=few, population",
    "capacity=maybe, capacity",
    "requirement=castle, requirement",
    "kind=castle, kind",
    "f=xml, f",
    "colour=red, colour",
    "by=area&by=unit, by"
  })
  void a_wrong_question_is_told_which_word_is_wrong(String query, String word) throws Exception {
    HttpResponse<String> response = served.get("/areas/two-yards/coverage?" + query);

    WebServerTest.assertProblem(response, 400, "bad-query");
    JsonNode errors = Served.parse(response.body()).get("errors");
    assertEquals("/query/" + word, errors.at("/0/pointer").asText());
  }
}
