package org.lifecircle.api;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Group;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Text;
import org.lifecircle.siting.Located;
import org.lifecircle.siting.LocationRequest;
import org.lifecircle.siting.LocationRequest.Existing;
import org.lifecircle.siting.LocationRequest.Problem;
import org.lifecircle.siting.Locator;
import org.lifecircle.siting.Proof;

/** Location-allocation alone: what is asked, what is done for it, and what is told. */
final class Locations {

  /** How hard the solver tries, in CP-SAT's deterministic seconds. */
  private static final double WORK = 60;

  private static final int MOST_SITES = 100_000;
  private static final Set<String> MEMBERS =
      Set.of(
          "problem",
          "requirement",
          "group",
          "count",
          "budget_yuan",
          "limit_m",
          "limit_minutes",
          "existing",
          "capacity",
          "fixed",
          "forbidden",
          "build");

  private Locations() {}

  /**
   * What is asked.
   *
   * @param build whether candidates on freed ground are sites
   */
  record Asked(LocationRequest request, boolean build) {}

  /**
   * The question this JSON asks.
   *
   * @throws ProblemException with everything that is wrong with it
   */
  static Asked read(byte[] body, OpenArea area) {
    JsonRequest json = new JsonRequest(body, MEMBERS);
    List<String> problems = Coded.codes(Problem.class);
    String problem = json.word("problem", "", problems, "没有问题");
    if (!json.has("problem")) {
      json.complain(
          "/problem",
          "缺少问题，可用的有：" + String.join(", ", problems),
          "the problem is missing: one of " + String.join(", ", problems));
    }
    List<String> walked =
        area.standard().requirements().stream()
            .filter(r -> r.judgedBy() == JudgedBy.WALK)
            .map(Requirement::id)
            .toList();
    String requirement = json.word("requirement", "", walked, "标准中没有按步行评价的要求");
    if (!json.has("requirement")) {
      json.complain("/requirement", "缺少要求", "the requirement is missing");
    }
    String group = json.word("group", Group.PLANNING, PlanReader.groups(area), "没有人群");
    String existing =
        json.word("existing", Existing.KEEP.code(), Coded.codes(Existing.class), "没有用法");
    Integer count = json.whole("count", MOST_SITES);
    Double budget = json.number("budget_yuan", PlanReader.MOST_YUAN);
    boolean timed = !group.equals(Group.PLANNING);
    Double limit = json.number(timed ? "limit_minutes" : "limit_m", 100_000);
    String other = timed ? "limit_m" : "limit_minutes";
    if (json.has(other)) {
      json.complain(
          "/" + other,
          timed ? "该人群按分钟评价，用 limit_minutes" : "按米评价，用 limit_m",
          timed ? "this group is judged by minutes: limit_minutes" : "by metres: limit_m");
    }
    Double capacity = json.number("capacity", 1e9);
    List<String> fixed = json.words("fixed");
    List<String> forbidden = json.words("forbidden");
    fixed.stream()
        .filter(forbidden::contains)
        .forEach(id -> json.complain("/fixed", "“" + id + "”既选定又禁止", "'" + id + "' is forbidden"));
    boolean build = !json.has("build") || json.truth("build");
    Problem asked = Coded.find(Problem.class, problem).orElse(Problem.P_MEDIAN);
    complain(json, asked, count, budget, capacity);
    json.refuse(List.of());
    json.refuse(
        unknown(area, requirement, build, Coded.of(Existing.class, existing), fixed, forbidden));
    LocationRequest request =
        new LocationRequest(
            asked,
            requirement,
            group,
            count,
            budget,
            limit,
            Coded.of(Existing.class, existing),
            capacity,
            fixed,
            forbidden);
    requireFew(area, request, build);
    return new Asked(request, build);
  }

  /**
   * Refuses what is too much by the sites that are known: those that stand, and candidates where
   * they were found before. Finding them is long and belongs to the job.
   */
  private static void requireFew(OpenArea area, LocationRequest request, boolean build) {
    List<String> accepted = accepted(area, request.requirement());
    long standing =
        area.area().facilities().stream().filter(f -> accepted.contains(f.kind())).count();
    List<Candidate> known = build ? Plans.candidatesKnown(area, accepted) : List.of();
    refusing(
        () -> {
          locator(area).requireFew(request, standing, known);
          return true;
        });
  }

  private static Locator locator(OpenArea area) {
    return new Locator(
        area.area(),
        area.standard(),
        area.rules(),
        area.renewal(),
        place -> Plans.kept(area, place));
  }

  /** Tells the caller what is wrong with what they chose. */
  private static <T> T refusing(Supplier<T> work) {
    try {
      return work.get();
    } catch (BadValueException e) {
      throw org.lifecircle.api.Problem.of(ProblemKind.BAD_CHOICE, e.reason().zh(), e.reason().en())
          .asException();
    }
  }

