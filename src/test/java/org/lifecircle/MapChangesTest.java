package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/** Scenarios made, kept and compared on the map by clicks, held to what the API keeps and says. */
@ExtendWith(MapPage.Opened.class)
class MapChangesTest {

  /** The wall whose fall brings most people to a kindergarten; it stands across a street. */
  private static final String WALL = "w-188/2";

  private final MapPage page;
  private final Browser browser;

  MapChangesTest(MapPage page) {
    this.page = page;
    browser = page.browser();
  }

  @AfterEach
  void picture(TestInfo test) throws IOException {
    page.keepPicture(test);
  }

  @Test
  void a_wall_goes_with_a_click_the_figures_follow_and_undo_brings_it_back() throws Exception {
    takeDownTheWall();
    String scenario = page.scenario();

    assertEquals(List.of("remove_wall " + WALL), changes(scenario));
    JsonNode row = comparison(scenario, "by=requirement&requirement=kindergarten").get(0);
    browser.awaitText(
        ".effect[data-requirement=kindergarten] .shares",
        MapPage.percent(row.get("share_before")) + " → " + MapPage.percent(row.get("share_after")));
    assertEquals(
        "+%,.0f 人".formatted(row.get("residents_gained").asDouble()),
        browser.text(".effect[data-requirement=kindergarten] b"));

    browser.click("#undo");
    browser.find("#undo[disabled]");
    browser.await(d -> changes(scenario).isEmpty());
    browser.click("#redo");
    browser.await(d -> changes(scenario).equals(List.of("remove_wall " + WALL)));
    browser.click("#changes .close");
    browser.await(d -> changes(scenario).isEmpty());
  }

  @Test
  void what_a_link_points_at_can_be_tried_at_once() {
    page.look("pick=walls:" + WALL);
    browser.click("#try");

    String scenario = page.scenario();
    assertEquals(List.of("remove_wall " + WALL), changes(scenario));
    browser.find("#effects");
    assertTrue(browser.address().contains("tab=change"), browser.address());
  }

  @Test
  void how_far_one_gets_follows_the_gate_that_is_opened() throws Exception {
    double[] gate = MapPage.middleOf(page.item("gates", "g-kindergarten"));
    String camera = "18/%.6f/%.6f".formatted(gate[1], gate[0]);
    page.look("tab=change&edit=reach&map=" + camera);
    double[] yard = {gate[0], gate[1] + 8.0 / 111_000};
    page.click(camera, yard);
    browser.find("#reached");
    List<String> before = reached();

    browser.click("#content [data-value=take]");
    page.click(camera, gate);
    String scenario = page.scenario();

    assertEquals(List.of("open_gate g-kindergarten"), changes(scenario));
    List<String> expected = new ArrayList<>();
    String question = "/isochrone?minutes=5,10,15&at=" + page.parameter("at");
    for (JsonNode polygon : page.json("/scenarios/" + scenario + question).get("features")) {
      expected.add(MapPage.squareMetres(polygon.at("/properties/area_m2").asDouble()));
    }
    browser.await(d -> reached().equals(expected));
    assertFalse(before.equals(expected), expected.toString());
  }

  @Test
  void what_somebody_else_kept_meanwhile_is_shown_and_both_can_be_kept() throws Exception {
    takeDownTheWall();
    String scenario = page.scenario();
    browser.find("#effects");
    String theirs =
        """
        {"changes": [{"type": "remove_wall", "id": "%s"}, \
        {"type": "open_gate", "id": "g-kindergarten"}]}"""
            .formatted(WALL);
    page.demo().patch("/areas/xigong/scenarios/" + scenario, theirs, "\"r1\"");

    String gate = residentsGateNear(MapPage.middleOf(page.item("walls", WALL)));
    double[] place = MapPage.middleOf(page.item("gates", gate));
    String camera = "19/%.6f/%.6f".formatted(place[1], place[0]);
    browser.run("location.hash = arguments[0]", "tab=change&map=" + camera);
    browser.awaitMap();
    page.click(camera, place);

    assertTrue(browser.text("#change-conflict").contains("他人刚改过"));
    assertEquals(2, changes(scenario).size());
    browser.click("#settle-both");
    browser.await(d -> changes(scenario).size() == 3);
    assertEquals(
        List.of("remove_wall " + WALL, "open_gate g-kindergarten", "open_gate " + gate),
        changes(scenario));
    assertFalse(browser.find("#change-conflict").isDisplayed());
    assertTrue(browser.complaints().stream().allMatch(text -> text.contains("412")));
  }

  @Test
  void a_facility_a_gate_and_a_path_are_drawn_and_kept_under_a_name() throws Exception {
    double[] wall = MapPage.middleOf(page.item("walls", WALL));
    String camera = "18.5/%.6f/%.6f".formatted(wall[1], wall[0]);
    page.look("tab=change&edit=facility&map=" + camera);
    browser.choose("#kind", "clinic");
    double[] yard = {wall[0] - 0.0001, wall[1] + 0.00005};
    page.click(camera, yard);
    String scenario = page.scenario();
    browser.await(d -> changes(scenario).size() == 1);

    browser.click("#content [data-value=gate]");
    page.click(camera, wall);
    browser.await(d -> changes(scenario).size() == 2);

    browser.write("#name", "先开一门"); // it stays while the page is drawn anew
    browser.click("#content [data-value=path]");
    page.click(camera, yard);
    page.click(camera, new double[] {wall[0] - 0.0001, wall[1] - 0.00005});
    browser.press(Keys.ENTER);
    browser.await(d -> changes(scenario).size() == 3);

    JsonNode kept = page.json("/scenarios/" + scenario).get("changes");
    assertEquals("clinic", kept.at("/0/feature/properties/kind").asText());
    assertEquals(yard[0], kept.at("/0/feature/geometry/coordinates/0").asDouble(), 5e-6);
    assertEquals(yard[1], kept.at("/0/feature/geometry/coordinates/1").asDouble(), 5e-6);
    assertEquals("add_gate", kept.at("/1/type").asText());
    assertEquals("add_path", kept.at("/2/type").asText());
    assertEquals(2, kept.at("/2/feature/geometry/coordinates").size());
    browser.click("#save");
    browser.await(d -> name(scenario).equals("先开一门"));
    browser.awaitText("#scenario option:checked", "先开一门（" + scenario + "）");
  }

