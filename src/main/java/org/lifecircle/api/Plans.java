package org.lifecircle.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.lifecircle.freedspace.Candidates;
import org.lifecircle.freedspace.Demolition;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Change;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.Text;
import org.lifecircle.siting.Plan;
import org.lifecircle.siting.PlanRequest;
import org.lifecircle.siting.PlanWatch;
import org.lifecircle.siting.Planner;
import org.lifecircle.siting.Proof;
import org.lifecircle.siting.Work;
import org.lifecircle.store.KeptScenario;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Makes plans for an open area, and tells them as the contract does. */
final class Plans {

  /** Of a degree, a tenth of a millimetre: what is written so and read again stays as it is. */
  private static final double DIGITS = 1e9;

  private Plans() {}

  /**
   * The plan.
   *
   * @throws Proof.CancelledException soon after somebody asks to stop
   */
  static Plan plan(OpenArea area, PlanRequest request, Proof.Stop stop, PlanWatch watch) {
    List<Candidate> candidates =
        candidates(
            area,
            kinds(area, request),
            share -> {
              if (stop.asked()) {
                throw new Proof.CancelledException();
              }
              watch.at(share / 2, 0, Double.POSITIVE_INFINITY);
            });
    Planner planner =
        new Planner(
            area.area(),
            area.standard(),
            area.rules(),
            area.renewal(),
            area.capacityRules(),
            area.awaitNetwork(),
            area.awaitCoverage(),
            place -> kept(area, place));
    long begun = System.nanoTime();
    double most = area.renewal().plans().seconds() * 1e9;
    Proof.Stop untilThen =
        new Proof.Stop() {
          @Override
          public boolean asked() {
            return stop.asked();
          }

          @Override
          public boolean late() {
            return System.nanoTime() - begun > most;
          }
        };
    KnownPlans known = area.keptHere("plans", KnownPlans::new);
    Plan plan =
        planner.plan(
            request,
            candidates,
            known.within(request),
            untilThen,
            (share, worth, bound) -> watch.at((1 + share) / 2, worth, bound));
    known.add(request, plan);
    return plan;
  }

  /**
   * The plan, and the lifts where its works are done.
   *
   * @throws Proof.CancelledException soon after somebody asks to stop
   */
  static PlanQuestion.Proposal propose(
      OpenArea area, PlanQuestion question, Proof.Stop stop, PlanWatch watch) {
    Plan plan = plan(area, question.request(), stop, watch);
    PlanQuestion.Lifts lifts = question.lifts();
    return new PlanQuestion.Proposal(
        plan, lifts == null ? null : PlanLifts.choose(area, question, lifts, plan, stop));
  }

  private static String nameOf(List<String> kinds) {
    return "candidates of " + kinds;
  }

  /** The candidates for some kinds that fit, if they have been found; none while they are not. */
  static List<Candidate> candidatesKnown(OpenArea area, List<String> kinds) {
    return area.<List<Candidate>>findKept(nameOf(kinds)).orElse(List.of());
  }

  /** The candidates for some kinds that fit; found once. */
  static List<Candidate> candidates(OpenArea area, List<String> kinds, DoubleConsumer progress) {
    if (kinds.isEmpty()) {
      return List.of();
    }
    return area.keptHere(
        nameOf(kinds),
        () ->
            new Candidates(
                    area.area(),
                    Demolition.ofEverythingRemovable(area.area()),
                    area.renewal(),
                    area.rules(),
                    EnumSet.allOf(Deduction.class),
                    area.notebook(),
                    share -> progress.accept(share / 3))
                .fitting(
                    kinds.stream().map(area.standard()::kind).toList(),
                    share -> progress.accept((1 + 2 * share) / 3)));
  }

  /** The kinds that are asked for, else those that programmes build, of use for what counts. */
  static List<String> kinds(OpenArea area, PlanRequest request) {
    Set<String> wanted = new TreeSet<>();
    for (Requirement requirement : area.standard().requirements()) {
      if (request.requirements().isEmpty() || request.requirements().contains(requirement.id())) {
        wanted.addAll(requirement.accepts());
      }
    }
    List<String> asked = request.kinds();
    List<String> built = asked == null ? area.renewal().plans().kinds() : asked;
    Set<String> known =
        new TreeSet<>(area.standard().kinds().stream().map(FacilityKind::id).toList());
    wanted.retainAll(built);
    wanted.retainAll(known);
    return List.copyOf(wanted);
  }

