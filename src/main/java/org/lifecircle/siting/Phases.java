package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Steps made into phases: a step that is worth more for its money than the one before it joins it,
 * for it could not have been done first.
 */
final class Phases {

  private record Step(BitSet works, BitSet covered, long cents, double worth, double people) {

    double perCent() {
      return worth / Math.max(1, cents);
    }
  }

  private final Wishes wishes;
  private final Rulebook rules;
  private final List<Step> steps = new ArrayList<>();
  private BitSet covered;

  /**
   * @param before the demands that are covered today
   */
  Phases(Wishes wishes, Rulebook rules, BitSet before) {
    this.wishes = wishes;
    this.rules = rules;
    covered = before;
  }

  /** Adds works done next, and what is covered then. */
  void add(BitSet works, BitSet coveredThen) {
    BitSet gain = (BitSet) coveredThen.clone();
    gain.andNot(covered);
    covered = coveredThen;
    steps.add(
        new Step(works, gain, rules.cents(works), wishes.worth(gain), wishes.people(gain) / 1e6));
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
    BitSet both = (BitSet) one.covered().clone();
    both.or(other.covered());
    return new Step(
        works,
        both,
        one.cents() + other.cents(),
        one.worth() + other.worth(),
        one.people() + other.people());
  }
}
