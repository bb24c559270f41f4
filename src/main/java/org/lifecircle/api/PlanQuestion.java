package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Change;
import org.lifecircle.model.Lift;
import org.lifecircle.scenario.LiftPurse;
import org.lifecircle.siting.Plan;
import org.lifecircle.siting.PlanRequest;

/**
 * What is asked of a plan: works on the ground, and lifts after them out of a purse of their own.
 *
 * @param lifts null when none are asked for
 */
record PlanQuestion(PlanRequest request, @Nullable Lifts lifts) {

  /**
   * Lifts that are asked for.
   *
   * @param budgetYuan for subsidies
   */
  record Lifts(double budgetYuan, Lift type) {}

  /**
   * What is proposed.
   *
   * @param lifts chosen where its works are done; null when none were asked for
   */
  record Proposal(Plan plan, LiftPurse.@Nullable Choice lifts) {

    /** Whether there is nothing to keep. */
    boolean isNothing() {
      return plan.whyNothing() != null && (lifts == null || lifts.chosen().isEmpty());
    }

    /** What makes of the area what it promises. */
    List<Change> changes() {
      List<Change> changes = new ArrayList<>(plan.changes());
      if (lifts != null) {
        lifts.chosen().forEach(lift -> changes.add(lift.change()));
      }
      return changes;
    }
  }
}
