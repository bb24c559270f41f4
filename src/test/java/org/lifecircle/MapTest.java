package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** The planner's map, used on the demo district as a person would, its figures held to the API. */
class MapTest {

  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static ServedDemo demo;

  @SuppressWarnings("NullAway.Init") // as above
  private static Browser browser;

  @BeforeAll
  static void begin() throws IOException {
    demo = new ServedDemo(folder);
    browser = new Browser();
  }

  @AfterAll
  static void end() {
    if (browser != null) {
      browser.close();
    }
    if (demo != null) {
      demo.close();
    }
  }

  @AfterEach
  void nothing_was_complained_of(TestInfo test) throws IOException {
    browser.keepPicture(PICTURES.resolve(test.getTestMethod().orElseThrow().getName() + ".png"));

    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void the_door_shows_the_district_and_what_walls_cost_it() throws Exception {
    browser.open(demo.address("/"));
    browser.awaitMap();

    JsonNode worst = worstOf("5", demo.json("/coverage?by=requirement"));
    String chosen = worst.get("requirement").asText();
    assertEquals(percent(worst.get("share")), browser.text("#share"));
    assertEquals(percent(worst.get("share_straight")), browser.text("#share-straight"));
    assertEquals(
        chosen, browser.find(".requirement[aria-pressed=true]").getAttribute("data-requirement"));
    assertTrue(browser.text("#credits").contains("西工示范区"), browser.text("#credits"));
  }

  /** Where a straight line promises most that the walk does not keep. */
  private static JsonNode worstOf(String tier, JsonNode table) {
    JsonNode worst = table.get("rows").get(0);
    double most = -1;
    for (JsonNode row : table.get("rows")) {
      double loss = row.get("share_straight").asDouble() - row.get("share").asDouble();
      if (row.get("tier").asText().equals(tier) && loss > most) {
        most = loss;
        worst = row;
      }
    }
    return worst;
  }

  private static String percent(JsonNode share) {
    return "%.1f%%".formatted(100 * share.asDouble());
  }
}
