package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Does first what is worth most for its money, and then again what is then worth most. Every work
 * is looked at on the place; as more works never cover less, what it was seen to gain, without what
 * is covered since, it still gains at least. So many are chosen before some are looked at again:
 * those beside what was done. Where nothing gains alone, works in series are followed from hurdle
 * to hurdle.
 */
final class Greedy {

  /** How far below the best value per money a step reaches. */
  private static final double STEP = 0.5;

  /** So many times are some looked at again before more money is spent. */
  private static final int MOST_LOOKS = 2;

  private record Offer(BitSet works, long cents, BitSet gain, double worth, double perCent) {

    static final Comparator<Offer> BEST_FIRST =
        Comparator.comparingDouble((Offer offer) -> -offer.perCent)
            .thenComparingDouble(offer -> -offer.worth)
            .thenComparingInt(offer -> offer.works.nextSetBit(0));
  }

  private final Town town;
  private final Rulebook rules;
  private final int again;
  private final BooleanSupplier late;
  private final long[] weights;
  private final List<BitSet> bundles = new ArrayList<>();
  private final List<Integer> workOf = new ArrayList<>(); // by bundle
  private final Offer[] offers; // by bundle, as last seen
  private final BitSet gained = new BitSet(); // demands, all that are known to be covered newly
  private final Series series;
  private BitSet done = new BitSet();
  private BitSet lookedAt = new BitSet(); // what was done when some were last looked at
  private long left;

  /**
   * @param allowed what may be chosen
   * @param again so many at most are looked at again at one time
   * @param late asked whether to make do with what is known
   */
  Greedy(Town town, Rulebook rules, BitSet allowed, int again, BooleanSupplier late) {
    this.town = town;
    this.rules = rules;
    this.again = again;
    this.late = late;
    weights = town.weights();
    series = new Series(town, rules, allowed);
    allowed.stream()
        .filter(w -> !rules.forbidden(w))
        .forEach(
            w -> {
              BitSet one = new BitSet();
              one.set(w);
              bundles.add(rules.withNeeds(one));
              workOf.add(w);
            });
    offers = new Offer[bundles.size()];
  }

  /**
   * The steps of one plan, each the works newly done; the first are those that must be, and all
   * money is spent.
   */
  List<BitSet> steps(BitSet start, long money) {
    begin(start, money);
    List<BitSet> steps = first();
    steps.addAll(spend());
    return steps;
  }

  /**
   * Plans for no more than a budget: one for each rung of the {@link Ladder}, whose steps are as
   * those of {@link #steps}.
   *
   * <p>Invariant: the plans for a smaller budget on a rung are among those for a larger one; of one
   * between rungs all works are in some plan for any larger one.
   */
  List<Spent> plans(BitSet start, long budgetCents) {
    begin(start, Ladder.landing(budgetCents));
    List<BitSet> chain = first();
    List<Spent> plans = new ArrayList<>();
    List<List<BitSet>> stage = new ArrayList<>(); // beyond what stands for good
    for (Ladder.Rung rung : Ladder.rungs(cheapest(), budgetCents)) {
      long spent = rules.cents(done);
      if (rung.cents() > spent) {
        State before = state();
        left = (rung.isBetween() ? Ladder.landing(rung.cents()) : rung.cents()) - spent;
        if (rung.landing()) {
          addTo(plans, chain, stage);
          stage = new ArrayList<>();
          chain.addAll(spend());
          left = Ladder.landing(rung.cents() + 1) - rules.cents(done);
          lookAgain(rung.isLast());
          addTo(plans, chain, List.of(List.of()));
        } else {
          stage.add(choose(rung.cents() - spent));
          goBack(before);
        }
      }
    }
    addTo(plans, chain, stage);
    return plans;
  }

  /**
   * A plan.
   *
   * @param worth of what it covers newly
   */
  record Spent(List<BitSet> steps, BitSet works, long worth) {}

