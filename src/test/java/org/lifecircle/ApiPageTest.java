package org.lifecircle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

/** The API document as a page: read, opened and tried by clicking. */
@ExtendWith(MapPage.Opened.class)
class ApiPageTest {

  private final MapPage page;
  private final Browser browser;

  ApiPageTest(MapPage page) {
    this.page = page;
    browser = page.browser();
  }

  @AfterEach
  void picture(TestInfo test) throws IOException {
    page.keepPicture(test);
  }

  @Test
  void every_operation_is_shown_and_one_is_tried() throws Exception {
    browser.open(page.demo().uri("/areas/xigong/api?f=html&lang=zh").toString());

    browser.find(".opblock");
    int operations = 0;
    for (JsonNode path : page.json("/api").get("paths")) {
      operations += path.size();
    }
    assertEquals(operations, browser.all(".opblock").size());
    page.keepPicture("the_api_document");

    browser.click("[id$='-getConformance'] .opblock-summary-control");
    browser.click("[id$='-getConformance'] .execute");
    String answered =
        browser.text(
            "[id$='-getConformance'] .live-responses-table tr.response td.response-col_status");
    assertTrue(answered.startsWith("200"), answered);
    assertEquals(List.of(), browser.complaints());
  }
}
