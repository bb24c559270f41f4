package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lifecircle.model.Layer;

/** What the server says of itself, and how it refuses. */
class WebServerTest {

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

  @Test
  void the_areas_are_listed_with_their_dataset_version() throws Exception {
    JsonNode areas = Served.parse(served.get("/areas").body()).get("areas");

    assertEquals(1, areas.size());
    assertEquals("two-yards", areas.get(0).get("id").asText());
    assertEquals("1", areas.get(0).get("dataset_version").asText());
    String link = areas.get(0).get("links").get(0).get("href").asText();
    assertEquals(served.uri("/areas/two-yards").toString(), link);
  }

  @Test
  void a_landing_page_leads_to_all_there_is() throws Exception {
    JsonNode landing = served.json("");

    List<String> rels = new ArrayList<>();
    for (JsonNode link : landing.get("links")) {
      rels.add(link.get("rel").asText());
      HttpResponse<String> there =
          served.get(link.get("href").asText().replaceFirst("http://[^/]+", ""));
      assertTrue(there.statusCode() == 200 || there.statusCode() == 400, there.body());
    }
    assertTrue(rels.containsAll(List.of("self", "service-desc", "conformance", "data")));
  }

  @Test
  void the_api_document_is_where_the_landing_page_says_in_the_form_it_says() throws Exception {
    HttpResponse<String> document = served.get("/areas/two-yards/api");

    assertEquals(
        "application/vnd.oai.openapi+json;version=3.0",
        document.headers().firstValue("Content-Type").orElseThrow().replace(" ", ""));
    JsonNode json = Served.parse(document.body());
    assertEquals("3.0.3", json.get("openapi").asText());
    assertEquals(served.uri("/areas/two-yards").toString(), json.at("/servers/0/url").asText());
    JsonNode limit = json.at("/paths/~1collections~1{collection}~1items/get/parameters/1/schema");
    assertEquals(
        "{\"type\":\"integer\",\"minimum\":1,\"maximum\":10000,\"default\":20}", limit.toString());
  }

