package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Change;
import org.lifecircle.model.ComparisonRow;
import org.lifecircle.model.Group;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.siting.JointPlan.Answer;
import org.lifecircle.siting.JointPlan.Effort;
import org.lifecircle.walk.WalkNetwork;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes plans for an area. What a plan promises is counted on the very network that the scenario of
 * its changes has, by the study that compares scenarios.
 */
public final class Planner {

  /** Candidates for one kind nearer to each other than this are as good as one. */
  private static final double ALIKE_METRES = 40;

  private final StudyArea area;
  private final Standard standard;
  private final WalkingRules walking;
  private final RenewalRules renewal;
  private final WalkNetwork network;
  private final CoverageStudy today;
  private final UnaryOperator<Geometry> kept;

  /**
   * Plans for an area as it stands.
   *
   * @param network of it
   * @param today the study of it over this network
   * @param kept a shape as it will be when it has been written into a scenario and read again
   */
  public Planner(
      StudyArea area,
      Standard standard,
      WalkingRules walking,
      RenewalRules renewal,
      WalkNetwork network,
      CoverageStudy today,
      UnaryOperator<Geometry> kept) {
    this.area = area;
    this.standard = standard;
    this.walking = walking;
    this.renewal = renewal;
    this.network = network;
    this.today = today;
    this.kept = kept;
  }

  /** What a plan is chosen from, with what binds it. */
  private record Table(List<Work> works, Rulebook rules, Wishes wishes, int leftOut) {}

  /**
   * The ids a request names that are no work here: neither anything that may go or be opened, nor a
   * candidate.
   */
  public static Set<String> unknown(
      StudyArea area, RenewalRules renewal, List<Candidate> candidates, PlanRequest request) {
    WorkList list = new WorkList(area, renewal.costs(), Set.of());
    Set<String> named = new TreeSet<>(request.fixed());
    named.addAll(request.forbidden());
    list.add(candidates, 0, named, place -> place);
    named.removeIf(id -> list.number(id) >= 0);
    return named;
  }

  /** The ids of works that must be done, but not without a consent that is not there. */
  public static Set<String> notAgreed(StudyArea area, RenewalRules renewal, PlanRequest request) {
    WorkList list = new WorkList(area, renewal.costs(), request.agreed());
    Set<String> fixed = new TreeSet<>(request.agreedOnly() ? request.fixed() : List.of());
    fixed.removeIf(id -> list.number(id) < 0 || list.works().get(list.number(id)).agreed());
    return fixed;
  }

  /** The ids of works that are both fixed and forbidden. */
  public static Set<String> contradictions(PlanRequest request) {
    Set<String> both = new TreeSet<>(bare(request.fixed()));
    both.retainAll(bare(request.forbidden()));
    return both;
  }

  private static Set<String> bare(Collection<String> ids) {
    Set<String> bare = new HashSet<>();
    ids.forEach(id -> bare.add(id.substring(id.indexOf(':') + 1)));
    return bare;
  }

  /**
   * The plan.
   *
   * @param candidates that could be built on; those that do not fit are passed over
   * @throws BadValueException if the request names what is not there
   * @throws Proof.CancelledException soon after somebody asks to stop
   */
  public Plan plan(
      PlanRequest request, List<Candidate> candidates, Proof.Stop stop, PlanWatch watch) {
    WorkList list = new WorkList(area, renewal.costs(), request.agreed());
    Set<String> named = new TreeSet<>(request.fixed());
    List<String> kinds = request.kinds();
    int leftOut =
        list.add(
            candidates.stream()
                .filter(c -> kinds == null || kinds.contains(c.kind()))
                .filter(c -> isWanted(c, request) || named.contains("candidates:" + c.id()))
                .toList(),
            Math.max(ALIKE_METRES, request.minDistanceMetres()),
            named,
            kept);
    List<Work> works = list.works();
    StudyArea whole = area;
    List<Change> doors = new ArrayList<>();
    for (Work work : works) {
      if (work.change() instanceof Change.AddFacility added) {
        whole = added.applyTo(whole);
        doors.add(added);
      }
    }
    WalkNetwork wide = doors.isEmpty() ? network : network.with(doors);
    Table table = new Table(works, rules(request, list), wishes(request, whole, wide), leftOut);
    BitSet allowed = table.rules().allowed();
    WalkTown town = new WalkTown(wide, works, allowed, table.wishes());
    long cents = Math.round(request.budgetYuan() * 100);
    Optional<Answer> answer =
        new JointPlan(town, table.rules(), cents, Effort.USUAL, stop, watch).solve();
    if (answer.isEmpty()) {
      return Plan.nothing(
          new Text("必须实施的措施超出预算或限制", "what must be done is beyond the budget or the limits"),
          works.size(),
          leftOut);
    }
    if (answer.get().works().isEmpty()) {
      return Plan.nothing(
          new Text(
              "在此预算和限制之内，没有任何措施能使更多居民达标",
              "nothing within this budget and these limits would cover anybody who is not yet"),
          works.size(),
          leftOut);
    }
    return promised(request, table, answer.get());
  }

