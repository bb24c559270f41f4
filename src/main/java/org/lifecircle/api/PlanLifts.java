package org.lifecircle.api;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.coverage.LiftStudy;
import org.lifecircle.model.Building;
import org.lifecircle.model.LiftGain;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.renewal.LiftAccount;
import org.lifecircle.scenario.LiftPurse;
import org.lifecircle.siting.Plan;
import org.lifecircle.siting.Proof;
import org.lifecircle.walk.WalkNetwork;

/** The lifts of a plan: chosen where its works are done, by who then gains from door to door. */
final class PlanLifts {

  private PlanLifts() {}

  static LiftPurse.Choice choose(
      OpenArea area, PlanQuestion question, PlanQuestion.Lifts asked, Plan plan, Proof.Stop stop) {
    StudyArea then = new Scenario("plan", "plan", plan.changes()).applyTo(area.area());
    WalkNetwork network = area.awaitNetwork().with(plan.changes());
    CoverageStudy before = CoverageStudy.of(then, area.standard(), area.rules(), network);
    StudyArea everywhere = LiftStudy.everywhere(then, asked.type());
    CoverageStudy after = CoverageStudy.of(everywhere, area.standard(), area.rules(), network);
    CoverageQuery query =
        CoverageQuery.by(By.REQUIREMENT)
            .ofRequirements(question.request().requirements().toArray(String[]::new))
            .atThePaceOf(question.request().groups().get(0));
    List<LiftGain> gains =
        new LiftStudy(then, area.rules(), before, after, asked.type()).ranked(query);
    Set<String> lawful = question.request().agreedOnly() ? lawful(area) : Set.of();
    LiftPurse.Choice choice =
        new LiftPurse(then, area.programme(), area.renewal())
            .choose(
                gains,
                Math.round(asked.budgetYuan() * 100),
                entrance -> !question.request().agreedOnly() || lawful.contains(entrance),
                stop::asked);
    if (stop.asked()) {
      throw new Proof.CancelledException();
    }
    return choice;
  }

  /** Stairwells whose owners have voted for their lift, with nothing missing, by today. */
  private static Set<String> lawful(OpenArea area) {
    LocalDate today = Days.today();
    Set<String> lawful = new HashSet<>();
    for (LiftPlan lift : area.programme().all(LiftPlan.class)) {
      Integer floors =
          RecordChecks.buildingOf(area, lift.entranceId()).map(Building::floors).orElse(null);
      if (floors != null
          && LiftAccount.of(lift, floors, area.programme(), area.renewal().programme(), today)
              .missing()
              .isEmpty()) {
        lawful.add(lift.entranceId());
      }
    }
    return lawful;
  }

  /** As the result of a plan tells them. */
  static Map<String, @Nullable Object> json(PlanQuestion.Lifts asked, LiftPurse.Choice choice) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("budget_yuan", asked.budgetYuan());
    json.put("type", asked.type().code());
    json.put("changes", choice.chosen().stream().map(PlanLifts::lift).toList());
    json.put("subsidy_yuan", choice.subsidyFen() / 100.0);
    json.put("residents_gained", Numbers.rounded(choice.residentsGained(), 3));
    json.put("residents_released", Numbers.rounded(released(choice), 3));
    json.put("bound", Numbers.rounded(choice.bound(), 3));
    json.put("gap", Numbers.rounded(choice.gap(), 6));
    json.put("stairwells_considered", choice.considered());
    json.put("stairwells_without_room", choice.withoutRoom());
    return json;
  }

  private static double released(LiftPurse.Choice choice) {
    return choice.chosen().stream().mapToDouble(c -> c.gain().residentsReleased()).sum();
  }

  private static Map<String, @Nullable Object> lift(LiftPurse.Chosen lift) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", lift.change().type());
    json.put("id", lift.gain().entranceId());
    json.put("compound_id", lift.gain().compoundId());
    json.put("cost_yuan", lift.costFen() / 100.0);
    json.put("subsidy_yuan", lift.subsidy().fen() / 100.0);
    json.put("residents_gained", Numbers.rounded(lift.gain().residentsGained(), 3));
    json.put("residents_released", Numbers.rounded(lift.gain().residentsReleased(), 3));
    return json;
  }
}