  @Test
  void before_and_after_are_told_by_requirement_and_compound_and_a_bar_uncovers_the_map()
      throws Exception {
    takeDownTheWall();
    String scenario = page.scenario();
    browser.click("#tabs [data-tab=compare]");

    JsonNode row = comparison(scenario, "by=requirement&requirement=kindergarten").get(0);
    browser.awaitText("#share-after", MapPage.percent(row.get("share_after")));
    assertEquals(MapPage.percent(row.get("share_before")), browser.text("#share-before"));
    assertEquals(
        "%,.0f 人".formatted(row.get("residents_gained").asDouble()),
        browser.text("#people-gained"));

    browser.click("#content [data-value=compound]");
    for (JsonNode compound : comparison(scenario, "by=compound&requirement=kindergarten")) {
      String id = compound.get("compound_id").asText("");
      if (compound.get("residents_gained").asDouble() > 0) {
        String cells = "#by-compound [data-compound='" + id + "'] td:nth-child";
        browser.awaitText(cells + "(4)", MapPage.percent(compound.get("share_after")));
        assertEquals(
            "+%,.0f".formatted(compound.get("residents_gained").asDouble()),
            browser.text(cells + "(5)"));
      }
    }
    String csv = String.valueOf(browser.find("#get-csv").getAttribute("href"));
    assertTrue(
        page.demo().get(csv.substring(csv.indexOf("/areas"))).contains("requirement,kind,"), csv);
    String project = String.valueOf(browser.find("#export-qgz").getAttribute("href"));
    assertTrue(project.contains("/scenarios/" + scenario + "/export.qgz?layers="), project);
    assertEquals(200, page.demo().status(project.substring(project.indexOf("/areas"))), project);

    double[] house = houseThatGains(scenario);
    browser.click("#content [data-value=swipe]");
    String view = browser.address().replaceFirst("^[^#]*#", "").replaceFirst("&?map=[^&]*", "");
    browser.run(
        "location.hash = arguments[0]",
        view + "&off=compounds,facilities&map=19/%.6f/%.6f".formatted(house[1], house[0]));
    browser.awaitMap();
    browser.find("#swipe");
    int x = MapPage.MIDDLE_X;
    int y = MapPage.MIDDLE_Y - 100;
    browser.drag(x, y, x + 150, y, 3);
    browser.await(d -> browser.colourAt(x, MapPage.MIDDLE_Y).equals("#a6611a"));
    browser.drag(x + 150, y, x - 150, y, 3);
    browser.await(d -> browser.colourAt(x, MapPage.MIDDLE_Y).equals("#018571"));
  }

  @Test
  void an_area_from_openstreetmap_says_so_and_markup_in_names_stays_text() {
    page.open("/areas/z-osm");

    assertTrue(browser.text("#credits").contains("© OpenStreetMap"), browser.text("#credits"));
    browser.click("#language");
    assertTrue(browser.text("#credits").contains("© OpenStreetMap contributors"));
    browser.click("#language");
    assertEquals(List.of(), browser.complaints());
  }

  private void takeDownTheWall() throws Exception {
    double[] wall = MapPage.middleOf(page.item("walls", WALL));
    String camera = "18/%.6f/%.6f".formatted(wall[1], wall[0]);
    page.look("tab=change&map=" + camera);
    page.click(camera, wall);
  }

  private List<String> reached() {
    return browser.all("#reached b").stream().map(b -> b.getText()).toList();
  }

  private List<String> changes(String scenario) {
    List<String> changes = new ArrayList<>();
    for (JsonNode change : page.json("/scenarios/" + scenario).get("changes")) {
      changes.add(change.get("type").asText() + " " + change.path("id").asText());
    }
    return changes;
  }

  private String name(String scenario) {
    return page.json("/scenarios/" + scenario).get("name").asText();
  }

  private JsonNode comparison(String scenario, String query) {
    return page.json("/scenarios/" + scenario + "/comparison?" + query).get("rows");
  }

  private double[] houseThatGains(String scenario) {
    for (JsonNode row : comparison(scenario, "by=building&requirement=kindergarten")) {
      if (row.get("share_difference").asDouble() == 1) {
        return MapPage.middleOf(page.item("buildings", row.get("building_id").asText()));
      }
    }
    throw new AssertionError("nobody gains");
  }

  private String residentsGateNear(double[] place) {
    String nearest = "";
    double least = Double.MAX_VALUE;
    for (JsonNode gate : page.json("/collections/gates/items?limit=10000").get("features")) {
      double[] at = MapPage.middleOf(gate);
      double apart = Math.hypot(at[0] - place[0], at[1] - place[1]);
      if (gate.at("/properties/access").asText().equals("residents") && apart < least) {
        least = apart;
        nearest = gate.get("id").asText();
      }
    }
    return nearest;
  }
}
