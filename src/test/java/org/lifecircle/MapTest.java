package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The planner's map, used on the demo district as a person would, its figures held to the API. */
class MapTest {

  /** Every test leaves a picture of how the page looked at its end. */
  private static final Path PICTURES = Path.of("target", "pictures");

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Where the map begins on a page of 1366 × 768, and its middle. */
  private static final int MAP_LEFT = 372;

  private static final int MIDDLE_X = MAP_LEFT + (1366 - MAP_LEFT) / 2;
  private static final int MIDDLE_Y = 768 / 2;

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Demo demo;

  @SuppressWarnings("NullAway.Init") // as above
  private static Browser browser;

  @BeforeAll
  static void begin() throws Exception {
    Demo.load(folder);
    demo = Demo.serve(folder);
    demo.get("/areas/xigong/coverage?by=requirement"); // so that no click waits for the network
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
  void the_door_shows_the_district_and_what_walls_cost_it_in_less_than_1_5_megabytes()
      throws Exception {
    open("/");

    JsonNode worst = worstOf("5", json("/coverage?by=requirement"));
    browser.awaitText("#share", percent(worst.get("share")));
    assertEquals(percent(worst.get("share_straight")), browser.text("#share-straight"));
    assertEquals(
        worst.get("requirement").asText(),
        browser.find(".requirement[aria-pressed=true]").getAttribute("data-requirement"));
    assertTrue(browser.text("#credits").contains("西工示范区"), browser.text("#credits"));
    String transferred =
        browser
            .run(
                """
                return performance.getEntriesByType('resource')
                    .filter(r => !r.name.endsWith('.woff2'))
                    .reduce((sum, r) => sum + r.encodedBodySize, 0)
                """)
            .toString();
    assertTrue(Double.parseDouble(transferred) < 1.5e6, transferred);
    assertTrue(Double.parseDouble(transferred) > 0.3e6, transferred);
  }

  @Test
  void a_requirement_is_chosen_by_a_click_and_the_address_keeps_it() throws Exception {
    look("");
    browser.click(".requirement[data-requirement=service_station]");

    JsonNode row = json("/coverage?by=requirement&requirement=service_station").at("/rows/0");
    browser.awaitText("#share", percent(row.get("share")));
    assertEquals(percent(row.get("share_straight")), browser.text("#share-straight"));

    String address = browser.address();
    look("tier=15");
    open(address.substring(address.indexOf("/", 8)));
    browser.awaitText("#share", percent(row.get("share")));

    browser.click("#content [data-value=time]");
    JsonNode timed =
        json("/coverage?by=requirement&requirement=service_station&criterion=time").at("/rows/0");
    browser.awaitText("#share", percent(timed.get("share")));
  }

  @Test
  void buildings_have_the_colour_of_their_share() throws Exception {
    JsonNode rows = json("/coverage?by=building&requirement=kindergarten").get("rows");

    for (double share : new double[] {0, 1}) {
      JsonNode building = firstWith(rows, share);
      double[] middle = middleOf(item("buildings", building.get("building_id").asText()));
      look(
          "req=kindergarten&off=compounds,facilities,illegal_structures&map=19/%.6f/%.6f"
              .formatted(middle[1], middle[0]));
      browser.find(".scale");
      String expected = share == 0 ? "#a6611a" : "#018571";
      browser.await(d -> browser.colourAt(MIDDLE_X, MIDDLE_Y).equals(expected));
    }
  }

  @Test
  void a_click_shows_how_far_one_gets_as_the_api_says() throws Exception {
    look("map=17/34.67000/112.43000");
    browser.click("#tabs [data-tab=ask]");
    browser.clickAt(MIDDLE_X, MIDDLE_Y);

    browser.find("#reached");
    String at = parameter("at");
    JsonNode answer = json("/isochrone?minutes=5,10,15&at=" + at);
    List<String> areas = new ArrayList<>();
    for (JsonNode polygon : answer.get("features")) {
      areas.add(squareMetres(polygon.at("/properties/area_m2").asDouble()));
    }
    assertEquals(areas, browser.all("#reached b").stream().map(b -> b.getText()).toList());
  }

  @Test
  void two_clicks_show_the_walk_and_the_gate_that_is_shut_in_its_way() throws Exception {
    double[] home = inFrontOf(middleOf(item("entrances", nearestDoorOf("c-30"))));
    double[] school = inFrontOf(middleOf(item("facilities", "f-kindergarten-2")));
    String camera =
        "16.6/%.5f/%.5f".formatted((home[1] + school[1]) / 2, (home[0] + school[0]) / 2);
    look("tab=ask&tool=walk&map=" + camera);
    click(camera, home);
    browser.await(d -> !parameter("from").isEmpty());
    click(camera, school);

    browser.find("#walked");
    JsonNode walk =
        json("/walk?from=" + parameter("from") + "&to=" + parameter("to")).get("properties");
    assertEquals(metres(walk.get("distance_m")), browser.text("#walked"));
    assertEquals(metres(walk.get("straight_m")), browser.text("#straight"));
    List<String> forced = new ArrayList<>();
    walk.get("forced_by").forEach(id -> forced.add(id.asText()));
    assertFalse(forced.isEmpty());
    assertEquals(
        forced,
        browser.all("#forced button").stream().map(b -> b.getAttribute("data-id")).toList());

    browser.click("#forced button");
    assertTrue(browser.text("#facts dl").contains(forced.get(0)), browser.text("#facts dl"));
  }

  @Test
  void freed_space_follows_the_width_asked_for() throws Exception {
    look("map=17/34.66930/112.43230");
    browser.click("#tabs [data-tab=free]");
    String usable = browser.text("#usable");
    browser.click("#width ~ output"); // the label's click puts the keyboard on the slider
    browser.find("#width").sendKeys(Keys.ARROW_RIGHT);

    JsonNode freed = json("/freed-space?min_width_m=4.5");
    browser.awaitText("#usable", squareMetres(freed.get("usable_m2").asDouble()));
    assertNotEquals(usable, browser.text("#usable"));
    assertEquals(squareMetres(freed.get("footprint_m2").asDouble()), browser.text("#footprint"));
  }

  @Test
  void english_is_one_click_away_and_remembered_and_so_is_chinese() {
    look("");
    browser.awaitText("#tabs [data-tab=see]", "现状");

    browser.click("#language");
    browser.awaitText("#tabs [data-tab=see]", "See");
    open("/");
    browser.awaitText("#tabs [data-tab=see]", "See");
    assertEquals("en", browser.find("html").getAttribute("lang"));

    browser.click("#language");
    browser.awaitText("#tabs [data-tab=see]", "现状");
  }

  @Test
  void pointing_at_a_gate_tells_its_kind_and_moving_the_map_asks_nothing() throws Exception {
    double[] gate = middleOf(item("gates", "g-kindergarten"));
    look("req=kindergarten&map=18/%.6f/%.6f".formatted(gate[1], gate[0]));
    browser.find(".scale");
    browser.awaitQuiet();
    browser.pointAt(MIDDLE_X + 40, MIDDLE_Y + 40);
    browser.pointAt(MIDDLE_X, MIDDLE_Y);

    browser.await(d -> browser.text("#tip").startsWith("封闭出入口"));
    Object before = browser.run("return performance.getEntriesByType('resource').length");
    browser.drag(MIDDLE_X, MIDDLE_Y, MIDDLE_X + 200, MIDDLE_Y + 120, 12);
    browser.await(d -> !parameter("map").startsWith("18/%.5f".formatted(gate[1])));
    assertEquals(before, browser.run("return performance.getEntriesByType('resource').length"));
  }

  @Test
  void all_of_it_can_be_reached_from_the_keyboard() {
    open("/");
    browser.find(".requirement");
    browser.awaitQuiet();
    List<String> reached = new ArrayList<>();
    browser.run("document.body.focus()");
    for (int i = 0; i < 60; i++) {
      browser.press(Keys.TAB);
      reached.add(
          browser
              .run(
                  "const e = document.activeElement;"
                      + "return e.id || e.dataset.tab || e.dataset.value || e.dataset.requirement"
                      + " || e.dataset.layer || e.className")
              .toString());
    }

    assertTrue(
        reached.containsAll(
            List.of("skip", "language", "ask", "15", "which-wall", "group", "kindergarten")),
        reached.toString());
    long nameless =
        (long)
            browser.run(
                """
                return [...document.querySelectorAll('button, select, input, a')].filter(e =>
                    !(e.textContent.trim() || e.getAttribute('aria-label')
                        || e.closest('label')?.textContent.trim())).length
                """);
    assertEquals(0, nameless);
  }

  // ---- the page ----

  /** Opens the page afresh. */
  private static void open(String path) {
    browser.open(demo.uri(path).toString());
    browser.awaitMap();
  }

  /** Follows a link to a view: a page that is open already only turns to it. */
  private static void look(String view) {
    String page = demo.uri("/").toString();
    if (!browser.address().startsWith(page)) {
      open("/");
    }
    browser.run("location.hash = ''");
    browser.run("location.hash = arguments[0]", view);
    browser.awaitMap();
  }

  /** A part of the address that says what is looked at. */
  private static String parameter(String name) {
    for (String part : browser.address().replaceFirst("^[^#]*#?", "").split("&", -1)) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return "";
  }

  /** Clicks where the map shows this place. */
  private static void click(String camera, double[] lonLat) {
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

  private static JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(demo.get("/areas/xigong" + path));
  }

  private static JsonNode item(String collection, String id)
      throws IOException, InterruptedException {
    return json("/collections/" + collection + "/items/" + id);
  }

  private static String percent(JsonNode share) {
    return "%.1f%%".formatted(100 * share.asDouble());
  }

  private static String metres(JsonNode metres) {
    return "%,d m".formatted(Math.round(metres.asDouble()));
  }

  private static String squareMetres(double area) {
    if (area >= 100_000) {
      return "%,.1f ha".formatted(area / 10_000).replace(".0 ", " ");
    }
    return String.format(Locale.ROOT, area < 100 ? "%.1f m²" : "%,.0f m²", area);
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

  private static JsonNode firstWith(JsonNode rows, double share) {
    for (JsonNode row : rows) {
      if (row.get("residents").asDouble() > 0 && row.get("share").asDouble() == share) {
        return row;
      }
    }
    throw new AssertionError("no row with a share of " + share);
  }

  /** The stairwell door of a compound from which the demo's second kindergarten is nearest. */
  private static String nearestDoorOf(String compound) throws IOException, InterruptedException {
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
  private static double[] inFrontOf(double[] door) throws IOException, InterruptedException {
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

  /** The middle of a point's or an outline's corners. */
  private static double[] middleOf(JsonNode feature) {
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
    boolean ring = coordinates.get(0).get(0).isNumber();
    for (int i = ring ? 1 : 0; i < coordinates.size(); i++) { // a ring's first corner is its last
      collect(coordinates.get(i), corners);
    }
  }
}
