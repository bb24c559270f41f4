package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** The ledger beside the map, held to what the API says. */
@ExtendWith(MapPage.Opened.class)
class MapLedgerTest {

  private final MapPage page;
  private final Browser browser;

  MapLedgerTest(MapPage page) {
    this.page = page;
    browser = page.browser();
  }

  @AfterEach
  void picture(TestInfo test) throws IOException {
    page.keepPicture(test);
  }

  /** How many compounds of the demo have works that are so far; none has several. */
  private long compoundsWith(String phase) {
    Set<String> compounds = new HashSet<>();
    for (JsonNode work : page.json("/works?as_of=2022-05-01").get("records")) {
      if (work.get("phase").asText().equals(phase)) {
        work.get("compound_ids").forEach(id -> assertTrue(compounds.add(id.asText())));
      }
    }
    assertFalse(compounds.isEmpty());
    return compounds.size();
  }

  @Test
  void the_ledger_shows_28_figures_beside_the_newspapers_and_a_lift_to_its_shares()
      throws Exception {
    // Walls are down and nothing is built yet: the ledger walks the very network that is there.
    page.look("tab=ledger&day=2022-05-01");

    browser.find("#figures [data-id=case_walls_m]");
    JsonNode ledger = page.json("/ledger?as_of=2022-05-01");
    assertEquals(28, ledger.get("figures").size());
    assertEquals(28, browser.all("#figures > li").size());
    double metres = ledger.at("/figures/12/value").asDouble();
    browser.awaitText("#figures [data-id=case_walls_m] b", "%,.0f m".formatted(metres));
    browser.awaitText("#figures [data-id=case_walls_m] q", "1200多米");
    browser.awaitText("#figures [data-id=case_walls_m] small", "西工地");

    browser.awaitText(".scale li:nth-child(1) b", compoundsWith("done") + " 处");
    browser.awaitText(".scale li:nth-child(2) b", compoundsWith("under_way") + " 处");

    browser.click("#figures [data-id=case_walls_m] summary");
    browser.awaitText("#figures [data-id=case_walls_m] .records", "works/k-xigongdi");

    browser.click("#lifts [data-id=l-1] summary");
    browser.find("#lifts [data-id=l-1] table");
    JsonNode lift = page.json("/lifts/l-1?as_of=2022-05-01");
    assertEquals(lift.get("by_floor").size(), browser.all("#lifts [data-id=l-1] tbody tr").size());
    browser.awaitText(
        "#lifts [data-id=l-1] .voted",
        "表决通过（2021-08-28，《民法典》第二百七十八条）：12 户中 12 户参与，12 户同意，占参与面积 100.0%");
    String gains = "/lift-gains?lift=level&f=json&entrance=" + lift.get("entrance_id").asText();
    JsonNode paced = page.json(gains + "&group=elder70").at("/features/0/properties");
    JsonNode wheels = page.json(gains + "&group=wheelchair").at("/features/0/properties");
    double released = wheels.get("residents_released").asDouble();
    assertTrue(released > 0, wheels.toString());
    browser.awaitText(
        "#lifts [data-id=l-1] .gains",
        "对生活圈的影响（门到门）：按七旬老人步速新增达标 %.0f 人×项；按乘轮椅者计 %.0f 人由不能出门变为可以出门"
            .formatted(paced.get("residents_gained").asDouble(), released));
    page.keepPicture("a_lift_in_the_ledger");

    browser.click("#language");
    browser.awaitText("#figures [data-id=case_walls_m] q", "1 200+ m");
    assertTrue(browser.text("#content .lead").contains("28 figures"));
    browser.click("#language");
  }

  @Test
  void every_lift_that_was_approved_has_room_and_one_that_is_voted_on_has_none() throws Exception {
    for (JsonNode lift : page.json("/lifts?as_of=2023-01-01").get("records")) {
      JsonNode told = page.json("/lifts/" + lift.get("id").asText() + "?as_of=2023-01-01&lang=en");
      if (told.hasNonNull("approved_on")) {
        assertTrue(told.at("/fit/fits").asBoolean(), told.toString());
      }
    }
    JsonNode voting = page.json("/lifts/l-8?as_of=2023-01-01&lang=en");
    assertEquals("voting", voting.get("stage").asText());
    assertTrue(
        voting.at("/fit/reasons/0").asText().startsWith("it blocks no path"), voting.toString());
  }

  @Test
  void a_lift_of_the_ledger_is_tried_in_a_scenario() throws Exception {
    page.look("tab=ledger&day=2022-05-01");
    browser.click("#lifts [data-id=l-2] summary");
    browser.find("#lifts [data-id=l-2] .try-lift");
    browser.click("#lifts [data-id=l-2] .try-lift");

    String scenario = page.scenario();
    JsonNode change = page.json("/scenarios/" + scenario).at("/changes/0");

    assertEquals("retrofit_lift", change.get("type").asText());
    assertEquals("level", change.get("lift").asText());
  }
}
