package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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

    browser.click("#figures [data-id=case_walls_m] summary");
    browser.awaitText("#figures [data-id=case_walls_m] .records", "works/k-xigongdi");

    browser.click("#lifts [data-id=l-1] summary");
    browser.find("#lifts [data-id=l-1] table");
    JsonNode lift = page.json("/lifts/l-1?as_of=2022-05-01");
    assertEquals(lift.get("by_floor").size(), browser.all("#lifts [data-id=l-1] tbody tr").size());
    page.keepPicture("a_lift_in_the_ledger");

    browser.click("#language");
    browser.awaitText("#figures [data-id=case_walls_m] q", "1 200+ m");
    assertTrue(browser.text("#content .lead").contains("28 figures"));
    browser.click("#language");
  }
}
