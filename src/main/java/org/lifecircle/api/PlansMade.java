package org.lifecircle.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.report.PlannedWorks;
import org.lifecircle.store.JobStatus;
import org.lifecircle.store.JobStore;
import org.lifecircle.store.KeptJob;
import org.lifecircle.store.KeptScenario;

/** The plans that were made, told apart by the scenarios that have their changes. */
final class PlansMade {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JobStore jobs;

  PlansMade(JobStore jobs) {
    this.jobs = jobs;
  }

  /** The plan a scenario was made by. */
  Optional<PlannedWorks> of(KeptScenario scenario) {
    for (KeptJob job : jobs.list(scenario.area())) {
      String result = job.result();
      boolean plan = job.process().equals("plans") || job.process().equals(Processes.PLAN);
      if (plan && job.status() == JobStatus.SUCCESSFUL && result != null) {
        JsonNode json = read(result);
        if (json.path("scenario").asText().equals(scenario.id())) {
          return Optional.of(planned(json, scenario.revision() > 1));
        }
      }
    }
    return Optional.empty();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // we wrote it
    }
  }

  private static PlannedWorks planned(JsonNode json, boolean edited) {
    List<PlannedWorks.Phase> phases = new ArrayList<>();
    for (JsonNode phase : json.path("phases")) {
      List<PlannedWorks.Work> works = new ArrayList<>();
      for (JsonNode work : phase.path("changes")) {
        works.add(
            new PlannedWorks.Work(
                work.path("type").asText(),
                work.path("id").asText(),
                work.path("cost_yuan").asDouble(),
                words(work.path("owners")),
                word(work.path("kind"))));
      }
      phases.add(
          new PlannedWorks.Phase(
              phase.path("cost_yuan").asDouble(),
              phase.path("residents_gained").asDouble(),
              works));
    }
    return new PlannedWorks(
        json.path("budget_yuan").asDouble(),
        json.path("cost_yuan").asDouble(),
        json.path("costs_verified").asBoolean(),
        json.path("residents_gained").asDouble(),
        json.path("residents_completed").asDouble(),
        json.path("gap").asDouble(),
        json.path("time_is_up").asBoolean(),
        phases,
        words(json.path("owners")),
        edited);
  }

  private static @Nullable String word(JsonNode text) {
    return text.isTextual() ? text.asText() : null;
  }

  private static List<String> words(JsonNode list) {
    List<String> words = new ArrayList<>();
    list.forEach(word -> words.add(word.asText()));
    return words;
  }
}