  /** Adds plans that begin with all that is done; asks the place about them. */
  private void addTo(List<Spent> plans, List<BitSet> chain, List<List<BitSet>> stage) {
    List<BitSet> bundles = stage.stream().map(Greedy::union).toList();
    BitSet covered = town.covered(done);
    List<BitSet> gains = stage.isEmpty() ? List.of() : town.gains(done, bundles);
    for (int i = 0; i < gains.size(); i++) {
      List<BitSet> steps = new ArrayList<>(chain);
      steps.addAll(stage.get(i));
      BitSet all = (BitSet) gains.get(i).clone();
      all.or(covered);
      long worth = all.stream().mapToLong(d -> weights[d]).sum();
      plans.add(new Spent(steps, union(steps), worth));
    }
  }

  static BitSet union(List<BitSet> steps) {
    BitSet all = new BitSet();
    steps.forEach(all::or);
    return all;
  }

  private void begin(BitSet start, long money) {
    done = (BitSet) start.clone();
    left = money - rules.cents(done);
    look(true);
  }

  private List<BitSet> first() {
    List<BitSet> steps = new ArrayList<>();
    if (!done.isEmpty()) {
      steps.add((BitSet) done.clone());
    }
    return steps;
  }

  private void lookAgain(boolean enough) {
    if (!enough && !done.equals(lookedAt) && !late.getAsBoolean()) {
      look(false);
    }
    refresh();
  }