  /** Complaints about sites that are none; candidates are only found where one is named. */
  private static List<Complaint> unknown(
      OpenArea area,
      String requirement,
      boolean build,
      Existing existing,
      List<String> fixed,
      List<String> forbidden) {
    Set<String> named = new TreeSet<>(fixed);
    named.addAll(forbidden);
    if (existing != Existing.IGNORE) {
      Set<String> standing = new HashSet<>();
      CoverageQuery query = CoverageQuery.by(By.REQUIREMENT).ofRequirements(requirement);
      if (!named.isEmpty()) {
        area.awaitCoverage().demands(query).walked().stream()
            .flatMap(wish -> wish.accepted().stream())
            .forEach(facility -> standing.add(facility.id()));
      }
      named.removeIf(id -> standing.contains(Locator.bare(id)));
    }
    if (build && named.stream().anyMatch(id -> PlanComplaints.couldBeCandidate(area, id))) {
      Set<String> there = new HashSet<>();
      candidates(area, requirement, share -> {}).forEach(c -> there.add(c.id()));
      named.removeIf(id -> there.contains(Locator.bare(id)));
    }
    return named.stream()
        .map(
            id ->
                new Complaint(
                    fixed.contains(id) ? "/fixed" : "/forbidden",
                    new Text(
                        "没有地点“" + Parameters.shown(id) + "”",
                        "there is no site '" + Parameters.shown(id) + "'")))
        .toList();
  }

  private static List<Candidate> candidates(
      OpenArea area, String requirement, DoubleConsumer progress) {
    return Plans.candidates(area, accepted(area, requirement), progress);
  }

  private static List<String> accepted(OpenArea area, String requirement) {
    return area.standard().requirements().stream()
        .filter(r -> r.id().equals(requirement))
        .flatMap(r -> r.accepts().stream())
        .sorted()
        .distinct()
        .toList();
  }

  private static void complain(
      JsonRequest json,
      Problem problem,
      @Nullable Integer count,
      @Nullable Double budget,
      @Nullable Double capacity) {
    if (problem != Problem.SET_COVERING && count == null && budget == null) {
      json.complain("/count", "须给出 count 或 budget_yuan", "count or budget_yuan is missing");
    }
    if (capacity != null && problem != Problem.MAXIMAL_COVERING && problem != Problem.P_MEDIAN) {
      json.complain(
          "/capacity",
          "容量只用于 maximal_covering 和 p_median",
          "capacity goes with maximal_covering and p_median only");
    }
    if (!problem.isCovering() && (json.has("limit_m") || json.has("limit_minutes"))) {
      json.complain(
          json.has("limit_m") ? "/limit_m" : "/limit_minutes",
          "这一问题没有步行限值",
          "this problem has no limit of walking");
    }
  }

  /**
   * The answer.
   *
   * @throws Proof.CancelledException soon after somebody asks to stop
   * @throws ProblemException if a site is unknown or there is too much of everything
   */
  static Map<String, @Nullable Object> answer(
      OpenArea area, Asked asked, Jobs.Running running, String language) {
    LocationRequest request = asked.request();
    List<Candidate> candidates =
        asked.build()
            ? candidates(area, request.requirement(), share -> running.at(share / 2))
            : List.of();
    Proof proof =
        new Proof(WORK, gap -> running.at(1 - Math.max(0.05, gap) / 2), running::isDismissed);
    return json(
        area, request, refusing(() -> locator(area).locate(request, candidates, proof)), language);
  }

  private static Map<String, @Nullable Object> json(
      OpenArea area, LocationRequest request, Located found, String language) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    Text why = found.whyNothing();
    Integer cutoff = found.cutoff();
    json.put("area", area.id());
    json.put("dataset_version", area.version());
    json.put("standard", area.standard().id());
    OpenScenario under = area.scenario();
    json.put("under_scenario", under == null ? null : under.kept().id());
    json.put("problem", request.problem().code());
    json.put("requirement", request.requirement());
    json.put("group", request.group());
    json.put("criterion", found.timed() ? "time" : "distance");
    if (cutoff != null) {
      walk(json, "limit", cutoff, found.timed());
    }
    json.put("feasible", why == null);
    json.put("reason", why == null ? null : why.in(language));
    json.put("sites", found.chosen().stream().map(site -> site(site, found.timed())).toList());
    json.put("cost_yuan", Numbers.rounded(found.costYuan(), 2));
    json.put("costs_verified", area.renewal().costs().verified());
    json.put("residents", Numbers.rounded(found.residents(), 3));
    json.put("residents_served", Numbers.rounded(found.residentsServed(), 3));
    json.put("residents_unreachable", Numbers.rounded(found.residentsUnreachable(), 3));
    walk(json, "mean_walk", found.meanWalk(), found.timed());
    walk(json, "longest_walk", found.longestWalk(), found.timed());
    json.put("gap", Numbers.rounded(found.gap(), 6));
    json.put("sites_considered", found.sitesConsidered());
    return json;
  }

  private static Map<String, @Nullable Object> site(Located.Chosen site, boolean timed) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    Candidate candidate = site.candidate();
    json.put("layer", candidate == null ? "facilities" : "candidates");
    json.put("id", site.facility().id());
    json.put("kind", site.facility().kind());
    json.put("residents", Numbers.rounded(site.residents(), 3));
    walk(json, "mean_walk", site.meanWalk(), timed);
    json.put("cost_yuan", candidate == null ? 0 : Numbers.rounded(candidate.costYuan(), 2));
    return json;
  }

  private static void walk(
      Map<String, @Nullable Object> json, String name, double cost, boolean timed) {
    json.put(name + (timed ? "_s" : "_m"), Numbers.rounded(cost / 1000, 3));
  }
}
