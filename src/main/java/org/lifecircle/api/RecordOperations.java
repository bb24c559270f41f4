package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lifecircle.model.Text;
import org.lifecircle.model.programme.RecordKind;

/** How records of the programme are told, taken in and changed, for the API document of an area. */
final class RecordOperations {

  private static final Text REVISION =
      new Text("读取时所得的 ETag", "the ETag that came when it was read");

  private final Question question;

  RecordOperations(Question question) {
    this.question = question;
  }

  Map<String, Object> paths() {
    Map<String, Object> paths = new LinkedHashMap<>();
    for (RecordKind kind : RecordKind.values()) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("get", operation("list", kind, "200", list(kind), asked()));
      Map<String, Object> create = operation("create", kind, "201", created(), List.of());
      create.put("requestBody", body(true));
      all.put("post", create);
      paths.put("/" + kind.code(), all);
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("get", operation("get", kind, "200", record(), named(asked())));
      List<Map<String, Object>> rests = named(List.of(revision()));
      Map<String, Object> replace = operation("replace", kind, "200", replaced(), rests);
      replace.put("requestBody", body(false));
      one.put("put", replace);
      one.put("delete", operation("delete", kind, "204", Map.of(), rests));
      paths.put("/" + kind.code() + "/{record}", one);
    }
    FeeSimulation simulation = new FeeSimulation();
    List<Map<String, Object>> parameters = new ArrayList<>();
    for (Parameter<?> each : Question.allParameters(simulation)) {
      parameters.add(asked(each));
    }
    Map<String, Object> get = new LinkedHashMap<>();
    get.put("operationId", "simulateFees");
    get.put("summary", question.in(new Text("物业费盈亏平衡", "Break-even of fees")));
    get.put("parameters", parameters);
    get.put("responses", ApiDocument.responses(question, simulation));
    paths.put("/fee-simulation", Map.of("get", get));
    return paths;
  }

  private Map<String, Object> operation(
      String verb,
      RecordKind kind,
      String done,
      Map<String, Object> schema,
      List<Map<String, Object>> parameters) {
    String name = kind.code().substring(0, 1).toUpperCase(Locale.ROOT);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("operationId", verb + name + kind.code().substring(1));
    json.put("summary", question.in(kind.title()));
    json.put("parameters", parameters);
    json.put("responses", responses(done, schema));
    return json;
  }

  private Map<String, Object> responses(String done, Map<String, Object> schema) {
    Map<String, Object> content =
        schema.isEmpty() ? Map.of() : Map.of(Format.JSON.mediaType(), Map.of("schema", schema));
    Map<String, Object> responses = new LinkedHashMap<>(ApiDocument.responses(question, content));
    Object good = responses.remove("200");
    if (good != null) {
      responses.put(done, good);
    }
    return responses;
  }

  private List<Map<String, Object>> asked() {
    return RecordQuery.PARAMETERS.stream().map(this::asked).toList();
  }

  private Map<String, Object> asked(Parameter<?> parameter) {
    Map<String, Object> json =
        ApiDocument.parameter(parameter.name(), "query", parameter.required());
    json.put("description", question.in(parameter.about()));
    json.put("schema", parameter.schema());
    return json;
  }

  private Map<String, Object> revision() {
    return given("If-Match", "header", true, REVISION, "string");
  }

  private List<Map<String, Object>> named(List<Map<String, Object>> more) {
    List<Map<String, Object>> all = new ArrayList<>();
    all.add(given("record", "path", true, new Text("编号", "its id"), "string"));
    all.addAll(more);
    return all;
  }

  private Map<String, Object> given(
      String name, String in, boolean required, Text about, String type) {
    Map<String, Object> json = ApiDocument.parameter(name, in, required);
    json.put("description", question.in(about));
    json.put("schema", Parameters.schema(type));
    return json;
  }

  /** A record, or several at once. */
  private static Map<String, Object> body(boolean several) {
    Map<String, Object> record = object(List.of("id"), Map.of("id", Parameters.schema("string")));
    Map<String, Object> schema =
        several
            ? Map.of("oneOf", List.of(record, Map.of("type", "array", "items", record)))
            : record;
    return Map.of(
        "required", true, "content", Map.of(Format.JSON.mediaType(), Map.of("schema", schema)));
  }

  private static Map<String, Object> list(RecordKind kind) {
    Map<String, Object> properties = head();
    Map<String, Object> rows = Map.of("type", "array", "items", Parameters.schema("object"));
    if (kind == RecordKind.OPINIONS) {
      properties.put("minimum_people", Parameters.schema("integer"));
      properties.put("sums", rows);
    }
    properties.put("records", rows);
    List<String> always = new ArrayList<>(head().keySet());
    if (kind != RecordKind.OPINIONS) {
      always.add("records");
    }
    if (kind == RecordKind.MANAGEMENT) {
      properties.put("compounds", rows);
      always.add("compounds");
    }
    return object(always, properties);
  }

  private static Map<String, Object> record() {
    Map<String, Object> properties = head();
    properties.put("revision", Parameters.schema("integer"));
    return object(List.copyOf(properties.keySet()), properties);
  }

  private static Map<String, Object> head() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String name : List.of("area", "dataset_version", "kind", "title", "as_of")) {
      properties.put(name, Parameters.schema("string"));
    }
    return properties;
  }

  private static Map<String, Object> created() {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("area", Parameters.schema("string"));
    properties.put("kind", Parameters.schema("string"));
    properties.put("created", Parameters.schema("integer"));
    return object(List.copyOf(properties.keySet()), properties);
  }

  private static Map<String, Object> replaced() {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String name : List.of("area", "kind", "id")) {
      properties.put(name, Parameters.schema("string"));
    }
    return object(List.copyOf(properties.keySet()), properties);
  }

  private static Map<String, Object> object(List<String> required, Map<String, Object> properties) {
    Map<String, Object> schema = Parameters.schema("object");
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (!properties.isEmpty()) {
      schema.put("properties", properties);
    }
    return schema;
  }
}