  /** Spends what money is left. */
  private List<BitSet> spend() {
    List<BitSet> steps = new ArrayList<>();
    for (int looks = 1; left > 0 && looks <= MOST_LOOKS; looks++) {
      double best = IntStream.range(0, offers.length).mapToDouble(this::perCent).max().orElse(0);
      List<BitSet> chosen = best > 0 ? choose(left) : late.getAsBoolean() ? List.of() : follow();
      if (chosen.isEmpty()) {
        break;
      }
      steps.addAll(chosen);
      lookAgain(looks == MOST_LOOKS);
    }
    return steps;
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record State(BitSet done, BitSet gained, BitSet lookedAt, Offer[] offers) {}

  private State state() {
    return new State((BitSet) done.clone(), (BitSet) gained.clone(), lookedAt, offers.clone());
  }

  private void goBack(State state) {
    done = state.done;
    lookedAt = state.lookedAt;
    gained.clear();
    gained.or(state.gained);
    System.arraycopy(state.offers, 0, offers, 0, offers.length);
  }

  /** What the cheapest bundle costs that costs anything. */
  private long cheapest() {
    return bundles.stream().mapToLong(this::more).filter(cents -> cents > 0).min().orElse(1);
  }

  private long more(BitSet bundle) {
    BitSet more = (BitSet) bundle.clone();
    more.andNot(done);
    return rules.cents(more);
  }

  /** What was seen, without what is covered since. */
  private void refresh() {
    for (int i = 0; i < offers.length; i++) {
      Offer seen = offers[i];
      if (seen != null) {
        BitSet gain = (BitSet) seen.gain.clone();
        gain.andNot(gained);
        offers[i] = offer(seen.works, gain);
      }
    }
  }

  private double perCent(int bundle) {
    Offer offer = offers[bundle];
    return offer != null && affordable(offer.works) ? offer.perCent : 0;
  }

  private boolean affordable(BitSet bundle) {
    BitSet more = (BitSet) bundle.clone();
    more.andNot(done);
    return !more.isEmpty() && rules.cents(more) <= left && rules.fits(done, more);
  }

  /**
   * Asks the place what bundles would gain now: all, or the most promising beside what was done.
   */
  private void look(boolean first) {
    List<Integer> open =
        IntStream.range(0, offers.length).filter(i -> affordable(bundles.get(i))).boxed().toList();
    List<Integer> some = first ? open : promising(open);
    List<BitSet> asked = some.stream().map(bundles::get).toList();
    List<BitSet> gains = town.gains(done, asked);
    for (int i = 0; i < some.size(); i++) {
      offers[some.get(i)] = offer(bundles.get(some.get(i)), gains.get(i));
    }
    lookedAt = (BitSet) done.clone();
  }

  /** Half of them gained most for their money when last seen, half cost least. */
  private List<Integer> promising(List<Integer> open) {
    BitSet since = (BitSet) done.clone();
    since.andNot(lookedAt);
    BitSet stirred = town.stirred(since);
    List<Integer> beside = open.stream().filter(i -> stirred.get(workOf.get(i))).toList();
    BitSet chosen = new BitSet();
    beside.stream()
        .sorted(
            Comparator.comparingDouble((Integer i) -> offers[i] == null ? 0 : -offers[i].perCent)
                .thenComparingInt(i -> i))
        .limit(again / 2)
        .forEach(chosen::set);
    beside.stream()
        .filter(i -> !chosen.get(i))
        .sorted(
            Comparator.comparingLong((Integer i) -> rules.cents(bundles.get(i)))
                .thenComparingInt(i -> i))
        .limit(again - chosen.cardinality())
        .toList()
        .forEach(chosen::set);
    return chosen.stream().boxed().toList();
  }

  private Offer offer(BitSet bundle, BitSet gain) {
    BitSet more = (BitSet) bundle.clone();
    more.andNot(done);
    long cents = rules.cents(more);
    double worth = gain.stream().mapToDouble(d -> weights[d]).sum();
    return new Offer(bundle, cents, gain, worth, worth / Math.max(1, cents));
  }

  /**
   * Chooses the best again and again, by what is known of them; a step ends where the best is worth
   * half of the first in it. Of all that the money left is enough for, those that cost more than
   * there is now end it, if that is less.
   */
  private List<BitSet> choose(long now) {
    boolean toTheFirst = now < left;
    long later = left - now;
    PriorityQueue<Offer> queue = new PriorityQueue<>(Offer.BEST_FIRST);
    for (int i = 0; i < offers.length; i++) {
      if (perCent(i) > 0) {
        queue.add(offers[i]);
      }
    }
    List<BitSet> steps = new ArrayList<>();
    BitSet step = new BitSet();
    double first = 0;
    while (!queue.isEmpty()) {
      Offer seen = queue.remove();
      if (!affordable(seen.works)) {
        continue;
      }
      BitSet gain = (BitSet) seen.gain.clone();
      gain.andNot(gained);
      Offer next = offer(seen.works, gain);
      if (next.perCent < seen.perCent) {
        if (next.perCent > 0) {
          queue.add(next);
        }
        continue;
      }
      if (toTheFirst && next.cents > left - later) {
        break;
      }
      if (next.perCent < STEP * first && !step.isEmpty()) {
        steps.add(step);
        step = new BitSet();
      }
      first = step.isEmpty() ? next.perCent : first;
      BitSet more = (BitSet) next.works.clone();
      more.andNot(done);
      step.or(more);
      take(more);
      gained.or(gain);
    }
    if (!step.isEmpty()) {
      steps.add(step);
    }
    return steps;
  }

  private void take(BitSet more) {
    done.or(more);
    left -= rules.cents(more);
  }

  /** Works in series that together cover somebody: the best found for their money. */
  private List<BitSet> follow() {
    List<BitSet> found = series.from(done, left);
    List<BitSet> gains = found.isEmpty() ? List.of() : town.gains(done, found);
    Offer best = null;
    for (int i = 0; i < gains.size(); i++) {
      Offer offer = offer(found.get(i), gains.get(i));
      if (offer.worth > 0 && (best == null || Offer.BEST_FIRST.compare(offer, best) < 0)) {
        best = offer;
      }
    }
    if (best == null) {
      return List.of();
    }
    BitSet step = (BitSet) best.works.clone();
    step.andNot(done);
    take(step);
    gained.or(best.gain);
    return List.of(step);
  }
}
