package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Text;

/** How scenarios are made and edited, for the API document of an area. */
final class EditOperations {

  private static final List<String> WHOLE = List.of("name", "changes");

  private final Question question;

  EditOperations(Question question) {
    this.question = question;
  }

  Map<String, Object> paths() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("get", operation("getScenarios", "情景列表", "All scenarios").json());
    all.put(
        "post",
        operation("createScenario", "新建情景", "Make a scenario")
            .body(scenario(WHOLE))
            .answers("201")
            .json());
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("get", single("getScenario", "情景及其变更", "A scenario and its changes").json());
    one.put("put", edit("replaceScenario", "替换情景", "Replace it").body(scenario(WHOLE)).json());
    one.put(
        "patch",
        edit("patchScenario", "只改给出的成员", "Replace the members that are given")
            .body(scenario(List.of()))
            .json());
    one.put("delete", edit("deleteScenario", "删除情景", "Delete it").answersNothing("204").json());
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put("/scenarios", all);
    paths.put("/scenarios/{scenario}", one);
    return paths;
  }

  private ApiOperation edit(String id, String zh, String en) {
    Text about =
        new Text(
            "读取时所得的 ETag；缺少为 428，过时为 412", "the ETag it was read with: 428 without, 412 if stale");
    return single(id, zh, en).header("If-Match", true, about);
  }

  private ApiOperation single(String id, String zh, String en) {
    return operation(id, zh, en).path("scenario");
  }

  private ApiOperation operation(String id, String zh, String en) {
    return new ApiOperation(question, Chapter.SCENARIOS, id, new Text(zh, en));
  }

  private static Map<String, Object> scenario(List<String> required) {
    Map<String, Object> changes = Parameters.schema("array");
    changes.put("items", Parameters.schema("object"));
    Map<String, Object> schema = Parameters.schema("object");
    schema.put("properties", Map.of("name", Parameters.schema("string"), "changes", changes));
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }
}
