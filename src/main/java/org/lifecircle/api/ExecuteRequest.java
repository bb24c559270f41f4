package org.lifecircle.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Text;

/**
 * What somebody sends to have something computed.
 *
 * @param raw whether the one output is wanted as it is, not as a member of a document
 */
record ExecuteRequest(Map<String, JsonNode> inputs, boolean raw) {

  private static final int DEPTH = 32;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /**
   * What the body says.
   *
   * @throws ProblemException if it is no JSON object, or asks for what is not offered
   */
  static ExecuteRequest read(byte[] body) {
    JsonNode json;
    try {
      json = JSON.readTree(body);
    } catch (IOException e) {
      throw bad("", new Text("请求正文不是有效的 JSON", "the body is no valid JSON"));
    }
    if (json == null
        || !json.isObject()
        || !(json.path("inputs").isObject() || !json.has("inputs"))) {
      throw bad("/inputs", new Text("应有对象 inputs", "there should be an object 'inputs'"));
    }
    for (String output : names(json.path("outputs"))) {
      if (!output.equals(Processes.RESULT)) {
        throw bad("/outputs/" + output, new Text("只有 result", "there is only 'result'"));
      }
    }
    String response = json.path("response").asText("raw");
    if (!List.of("raw", "document").contains(response)) {
      throw bad("/response", new Text("应为 raw 或 document", "it is raw or document"));
    }
    Map<String, JsonNode> inputs = new LinkedHashMap<>();
    for (String name : names(json.path("inputs"))) {
      JsonNode value = json.get("inputs").get(name);
      boolean qualified = value.isObject() && value.has("value");
      if (value.isObject() && value.has("href")) {
        throw bad("/inputs/" + name, new Text("不从别处取值", "values are not fetched from elsewhere"));
      }
      inputs.put(name, qualified ? value.get("value") : value);
    }
    return new ExecuteRequest(inputs, response.equals("raw"));
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  static ProblemException bad(String pointer, Text reason) {
    return Problem.badQuery(List.of(new Complaint(pointer, reason))).asException();
  }

  /** The inputs as a query would have them. */
  Map<String, String> query() {
    Map<String, String> query = new LinkedHashMap<>();
    inputs.forEach((name, value) -> query.put(name, text(value)));
    return query;
  }

  private static String text(JsonNode value) {
    if (!value.isArray()) {
      return value.isValueNode() ? value.asText() : value.toString();
    }
    List<String> items = new ArrayList<>();
    value.forEach(item -> items.add(text(item)));
    return String.join(",", items);
  }

  /** The inputs as one JSON object. */
  byte[] object() throws IOException {
    return JSON.writeValueAsBytes(inputs);
  }
}
