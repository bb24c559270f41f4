package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** The planner's map, used on the demo district as a person would, its figures held to the API. */
@ExtendWith(MapPage.Opened.class)
class MapTest {

  private final MapPage page;
  private final Browser browser;

  MapTest(MapPage page) {
    this.page = page;
    browser = page.browser();
  }

  @AfterEach
  void nothing_was_complained_of(TestInfo test) throws IOException {
    page.keepPicture(test);

    assertEquals(List.of(), browser.complaints());
  }

  @Test
  void the_door_shows_the_district_and_what_walls_cost_it_in_less_than_1_5_megabytes()
      throws Exception {
    page.open("/");

    JsonNode worst = MapPage.worstOf("5", page.json("/coverage?by=requirement"));
    browser.awaitText("#share", MapPage.percent(worst.get("share")));
    assertEquals(MapPage.percent(worst.get("share_straight")), browser.text("#share-straight"));
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
    assertTrue(Double.parseDouble(transferred) + tiles(15) < 1.5e6, transferred);
    assertTrue(Double.parseDouble(transferred) > 0.3e6, transferred);
  }

  /** The bytes of all tiles of a level, packed: what a worker fetched, the page cannot tell. */
  private int tiles(int level) throws IOException {
    String set = "/tiles/WebMercatorQuad";
    String layers =
        "open_spaces,obstacles,paths,buildings,illegal_structures,walls,gates,facilities";
    JsonNode limits = page.json(set).at("/tileMatrixSetLimits/" + level);
    int bytes = 0;
    for (int row = limits.get("minTileRow").asInt();
        row <= limits.get("maxTileRow").asInt();
        row++) {
      for (int col = limits.get("minTileCol").asInt();
          col <= limits.get("maxTileCol").asInt();
          col++) {
        String tile =
            "/areas/xigong%s/%d/%d/%d?f=mvt&collections=%s".formatted(set, level, row, col, layers);
        URLConnection asked = page.demo().uri(tile).toURL().openConnection();
        asked.setRequestProperty("Accept-Encoding", "gzip");
        try (InputStream body = asked.getInputStream()) {
          bytes += body.readAllBytes().length;
        }
      }
    }
    assertTrue(bytes > 50_000, "no tiles");
    return bytes;
  }

  @Test
  void a_requirement_is_chosen_by_a_click_and_the_address_keeps_it() throws Exception {
    page.look("");
    browser.click(".requirement[data-requirement=service_station]");

    JsonNode row = page.json("/coverage?by=requirement&requirement=service_station").at("/rows/0");
    browser.awaitText("#share", MapPage.percent(row.get("share")));
    assertEquals(MapPage.percent(row.get("share_straight")), browser.text("#share-straight"));

    String address = browser.address();
    page.look("tier=15");
    page.open(address.substring(address.indexOf("/", 8)));
    browser.awaitText("#share", MapPage.percent(row.get("share")));

    browser.click("#content [data-value=time]");
    JsonNode timed =
        page.json("/coverage?by=requirement&requirement=service_station&criterion=time")
            .at("/rows/0");
    browser.awaitText("#share", MapPage.percent(timed.get("share")));
  }

  @Test
  void buildings_have_the_colour_of_their_share() throws Exception {
    JsonNode rows = page.json("/coverage?by=building&requirement=kindergarten").get("rows");

    for (double share : new double[] {0, 1}) {
      JsonNode building = MapPage.firstWith(rows, share);
      double[] middle =
          MapPage.middleOf(page.item("buildings", building.get("building_id").asText()));
      page.look(
          "req=kindergarten&off=compounds,facilities,illegal_structures&map=19/%.6f/%.6f"
              .formatted(middle[1], middle[0]));
      browser.find(".scale");
      String expected = share == 0 ? "#a6611a" : "#018571";
      browser.await(d -> browser.colourAt(MapPage.MIDDLE_X, MapPage.MIDDLE_Y).equals(expected));
    }
  }

  @Test
  void a_click_shows_how_far_one_gets_as_the_api_says() throws Exception {
    page.look("map=17/34.67000/112.43000");
    browser.click("#tabs [data-tab=ask]");
    browser.clickAt(MapPage.MIDDLE_X, MapPage.MIDDLE_Y);

    browser.find("#reached");
    String at = page.parameter("at");
    JsonNode answer = page.json("/isochrone?minutes=5,10,15&at=" + at);
    List<String> areas = new ArrayList<>();
    for (JsonNode polygon : answer.get("features")) {
      areas.add(MapPage.squareMetres(polygon.at("/properties/area_m2").asDouble()));
    }
    assertEquals(areas, browser.all("#reached b").stream().map(b -> b.getText()).toList());
  }