  private boolean isWanted(Candidate candidate, PlanRequest request) {
    return candidate.costYuan() <= request.budgetYuan()
        && standard.requirements().stream()
            .filter(
                r -> request.requirements().isEmpty() || request.requirements().contains(r.id()))
            .anyMatch(r -> r.acceptsKind(candidate.kind()));
  }

  private CoverageQuery query(PlanRequest request, String group) {
    CoverageQuery query =
        CoverageQuery.by(By.REQUIREMENT)
            .ofRequirements(request.requirements().toArray(String[]::new));
    return group.equals(Group.PLANNING) ? query : query.atThePaceOf(group);
  }

  private Wishes wishes(PlanRequest request, StudyArea whole, WalkNetwork wide) {
    CoverageStudy study = CoverageStudy.of(whole, standard, walking, wide);
    Wishes wishes = new Wishes(whole.entrances().size(), whole.compounds().size());
    for (String group : request.groups()) {
      wishes.add(group, study.demands(query(request, group)), request.weights());
    }
    return wishes;
  }

  private Rulebook rules(PlanRequest request, WorkList list) {
    List<Work> works = list.works();
    BitSet fixed = numbers(request.fixed(), list);
    BitSet forbidden = numbers(request.forbidden(), list);
    if (request.agreedOnly()) {
      for (int w = 0; w < works.size(); w++) {
        forbidden.set(w, forbidden.get(w) || !works.get(w).agreed());
      }
    }
    int[][] needs =
        works.stream()
            .map(work -> work.needs().stream().mapToInt(list::number).toArray())
            .toArray(int[][]::new);
    long[] cents = works.stream().mapToLong(Work::cents).toArray();
    List<int[]> rivals = Rivals.of(works, request.minDistanceMetres());
    return new Rulebook(cents, needs, rivals, caps(request, works), fixed, forbidden);
  }

  private static BitSet numbers(List<String> ids, WorkList list) {
    BitSet numbers = new BitSet();
    for (String id : ids) {
      int number = list.number(id);
      if (number < 0) {
        throw new BadValueException("没有措施“" + id + "”", "there is no work '" + id + "'");
      }
      numbers.set(number);
    }
    return numbers;
  }

  private static List<Rulebook.Cap> caps(PlanRequest request, List<Work> works) {
    Map<String, List<Integer>> in = new TreeMap<>();
    for (int w = 0; w < works.size(); w++) {
      for (String compound : works.get(w).compounds()) {
        in.computeIfAbsent(compound, c -> new ArrayList<>()).add(w);
      }
    }
    List<Rulebook.Cap> caps = new ArrayList<>();
    Integer mostBuilt = request.mostBuiltPerCompound();
    Double mostYuan = request.mostYuanPerCompound();
    for (List<Integer> here : in.values()) {
      if (mostBuilt != null) {
        List<Integer> built = here.stream().filter(w -> works.get(w).candidate() != null).toList();
        caps.add(new Rulebook.Cap(built, built.stream().map(w -> 1L).toList(), mostBuilt));
      }
      if (mostYuan != null) {
        List<Long> cents = here.stream().map(w -> works.get(w).cents()).toList();
        caps.add(new Rulebook.Cap(here, cents, Math.round(mostYuan * 100)));
      }
    }
    return caps;
  }

  /** Counts what the works yield on the network that the scenario will have. */
  private Plan promised(PlanRequest request, Table table, Answer answer) {
    List<Work> works = table.works();
    List<Change> built =
        answer.works().stream()
            .mapToObj(w -> works.get(w).change())
            .filter(change -> change instanceof Change.Addition)
            .toList();
    WalkNetwork then = built.isEmpty() ? network : network.with(built);
    BitSet allowed = answer.works();
    WalkTown town = new WalkTown(then, works, allowed, table.wishes());
    BitSet before = new WalkTown(network, works, allowed, table.wishes()).covered(new BitSet());
    Phases phases = new Phases(table.wishes(), table.rules(), before);
    BitSet done = new BitSet();
    for (BitSet step : answer.steps()) {
      done.or(step);
      phases.add(step, town.covered(done));
    }
    List<Plan.Phase> inOrder = phases.inOrder(works);
    List<Change> changes =
        inOrder.stream().flatMap(p -> p.works().stream()).map(Work::change).toList();
    StudyArea changed = new Scenario("plan", "plan", changes).applyTo(area);
    CoverageStudy study = CoverageStudy.of(changed, standard, walking, town.with(answer.works()));
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
        null);
  }

  private List<Plan.Gain> gains(PlanRequest request, CoverageStudy then) {
    List<Plan.Gain> gains = new ArrayList<>();
    for (String group : request.groups()) {
      for (ComparisonRow row : today.compare(then, query(request, group))) {
        gains.add(new Plan.Gain(String.valueOf(row.requirement()), group, row.residentsGained()));
      }
    }
    return gains;
  }

  private double completed(PlanRequest request, CoverageStudy then) {
    String group = request.groups().get(0);
    CoverageQuery all = CoverageQuery.by(By.AREA);
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
