package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.lifecircle.coverage.Searches.Measured;
import org.lifecircle.model.Building;
import org.lifecircle.model.Change;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.EntranceWalk;
import org.lifecircle.model.Explanation;
import org.lifecircle.model.Facility;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.SingleChange;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;

/**
 * Tells of one building why it is covered, or is not: the walk from each of its entrances to the
 * nearest facility that counts, what forces it, and which single change would be enough.
 *
 * <p>Invariant: covered here is covered in the tables, by the same costs. Every change that alone
 * is enough is found: those that cannot be are ruled out by bounds, the others are tried.
 */
public final class Explainer {

  private final StudyArea area;
  private final Standard standard;
  private final WalkingRules rules;
  private final WalkNetwork network;
  private final Judge judge;

  private Explainer(
      StudyArea area, Standard standard, WalkingRules rules, WalkNetwork network, Judge judge) {
    this.area = area;
    this.standard = standard;
    this.rules = rules;
    this.network = network;
    this.judge = judge;
  }

  /**
   * For an area and its study, over the same network.
   *
   * @param network the one the study was made over
   */
  public static Explainer of(
      StudyArea area,
      Standard standard,
      WalkingRules rules,
      WalkNetwork network,
      CoverageStudy study) {
    return new Explainer(area, standard, rules, network, study.judge());
  }

  /**
   * Why a building is covered, or is not.
   *
   * @param building id
   * @param requirement id of one that is judged by walks or by presence
   * @param group id of the group at whose pace all walk
   * @throws IllegalArgumentException if there is no such building, requirement or group, or the
   *     requirement is counted against a rate
   */
  public Explanation explain(
      String building, String requirement, Criterion criterion, String group) {
    CoverageQuery query =
        new CoverageQuery(
            By.BUILDING, criterion, group, null, false, false, List.of(requirement), List.of());
    Ask ask = Ask.selectedBy(query, standard).get(0);
    Measured measured = judge.measured(ask, query);
    Verdicts verdicts = judge.judge(List.of(ask), query).get(0);
    int number =
        IntStream.range(0, area.buildings().size())
            .filter(i -> area.buildings().get(i).id().equals(building))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("there is no building '" + building + "'"));
    return ask.requirement().judgedBy() == JudgedBy.PRESENCE
        ? present(number, ask, measured, verdicts)
        : walked(number, ask, measured, verdicts);
  }

  /** The people of a building, and which of them are covered. */
  private final class People {
    private final List<Integer> dwellings;
    private final Verdicts verdicts;

    People(int building, Verdicts verdicts) {
      this.verdicts = verdicts;
      dwellings =
          IntStream.range(0, judge.dwellings().count())
              .filter(i -> judge.dwellings().building(i) == building)
              .boxed()
              .toList();
    }

    double residents() {
      return sum(dwellings);
    }

    double covered() {
      return sum(dwellings.stream().filter(verdicts::covered).toList());
    }

    double behind(int entrance) {
      return sum(
          dwellings.stream().filter(i -> judge.dwellings().entrance(i) == entrance).toList());
    }

    private double sum(List<Integer> some) {
      return Millionths.people(
          some.stream().mapToLong(judge.dwellings()::residentsMillionths).sum());
    }
  }

  private Explanation present(int building, Ask ask, Measured measured, Verdicts verdicts) {
    People people = new People(building, verdicts);
    int compound = judge.compoundOf(building);
    List<Facility> there =
        judge.pool().accepted(ask).stream()
            .filter(f -> compound != Dwellings.NONE && judge.pool().compound(f) == compound)
            .map(judge.pool()::facility)
            .toList();
    boolean covered = compound != Dwellings.NONE && judge.presence().compounds(ask).get(compound);
    return explanation(
        building, ask.requirement(), measured, people, covered, List.of(), there, List.of());
  }

  private Explanation walked(int building, Ask ask, Measured measured, Verdicts verdicts) {
    People people = new People(building, verdicts);
    int cutoff = Judge.cutoff(ask.requirement().limit(), measured.criterion());
    Measure measure =
        measured.criterion() == Criterion.TIME
            ? Measure.time(measured.group())
            : Measure.distance();
    List<Facility> facilities = judge.pool().facilities(judge.pool().accepted(ask));
    WalksExplained walks =
        new WalksExplained(area, rules, network, judge, ask, measure, facilities, cutoff);
    List<EntranceWalk> told = new ArrayList<>();
    List<Integer> tooFar = new ArrayList<>(); // entrances that are not near enough
    boolean anybody = people.residents() > 0;
    for (int entrance : entrances(area.buildings().get(building))) {
      double residents = people.behind(entrance);
      EntranceWalk walk = walks.of(entrance, residents);
      told.add(walk);
      if (!walk.covered() && (residents > 0 || !anybody)) {
        tooFar.add(entrance);
      }
    }
    told.sort(
        Comparator.comparingLong(Explainer::farthestFirst).thenComparing(w -> w.entrance().id()));
    boolean covered = !told.isEmpty() && tooFar.isEmpty() && people.covered() >= people.residents();
    List<SingleChange> changes = covered ? List.of() : enough(tooFar, facilities, measure, cutoff);
    return explanation(
        building, ask.requirement(), measured, people, covered, told, List.of(), changes);
  }

  private static long farthestFirst(EntranceWalk walk) {
    return walk.walk() == null ? Long.MIN_VALUE : -walk.walk().distanceMillimetres();
  }

  private Explanation explanation(
      int building,
      Requirement requirement,
      Measured measured,
      People people,
      boolean covered,
      List<EntranceWalk> entrances,
      List<Facility> present,
      List<SingleChange> changes) {
    int compound = judge.compoundOf(building);
    return new Explanation(
        area.buildings().get(building).id(),
        compound == Dwellings.NONE ? null : area.compounds().get(compound).id(),
        requirement,
        measured.criterion(),
        measured.group(),
        people.residents(),
        people.covered(),
        covered,
        entrances,
        present,
        changes);
  }

  private List<Integer> entrances(Building building) {
    return IntStream.range(0, area.entrances().size())
        .filter(i -> building.id().equals(area.entrances().get(i).buildingId()))
        .boxed()
        .toList();
  }

  /** The changes that bring all these entrances within the cutoff, each by itself; best first. */
  private List<SingleChange> enough(
      List<Integer> entrances, List<Facility> facilities, Measure measure, int cutoff) {
    if (entrances.isEmpty() || facilities.isEmpty()) {
      return List.of();
    }
    List<Change> promising =
        network.promisingOpenings(entrances.get(0), facilities, measure, cutoff);
    for (int entrance : entrances.subList(1, entrances.size())) {
      Set<Change> both =
          new HashSet<>(network.promisingOpenings(entrance, facilities, measure, cutoff));
      promising = promising.stream().filter(both::contains).toList();
    }
    return promising.parallelStream()
        .map(
            change ->
                new SingleChange(change, longest(change, entrances, facilities, measure, cutoff)))
        .filter(single -> single.cost() != WalkNetwork.UNREACHED)
        .sorted(
            Comparator.comparingInt(SingleChange::cost)
                .thenComparing(single -> single.change().layer())
                .thenComparing(single -> single.change().id()))
        .toList();
  }

  private int longest(
      Change change,
      List<Integer> entrances,
      List<Facility> facilities,
      Measure measure,
      int cutoff) {
    int[] costs = network.with(List.of(change)).costsToNearest(facilities, measure, cutoff);
    return entrances.stream().mapToInt(e -> costs[e]).max().orElse(WalkNetwork.UNREACHED);
  }
}
