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
    paths.put("/plans", Map.of("post", plan().json()));
    paths.put("/location-allocation", Map.of("post", locate().json()));
    paths.put("/processes/{process}/execution", Map.of("post", execute().json()));
    paths.put("/jobs", Map.of("get", operation("getJobs", "计算任务", "Jobs").json()));
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("get", operation("getStatus", "计算进度", "How far a job is", "job").json());
    job.put("delete", operation("dismiss", "取消计算", "Give a job up", "job").json());
    paths.put("/jobs/{job}", job);
    ApiOperation results = operation("getResult", "计算结果", "Results", "job");
    paths.put("/jobs/{job}/results", Map.of("get", results.json()));
    return paths;
  }

  private ApiOperation plan() {
    return operation("makePlan", "在预算内求更新方案", "Make a plan within a budget")
        .body(inputs(PlanInputs.ALL, List.of("budget_yuan")))
        .answers("201");
  }

  private ApiOperation locate() {
    return operation("locate", "设施选址", "Locate facilities and allocate residents to them")
        .body(inputs(LocationInputs.ALL, LocationInputs.REQUIRED))
        .answers("201");
  }

  private ApiOperation execute() {
    Map<String, Object> body = Parameters.schema("object");
    body.put("properties", Map.of("inputs", Parameters.schema("object")));
    Text about = new Text("respond-async 时作为任务计算", "respond-async has it computed as a job");
    return operation("execute", "计算", "Compute", "process")
        .header("Prefer", false, about)
        .body(body)
        .orAccepts();
  }

  private static Map<String, Object> inputs(
      Map<String, Map<String, Object>> properties, List<String> required) {
    Map<String, Object> schema = Parameters.schema("object");
    schema.put("properties", properties);
    schema.put("required", required);
    return schema;
  }

  private ApiOperation operation(String id, String zh, String en, String... path) {
    return new ApiOperation(question, Chapter.COMPUTE, id, new Text(zh, en)).path(path);
  }
}
