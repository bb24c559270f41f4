package org.lifecircle.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.io.Limits;
import org.lifecircle.io.scenario.ScenarioReader;
import org.lifecircle.io.scenario.ScenarioText;
import org.lifecircle.io.scenario.ScenarioWriter;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Change;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Scenario;
import org.lifecircle.store.KeptScenario;
import org.locationtech.jts.geom.Envelope;

/**
 * A kept scenario as it can be made of a dataset version of its area.
 *
 * @param whole with all its changes
 * @param faults why some of them cannot be made of this version any more; those are left out of all
 *     that is computed
 */
record OpenScenario(KeptScenario kept, Scenario whole, List<Fault> faults) {

  /** The scenario over this baseline. */
  static OpenScenario of(KeptScenario kept, OpenArea baseline) {
    ScenarioText text = reader(baseline).read(kept.body().getBytes(StandardCharsets.UTF_8));
    Scenario whole = scenario(kept.id(), text);
    return new OpenScenario(kept, whole, whole.faults(baseline.area()));
  }

  /** Reads what people write of scenarios of this area. */
  static ScenarioReader reader(OpenArea baseline) {
    Envelope around = baseline.area().boundary().getEnvelopeInternal();
    around.expandBy(baseline.rules().beyondBoundaryMetres());
    return new ScenarioReader(baseline.projection(), around, Limits.USUAL);
  }

  /** What somebody wrote, with what they left out as it is by default. */
  static Scenario scenario(String id, ScenarioText text) {
    List<Change> changes = text.changes();
    String name = text.name();
    return new Scenario(id, name == null ? id : name, changes == null ? List.of() : changes);
  }

  /** What can be made of the baseline. */
  Scenario applicable() {
    if (faults.isEmpty()) {
      return whole;
    }
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < whole.changes().size(); i++) {
      String pointer = "/changes/" + i;
      if (faults.stream().noneMatch(fault -> fault.pointer().equals(pointer))) {
        changes.add(whole.changes().get(i));
      }
    }
    return new Scenario(whole.id(), whole.name(), changes);
  }

  /** The members by which the contract tells it. */
  Map<String, Object> json(OpenArea baseline, String language) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("area", baseline.id());
    json.putAll(new ScenarioWriter(baseline.projection()).members(whole));
    json.put("revision", kept.revision());
    json.put("dataset_version", baseline.version());
    json.put("made_on_dataset_version", String.valueOf(kept.datasetVersion()));
    json.put("created_at", kept.createdAt().toString());
    json.put("changed_at", kept.changedAt().toString());
    json.put(
        "no_longer_apply",
        faults.stream()
            .map(fault -> Map.of("pointer", fault.pointer(), "reason", fault.reason().in(language)))
            .toList());
    return json;
  }

  /** The strong tag of this revision. */
  String tag() {
    return EntityTags.ofRevision(kept.revision());
  }

  /** What is wrong with a scenario, as the contract tells it. */
  static ProblemException refused(BadInputException e) {
    return Problem.of(ProblemKind.BAD_SCENARIO, "请按 errors 中所列逐项更正", "Correct what errors lists")
        .with(
            e.faults().stream()
                .map(fault -> new Complaint(fault.pointer(), fault.reason()))
                .toList())
        .asException();
  }
}
