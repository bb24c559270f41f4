package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.lifecircle.siting.Offers.Offer;

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

  private final Town town;
  private final Worth worth;
  private final Rulebook rules;
  private final BooleanSupplier late;
  private final Offers offers;
  private final Series series;

  /**
   * @param allowed what may be chosen
   * @param again so many at most are looked at again at one time
   * @param late asked whether to make do with what is known
   */
  Greedy(Town town, Worth worth, Rulebook rules, BitSet allowed, int again, BooleanSupplier late) {
    this.town = town;
    this.worth = worth;
    this.rules = rules;
    this.late = late;
    offers = new Offers(town, worth, rules, allowed, again);
    series = new Series(town, rules, allowed);
  }

  /**
   * The steps of one plan, each the works newly done; the first are those that must be, and all
   * money is spent.
   */
  List<BitSet> steps(BitSet start, long money) {
    offers.begin(start, money);
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
    offers.begin(start, Ladder.landing(budgetCents));
    List<BitSet> chain = first();
    List<Spent> plans = new ArrayList<>();
    addTo(plans, chain, List.of(List.of())); // what must be done may cost all there is
    List<List<BitSet>> stage = new ArrayList<>(); // beyond what stands for good
    for (Ladder.Rung rung : Ladder.rungs(offers.cheapest(), budgetCents)) {
      long spent = rules.cents(offers.done());
      if (rung.cents() > spent) {
        Offers.State before = offers.state();
        long upTo = rung.isBetween() ? Ladder.landing(rung.cents()) : rung.cents();
        offers.leave(upTo - spent);
        if (rung.landing()) {
          addTo(plans, chain, stage);
          stage = new ArrayList<>();
          chain.addAll(spend());
          offers.leave(Ladder.landing(rung.cents() + 1) - rules.cents(offers.done()));
          lookAgain(rung.isLast());
          addTo(plans, chain, List.of(List.of()));
        } else {
          stage.add(choose(rung.cents() - spent));
          offers.goBack(before);
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
    BitSet covered = town.covered(offers.done());
    List<BitSet> gains = stage.isEmpty() ? List.of() : town.gains(offers.done(), bundles);
    for (int i = 0; i < gains.size(); i++) {
      List<BitSet> steps = new ArrayList<>(chain);
      steps.addAll(stage.get(i));
      BitSet all = (BitSet) gains.get(i).clone();
      all.or(covered);
      plans.add(new Spent(steps, union(steps), worth.of(all)));
    }
  }

  static BitSet union(List<BitSet> steps) {
    BitSet all = new BitSet();
    steps.forEach(all::or);
    return all;
  }

  private List<BitSet> first() {
    List<BitSet> steps = new ArrayList<>();
    if (!offers.done().isEmpty()) {
      steps.add((BitSet) offers.done().clone());
    }
    return steps;
  }

  private void lookAgain(boolean enough) {
    if (!enough && offers.isStirred() && !late.getAsBoolean()) {
      offers.look(false);
    }
    offers.refresh();
  }

  /** Spends what money is left. */
  private List<BitSet> spend() {
    List<BitSet> steps = new ArrayList<>();
    for (int looks = 1; offers.left() > 0 && looks <= MOST_LOOKS; looks++) {
      List<BitSet> chosen =
          offers.isAnyWorth() ? choose(offers.left()) : late.getAsBoolean() ? List.of() : follow();
      if (chosen.isEmpty()) {
        break;
      }
      steps.addAll(chosen);
      lookAgain(looks == MOST_LOOKS);
    }
    return steps;
  }

  /**
   * Chooses the best again and again, by what is known of them; a step ends where the best is worth
   * half of the first in it. Of all that the money left is enough for, those that cost more than
   * there is now end it, if that is less.
   */
  private List<BitSet> choose(long now) {
    boolean toTheFirst = now < offers.left();
    long later = offers.left() - now;
    PriorityQueue<Offer> queue = offers.inOrder();
    List<BitSet> steps = new ArrayList<>();
    BitSet step = new BitSet();
    double first = 0;
    while (!queue.isEmpty()) {
      Offer seen = queue.remove();
      if (!offers.affordable(seen.works())) {
        continue;
      }
      Offer next = offers.now(seen);
      if (next.perCent() < seen.perCent()) {
        if (next.perCent() > 0) {
          queue.add(next);
        }
        continue;
      }
      if (toTheFirst && next.cents() > offers.left() - later) {
        break;
      }
      if (next.perCent() < STEP * first && !step.isEmpty()) {
        steps.add(step);
        step = new BitSet();
      }
      first = step.isEmpty() ? next.perCent() : first;
      step.or(offers.take(next));
    }
    if (!step.isEmpty()) {
      steps.add(step);
    }
    return steps;
  }

  /** Works in series that together cover somebody: the best found for their money. */
  private List<BitSet> follow() {
    BitSet done = offers.done();
    List<BitSet> found = series.from(done, offers.left());
    List<BitSet> gains = found.isEmpty() ? List.of() : town.gains(done, found);
    Offer best = null;
    for (int i = 0; i < gains.size(); i++) {
      Offer offer = offers.offer(found.get(i), gains.get(i));
      if (offer.worth() > 0 && (best == null || Offer.BEST_FIRST.compare(offer, best) < 0)) {
        best = offer;
      }
    }
    return best == null ? List.of() : List.of(offers.take(best));
  }
}
