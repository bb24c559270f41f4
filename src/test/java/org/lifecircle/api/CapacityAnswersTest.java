package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lifecircle.town.DrawnTown;
import org.lifecircle.town.TownChanges;

/** Who finds a place, as the server tells it, under the product's own policy. */
class CapacityAnswersTest {

  /** Behind the northern gate lives A; C lives with the kindergarten. */
  private static final DrawnTown TOWN =
      DrawnTown.of(
          """
          ====A========P===
          #######+######
          #.....a......#
          #.K...a...BBC#
          #.....a......#
          ##############
          K: kindergarten
          P: clinic
          """);

  private static Asking town;

  @BeforeAll
  static void serve(@TempDir Path folder) {
    town = Asking.of(folder, TownChanges.setCapacity(TOWN.area(), "K", 1));
  }

  @Test
  void access_is_told_for_compounds_and_buildings_with_all_it_rests_on() throws IOException {
    JsonNode answer = town.json("/capacity", Map.of("kind", "kindergarten"));

    JsonNode kind = answer.get("kinds").get(0);
    assertEquals(1, kind.get("capacity").asInt());
    assertEquals(300, kind.get("limit_m").asInt());
    assertEquals("own", kind.get("limit_from").asText());
    assertEquals("under_6", kind.get("users_from").asText());
    assertEquals(false, kind.get("users_verified").asBoolean());
    assertEquals(3, answer.get("decay_weights").size());
    assertEquals("gb50180-2018", answer.get("standard").asText());
    assertEquals("c1", answer.get("rows").get(0).get("compound_id").asText());
    assertEquals("b1", answer.get("rows").get(3).get("building_id").asText());
  }

  @Test
  void the_same_comes_as_csv_and_as_geojson() throws IOException {
    String csv = town.text("/capacity", Map.of("by", "area", "f", "csv"));
    JsonNode geojson = town.json("/capacity", Map.of("by", "building", "f", "geojson"));

    assertTrue(csv.contains("people_without_place"), csv);
    assertEquals(2, csv.lines().count(), csv);
    assertEquals("Polygon", geojson.get("features").get(0).get("geometry").get("type").asText());
  }

  @Test
  void without_a_kind_all_that_have_a_capacity_are_told() throws IOException {
    JsonNode answer = town.json("/capacity", Map.of("criterion", "time", "group", "elder70"));

    assertEquals(1, answer.get("kinds").size());
    assertEquals("elder70", answer.get("group").asText());
  }

  @Test
  void a_kind_without_capacity_is_refused_with_the_reason() {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> town.text("/capacity", Map.of("kind", "clinic,hospital")));

    assertEquals(422, refused.status());
    assertEquals(2, refused.reasons().size());
    assertTrue(refused.reasons().get(0).en().contains("has a capacity"));
    assertTrue(refused.reasons().get(1).en().contains("how far one may walk"));
  }

  @Test
  void an_unknown_kind_group_or_row_is_refused() {
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> town.text("/capacity", Map.of("kind", "zoo", "group", "cats", "by", "kind")));

    assertEquals(400, refused.status());
    assertEquals(3, refused.reasons().size());
  }
}
