package org.lifecircle.io.qgis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The colours of the map, by meaning: {@code walls.removable}. */
public final class Palette {

  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One class of a scale: the numbers it is for, both ends included, and its colour. */
  public record Step(double from, double to, String colour) {}

  private final byte[] bytes;
  private final JsonNode root;

  private Palette(byte[] bytes, JsonNode root) {
    this.bytes = bytes;
    this.root = root;
  }

  /** The palette in this file. */
  public static Palette read(Path json) throws IOException {
    byte[] bytes = Files.readAllBytes(json);
    return new Palette(bytes, JSON.readTree(bytes));
  }

  /** The file itself, for whoever draws by it elsewhere. Not to be changed. */
  public byte[] json() {
    return bytes;
  }

  /** The colour of this meaning, like {@code #1b6f78}, if there is one. */
  public Optional<String> findColour(String meaning) {
    JsonNode found = root.at("/" + meaning.replace('.', '/'));
    return COLOUR.matcher(found.asText()).matches()
        ? Optional.of(found.asText())
        : Optional.empty();
  }

  /** The classes of a scale, ascending; empty when there is no such scale. */
  public List<Step> steps(String scale) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : root.path(scale).path("classes")) {
      steps.add(
          new Step(
              step.path("from").asDouble(),
              step.path("to").asDouble(),
              step.path("colour").asText()));
    }
    return steps;
  }
}
