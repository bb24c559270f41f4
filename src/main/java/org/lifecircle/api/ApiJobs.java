package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Text;

/** The part of the API document that tells how computations are asked for and followed. */
final class ApiJobs {

  private final Question question;

  ApiJobs(Question question) {
    this.question = question;
  }

  Map<String, Object> paths() {
    Map<String, Object> paths = new LinkedHashMap<>();
    Map<String, Object> execute = operation("execute", "计算", "Compute", "process");
    Map<String, Object> body = Parameters.schema("object");
    body.put("properties", Map.of("inputs", Parameters.schema("object")));
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("required", true);
    request.put("content", Map.of(Format.JSON.mediaType(), Map.of("schema", body)));
    execute.put("requestBody", request);
    Map<String, Object> responses = new LinkedHashMap<>(responses());
    Map<String, Object> accepted = new LinkedHashMap<>();
    accepted.put("description", question.in(new Text("已受理", "Accepted as a job")));
    responses.put("201", accepted);
    execute.put("responses", responses);
    paths.put("/processes/{process}/execution", Map.of("post", execute));
    paths.put("/jobs", Map.of("get", operation("getJobs", "计算任务", "Jobs")));
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("get", operation("getStatus", "计算进度", "How far a job is", "job"));
    job.put("delete", operation("dismiss", "取消计算", "Give a job up", "job"));
    paths.put("/jobs/{job}", job);
    paths.put(
        "/jobs/{job}/results", Map.of("get", operation("getResult", "计算结果", "Results", "job")));
    return paths;
  }

  private Map<String, Object> operation(String id, String zh, String en, String... path) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id);
    operation.put("summary", question.in(new Text(zh, en)));
    operation.put("parameters", List.of(path).stream().map(ApiJobs::inPath).toList());
    operation.put("responses", responses());
    return operation;
  }

  private static Map<String, Object> inPath(String name) {
    Map<String, Object> parameter = ApiDocument.parameter(name, "path", true);
    parameter.put("schema", Parameters.schema("string"));
    return parameter;
  }

  private Map<String, Object> responses() {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(Format.JSON.mediaType(), Map.of("schema", Parameters.schema("object")));
    return ApiDocument.responses(question, content);
  }
}
