package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the official suite for OGC API Processes asks, and that nothing is computed otherwise. */
class ProcessesTest {

  private static final String AREA = "/areas/two-yards";
  private static final String TYPES =
      "http://www.opengis.net/def/exceptions/ogcapi-processes-1/1.0/";

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
  void every_process_describes_what_goes_in_and_what_comes_out() throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode process : served.json("/processes").get("processes")) {
      String id = process.get("id").asText();
      ids.add(id);
      JsonNode whole = served.json("/processes/" + id);
      assertEquals(process.get("version"), whole.get("version"));
      assertFalse(whole.get("inputs").isEmpty(), id);
      whole.get("inputs").forEach(input -> assertTrue(input.get("schema").has("type"), id));
      assertTrue(whole.at("/outputs/result/schema/type").isTextual(), id);
      assertTrue(whole.get("jobControlOptions").toString().contains("async-execute"), id);
    }
    assertTrue(
        ids.containsAll(
            List.of(
                "isochrone",
                "walk",
                "coverage",
                "freed-space",
                "candidates",
                "openings",
                "location-allocation",
                "plan",
                "report",
                "echo")));
    assertEquals(1, served.json("/processes?limit=1").get("processes").size());
  }

  @Test
  void a_process_answers_just_what_its_plain_address_does() throws Exception {
    String from = Served.lonLat(15, 15);
    String to = Served.lonLat(55, 15);
    JsonNode plain = served.json("/walk?from=" + from + "&to=" + to);
    String inputs = "{\"inputs\": {\"from\": [%s], \"to\": [%s]}%s}";

    HttpResponse<String> raw = execute("walk", inputs.formatted(from, to, ""));
    assertEquals(200, raw.statusCode(), raw.body());
    assertEquals("application/geo+json", raw.headers().firstValue("Content-Type").orElseThrow());
    assertEquals(without(plain), without(Served.parse(raw.body())));

    JsonNode document =
        Served.parse(
            execute("walk", inputs.formatted(from, to, ", \"response\": \"document\"")).body());
    assertEquals(without(plain), without(document.at("/result/value")));
    assertEquals("application/geo+json", document.at("/result/mediaType").asText());

    HttpResponse<String> accepted =
        execute("coverage", "{\"inputs\": {\"by\": \"compound\"}}", "Prefer", "respond-async");
    assertEquals(201, accepted.statusCode(), accepted.body());
    JsonNode results = Served.parse(results(accepted).body());
    assertEquals(served.json("/coverage?by=compound"), results);
  }

  private static JsonNode without(JsonNode answer) {
    ObjectNode copy = answer.deepCopy();
    copy.remove(List.of("timeStamp", "links"));
    return copy;
  }

  @Test
  void an_echo_comes_back_and_takes_the_time_it_is_told_to() throws Exception {
    String body = "{\"inputs\": {\"text\": \"teststring\"}%s}";
    HttpResponse<String> raw = execute("echo", body.formatted(", \"response\": \"raw\""));
    assertEquals("teststring", raw.body());
    JsonNode document =
        Served.parse(execute("echo", body.formatted(", \"response\": \"document\"")).body());
    assertEquals("teststring", document.get("result").asText());

    HttpResponse<String> accepted =
        execute(
            "echo",
            "{\"inputs\": {\"text\": {\"value\": \"later\"}, \"pause\": 30}}",
            "Prefer",
            "respond-async");
    assertEquals(201, accepted.statusCode());
    JsonNode status = Served.parse(accepted.body());
    assertTrue(List.of("accepted", "running").contains(status.get("status").asText()));
    assertEquals("process", status.get("type").asText());
    assertEquals("echo", status.get("processID").asText());
    String job = path(accepted.headers().firstValue("Location").orElseThrow());
    HttpResponse<String> early = served.get(job + "/results");
    assertEquals(404, early.statusCode());
    assertEquals(TYPES + "result-not-ready", Served.parse(early.body()).get("type").asText());
    boolean listed = false;
    for (JsonNode one : served.json("/jobs").get("jobs")) {
      listed |= job.endsWith(one.get("jobID").asText());
    }
    assertTrue(listed);
    HttpResponse<String> dismissed = served.send("DELETE", job);
    assertEquals("dismissed", Served.parse(dismissed.body()).get("status").asText());
  }

  @Test
  void a_plan_is_always_a_job() throws Exception {
    HttpResponse<String> accepted = execute("plan", "{\"inputs\": {\"budget_yuan\": 0}}");

    assertEquals(201, accepted.statusCode(), accepted.body());
    assertEquals("plan", Served.parse(accepted.body()).get("processID").asText());
    JsonNode plan = Served.parse(results(accepted).body());
    assertEquals(0, plan.get("cost_yuan").asInt());
  }

  @Test
  void facilities_are_located_just_as_at_the_plain_address() throws Exception {
    String asked = "{\"problem\": \"p_median\", \"requirement\": \"kindergarten_5\", \"count\": 1}";
    HttpResponse<String> accepted = execute("location-allocation", "{\"inputs\": " + asked + "}");
    assertEquals(201, accepted.statusCode(), accepted.body());
    HttpResponse<String> plain = served.send("POST", AREA + "/location-allocation", asked);
    assertEquals(201, plain.statusCode(), plain.body());

    JsonNode located = Served.parse(results(accepted).body());
    assertEquals("p_median", located.get("problem").asText());
    assertEquals(Served.parse(results(plain).body()), located);
    assertEquals(
        422,
        execute("location-allocation", "{\"inputs\": {\"problem\": \"alchemy\"}}").statusCode());
  }

  @Test
  void a_report_is_the_very_file_of_the_plain_address_at_once_or_as_a_job() throws Exception {
    byte[] pdf = served.bytes(AREA + "/report.pdf?lang=en").body();
    byte[] word = served.bytes(AREA + "/report.docx?lang=zh").body();

    HttpResponse<String> document =
        execute("report", "{\"inputs\": {\"lang\": \"en\"}, \"response\": \"document\"}");
    assertEquals(200, document.statusCode(), document.body());
    JsonNode result = Served.parse(document.body()).get("result");
    assertEquals("application/pdf", result.get("mediaType").asText());
    assertEquals("base64", result.get("encoding").asText());
    assertArrayEquals(pdf, Base64.getDecoder().decode(result.get("value").asText()));

    HttpResponse<String> accepted =
        execute(
            "report",
            "{\"inputs\": {\"format\": \"docx\", \"lang\": \"zh\"}}",
            "Prefer",
            "respond-async");
    assertEquals(201, accepted.statusCode(), accepted.body());
    JsonNode later = Served.parse(results(accepted).body()).get("result");
    assertArrayEquals(word, Base64.getDecoder().decode(later.get("value").asText()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "walk|{}|400|/inputs/from",
        "walk|{\"inputs\": {\"from\": \"1,2\", \"to\": \"nowhere\"}}|400|/inputs/to",
        "coverage|{\"inputs\": {\"colour\": \"red\"}}|400|/inputs/colour",
        "coverage|{\"inputs\": []}|400|/inputs",
        "coverage|{\"outputs\": {\"gold\": {}}}|400|/outputs/gold",
        "coverage|{\"response\": \"loud\"}|400|/response",
        "coverage|not json|400|",
        "coverage|{\"inputs\": {\"by\": {\"href\": \"http://elsewhere\"}}}|400|/inputs/by",
        "report|{\"inputs\": {\"format\": \"doc\"}}|400|/inputs/format",
        "report|{\"inputs\": {\"compound\": \"nowhere\"}}|400|/inputs/compound",
        "echo|{\"inputs\": {\"text\": 5}}|400|/inputs/text",
        "echo|{\"inputs\": {\"text\": \"x\", \"pause\": 99999}}|400|/inputs/pause",
        "echo|{\"inputs\": {\"text\": \"x\", \"y\": 1}}|400|/inputs/y"
      })
  void what_cannot_be_computed_is_refused_with_the_input_that_is_wrong(
      String process, String body, int status, String pointer) throws Exception {
    HttpResponse<String> response = execute(process, body);

    assertEquals(status, response.statusCode(), response.body());
    List<String> pointers = new ArrayList<>();
    Served.parse(response.body())
        .get("errors")
        .forEach(error -> pointers.add(error.get("pointer").asText()));
    assertTrue(pointers.contains(pointer == null ? "" : pointer), pointers.toString());
  }

  @Test
  void what_is_not_there_has_the_type_the_standard_gives_it() throws Exception {
    for (HttpResponse<String> response :
        List.of(served.get(AREA + "/processes/alchemy"), execute("alchemy", "{}"))) {
      assertEquals(404, response.statusCode());
      assertEquals(TYPES + "no-such-process", Served.parse(response.body()).get("type").asText());
    }
    for (String address : List.of("/jobs/nothing", "/jobs/nothing/results")) {
      HttpResponse<String> response = served.get(AREA + address);
      assertEquals(404, response.statusCode());
      assertEquals(TYPES + "no-such-job", Served.parse(response.body()).get("type").asText());
    }
    String deep = "{\"inputs\":{\"by\":" + "[".repeat(500) + "]".repeat(500) + "}}";
    assertEquals(400, execute("coverage", deep).statusCode());
  }

  private static HttpResponse<String> execute(String process, String body, String... headers)
      throws IOException, InterruptedException {
    return served.send("POST", AREA + "/processes/" + process + "/execution", body, headers);
  }

  private static String path(String url) {
    return url.replaceFirst("http://[^/]+", "");
  }

  private static HttpResponse<String> results(HttpResponse<String> accepted) throws Exception {
    String job = path(accepted.headers().firstValue("Location").orElseThrow());
    String status = "accepted";
    while (List.of("accepted", "running").contains(status)) {
      Thread.sleep(20);
      status = Served.parse(served.get(job).body()).get("status").asText();
    }
    return served.get(job + "/results");
  }
}
