package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.model.Text;

/**
 * What can be asked of an area, as OpenAPI 3.0. It is made of the very objects that read the
 * questions, so it cannot say anything else than what is done.
 */
final class ApiDocument implements Endpoint {

  private static final Pattern NAME_IN_PATH = Pattern.compile("[{<](\\w+)[}>]");

  private final OpenArea area;

  ApiDocument(OpenArea area) {
    this.area = area;
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.OPENAPI);
  }

  @Override
  public Answer answer(Question question) {
    if (question.format() == Format.HTML) {
      return WebFiles.api();
    }
    Map<String, Object> paths = new LinkedHashMap<>();
    for (Routes.AreaRoute route : Routes.OF_AREA) {
      String path = NAME_IN_PATH.matcher(route.path()).replaceAll("{$1}");
      Map<String, Object> get = operation(question, route);
      paths.put(path.isEmpty() ? "/" : path, Map.of("get", get));
    }
    if (area.scenario() == null) {
      paths.putAll(new EditOperations(question).paths());
      paths.putAll(DataOperations.paths(question));
      paths.putAll(new RecordOperations(question).paths());
    }
    paths.putAll(new ApiJobs(question).paths());
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("title", question.in(area.area().profile().name()));
    info.put("version", area.version());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("openapi", "3.0.3");
    json.put("info", info);
    json.put("servers", List.of(Map.of("url", question.url().replaceFirst("/api$", ""))));
    json.put("tags", Chapter.tags(question));
    json.put("paths", paths);
    json.put("components", Map.of("schemas", Map.of("problem", problem())));
    return new Document(json);
  }

  private Map<String, Object> operation(Question question, Routes.AreaRoute route) {
    Endpoint endpoint = route.endpoint().apply(area);
    List<Map<String, Object>> parameters = new ArrayList<>();
    Matcher name = NAME_IN_PATH.matcher(route.path());
    while (name.find()) {
      Map<String, Object> json = parameter(name.group(1), "path", true);
      json.put("schema", Parameters.schema("string"));
      parameters.add(json);
    }
    for (Parameter<?> parameter : Question.allParameters(endpoint)) {
      Map<String, Object> json = parameter(parameter.name(), "query", parameter.required());
      json.put("description", question.in(parameter.about()));
      json.put("schema", parameter.schema());
      json.put("style", "form");
      json.put("explode", false);
      parameters.add(json);
    }
    Map<String, Object> get = new LinkedHashMap<>();
    get.put("operationId", route.id());
    get.put("tags", List.of(question.in(Chapter.of(route.path()).title())));
    get.put("summary", question.in(route.summary()));
    get.put("parameters", parameters);
    get.put("responses", responses(question, endpoint));
    return get;
  }

  static Map<String, Object> parameter(String name, String in, boolean required) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("in", in);
    json.put("required", required);
    return json;
  }

  static Map<String, Object> responses(Question question, Endpoint endpoint) {
    Map<String, Object> content = new LinkedHashMap<>();
    for (Format format : endpoint.allFormats()) {
      Map<String, Object> schema = Parameters.schema(format.isWritten() ? "object" : "string");
      if (format.isWritten()) {
        schema.putAll(ApiSchemas.of(format, endpoint));
      } else if (!format.mediaType().startsWith("text/")) {
        schema.put("format", "binary");
      }
      content.put(format.mediaType(), Map.of("schema", schema));
    }
    return responses(question, content);
  }

  /** The answer in these forms, or a problem. */
  private static Map<String, Object> responses(Question question, Map<String, Object> content) {
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", success(question, content));
    responses.put("default", failure(question));
    return responses;
  }

  static Map<String, Object> success(Question question, Map<String, Object> content) {
    Map<String, Object> success = new LinkedHashMap<>();
    success.put("description", question.in(new Text("答复", "The answer")));
    success.put("content", content);
    return success;
  }

  static Map<String, Object> failure(Question question) {
    Map<String, Object> failure = new LinkedHashMap<>();
    failure.put(
        "description", question.in(new Text("问题说明（RFC 9457）", "What went wrong (RFC 9457)")));
    failure.put(
        "content",
        Map.of(
            Problem.MEDIA_TYPE, Map.of("schema", Map.of("$ref", "#/components/schemas/problem"))));
    return failure;
  }

  private static Map<String, Object> problem() {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("pointer", Parameters.schema("string"));
    error.put("reason", Parameters.schema("string"));
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("type", Parameters.schema("string"));
    properties.put("title", Parameters.schema("string"));
    properties.put("status", Parameters.schema("integer"));
    properties.put("detail", Parameters.schema("string"));
    properties.put(
        "errors", Map.of("type", "array", "items", Map.of("type", "object", "properties", error)));
    Map<String, Object> schema = Parameters.schema("object");
    schema.put("properties", properties);
    return schema;
  }
}