  /** A shape as it will be when it has been written into a scenario and read again. */
  static Geometry kept(OpenArea area, Geometry place) {
    Geometry degrees = area.projection().toLonLat(place).copy();
    for (Coordinate corner : degrees.getCoordinates()) {
      corner.x = Math.rint(corner.x * DIGITS) / DIGITS;
      corner.y = Math.rint(corner.y * DIGITS) / DIGITS;
    }
    degrees.geometryChanged();
    return area.projection().ofLonLat(degrees);
  }

  /** Keeps the changes of a plan as a scenario; under a scenario, with the changes it has. */
  static KeptScenario keep(
      OpenArea area,
      AreaScenarios scenarios,
      PlanQuestion.Proposal proposal,
      String id,
      String name) {
    List<Change> changes = new ArrayList<>();
    OpenScenario under = area.scenario();
    if (under != null) {
      changes.addAll(under.applicable().changes());
    }
    changes.addAll(proposal.changes());
    return scenarios.keep(new Scenario(id, name, changes));
  }

  /**
   * The result as the contract tells it.
   *
   * @param scenario id of the one that has its changes; null when none was kept
   */
  static Map<String, @Nullable Object> json(
      OpenArea area,
      PlanQuestion question,
      PlanQuestion.Proposal proposal,
      @Nullable String scenario,
      String language) {
    PlanRequest request = question.request();
    Plan plan = proposal.plan();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("area", area.id());
    json.put("dataset_version", area.version());
    json.put("standard", area.standard().id());
    OpenScenario under = area.scenario();
    json.put("under_scenario", under == null ? null : under.kept().id());
    json.put("scenario", scenario);
    json.put("budget_yuan", request.budgetYuan());
    json.put("weights", request.weights());
    json.put("capacity", request.countsPlaces());
    json.put("places", request.places());
    json.put("feasible", plan.whyNothing() == null);
    Text why = plan.whyNothing();
    json.put("reason", why == null ? null : why.in(language));
    json.put("phases", plan.phases().stream().map(Plans::phase).toList());
    json.put("cost_yuan", plan.costYuan());
    json.put("costs_verified", area.renewal().costs().verified());
    json.put("residents_gained", Numbers.rounded(plan.residentsGained(), 3));
    json.put("residents_completed", Numbers.rounded(plan.residentsCompleted(), 3));
    json.put("gains", plan.gains().stream().map(Plans::gain).toList());
    json.put("objective", Numbers.rounded(plan.worth(), 3));
    json.put("bound", Numbers.rounded(plan.bound(), 3));
    json.put("gap", Numbers.rounded(plan.gap(), 6));
    json.put("time_is_up", plan.timeIsUp());
    json.put("owners", plan.owners());
    json.put("works_considered", plan.worksConsidered());
    json.put("candidates_left_out", plan.candidatesLeftOut());
    if (question.lifts() != null && proposal.lifts() != null) {
      json.put("lifts", PlanLifts.json(question.lifts(), proposal.lifts()));
    }
    return json;
  }

  private static Map<String, Object> phase(Plan.Phase phase) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("changes", phase.works().stream().map(Plans::work).toList());
    json.put("cost_yuan", phase.costYuan());
    json.put("residents_gained", Numbers.rounded(phase.residentsGained(), 3));
    return json;
  }

  private static Map<String, Object> work(Work work) {
    Map<String, Object> json = new LinkedHashMap<>();
    Candidate candidate = work.candidate();
    json.put("type", work.change().type());
    json.put("id", work.change().id());
    json.put("cost_yuan", work.cents() / 100.0);
    json.put("owners", work.owners());
    if (candidate != null) {
      json.put("kind", candidate.kind());
      json.put("area_m2", Numbers.rounded(candidate.areaSquareMetres(), 2));
      if (work.change() instanceof Change.AddFacility added && added.feature().capacity() != null) {
        json.put("capacity", added.feature().capacity());
      }
    }
    return json;
  }

  private static Map<String, Object> gain(Plan.Gain gain) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("requirement", gain.requirement());
    json.put("group", gain.group());
    json.put("residents_gained", Numbers.rounded(gain.residents(), 3));
    return json;
  }
}
