package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

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
  void nothing_was_complained_of(TestInfo test) throws IOException {
    page.keepPicture(test);

    assertEquals(List.of(), browser.complaints());
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
  void a_plan_does_what_is_named_leaves_alone_what_is_named_and_takes_lifts_in() throws Exception {
    page.look("tab=decide&decide=plan&budget=3000&req=kindergarten&build=false&group=elder70");
    browser.click("#limits summary");
    browser.write("#plan-lifts", "100");
    browser.press("#plan-lifts", Keys.ENTER);
    JsonNode plan = planMadeAfter("");
    JsonNode lifts = plan.get("lifts");
    assertEquals(1_000_000, lifts.get("budget_yuan").asDouble());
    assertTrue(lifts.get("changes").size() > 0);
    browser.await(d -> browser.all("#plan-lifts-chosen li").size() == lifts.get("changes").size());
    JsonNode work = plan.at("/phases/0/changes/0");
    assertEquals("remove_wall", work.get("type").asText());
    String wall = work.get("id").asText();

    browser.run("location.hash += '&pick=' + encodeURIComponent(arguments[0])", "walls:" + wall);
    browser.click("#facts [data-plan=never]");
    String job = page.parameter("job");
    browser.click("#make-plan");
    assertFalse(planMadeAfter(job).get("phases").toString().contains('"' + wall + '"'));

    browser.click("#facts [data-plan=must]");
    browser.await(d -> browser.all("#must li").size() == 1 && browser.all("#never li").isEmpty());
    job = page.parameter("job");
    browser.click("#make-plan");
    assertTrue(planMadeAfter(job).get("phases").toString().contains('"' + wall + '"'));

    browser.click("#agreed-only");
    browser.click("#make-plan"); // whoever owns the wall has not agreed, as the server says
    browser.await(d -> browser.text("#notice").contains("agreed_only"));
    assertTrue(browser.complaints().stream().allMatch(text -> text.contains("422")));
  }

  /** The result of the job the page follows, once it is another than this and done. */
  private JsonNode planMadeAfter(String before) {
    return browser.await(
        d -> {
          String job = page.parameter("job");
          boolean done =
              !job.isEmpty()
                  && !job.equals(before)
                  && page.json("/jobs/" + job).get("status").asText().equals("successful");
          return done ? page.json("/jobs/" + job + "/results") : null;
        });
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
