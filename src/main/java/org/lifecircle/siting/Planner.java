package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.CapacityRules;
import org.lifecircle.model.Change;
import org.lifecircle.model.RenewalRules;
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

  /** Where places are counted each entrance is kept for each facility it could reach. */
  private static final long MOST_SHARED = 8_000_000;

  private final StudyArea area;
  private final Standard standard;
  private final WalkingRules walking;
  private final RenewalRules renewal;
  private final CapacityRules capacity;
  private final WalkNetwork network;
  private final CoverageStudy today;
  private final UnaryOperator<Geometry> kept;

  /**
   * Plans for an area as it stands.
   *
   * @param network of it
   * @param capacity by what places are counted
   * @param today the study of it over this network, able to count them
   * @param kept a shape as it will be when it has been written into a scenario and read again
   */
  public Planner(
      StudyArea area,
      Standard standard,
      WalkingRules walking,
      RenewalRules renewal,
      CapacityRules capacity,
      WalkNetwork network,
      CoverageStudy today,
      UnaryOperator<Geometry> kept) {
    this.area = area;
    this.standard = standard;
    this.walking = walking;
    this.renewal = renewal;
    this.capacity = capacity;
    this.network = network;
    this.today = today;
    this.kept = kept;
  }

  /** What a plan is chosen from, with what binds it. */
  record Table(List<Work> works, Rulebook rules, Wishes wishes, int leftOut) {}

  /**
   * The plan.
   *
   * @param candidates that could be built on; those that do not fit are passed over
   * @param known ids of the works of plans for the same request with no more money: it will be no
   *     worse than they
   * @throws BadValueException if the request names what is not there
   * @throws Proof.CancelledException soon after somebody asks to stop
   */
  public Plan plan(
      PlanRequest request,
      List<Candidate> candidates,
      List<List<String>> known,
      Proof.Stop stop,
      PlanWatch watch) {
    WorkList list = new WorkList(area, renewal.costs(), request.agreed()).giving(request.places());
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
    Set<String> all = new TreeSet<>(request.forbidden());
    all.addAll(request.fixed());
    list.addGates(all, kept);
    List<Work> works = list.works();
    StudyArea whole = withDoors(works);
    WalkNetwork wide = networkOf(whole);
    Table table = new Table(works, rules(request, list), wishes(request, whole, wide), leftOut);
    long cents = Math.round(request.budgetYuan() * 100);
    BitSet allowed = table.rules().affordable(cents);
    WalkTown town = new WalkTown(wide, works, allowed, table.wishes(), stop);
    Optional<Answer> answer =
        new JointPlan(town, table.rules(), cents, Effort.USUAL, stop, watch)
            .solve(known.stream().map(ids -> numbers(ids, list)).toList());
    if (answer.isEmpty()) {
      return Plan.nothing(
          new Text("必须实施的措施超出预算或限制", "what must be done is beyond the budget or the limits"),
          works.size(),
          leftOut);
    }
    if (answer.get().works().isEmpty()) {
      Text why =
          answer.get().late()
              ? new Text("时间已到，届时尚未找到方案", "the time was up before any plan was found")
              : new Text(
                  "在此预算和限制之内，没有任何措施能使更多居民达标",
                  "nothing within this budget and these limits would cover anybody who is not yet");
      return Plan.nothing(why, works.size(), leftOut);
    }
    BitSet chosen = answer.get().works();
    List<Change> doors =
        chosen.stream()
            .<Change>mapToObj(w -> WorksDone.door(works.get(w)))
            .filter(Objects::nonNull)
            .toList();
    WalkNetwork then = doors.isEmpty() ? network : network.with(doors);
    return new Promise(area, standard, walking, capacity, network, today)
        .of(request, table, answer.get(), then, stop);
  }

  /**
   * The area with the doors of all that some works build, and closed gates where they make some.
   */
  private StudyArea withDoors(Collection<Work> works) {
    StudyArea whole = area;
    for (Work work : works) {
      Change.Addition door = WorksDone.door(work);
      whole = door == null ? whole : door.applyTo(whole);
    }
    return whole;
  }

  private WalkNetwork networkOf(StudyArea whole) {
    return whole.equals(area) ? network : WalkNetwork.of(whole, walking);
  }

  private boolean isWanted(Candidate candidate, PlanRequest request) {
    return candidate.costYuan() <= request.budgetYuan()
        && standard.requirements().stream()
            .filter(
                r -> request.requirements().isEmpty() || request.requirements().contains(r.id()))
            .anyMatch(r -> r.acceptsKind(candidate.kind()));
  }

  private Wishes wishes(PlanRequest request, StudyArea whole, WalkNetwork wide) {
    CoverageStudy study = CoverageStudy.of(whole, standard, walking, wide).counting(capacity);
    Wishes wishes = new Wishes(whole.entrances().size(), whole.compounds().size());
    for (String group : request.groups()) {
      wishes.add(group, study.demands(Promise.query(request, group)), request.weights());
    }
    requireFew(wishes.sharedPairs());
    return wishes;
  }

  private static void requireFew(long pairs) {
    if (pairs > MOST_SHARED) {
      throw new BadValueException(
          "计容量的新建设施 × 单元门共 " + pairs + " 对，超过上限 " + MOST_SHARED + "；请以 kinds 减少可建类别",
          pairs
              + " pairs of an entrance and a facility whose places are counted are more than "
              + MOST_SHARED
              + "; name fewer kinds");
    }
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
    List<int[]> rivals = new ArrayList<>(Rivals.of(works, request.minDistanceMetres()));
    rivals.addAll(list.rivals());
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
}
