package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.Change;
import org.lifecircle.model.ComparisonRow;
import org.lifecircle.model.Group;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.siting.JointPlan.Answer;
import org.lifecircle.walk.WalkNetwork;

/**
 * What a plan promises: counted on the network that the scenario of its changes will have, by the
 * study that compares scenarios.
 */
record Promise(
    StudyArea area,
    Standard standard,
    WalkingRules walking,
    CapacityRules capacity,
    WalkNetwork network,
    CoverageStudy today) {

  static CoverageQuery query(PlanRequest request, String group) {
    CoverageQuery query =
        CoverageQuery.by(By.REQUIREMENT)
            .ofRequirements(request.requirements().toArray(String[]::new))
            .withCapacity(request.countsPlaces());
    return group.equals(Group.PLANNING) ? query : query.atThePaceOf(group);
  }

  /**
   * Counts.
   *
   * @param then the network with the doors of all that is built, and closed gates where some are
   *     made
   */
  Plan of(
      PlanRequest request, Planner.Table table, Answer answer, WalkNetwork then, Proof.Stop stop) {
    List<Work> works = table.works();
    BitSet allowed = answer.works();
    WalkTown town = new WalkTown(then, works, allowed, table.wishes(), stop);
    BitSet before =
        new WalkTown(network, works, allowed, table.wishes(), stop).covered(new BitSet());
    Worth worth = new Worth(table.wishes().weights(), town.shared(), before);
    Phases phases = new Phases(worth, town.people(), table.rules(), before);
    BitSet done = new BitSet();
    for (BitSet step : answer.steps()) {
      done.or(step);
      phases.add(step, town.covered(done));
    }
    List<Plan.Phase> inOrder = phases.inOrder(works);
    List<Change> changes =
        inOrder.stream().flatMap(p -> p.works().stream()).map(Work::change).toList();
    StudyArea changed = new Scenario("plan", "plan", changes).applyTo(area);
    CoverageStudy study =
        CoverageStudy.of(changed, standard, walking, town.with(phases.works())).counting(capacity);
    List<Plan.Gain> gains = gains(request, study);
    double gained = gains.stream().mapToDouble(Plan.Gain::residents).sum();
    double sum = inOrder.stream().mapToDouble(Plan.Phase::residentsGained).sum();
    if (Math.abs(gained - sum) > 1e-3) {
      throw new IllegalStateException(
          "the phases of a plan add up to " + sum + " and all of it to " + gained);
    }
    return new Plan(
        inOrder,
        gained,
        completed(request, study),
        answer.worth() / 1e6,
        answer.bound() / 1e6,
        gains,
        owners(inOrder),
        works.size(),
        table.leftOut(),
        answer.late(),
        null);
  }

  private List<Plan.Gain> gains(PlanRequest request, CoverageStudy then) {
    List<Plan.Gain> gains = new ArrayList<>();
    for (String group : request.groups()) {
      for (ComparisonRow row : today.compare(then, query(request, group))) {
        double gained = row.residentsGained() - row.residentsLost();
        gains.add(new Plan.Gain(String.valueOf(row.requirement()), group, gained));
      }
    }
    return gains;
  }

  private double completed(PlanRequest request, CoverageStudy then) {
    String group = request.groups().get(0);
    CoverageQuery all = CoverageQuery.by(By.AREA).withCapacity(request.countsPlaces());
    CoverageQuery query = group.equals(Group.PLANNING) ? all : all.atThePaceOf(group);
    return today.compare(then, query).stream().mapToDouble(ComparisonRow::residentsGained).sum();
  }

  private static List<String> owners(List<Plan.Phase> phases) {
    Set<String> owners = new TreeSet<>();
    for (Plan.Phase phase : phases) {
      for (Work work : phase.works()) {
        if (!work.agreed()) {
          owners.addAll(work.owners());
        }
      }
    }
    return List.copyOf(owners);
  }
}
