package org.lifecircle.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.reprezen.kaizen.oasparser.OpenApi3Parser;
import com.reprezen.kaizen.oasparser.model3.OpenApi3;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API document says what the server does, to the parser of the official suites too. */
class ApiDocumentTest {

  @TempDir static Path folder;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static Served served;

  @SuppressWarnings("NullAway.Init") // JUnit sees to it
  private static JsonNode document;

  @BeforeAll
  static void serve() throws Exception {
    served = Served.twoYards(folder);
    document = served.json("/api");
  }

  @AfterAll
  static void stop() throws IOException {
    served.close();
  }

  @Test
  void the_parser_of_the_official_suites_finds_no_fault_with_it() throws Exception {
    String text = served.get("/areas/two-yards/api").body();

    OpenApi3 parsed =
        new OpenApi3Parser().parse(text, URI.create("http://localhost/api").toURL(), true);

    assertTrue(parsed.isValid(), () -> parsed.getValidationItems().toString());
    assertTrue(parsed.getPaths().size() > 20);
    assertEquals(served.uri("/areas/two-yards").toString(), parsed.getServers().get(0).getUrl());
  }

  @Test
  void every_operation_has_a_name_of_its_own_and_the_tile_one_that_is_asked_for() {
    Set<String> ids = new HashSet<>();
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        assertTrue(ids.add(operation.get("operationId").asText()), operation.toString());
      }
    }
    assertTrue(ids.contains("dataset.vector.getTile"));
  }

  @Test
  void all_that_the_server_answers_to_is_written_down() {
    List<String> missing = new ArrayList<>();
    int held = 0;
    for (String operation : served.operations()) {
      String[] parts = operation.split(" ", 2);
      String path = parts[1].replaceFirst("^/areas/\\{area}", "");
      boolean ofScenario = path.matches("/scenarios/\\{scenario}/.*");
      if (path.equals(parts[1]) || ofScenario || parts[0].equals("HEAD")) {
        continue;
      }
      String plain = path.replace('<', '{').replace('>', '}');
      JsonNode named = document.get("paths").path(plain.isEmpty() ? "/" : plain);
      // asking for an export of no known form is answered with those that are known
      if (!named.has(parts[0].toLowerCase(Locale.ROOT)) && !path.equals("/export.{format}")) {
        missing.add(operation);
      }
      held++;
    }
    assertEquals(List.of(), missing);
    assertTrue(held > 50, held + " operations");
  }

  @Test
  void every_operation_is_in_a_chapter_that_is_listed() {
    Set<String> listed = new HashSet<>();
    document.get("tags").forEach(tag -> listed.add(tag.get("name").asText()));
    for (JsonNode path : document.get("paths")) {
      for (JsonNode operation : path) {
        assertTrue(listed.contains(operation.at("/tags/0").asText()), operation.toString());
      }
    }
  }

  @Test
  void the_items_have_the_parameters_the_standard_writes_down() {
    JsonNode parameters = document.at("/paths/~1collections~1{collection}~1items/get/parameters");
    for (String name : List.of("limit", "bbox", "datetime")) {
      JsonNode parameter = named(parameters, name);
      assertEquals("query", parameter.get("in").asText());
      assertEquals("form", parameter.get("style").asText());
      assertEquals(false, parameter.get("explode").asBoolean());
      assertEquals(false, parameter.get("required").asBoolean());
    }
    JsonNode bbox = named(parameters, "bbox").get("schema");
    assertEquals("array", bbox.get("type").asText());
    assertEquals(4, bbox.get("minItems").asInt());
    assertEquals(6, bbox.get("maxItems").asInt());
    assertEquals("number", bbox.at("/items/type").asText());
    assertEquals("string", named(parameters, "datetime").at("/schema/type").asText());
    JsonNode limit = named(parameters, "limit").get("schema");
    assertEquals(1, limit.get("minimum").asInt());
    assertEquals(20, limit.get("default").asInt());
  }

  /** Asks every address with every form it names, and holds the answer against its schema. */
  @Test
  void every_address_answers_in_every_form_it_names() throws Exception {
    Map<String, String> names =
        Map.of(
            "{collection}", "walls",
            "{feature}", encoded(firstWall()),
            "{tileMatrixSet}", "WebMercatorQuad",
            "{tileMatrix}", "0",
            "{tileRow}", "0",
            "{tileCol}", "0",
            "{style}", "gaps",
            "{process}", "echo");
    Map<String, String> needed =
        new HashMap<>(
            Map.of(
                "at", Served.lonLat(15, 15),
                "from", Served.lonLat(15, 15),
                "to", Served.lonLat(55, 15),
                "kind", "kindergarten",
                "requirement", "kindergarten_5",
                "building", encoded(firstHome())));
    needed.putAll(
        Map.of(
            "households", "936",
            "old_fee_yuan", "40",
            "old_rate", "0.3",
            "new_fee_yuan", "20",
            "new_rate", "0.8"));
    int asked = 0;
    for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
      JsonNode get = path.getValue().get("get");
      if (get == null || path.getKey().startsWith("/jobs")) {
        continue;
      }
      String address = path.getKey().equals("/") ? "" : path.getKey();
      for (Map.Entry<String, String> name : names.entrySet()) {
        address = address.replace(name.getKey(), name.getValue());
      }
      if (address.contains("comparison")
          || address.contains("{")
          || address.startsWith("/versions")
          || address.startsWith("/scenarios")) {
        continue; // of scenarios only; and what others add is asked by theirs
      }
      List<String> query = new ArrayList<>();
      for (JsonNode parameter : get.get("parameters")) {
        String name = parameter.get("name").asText();
        if (parameter.get("in").asText().equals("query") && needed.containsKey(name)) {
          query.add(name + "=" + needed.get(name));
        }
      }
      JsonNode form = named(get.get("parameters"), "f");
      for (JsonNode code : form.at("/schema/enum")) {
        String all = String.join("&", query) + "&f=" + code.asText();
        HttpResponse<String> response = served.get("/areas/two-yards" + address + "?" + all);
        if (address.equals("/capacity")) {
          assertEquals(422, response.statusCode()); // no kindergarten of this town has any
          continue;
        }
        assertEquals(200, response.statusCode(), address + "?" + all + " " + response.body());
        String type = response.headers().firstValue("Content-Type").orElseThrow();
        JsonNode schema = content(get, type).path("schema");
        assertTrue(schema.has("type"), address + " answers " + type);
        if (schema.get("type").asText().equals("object")) {
          fits(Served.parse(response.body()), schema, address);
        }
        asked++;
      }
      HttpResponse<String> strange = served.get("/areas/two-yards" + address + "?surprise=1");
      assertEquals(400, strange.statusCode(), address);
    }
    assertTrue(asked > 50, asked + " asked");
  }

  private static JsonNode content(JsonNode get, String type) {
    for (var named : get.at("/responses/200/content").properties()) {
      if (named.getKey().replace(" ", "").equals(type.replace(" ", ""))) {
        return named.getValue();
      }
    }
    throw new AssertionError(type + " is not named");
  }

  private static void fits(JsonNode value, JsonNode schema, String where) {
    if (value.isNull() && schema.path("nullable").asBoolean()) {
      return;
    }
    boolean right =
        switch (schema.get("type").asText()) {
          case "object" -> value.isObject();
          case "array" -> value.isArray();
          case "string" -> value.isTextual();
          case "number" -> value.isNumber();
          case "integer" -> value.isIntegralNumber();
          default -> value.isBoolean();
        };
    assertTrue(right, () -> where + " is no " + schema + ": " + value);
    for (JsonNode name : schema.path("required")) {
      assertTrue(value.has(name.asText()), () -> where + " has no " + name);
    }
    for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
      if (value.has(member.getKey())) {
        fits(value.get(member.getKey()), member.getValue(), where + "/" + member.getKey());
      }
    }
    if (value.isArray() && schema.has("items")) {
      value.forEach(item -> fits(item, schema.get("items"), where + "[]"));
    }
  }

  private static JsonNode named(JsonNode parameters, String name) {
    for (JsonNode parameter : parameters) {
      if (parameter.get("name").asText().equals(name)) {
        return parameter;
      }
    }
    throw new AssertionError("no parameter " + name);
  }

  private static String firstWall() throws Exception {
    return served.json("/collections/walls/items").at("/features/0/id").asText();
  }

  private static String firstHome() throws Exception {
    return served.json("/coverage?by=building").at("/rows/0/building_id").asText();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
