package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every answer is a page for people too. */
class HtmlPagesTest {

  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Served served;

  @BeforeAll
  static void serve() throws IOException {
    served = Served.twoYards(folder);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/conformance",
        "/collections",
        "/collections/walls",
        "/collections/walls/queryables",
        "/collections/walls/items",
        "/collections/coverage/items",
        "/standard",
        "/coverage?by=compound"
      })
  void a_browser_gets_a_page(String address) throws Exception {
    HttpResponse<String> page = served.get("/areas/two-yards" + address, "Accept", BROWSER);

    assertEquals(200, page.statusCode());
    assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
    assertTrue(page.body().startsWith("<!doctype html>"));
    assertTrue(page.headers().firstValue("Content-Security-Policy").isPresent());
    assertTrue(address.isEmpty() || !page.body().contains("<script"));
  }

  @Test
  void features_are_a_map_and_a_table_with_a_link_to_each() throws Exception {
    String id = served.json("/collections/walls/items").at("/features/0/id").asText();
    String page = served.get("/areas/two-yards/collections/walls/items?f=html&lang=zh").body();

    assertTrue(page.contains("<html lang=\"zh\">"));
    assertTrue(page.contains("<h1>围墙</h1>"));
    assertTrue(page.contains("<svg class=\"map\""));
    assertTrue(page.contains("/collections/walls/items/" + id + "?f=html\">"));
    assertEquals(200, served.get("/web/pages.css").statusCode());
  }

  @Test
  void what_somebody_else_wrote_cannot_become_part_of_the_page() {
    String hostile = "<script>alert('x')</script>\"&";

    String escaped = HtmlPages.escaped(hostile);

    assertEquals("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;", escaped);
  }

  @Test
  void a_query_comes_back_escaped() throws Exception {
    String page =
        served
            .get(
                "/areas/two-yards/collections/walls/items?f=html&filter="
                    + "kind%3D%27%22%3E%3Cscript%3E%27")
            .body();

    assertFalse(page.contains("<script"));
  }
}
