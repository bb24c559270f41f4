package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** A plan asked for, waited for, looked at and opened on the map, held to what the API says. */
@ExtendWith(MapPage.Opened.class)
class MapPlanTest {

  private final MapPage page;
  private final Browser browser;

  MapPlanTest(MapPage page) {
    this.page = page;
    browser = page.browser();
  }

  @AfterEach
  void picture(TestInfo test) throws IOException {
    page.keepPicture(test);
  }

  @Test
  void a_plan_for_a_budget_is_made_shown_in_phases_and_opened_as_a_scenario() throws Exception {
    page.look("tab=decide");
    browser.click("#content [data-value=plan]");
    browser.write("#budget", "0.3");
    browser.choose("#requirement", "kindergarten");
    browser.click("#build");
    browser.click("#make-plan");

    browser.find("#phases");
    JsonNode plan = page.json("/jobs/" + page.parameter("job") + "/results");
    assertEquals(3000, plan.get("budget_yuan").asDouble());
    browser.awaitText("#plan-gained", "%,.0f".formatted(plan.get("residents_gained").asDouble()));
    browser.awaitText("#plan-gap", "≤ " + MapPage.percent(plan.get("gap")));
    assertEquals(plan.get("phases").size(), browser.all("#phases > li").size());
    assertEquals(
        "+%,.0f".formatted(plan.at("/phases/0/residents_gained").asDouble()),
        browser.text("#phases li .gain b"));
    assertTrue(plan.get("cost_yuan").asDouble() <= 3000);

    browser.click("#phases li button");
    browser.awaitMap();
    page.keepPicture("the_phases_of_a_plan");
    browser.click("#open-plan");
    assertEquals(plan.get("scenario").asText(), page.scenario());
    browser.find("#people-gained");
    assertEquals(
        "%,.0f 人".formatted(plan.get("residents_gained").asDouble()),
        browser.text("#people-gained"));
  }

  @Test
  void a_budget_that_buys_nothing_says_why_and_a_wrong_one_is_not_sent() throws Exception {
    page.look("tab=decide&decide=plan&budget=100&req=kindergarten&build=false");
    browser.click("#make-plan");
    browser.find("#plan-nothing");
    JsonNode plan = page.json("/jobs/" + page.parameter("job") + "/results");
    assertFalse(plan.get("feasible").asBoolean());
    browser.awaitText("#plan-nothing", plan.get("reason").asText());

    page.look("tab=decide&decide=plan");
    browser.write("#budget", "-5");
    browser.click("#make-plan");
    assertEquals("", page.parameter("job"));
    browser.find("#budget:invalid");
  }

  @Test
  void a_plan_is_given_up_with_a_click() throws Exception {
    page.look("tab=decide&decide=plan&budget=900000&req=all&build=false");
    browser.click("#make-plan");
    browser.find("#plan-progress");
    String job = page.parameter("job");

    browser.click("#cancel-plan");

    browser.await(d -> page.json("/jobs/" + job).get("status").asText().equals("dismissed"));
    browser.await(d -> browser.all("#plan-progress").isEmpty());
  }
}
