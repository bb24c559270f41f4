package org.lifecircle.api;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.siting.Plan;
import org.lifecircle.siting.PlanWatch;
import org.lifecircle.store.RecordStore;
import org.lifecircle.store.ScenarioStore;
import org.lifecircle.store.StoredArea;

/** Plans for one area without a server: for the command line. */
public final class AreaPlans {

  private final OpenArea area;
  private final AreaScenarios scenarios;

  /**
   * Plans for an area.
   *
   * @param scenario id of the one whose changes are made already; null for the baseline
   * @throws ProblemException if there is none of this id
   */
  public AreaPlans(
      StoredArea stored,
      Policy policy,
      ServerSettings settings,
      ScenarioStore store,
      @Nullable String scenario) {
    OpenArea baseline = new OpenArea(stored, policy, settings.patient(), Runnable::run);
    scenarios = new AreaScenarios(baseline, store);
    area =
        scenario == null
            ? baseline
            : baseline.under(OpenScenario.of(scenarios.require(scenario), baseline));
  }

  /** The same, heeding the records of the area's renewal programme. */
  public AreaPlans keeping(RecordStore records) {
    area.keeping(new Programmes(records));
    return this;
  }

  /**
   * A plan, with what the server would send of it.
   *
   * @param kept id of the scenario that has its changes; null when none was kept
   */
  public record Planned(Plan plan, @Nullable String kept, Map<String, @Nullable Object> json) {}

  /**
   * Makes a plan.
   *
   * @param request JSON as the API takes it
   * @param keep id of the scenario its changes are kept as; null keeps none
   * @throws ProblemException with everything that is wrong with the request
   */
  public Planned plan(byte[] request, @Nullable String keep, String language, PlanWatch watch) {
    PlanQuestion asked = PlanReader.read(request, area);
    PlanQuestion.Proposal proposal = Plans.propose(area, asked, () -> false, watch);
    String kept = null;
    if (keep != null && !proposal.isNothing()) {
      kept = Plans.keep(area, scenarios, proposal, keep, JobDesk.name(asked.request())).id();
    }
    return new Planned(proposal.plan(), kept, Plans.json(area, asked, proposal, kept, language));
  }
}