  @Test
  void two_clicks_show_the_walk_and_the_gate_that_is_shut_in_its_way() throws Exception {
    double[] home =
        page.inFrontOf(MapPage.middleOf(page.item("entrances", page.nearestDoorOf("c-30"))));
    double[] school = page.inFrontOf(MapPage.middleOf(page.item("facilities", "f-kindergarten-2")));
    String camera =
        "16.6/%.5f/%.5f".formatted((home[1] + school[1]) / 2, (home[0] + school[0]) / 2);
    page.look("tab=ask&tool=walk&map=" + camera);
    page.click(camera, home);
    browser.await(d -> !page.parameter("from").isEmpty());
    page.click(camera, school);

    browser.find("#walked");
    JsonNode walk =
        page.json("/walk?from=" + page.parameter("from") + "&to=" + page.parameter("to"))
            .get("properties");
    assertEquals(MapPage.metres(walk.get("distance_m")), browser.text("#walked"));
    assertEquals(MapPage.metres(walk.get("straight_m")), browser.text("#straight"));
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
    page.look("map=17/34.66930/112.43230");
    browser.click("#tabs [data-tab=free]");
    String usable = browser.text("#usable");
    browser.click("#width ~ output"); // the label's click puts the keyboard on the slider
    browser.press("#width", Keys.ARROW_RIGHT);

    JsonNode freed = page.json("/freed-space?min_width_m=4.5");
    browser.awaitText("#usable", MapPage.squareMetres(freed.get("usable_m2").asDouble()));
    assertNotEquals(usable, browser.text("#usable"));
    assertEquals(
        MapPage.squareMetres(freed.get("footprint_m2").asDouble()), browser.text("#footprint"));
  }

  @Test
  void what_does_not_fit_on_freed_ground_is_listed_with_the_reason() throws Exception {
    page.look("");
    browser.click("#tabs [data-tab=free]");
    browser.choose("#what", "kindergarten");
    browser.click("#content [data-value=false]");

    JsonNode refused =
        page.json("/candidates?kind=kindergarten&fits=false&lang=zh").get("features");
    List<String> ids = new ArrayList<>();
    refused.forEach(candidate -> ids.add(candidate.get("id").asText()));
    assertFalse(ids.isEmpty());
    browser.await(
        d ->
            browser.all("#candidates [data-id]").stream()
                .map(entry -> entry.getAttribute("data-id"))
                .toList()
                .equals(ids.subList(0, Math.min(40, ids.size()))));
    assertEquals(
        refused.at("/0/properties/refusals/0").asText(), browser.text("#candidates small"));
  }

  @Test
  void english_is_one_click_away_and_remembered_and_so_is_chinese() {
    page.look("");
    browser.awaitText("#tabs [data-tab=see]", "现状");

    browser.click("#language");
    browser.awaitText("#tabs [data-tab=see]", "See");
    page.open("/");
    browser.awaitText("#tabs [data-tab=see]", "See");
    assertEquals("en", browser.find("html").getAttribute("lang"));

    browser.click("#language");
    browser.awaitText("#tabs [data-tab=see]", "现状");
  }

  @Test
  void pointing_at_a_gate_tells_its_kind_and_moving_the_map_asks_for_nothing_but_tiles()
      throws Exception {
    double[] gate = MapPage.middleOf(page.item("gates", "g-kindergarten"));
    page.look("req=kindergarten&map=18/%.6f/%.6f".formatted(gate[1], gate[0]));
    browser.find(".scale");
    browser.awaitQuiet();
    browser.pointAt(MapPage.MIDDLE_X + 40, MapPage.MIDDLE_Y + 40);
    browser.pointAt(MapPage.MIDDLE_X, MapPage.MIDDLE_Y);

    browser.await(d -> browser.text("#tip").startsWith("封闭出入口"));
    Object before = browser.run("return performance.getEntriesByType('resource').length");
    browser.drag(
        MapPage.MIDDLE_X, MapPage.MIDDLE_Y, MapPage.MIDDLE_X + 200, MapPage.MIDDLE_Y + 120, 12);
    browser.await(d -> !page.parameter("map").startsWith("18/%.5f".formatted(gate[1])));
    assertEquals(before, browser.run("return performance.getEntriesByType('resource').length"));
  }

  @Test
  void a_server_that_went_away_is_waited_for_and_then_asked_again() {
    page.look("req=kindergarten");
    browser.find(".scale");
    browser.awaitQuiet();
    JsonNode wanted = page.json("/coverage?by=requirement&criterion=time&requirement=kindergarten");
    browser.offline(true);
    browser.click("#choices [data-value=time]");
    browser.await(d -> browser.find("#notice").getText().startsWith("与服务器失去联系"));

    browser.offline(false);

    browser.await(d -> !browser.find("#notice").isDisplayed());
    browser.awaitQuiet();
    browser.awaitText("#share", MapPage.percent(wanted.at("/rows/0/share")));
    browser.complaints(); // it may well complain of what it could not get
  }

  @Test
  void all_of_it_can_be_reached_from_the_keyboard() {
    page.open("/");
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
}
