package org.lifecircle.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lifecircle.siting.PlanRequest;
import org.lifecircle.store.JobStatus;
import org.lifecircle.store.KeptJob;

/** Takes long questions in, and tells how far they are and what came of them. */
final class JobDesk {

  private final OpenAreas areas;
  private final Jobs jobs;

  JobDesk(OpenAreas areas) {
    this.areas = areas;
    jobs = areas.jobs();
  }

  /** A plan is asked for. */
  void plan(Context context) throws IOException {
    plan(context, area(context), RequestBody.read(context), "plans");
  }

  /** A plan is asked for, under the name of a process. */
  void plan(Context context, OpenArea area, byte[] body, String process) {
    PlanQuestion question = PlanReader.read(body, area);
    String language = language(context);
    submit(context, area, process, body, running -> plan(area, question, language, running));
  }

  /** Where to put facilities is asked. */
  void locate(Context context) throws IOException {
    locate(context, area(context), RequestBody.read(context));
  }

  void locate(Context context, OpenArea area, byte[] body) {
    Locations.Asked asked = Locations.read(body, area);
    String language = language(context);
    submit(
        context,
        area,
        Processes.LOCATE,
        body,
        running -> Locations.answer(area, asked, running, language));
  }

  private Map<String, @Nullable Object> plan(
      OpenArea area, PlanQuestion question, String language, Jobs.Running running) {
    PlanQuestion.Proposal proposal =
        Plans.propose(area, question, running::isDismissed, running::at);
    String scenario = null;
    if (!proposal.isNothing()) {
      AreaScenarios scenarios = new AreaScenarios(area.baseline(), areas.scenarios());
      String id = "plan-" + running.id().substring(0, 8);
      running.at(1);
      scenario = Plans.keep(area, scenarios, proposal, id, name(question.request())).id();
    }
    return Plans.json(area, question, proposal, scenario, language);
  }

  /** What a scenario made by a plan is called. */
  static String name(PlanRequest request) {
    return "%,.0f 元方案 plan for %,.0f yuan".formatted(request.budgetYuan(), request.budgetYuan());
  }

  /** Begins a computation, and tells where it can be followed. */
  void submit(Context context, OpenArea area, String process, byte[] body, Jobs.Work work) {
    OpenScenario under = area.scenario();
    KeptJob job =
        jobs.submit(
            area.id(),
            under == null ? null : under.kept().id(),
            process,
            new String(body, StandardCharsets.UTF_8),
            work);
    context.status(201);
    context.header("Location", base(context, job) + "/jobs/" + job.id());
    send(context, status(job, base(context, job)));
  }

  /** All jobs of an area, the newest first. */
  void list(Context context) {
    OpenArea area = area(context);
    OpenScenario under = area.scenario();
    String scenario = under == null ? null : under.kept().id();
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (KeptJob job : jobs.list(area.id())) {
      if (Objects.equals(job.scenario(), scenario)) {
        all.add(status(job, base(context, job)));
      }
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("jobs", all);
    json.put("links", List.of(Links.json("self", context.url(), "jobs")));
    send(context, json);
  }

  void status(Context context) {
    KeptJob job = require(context);
    send(context, status(job, base(context, job)));
  }

  void dismiss(Context context) {
    KeptJob job = jobs.dismiss(require(context));
    send(context, status(job, base(context, job)));
  }

  void results(Context context) {
    KeptJob job = require(context);
    String result = job.result();
    switch (job.status()) {
      case ACCEPTED, RUNNING ->
          throw Problem.of(
                  ProblemKind.RESULT_NOT_READY, "仍在计算，请稍后再取", "it is still computed; ask again")
              .retryAfter(2)
              .asException();
      case FAILED -> {
        String why = String.valueOf(job.message());
        throw Problem.of(ProblemKind.JOB_FAILED, why, why).asException();
      }
      case DISMISSED ->
          throw Problem.of(ProblemKind.JOB_DISMISSED, "此项计算已取消", "it was given up").asException();
      case SUCCESSFUL -> {
        context.header("Cache-Control", "no-cache");
        context.contentType(Format.JSON.mediaType());
        context.result(String.valueOf(result).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private OpenArea area(Context context) {
    String id = context.pathParam("area");
    return context.pathParamMap().containsKey("scenario")
        ? areas.open(id, context.pathParam("scenario"))
        : areas.open(id);
  }

  private KeptJob require(Context context) {
    String id = context.pathParam("job");
    Map<String, String> path = context.pathParamMap();
    return jobs.find(id)
        .filter(job -> !path.containsKey("area") || job.area().equals(path.get("area")))
        .filter(
            job ->
                !path.containsKey("area") || Objects.equals(job.scenario(), path.get("scenario")))
        .orElseThrow(
            () ->
                Problem.of(
                        ProblemKind.UNKNOWN_JOB,
                        "没有编号为“" + Parameters.shown(id) + "”的计算",
                        "there is no job '" + Parameters.shown(id) + "'")
                    .asException());
  }

  /** Where the area or scenario is that a job is about. */
  private static String base(Context context, KeptJob job) {
    String url = context.url();
    String host = url.substring(0, url.length() - context.path().length());
    String base = host + "/areas/" + Question.encode(job.area());
    return job.scenario() == null ? base : base + "/scenarios/" + Question.encode(job.scenario());
  }

  private Map<String, @Nullable Object> status(KeptJob job, String base) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("jobID", job.id());
    json.put("type", "process");
    json.put("processID", job.process());
    json.put("status", job.status().code());
    json.put("progress", job.progress());
    jobs.running(job.id())
        .filter(running -> job.status() == JobStatus.RUNNING)
        .ifPresent(
            running -> {
              json.put("progress", running.progress());
              Double worth = running.worth();
              Double bound = running.bound();
              if (worth != null && bound != null && bound > 0) {
                json.put("objective", worth);
                json.put("bound", bound);
                json.put("gap", Numbers.rounded(Math.max(0, 1 - worth / bound), 6));
              }
            });
    if (job.message() != null) {
      json.put("message", job.message());
    }
    json.put("created", job.createdAt().toString());
    if (job.startedAt() != null) {
      json.put("started", job.startedAt().toString());
    }
    if (job.finishedAt() != null) {
      json.put("finished", job.finishedAt().toString());
    }
    String self = base + "/jobs/" + job.id();
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(Links.json("self", self, "status"));
    if (job.status() == JobStatus.SUCCESSFUL) {
      links.add(
          Links.json(
              "http://www.opengis.net/def/rel/ogc/1.0/results", self + "/results", "results"));
    }
    json.put("links", links);
    return json;
  }

  private static String language(Context context) {
    return Languages.of(context.header("Accept-Language"));
  }

  private static void send(Context context, Map<String, @Nullable Object> json) {
    context.header("Cache-Control", "no-store");
    context.contentType(Format.JSON.mediaType());
    context.result(AnswerWriter.bytes(json));
  }
}
