package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Steps made into phases: a step that is worth more for its money than the one before it joins it,
 * for it could not have been done first.
 */
final class Phases {

  private record Step(BitSet works, long cents, long worth, double people) {

    double perCent() {
      return (double) worth / Math.max(1, cents);
    }
  }

  private final Worth worth;
  private final Worth people;
  private final Rulebook rules;
  private final List<Step> steps = new ArrayList<>();
  private BitSet covered;

  /**
   * @param people millionths of people × requirements
   * @param before the demands that are covered today
   */
  Phases(Worth worth, Worth people, Rulebook rules, BitSet before) {
    this.worth = worth;
    this.people = people;
    this.rules = rules;
    covered = before;
  }

  /** Adds works done next, and what is covered then. */
  void add(BitSet works, BitSet coveredThen) {
    long more = worth.of(coveredThen, covered);
    steps.add(new Step(works, rules.cents(works), more, people.of(coveredThen, covered) / 1e6));
    covered = coveredThen;
  }

  /**
   * The phases; what must be done comes first, whatever it is worth. What would come last and is
   * worth nothing is not done.
   */
  List<Plan.Phase> inOrder(List<Work> works) {
    return merged().stream()
        .map(
            step ->
                new Plan.Phase(step.works().stream().mapToObj(works::get).toList(), step.people()))
        .toList();
  }

  /** The works of all phases. */
  BitSet works() {
    BitSet works = new BitSet();
    merged().forEach(step -> works.or(step.works()));
    return works;
  }

  private List<Step> merged() {
    BitSet fixed = rules.fixed();
    List<Step> merged = new ArrayList<>();
    for (Step step : steps) {
      Step next = step;
      while (!merged.isEmpty() && isBetter(next, merged.get(merged.size() - 1), fixed)) {
        next = together(merged.remove(merged.size() - 1), next);
      }
      merged.add(next);
    }
    while (!merged.isEmpty() && isIdle(merged.get(merged.size() - 1), fixed)) {
      merged.remove(merged.size() - 1);
    }
    return merged;
  }

  private static boolean isIdle(Step last, BitSet fixed) {
    return last.worth() == 0 && !last.works().equals(fixed);
  }

  private static boolean isBetter(Step next, Step last, BitSet fixed) {
    return !last.works().equals(fixed) && next.perCent() > last.perCent();
  }

  private static Step together(Step one, Step other) {
    BitSet works = (BitSet) one.works().clone();
    works.or(other.works());
    return new Step(
        works,
        one.cents() + other.cents(),
        one.worth() + other.worth(),
        one.people() + other.people());
  }
}
