package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Text;

/** An operation of the API document that no {@link Endpoint} describes: mostly one that writes. */
final class ApiOperation {

  private final Question question;
  private final Map<String, Object> json = new LinkedHashMap<>();
  private final List<Map<String, Object>> parameters = new ArrayList<>();
  private final Map<String, Object> responses = new LinkedHashMap<>();

  /**
   * @param question in whose language it is told
   * @param id unique within the document
   */
  ApiOperation(Question question, Chapter chapter, String id, Text summary) {
    this.question = question;
    json.put("operationId", id);
    json.put("tags", List.of(question.in(chapter.title())));
    json.put("summary", question.in(summary));
    json.put("parameters", parameters);
    json.put("responses", responses);
    answers("200", Parameters.schema("object"));
  }

  /** Names in the path. */
  ApiOperation path(String... names) {
    for (String name : names) {
      path(name, Parameters.schema("string"));
    }
    return this;
  }

  ApiOperation path(String name, Map<String, Object> schema) {
    return parameter(ApiDocument.parameter(name, "path", true), schema);
  }

  ApiOperation query(String name, Text about, Map<String, Object> schema) {
    Map<String, Object> parameter = ApiDocument.parameter(name, "query", false);
    parameter.put("description", question.in(about));
    return parameter(parameter, schema);
  }

  ApiOperation header(String name, boolean required, Text about) {
    Map<String, Object> parameter = ApiDocument.parameter(name, "header", required);
    parameter.put("description", question.in(about));
    return parameter(parameter, Parameters.schema("string"));
  }

  private ApiOperation parameter(Map<String, Object> parameter, Map<String, Object> schema) {
    parameter.put("schema", schema);
    parameters.add(parameter);
    return this;
  }

  /** What is sent, as JSON. */
  ApiOperation body(Map<String, Object> schema) {
    return body(Map.of(Format.JSON.mediaType(), schema), true);
  }

  /** What is sent, by media type. */
  ApiOperation body(Map<String, Map<String, Object>> schemas, boolean required) {
    Map<String, Object> content = new LinkedHashMap<>();
    schemas.forEach((type, schema) -> content.put(type, Map.of("schema", schema)));
    json.put("requestBody", Map.of("required", required, "content", content));
    return this;
  }

  /** It answers with this status instead of 200, and with an object. */
  ApiOperation answers(String status) {
    return answers(status, Parameters.schema("object"));
  }

  /** What an endpoint asks and answers. */
  ApiOperation as(Endpoint endpoint) {
    Question.allParameters(endpoint).forEach(this::query);
    responses.clear();
    responses.putAll(ApiDocument.responses(question, endpoint));
    return this;
  }

  ApiOperation query(Parameter<?> parameter) {
    Map<String, Object> json =
        ApiDocument.parameter(parameter.name(), "query", parameter.required());
    json.put("description", question.in(parameter.about()));
    return parameter(json, parameter.schema());
  }

  /** It answers with nothing but this status. */
  ApiOperation answersNothing(String status) {
    responses.clear();
    responses.put(status, Map.of("description", question.in(new Text("完成", "Done"))));
    responses.put("default", ApiDocument.failure(question));
    return this;
  }

  /** It answers with this status, and with JSON of this schema. */
  ApiOperation answers(String status, Map<String, Object> schema) {
    responses.clear();
    Map<String, Object> content = Map.of(Format.JSON.mediaType(), Map.of("schema", schema));
    responses.put(status, ApiDocument.success(question, content));
    responses.put("default", ApiDocument.failure(question));
    return this;
  }

  /** It may also answer that a job has begun. */
  ApiOperation orAccepts() {
    Object other = responses.remove("default");
    responses.put(
        "201", Map.of("description", question.in(new Text("已受理为任务", "Accepted as a job"))));
    responses.put("default", other);
    return this;
  }

  /** As OpenAPI has it. */
  Map<String, Object> json() {
    return json;
  }
}
