package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ranking of openings at the door. */
class OpeningsAnswersTest {

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

  @Test
  void openings_come_best_first_with_what_each_yields() throws Exception {
    JsonNode answer = served.json("/openings?top=5");

    assertEquals("FeatureCollection", answer.get("type").asText());
    double last = Double.MAX_VALUE;
    for (JsonNode feature : answer.get("features")) {
      JsonNode values = feature.get("properties");
      assertTrue(values.hasNonNull("layer") && values.hasNonNull("id"));
      assertTrue(values.get("residents_gained").asDouble() <= last);
      assertTrue(values.has("residents_completed") && values.has("seconds_saved"));
      last = values.get("residents_gained").asDouble();
    }
    assertTrue(answer.get("features").size() <= 5);
  }

  @Test
  void pairs_are_told_when_asked_for() throws Exception {
    assertTrue(served.json("/openings?depth=2").get("pairs").isArray());
    assertTrue(!served.json("/openings").has("pairs"));
  }
}
