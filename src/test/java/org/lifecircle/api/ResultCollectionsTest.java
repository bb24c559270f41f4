package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was found out about an area is served like its input. */
class ResultCollectionsTest {

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
  @ValueSource(
      strings = {
        "coverage",
        "gaps",
        "freed_spaces",
        "sites",
        "lanes",
        "candidates",
        "openings",
        "issues"
      })
  void every_result_is_a_collection_whose_items_are_found_one_by_one(String id) throws Exception {
    JsonNode collection = served.json("/collections/" + id);
    assertEquals(id, collection.get("id").asText());
    assertFalse(collection.get("description").asText().isBlank());

    JsonNode all = served.json("/collections/" + id + "/items?limit=1000");
    assertEquals(all.get("numberMatched").asInt(), all.get("features").size());
    for (JsonNode feature : all.get("features")) {
      String itsId = Question.encode(feature.get("id").asText()).replace("%2F", "/");
      JsonNode one = served.json("/collections/" + id + "/items/" + itsId);
      assertEquals(feature.get("properties"), one.get("properties"));
      assertEquals(feature.get("geometry"), one.get("geometry"));
      assertEquals("1", one.at("/properties/dataset_version").asText());
    }
  }

  @Test
  void a_page_holds_what_was_asked_for_and_the_next_goes_on_from_there() throws Exception {
    JsonNode all = served.json("/collections/coverage/items?limit=1000").get("features");
    List<String> paged = new ArrayList<>();
    for (int offset = 0; offset < all.size(); offset += 2) {
      JsonNode page = served.json("/collections/coverage/items?limit=2&offset=" + offset);
      page.get("features").forEach(f -> paged.add(f.get("id").asText()));
    }

    List<String> ids = new ArrayList<>();
    all.forEach(f -> ids.add(f.get("id").asText()));
    assertEquals(ids, paged);
    assertEquals(ids.size(), ids.stream().distinct().count());
  }

  @Test
  void coverage_says_of_each_yard_by_what_it_was_judged() throws Exception {
    JsonNode features = served.json("/collections/coverage/items?limit=1000").get("features");

    assertTrue(features.size() >= 2);
    for (JsonNode feature : features) {
      JsonNode row = feature.get("properties");
      assertEquals("test", row.get("standard").asText());
      assertEquals("distance", row.get("criterion").asText());
      assertEquals("planning", row.get("group").asText());
      assertEquals(row.get("compound_id").isNull(), feature.get("geometry").isNull());
      boolean complete = row.get("requirement").isNull();
      assertEquals(complete, row.get("limit_m").isNull(), row.toString());
    }
  }

  @Test
  void a_box_keeps_the_rows_of_the_yards_it_meets() throws Exception {
    String yard = Served.TWO_YARDS.compoundOf("A");
    JsonNode outline = served.json("/collections/compounds/items/" + yard).get("geometry");
    JsonNode corner = outline.at("/coordinates/0/0");
    String box = corner.get(0) + "," + corner.get(1) + "," + corner.get(0) + "," + corner.get(1);
    JsonNode met = served.json("/collections/coverage/items?limit=1000&bbox=" + box);

    assertTrue(met.get("numberMatched").asInt() > 0);
    for (JsonNode feature : met.get("features")) {
      assertEquals(yard, feature.at("/properties/compound_id").asText());
    }
  }

  @Test
  void a_gap_is_all_residents_less_the_covered_ones() throws Exception {
    JsonNode coverage = served.json("/collections/coverage/items?limit=1000").get("features");
    JsonNode gaps = served.json("/collections/gaps/items?limit=1000").get("features");

    double uncovered = 0;
    for (JsonNode feature : coverage) {
      JsonNode row = feature.get("properties");
      if (!row.get("requirement").isNull()) {
        uncovered += row.get("residents").asDouble() - row.get("residents_covered").asDouble();
      }
    }
    double missing = 0;
    double before = Double.MAX_VALUE;
    for (JsonNode feature : gaps) {
      double gap = feature.at("/properties/residents").asDouble();
      assertTrue(gap > 0 && gap <= before, "the largest first");
      before = gap;
      missing += gap;
    }
    assertTrue(missing > 0);
    assertEquals(uncovered, missing, 1e-6);
  }

  @Test
  void freed_spaces_stand_on_sites_that_are_there() throws Exception {
    List<String> sites = new ArrayList<>();
    served
        .json("/collections/sites/items?limit=1000")
        .get("features")
        .forEach(site -> sites.add(site.get("id").asText()));

    for (JsonNode space :
        served.json("/collections/freed_spaces/items?limit=1000").get("features")) {
      assertTrue(sites.contains(space.at("/properties/site_id").asText()), space.toString());
    }
  }

  @Test
  void csv_has_the_mark_of_its_encoding_and_one_line_for_each_row() throws Exception {
    String csv = served.get("/areas/two-yards/collections/coverage/items?f=csv&limit=1000").body();
    int rows = served.json("/collections/coverage/items?limit=1000").get("numberMatched").asInt();

    assertEquals('\ufeff', csv.charAt(0));
    assertEquals(rows + 1, csv.lines().count());
    assertTrue(csv.lines().findFirst().orElse("").contains(",standard,criterion,group,"));
  }
}
