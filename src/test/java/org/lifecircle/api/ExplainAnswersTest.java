package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.io.Projection;
import org.lifecircle.town.DrawnTown;
import org.locationtech.jts.geom.Coordinate;

/** Why a house is covered or not, as the server tells it, under the product's own policy. */
class ExplainAnswersTest {

  /** 60 m as the crow flies; by the street more than the 300 m a kindergarten may be away. */
  private static final DrawnTown TOWN =
      DrawnTown.of(
          """
          :##############:
          :#......a.....#:
          :+.BBA..a..K..+:
          :#......a.....#:
          :##############:
          :              :
          :              :
          :              :
          :              :
          ================
          K: kindergarten
          """);

  private static Asking town;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    town = Asking.of(folder, TOWN.area());
  }

  private static JsonNode explain(String... query) throws IOException {
    return town.json("/explain", query(query));
  }

  private static Map<String, String> query(String... pairs) {
    Map<String, String> query =
        new HashMap<>(Map.of("building", "b1", "requirement", "kindergarten"));
    for (int i = 0; i < pairs.length; i += 2) {
      query.put(pairs[i], pairs[i + 1]);
    }
    return query;
  }

  @Test
  void the_wall_is_named_and_taking_it_down_is_enough() throws IOException {
    JsonNode told = explain();

    JsonNode walk = told.get("features").get(0);
    assertEquals(false, told.get("covered").asBoolean());
    assertEquals("A", walk.get("id").asText());
    assertEquals("LineString", walk.get("geometry").get("type").asText());
    assertEquals("K", walk.get("properties").get("facility").asText());
    assertEquals("[\"g1\",\"g2\"]", walk.get("properties").get("openings").toString());
    assertEquals("[\"a\"]", walk.get("properties").get("forced_by").toString());
    assertEquals("remove_wall", told.get("changes").get(0).get("type").asText());
    assertEquals("a", told.get("changes").get(0).get("id").asText());
    assertEquals(60, told.get("changes").get(0).get("longest_m").asDouble(), 0.01);
  }

  @Test
  void it_says_so_in_both_languages() throws IOException {
    String zh = explain("lang", "zh").get("sentences").toString();
    String en = explain("lang", "en").get("sentences").toString();

    assertTrue(zh.contains("不满足“幼儿园”") && zh.contains("只需拆除围墙 a"), zh);
    assertTrue(en.contains("does not meet 'Kindergarten'"), en);
    assertTrue(en.contains("enough to take down wall a"), en);
  }

  /** One truth: the table by building, the walk between the same places. */
  @Test
  void its_numbers_are_those_of_coverage_and_of_the_walk() throws IOException {
    JsonNode told = explain("criterion", "time");
    JsonNode walk = told.get("features").get(0).get("properties");
    JsonNode row =
        town.json(
                "/coverage",
                Map.of("by", "building", "requirement", "kindergarten", "criterion", "time"))
            .get("rows")
            .get(0);
    JsonNode asked =
        town.json("/walk", Map.of("from", lonLat("A"), "to", lonLat("K"))).get("properties");

    assertEquals(row.get("residents"), told.get("residents"));
    assertEquals(row.get("residents_covered"), told.get("residents_covered"));
    assertEquals(row.get("limit_minutes"), told.get("limit_minutes"));
    assertEquals(asked.get("distance_m").asDouble(), walk.get("distance_m").asDouble(), 0.002);
    assertEquals(asked.get("seconds").asDouble(), walk.get("seconds").asDouble(), 0.002);
    assertEquals(asked.get("straight_m").asDouble(), walk.get("straight_m").asDouble(), 0.002);
    assertEquals(asked.get("openings"), walk.get("openings"));
    assertEquals(asked.get("forced_by"), walk.get("forced_by"));
  }

  private static String lonLat(String letter) {
    Coordinate place =
        (letter.equals("A")
                ? town.area().entrances().get(0).geometry()
                : town.area().facilities().get(0).geometry())
            .getCoordinate();
    Coordinate degrees = Projection.of("EPSG:4546").toLonLat(place);
    return degrees.x + "," + degrees.y;
  }

  @Test
  void what_cannot_be_explained_is_refused_with_the_reason() {
    assertEquals(404, refused("building", "b99").status());
    assertEquals(400, refused("requirement", "zoo").status());
    assertEquals(400, refused("group", "cats", "criterion", "smell").status());
    assertEquals(422, refused("requirement", "waste_transfer").status());
    ProblemException empty =
        assertThrows(ProblemException.class, () -> town.text("/explain", Map.of()));
    assertEquals(2, empty.reasons().size(), "both that are missing");
  }

  private static ProblemException refused(String... query) {
    return assertThrows(ProblemException.class, () -> town.text("/explain", query(query)));
  }

  @Test
  void presence_is_explained_without_walks() throws IOException {
    JsonNode told = explain("requirement", "property_office");

    assertEquals("presence", told.get("judged_by").asText());
    assertEquals(0, told.get("features").size());
    assertEquals("[]", told.get("present").toString());
    assertTrue(told.get("sentences").get(2).asText().contains("none in compound"));
  }
}
