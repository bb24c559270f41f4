package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The works that are worth most within a budget, all decided together.
 *
 * <p>What works yield is no formula but a fact about walks: two walls in series yield nothing
 * alone. So the place is asked. A master problem knows for each demand some sets of works of which
 * one at least is needed; its answer is tried on the place, and where it hoped for too much the
 * place says what else is needed. It never hopes for too little, so its bound holds at any time,
 * whatever number of walls stand in series; when what it hopes for is true, it is the best there
 * is.
 *
 * <p>Places too large for that are planned greedily, and bounded by master problem or relaxation
 * over the same sets. What a master problem comes across there by chance is not proposed: a larger
 * budget might miss it.
 *
 * <p>Invariant: more money is never worth less. The best of all is not; greedy plans are those of
 * the {@link Ladder}; and which of both is decided by how many are in want, not by money. Only a
 * plan that is stopped by the clock may break it, and says so.
 */
final class JointPlan {

  /**
   * How hard to try. All counts work, none seconds.
   *
   * @param rounds of master problem and trial at most
   * @param work of each master problem, in CP-SAT's deterministic seconds
   * @param mostTerms a master problem with more is only relaxed
   * @param steps of the relaxation
   * @param again works that are looked at again at one time
   * @param trials of leaving something out at the end
   * @param few where no more demands than these are to be met, nothing of this is a limit: the best
   *     is found and proven
   */
  record Effort(int rounds, double work, int mostTerms, int steps, int again, int trials, int few) {

    static final Effort USUAL = new Effort(200, 4, 40_000, 300, 200, 20, 300);

    private static final double ALL_WORK = 1000;

    /** Without limits. */
    Effort all() {
      return new Effort(Integer.MAX_VALUE, ALL_WORK, Integer.MAX_VALUE, steps, again, trials, few);
    }
  }

  /**
   * What was found.
   *
   * @param works all of them
   * @param steps the same works, in the order in which they are worth most
   * @param worth of what they cover newly
   * @param bound no works within the budget are worth more
   * @param late whether the time was up before all was tried
   */
  record Answer(BitSet works, List<BitSet> steps, long worth, long bound, boolean late) {}

  private final Town town;
  private final Rulebook rules;
  private final long budgetCents;
  private final Effort effort;
  private final Proof.Stop stop;
  private final PlanWatch watch;
  private final long[] weights;
  private final boolean proves; // whether the best is found, however long that takes
  private final Worth worth;
  private final Cuts cuts;
  private final boolean known; // whether cuts can say all there is to say
  private BitSet best;
  private long bestWorth;
  private long bound;

  JointPlan(
      Town town,
      Rulebook rules,
      long budgetCents,
      Effort effort,
      Proof.Stop stop,
      PlanWatch watch) {
    this.town = town;
    this.rules = rules;
    this.budgetCents = budgetCents;
    this.stop = stop;
    this.watch = watch;
    weights = town.weights();
    proves = LongStream.of(weights).filter(weight -> weight > 0).count() <= effort.few();
    this.effort = proves ? effort.all() : effort;
    worth = Worth.of(town);
    known = pairs(town.shared()) <= this.effort.mostTerms();
    cuts = new Cuts(weights, town.shared(), known);
    best = rules.fixed();
  }

  /** The plan; empty when not even what must be done can be, within the budget and the rules. */
  Optional<Answer> solve() {
    return solve(List.of());
  }

  /**
   * The same, and no worse than what is known.
   *
   * @param known lawful works within the budget
   */
  Optional<Answer> solve(List<BitSet> known) {
    BitSet fixed = rules.fixed();
    if (rules.cents(fixed) > budgetCents || !rules.fits(new BitSet(), fixed)) {
      return Optional.empty();
    }
    BitSet possible = town.possible();
    bound = possible.stream().mapToLong(d -> weights[d]).sum();
    tell(0.2);
    BitSet rungs = rules.affordable(Ladder.landing(budgetCents));
    Map<BitSet, List<BitSet>> stepsOf = new HashMap<>();
    for (Greedy.Spent plan : greedy(rungs).plans(fixed, budgetCents)) {
      stepsOf.put(plan.works(), plan.steps());
      take(plan.works(), plan.worth());
    }
    known.forEach(this::take);
    tell(0.5);
    if (bound > bestWorth && !stop.late()) {
      BitSet wanted = cuts.only(possible);
      wanted.andNot(town.covered(new BitSet())); // of those who share places
      town.outset(wanted).forEach(cuts::add);
      tell(0.7);
      improve();
    }
    List<BitSet> steps = stepsOf.get(best);
    List<BitSet> order = sparing(steps == null ? inOrder(best) : steps);
    BitSet works = Greedy.union(order);
    return Optional.of(
        new Answer(works, order, bestWorth, Math.max(bound, bestWorth), stop.late()));
  }

