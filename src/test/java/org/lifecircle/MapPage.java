package org.lifecircle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** The planner's map of the demo district in a browser: one for all tests that use it. */
final class MapPage implements AutoCloseable {

  /** Every test leaves a picture of how the page looked at its end. */
  private static final Path PICTURES = Path.of("target", "pictures");

  private static final Pattern SCENARIO = Pattern.compile("/scenarios/([^/#?]+)");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the map begins on a page of 1366 × 768, and its middle. */
  private static final int MAP_LEFT = 372;

  static final int MIDDLE_X = MAP_LEFT + (1366 - MAP_LEFT) / 2;
  static final int MIDDLE_Y = 768 / 2;

  /** Two streets, a house and a kindergarten, as OpenStreetMap has them. */
  private static final String OSM =
      """
      <osm version="0.6">
        <node id="1" lat="34.7000" lon="112.5000"/>
        <node id="2" lat="34.7000" lon="112.5030"/>
        <node id="3" lat="34.7020" lon="112.5030"/>
        <node id="4" lat="34.7004" lon="112.5010"/>
        <node id="5" lat="34.7004" lon="112.5015"/>
        <node id="6" lat="34.7006" lon="112.5015"/>
        <node id="7" lat="34.7006" lon="112.5010"/>
        <node id="8" lat="34.7003" lon="112.5020"><tag k="amenity" v="kindergarten"/></node>
        <way id="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/></way>
        <way id="2"><nd ref="2"/><nd ref="3"/><tag k="highway" v="footway"/></way>
        <way id="3"><nd ref="4"/><nd ref="5"/><nd ref="6"/><nd ref="7"/><nd ref="4"/>
          <tag k="building" v="apartments"/><tag k="name" v="&lt;b&gt;No. 1&lt;/b&gt;"/></way>
      </osm>
      """;

  private final Path folder;
  private final Demo demo;
  private final Browser browser;

  private MapPage() throws IOException {
    folder = Files.createTempDirectory("map");
    Demo.load(folder);
    Demo.load(folder, "z-osm", Files.writeString(folder.resolve("place.osm"), OSM));
    demo = Demo.serve(folder);
    json("/coverage?by=requirement"); // so that no click waits for the network
    browser = new Browser();
  }

