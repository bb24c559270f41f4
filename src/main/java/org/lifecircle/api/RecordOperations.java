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

  private static final String ID = "record";

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
      all.put("get", asked(operation("list", kind)).answers("200", list(kind)).json());
      all.put("post", operation("create", kind).body(several()).answers("201", created()).json());
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("get", asked(operation("get", kind).path(ID)).answers("200", record()).json());
      one.put("put", edit("replace", kind).body(single()).answers("200", replaced()).json());
      one.put("delete", edit("delete", kind).answersNothing("204").json());
      paths.put("/" + kind.code(), all);
      paths.put("/" + kind.code() + "/{record}", one);
    }
    Text simulate = new Text("物业费盈亏平衡", "Break-even of fees");
    ApiOperation simulation =
        new ApiOperation(question, Chapter.RECORDS, "simulateFees", simulate)
            .as(new FeeSimulation());
    paths.put("/fee-simulation", Map.of("get", simulation.json()));
    return paths;
  }

  private ApiOperation operation(String verb, RecordKind kind) {
    String name = kind.code().substring(0, 1).toUpperCase(Locale.ROOT) + kind.code().substring(1);
    return new ApiOperation(question, Chapter.RECORDS, verb + name, kind.title());
  }

  private ApiOperation edit(String verb, RecordKind kind) {
    return operation(verb, kind).path(ID).header("If-Match", true, REVISION);
  }

  private static ApiOperation asked(ApiOperation operation) {
    RecordQuery.PARAMETERS.forEach(operation::query);
    return operation;
  }

  private static Map<String, Object> single() {
    return object(List.of("id"), Map.of("id", Parameters.schema("string")));
  }

  /** A record, or several at once. */
  private static Map<String, Object> several() {
    return Map.of("oneOf", List.of(single(), Map.of("type", "array", "items", single())));
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