  /** The steps without what is of no use. */
  private List<BitSet> sparing(List<BitSet> steps) {
    BitSet left = new Thrift(town, worth, rules, effort.trials()).spared(Greedy.union(steps));
    steps.forEach(step -> step.and(left));
    return steps.stream().filter(step -> !step.isEmpty()).toList();
  }

  private static long pairs(List<Shared> shared) {
    return shared.stream().mapToLong(some -> (long) some.homes() * some.room().length).sum();
  }

  private Greedy greedy(BitSet allowed) {
    return new Greedy(town, worth, rules, allowed, effort.again(), stop::late);
  }

  private void tell(double share) {
    watch.at(share, bestWorth / 1e6, bound / 1e6);
  }

  /** Tries works on the place; keeps them if they are the best, or as good for less. */
  private BitSet take(BitSet works) {
    BitSet covered = town.covered(works);
    take(works, worth.of(covered));
    return covered;
  }

  private void take(BitSet works, long itsWorth) {
    boolean cheaper = itsWorth == bestWorth && rules.cents(works) < rules.cents(best);
    if (itsWorth > bestWorth || cheaper) {
      best = (BitSet) works.clone();
      bestWorth = itsWorth;
    }
  }

  private void improve() {
    for (int round = 0; round < effort.rounds() && bound > bestWorth && !stop.late(); round++) {
      if (stop.asked()) {
        throw new Proof.CancelledException();
      }
      List<Cuts.Row> rows = cuts.rows(true);
      if (!known || cuts.terms(rows) > effort.mostTerms()) {
        long today = worth.sharedToday();
        Relaxation relaxed = new Relaxation(rows, rules, budgetCents);
        bound = Math.min(bound, relaxed.bound(effort.steps(), bestWorth + today) - today);
        tell(1);
        return;
      }
      Optional<Master.Answer> answer =
          Master.solve(
              cuts, rules, budgetCents, best, new Proof(effort.work(), gap -> {}, stop::asked));
      if (answer.isEmpty()) {
        return;
      }
      bound = Math.min(bound, answer.get().bound() - worth.sharedToday());
      BitSet works = answer.get().works();
      BitSet covered = proves ? take(works) : town.covered(works);
      BitSet hoped = cuts.hopedFor(works, covered);
      tell(0.7 + 0.3 * round / effort.rounds());
      if (!cuts.addScarce(covered) && hoped.isEmpty()) {
        return; // all it hoped for is true, so what it was not proven is not known any better
      }
      Map<Integer, BitSet> needed = town.hurdles(works, hoped);
      cuts.add(needed);
    }
  }

  /**
   * The same works in the order in which they are worth most; those that yield nothing left out.
   */
  private List<BitSet> inOrder(BitSet works) {
    long enough = rules.cents(works);
    BitSet fixed = rules.fixed();
    List<BitSet> steps = new ArrayList<>(greedy(works).steps(fixed, enough));
    BitSet rest = (BitSet) works.clone();
    steps.forEach(rest::andNot);
    BitSet done = new BitSet();
    steps.forEach(done::or);
    if (!rest.isEmpty() && worth.of(town.covered(done)) < bestWorth) {
      steps.add(needed(done, rest));
    }
    return steps;
  }

  /** Of works that only together yield anything: without those that may be left out, dear first. */
  private BitSet needed(BitSet done, BitSet rest) {
    BitSet all = (BitSet) done.clone();
    all.or(rest);
    rest.stream()
        .boxed()
        .sorted((a, b) -> Long.compare(rules.cents(b), rules.cents(a)))
        .forEach(
            work -> {
              BitSet without = (BitSet) all.clone();
              without.clear(work);
              if (rules.withNeeds(without).equals(without)
                  && worth.of(town.covered(without)) == bestWorth) {
                all.clear(work);
              }
            });
    all.andNot(done);
    return all;
  }
}