  /** Opens it for the first test that asks, and closes it after the last. */
  static final class Opened implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == MapPage.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .computeIfAbsent(
              MapPage.class,
              unused -> {
                try {
                  return new MapPage();
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              },
              MapPage.class);
    }
  }

  Browser browser() {
    return browser;
  }

  Demo demo() {
    return demo;
  }

  void keepPicture(TestInfo test) throws IOException {
    keepPicture(test.getTestMethod().orElseThrow().getName());
  }

  void keepPicture(String name) throws IOException {
    browser.keepPicture(PICTURES.resolve(name + ".png"));
  }

  @Override
  public void close() throws IOException {
    browser.close();
    demo.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  // ---- the page ----

  /** Opens the page afresh. */
  void open(String path) {
    browser.open(demo.uri(path).toString());
    browser.awaitMap();
  }

  /** Follows a link to a view: a page that is open already only turns to it. */
  void look(String view) {
    String here = browser.address().replaceFirst("#.*", "");
    if (!here.equals(demo.uri("/").toString())) {
      open("/");
    }
    browser.run("location.hash = ''");
    browser.run("location.hash = arguments[0]", view);
    browser.awaitMap();
  }

  /** The scenario the address names, as soon as it names one. */
  String scenario() {
    return browser.await(
        d -> {
          Matcher named = SCENARIO.matcher(browser.address());
          return named.find() ? named.group(1) : null;
        });
  }

  /** A part of the address that says what is looked at. */
  String parameter(String name) {
    for (String part : browser.address().replaceFirst("^[^#]*#?", "").split("&", -1)) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return "";
  }

  /** Clicks where the map shows this place. */
  void click(String camera, double[] lonLat) {
    String[] parts = camera.split("/", 3);
    double pixels = 512 * Math.pow(2, Double.parseDouble(parts[0]));
    double x = lonLat[0] - Double.parseDouble(parts[2]);
    double y = mercator(Double.parseDouble(parts[1])) - mercator(lonLat[1]);
    browser.clickAt(
        MIDDLE_X + (int) Math.round(x / 360 * pixels),
        MIDDLE_Y + (int) Math.round(y / (2 * Math.PI) * pixels));
  }

  private static double mercator(double latitude) {
    return Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
  }

  // ---- what the API says, and how the page writes it ----

  JsonNode json(String path) {
    try {
      return JSON.readTree(demo.get("/areas/xigong" + path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  JsonNode item(String collection, String id) {
    return json("/collections/" + collection + "/items/" + id);
  }

  static String percent(JsonNode share) {
    return "%.1f%%".formatted(100 * share.asDouble());
  }

  static String metres(JsonNode metres) {
    return "%,d m".formatted(Math.round(metres.asDouble()));
  }

  static String squareMetres(double area) {
    if (area >= 100_000) {
      return "%,.1f ha".formatted(area / 10_000).replace(".0 ", " ");
    }
    return String.format(Locale.ROOT, area < 100 ? "%.1f m²" : "%,.0f m²", area);
  }

  /** Where a straight line promises most that the walk does not keep. */
  static JsonNode worstOf(String tier, JsonNode table) {
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

  static JsonNode firstWith(JsonNode rows, double share) {
    for (JsonNode row : rows) {
      if (row.get("residents").asDouble() > 0 && row.get("share").asDouble() == share) {
        return row;
      }
    }
    throw new AssertionError("no row with a share of " + share);
  }

  /** The stairwell door of a compound from which the demo's second kindergarten is nearest. */
  String nearestDoorOf(String compound) {
    double[] school = middleOf(item("facilities", "f-kindergarten-2"));
    List<String> houses = new ArrayList<>();
    for (JsonNode house : json("/collections/buildings/items?limit=10000").get("features")) {
      if (house.at("/properties/compound_id").asText().equals(compound)) {
        houses.add(house.get("id").asText());
      }
    }
    String nearest = "";
    double least = Double.MAX_VALUE;
    for (JsonNode door : json("/collections/entrances/items?limit=10000").get("features")) {
      double[] at = middleOf(door);
      double apart = Math.hypot(at[0] - school[0], at[1] - school[1]);
      if (houses.contains(door.at("/properties/building_id").asText()) && apart < least) {
        least = apart;
        nearest = door.get("id").asText();
      }
    }
    return nearest;
  }

  /** A place two metres out from the house in whose face this door is. */
  double[] inFrontOf(double[] door) {
    double[] house = {0, 0};
    double least = Double.MAX_VALUE;
    for (JsonNode building : json("/collections/buildings/items?limit=10000").get("features")) {
      double[] middle = middleOf(building);
      double apart = Math.hypot(middle[0] - door[0], middle[1] - door[1]);
      if (apart < least) {
        least = apart;
        house = middle;
      }
    }
    double north = Math.signum(door[1] - house[1]); // houses of the demo face south and north
    return new double[] {door[0], door[1] + north * 2 / 111_000};
  }

  /** The middle of a point's, a line's or an outline's corners. */
  static double[] middleOf(JsonNode feature) {
    List<double[]> corners = new ArrayList<>();
    collect(feature.at("/geometry/coordinates"), corners);
    double x = corners.stream().mapToDouble(c -> c[0]).average().orElseThrow();
    double y = corners.stream().mapToDouble(c -> c[1]).average().orElseThrow();
    return new double[] {x, y};
  }

  private static void collect(JsonNode coordinates, List<double[]> corners) {
    if (coordinates.get(0).isNumber()) {
      corners.add(new double[] {coordinates.get(0).asDouble(), coordinates.get(1).asDouble()});
      return;
    }
    int last = coordinates.size() - 1;
    boolean ring = last > 0 && coordinates.get(0).equals(coordinates.get(last));
    for (int i = ring ? 1 : 0; i <= last; i++) { // a ring's first corner is its last
      collect(coordinates.get(i), corners);
    }
  }
}
