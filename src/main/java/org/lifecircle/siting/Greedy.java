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

  /** Some are looked at again when the best is worth so much less than when they last were. */
  private static final double WORN = 0.25;

  /** After so many times nothing is looked at again: what is known then is followed to the end. */
  private static final int MOST_LOOKS = 8;

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

  /** The steps, each the works newly done; the first are those that must be. */
  List<BitSet> steps(BitSet start, long budgetCents) {
    done = (BitSet) start.clone();
    left = budgetCents - rules.cents(done);
    List<BitSet> steps = new ArrayList<>();
    if (!done.isEmpty()) {
      steps.add((BitSet) done.clone());
    }
    for (int looks = 1; looks <= MOST_LOOKS && !late.getAsBoolean(); looks++) {
      boolean last = looks == MOST_LOOKS;
      look(looks == 1);
      refresh();
      double best = IntStream.range(0, offers.length).mapToDouble(this::perCent).max().orElse(0);
      List<BitSet> chosen = best > 0 ? choose(last ? Double.MIN_VALUE : WORN * best) : follow();
      if (chosen.isEmpty()) {
        break;
      }
      steps.addAll(chosen);
    }
    if (late.getAsBoolean()) {
      refresh();
      steps.addAll(choose(Double.MIN_VALUE));
    }
    return steps;
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
    List<BitSet> gains = town.gains(done, some.stream().map(bundles::get).toList());
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
   * Chooses the best again and again, by what is known of them, while they are worth so much for
   * their money; a step ends where the best is worth half of the first in it.
   */
  private List<BitSet> choose(double least) {
    PriorityQueue<Offer> queue = new PriorityQueue<>(Offer.BEST_FIRST);
    for (int i = 0; i < offers.length; i++) {
      if (perCent(i) >= least) {
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
      Offer now = offer(seen.works, gain);
      if (now.perCent < seen.perCent) {
        if (now.perCent >= least) {
          queue.add(now);
        }
        continue;
      }
      if (now.perCent < STEP * first && !step.isEmpty()) {
        steps.add(step);
        step = new BitSet();
      }
      first = step.isEmpty() ? now.perCent : first;
      BitSet more = (BitSet) now.works.clone();
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