  @Test
  void browsers_get_a_page_and_programs_get_json() throws Exception {
    HttpResponse<String> page =
        served.get("/areas/two-yards", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    HttpResponse<String> json = served.get("/areas/two-yards", "Accept", "*/*");

    assertTrue(page.headers().firstValue("Content-Type").orElseThrow().startsWith("text/html"));
    assertTrue(page.body().startsWith("<!doctype html>"));
    assertEquals("application/json", json.headers().firstValue("Content-Type").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/nowhere|404|unknown-path",
        "/areas/nowhere|404|unknown-area",
        "/areas/..%2f..%2fetc|404|unknown-area",
        "/areas/two-yards/collections/trees|404|unknown-collection",
        "/areas/two-yards/collections/trees/items|404|unknown-collection",
        "/areas/two-yards/collections/walls/items/w99|404|unknown-feature",
        "/areas/two-yards?colour=red|400|bad-query",
        "/areas?limit=1|400|bad-query",
        "/health/live?x=%zz|400|bad-query"
      })
  void what_is_not_there_is_a_problem_with_a_stable_type(String address, int status, String type)
      throws Exception {
    HttpResponse<String> response = served.get(address.replace("%zz", "%25zz"));

    assertProblem(response, status, type);
  }

  @Test
  void a_method_nobody_offers_is_refused_with_those_there_are() throws Exception {
    HttpResponse<String> response = served.send("DELETE", "/areas/two-yards");

    assertProblem(response, 405, "method-not-allowed");
    assertEquals("GET, HEAD", response.headers().firstValue("Allow").orElseThrow());
  }

  /** Sent by hand, since a well-bred client refuses to. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /areas/%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /areas?lang=%zz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /areas?lang=%c3%28 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /areas HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET /areas HTTP/9.9\r\nHost: x\r\n\r\n",
        "NONSENSE\r\n\r\n"
      })
  void a_broken_request_is_told_so_in_the_same_form(String request) throws Exception {
    String answer = sendRaw(request);

    assertTrue(answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 505"), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
    assertTrue(answer.contains("\"type\":\"urn:lifecircle:problem:"), answer);
  }

  @Test
  void a_header_of_more_than_8_kilobytes_is_refused() throws Exception {
    String answer =
        sendRaw(
            "GET /areas HTTP/1.1\r\nHost: x\r\nCookie: "
                + "x".repeat(10_000)
                + "\r\nConnection: close\r\n\r\n");

    assertTrue(answer.startsWith("HTTP/1.1 431"), answer);
    assertTrue(answer.contains("application/problem+json"), answer);
  }

  @Test
  void every_complaint_comes_at_once_and_names_its_parameter() throws Exception {
    HttpResponse<String> response =
        served.get("/areas/two-yards/collections/walls/items?limit=0&bbox=1,2,3&colour=red&f=xml");

    assertProblem(response, 400, "bad-query");
    List<String> pointers = new ArrayList<>();
    for (JsonNode error : Served.parse(response.body()).get("errors")) {
      pointers.add(error.get("pointer").asText());
      assertFalse(error.get("reason").asText().isBlank());
    }
    pointers.sort(null);
    assertEquals(List.of("/query/bbox", "/query/colour", "/query/f", "/query/limit"), pointers);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|zh-CN,zh;q=0.9,en;q=0.8|没有这个研究范围",
        "|en-GB,en;q=0.9,zh;q=0.8|There is no such study area",
        "?lang=zh|en|没有这个研究范围",
        "?lang=en|zh|There is no such study area"
      })
  void problems_are_told_in_the_language_of_whoever_asks(
      String query, String accepted, String title) throws Exception {
    String address = "/areas/nowhere" + (query == null ? "" : query);
    HttpResponse<String> response = served.get(address, "Accept-Language", accepted);

    assertEquals(title, Served.parse(response.body()).get("title").asText());
  }

  @Test
  void an_answer_that_still_holds_is_not_sent_again() throws Exception {
    String address = "/areas/two-yards/collections/walls/items";
    String tag = served.get(address).headers().firstValue("ETag").orElseThrow();

    assertEquals(304, served.get(address, "If-None-Match", tag).statusCode());
    assertEquals(200, served.get(address, "If-None-Match", "W/\"other\"").statusCode());
    assertEquals(200, served.get(address + "?f=csv", "If-None-Match", tag).statusCode());
  }

  @Test
  void long_answers_are_sent_gzipped_to_those_who_can_read_it() throws Exception {
    HttpResponse<String> response =
        served.get("/areas/two-yards/collections/walls/items", "Accept-Encoding", "gzip");

    assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElseThrow());
  }

  @Test
  void head_tells_what_get_would_and_sends_nothing() throws Exception {
    HttpResponse<String> response = served.send("HEAD", "/areas/two-yards/collections/walls/items");

    assertEquals(200, response.statusCode());
    assertEquals("", response.body());
    assertTrue(response.headers().firstValue("ETag").isPresent());
  }

  @Test
  void a_server_is_alive_at_once_and_ready_when_all_is_computed() throws Exception {
    assertEquals(200, served.get("/health/live").statusCode());
    HttpResponse<String> ready = served.get("/health/ready");
    while (ready.statusCode() == 503) {
      assertTrue(ready.headers().firstValue("Retry-After").isPresent());
      Thread.sleep(50);
      ready = served.get("/health/ready");
    }
    assertEquals("ready", Served.parse(ready.body()).get("status").asText());
  }

  @Test
  void a_version_imported_meanwhile_is_served_next(@TempDir Path other) throws Exception {
    try (Served mine = Served.twoYards(other)) {
      String address = "/areas/two-yards/collections/walls/items";
      String before = mine.get(address).headers().firstValue("ETag").orElseThrow();

      Served.keep(
          mine.workspace(),
          Served.inXigong("two-yards", Served.TWO_YARDS.area().with(Layer.WALLS, List.of())));

      HttpResponse<String> after = mine.get(address, "If-None-Match", before);
      assertEquals(200, after.statusCode());
      assertEquals(0, Served.parse(after.body()).get("numberMatched").asInt());
      assertEquals("2", mine.json("").get("dataset_version").asText());
    }
  }

  @Test
  void a_port_that_is_taken_is_said_to_be(@TempDir Path other) {
    ServerSettings taken = ServerSettings.USUAL.at("127.0.0.1", served.port());

    assertThrows(BindException.class, () -> Served.of(other, taken).close());
  }

  static void assertProblem(HttpResponse<String> response, int status, String type)
      throws IOException {
    assertEquals(status, response.statusCode(), response.body());
    assertEquals(
        "application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
    JsonNode problem = Served.parse(response.body());
    assertEquals("urn:lifecircle:problem:" + type, problem.get("type").asText());
    assertEquals(status, problem.get("status").asInt());
    assertFalse(problem.get("title").asText().isBlank());
    assertFalse(problem.get("detail").asText().isBlank());
  }

  private static String sendRaw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), served.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
