package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * Does first what is worth most for its money, and then again what is then worth most. Every work
 * is looked at on the place; as more works never cover less, what it was seen to gain, without what
 * is covered since, it still gains at least. So many are chosen before all are looked at again.
 * Where nothing gains alone, works in series are followed from hurdle to hurdle.
 */
final class Greedy {

  /** How far below the best value per money a step reaches. */
  private static final double STEP = 0.5;

  /** All are looked at again when the best is worth so much less than when they last were. */
  private static final double WORN = 0.1;

  /** After so many times nothing is looked at again: what is known then is followed to the end. */
  private static final int MOST_LOOKS = 12;

  /** Looked at before asking whether to stop. */
  private static final int AT_ONCE = 512;

  private static final int MOST_IN_SERIES = 5;
  private static final int SERIES_TRIED = 24;

  private record Offer(BitSet works, long cents, BitSet gain, double worth, double perCent) {

    static final Comparator<Offer> BEST_FIRST =
        Comparator.comparingDouble((Offer offer) -> -offer.perCent)
            .thenComparingDouble(offer -> -offer.worth)
            .thenComparingInt(offer -> offer.works.nextSetBit(0));
  }

  private final Town town;
  private final Rulebook rules;
  private final BitSet allowed;
  private final BooleanSupplier cancelled;
  private final long[] weights;
  private final List<BitSet> bundles;
  private final Offer[] offers; // by bundle, as last seen
  private BitSet done;
  private long left;

  /**
   * @param allowed what may be chosen
   */
  Greedy(Town town, Rulebook rules, BitSet allowed, BooleanSupplier cancelled) {
    this.town = town;
    this.rules = rules;
    this.allowed = allowed;
    this.cancelled = cancelled;
    weights = town.weights();
    bundles =
        allowed.stream()
            .filter(w -> !rules.forbidden(w))
            .mapToObj(w -> rules.withNeeds(only(w)))
            .toList();
    offers = new Offer[bundles.size()];
    done = new BitSet();
  }

  private static BitSet only(int work) {
    BitSet one = new BitSet();
    one.set(work);
    return one;
  }

  /** The steps, each the works newly done; the first are those that must be. */
  List<BitSet> steps(BitSet start, long budgetCents) {
    done = (BitSet) start.clone();
    left = budgetCents - rules.cents(done);
    List<BitSet> steps = new ArrayList<>();
    if (!done.isEmpty()) {
      steps.add((BitSet) done.clone());
    }
    for (int looks = 1; looks <= MOST_LOOKS; looks++) {
      look();
      double best = IntStream.range(0, offers.length).mapToDouble(this::perCent).max().orElse(0);
      double least = looks < MOST_LOOKS ? WORN * best : Double.MIN_VALUE;
      List<BitSet> chosen = best > 0 ? choose(least) : List.of(series());
      if (chosen.get(0).isEmpty()) {
        break;
      }
      steps.addAll(chosen);
    }
    return steps;
  }

  private double perCent(int bundle) {
    Offer offer = offers[bundle];
    return offer != null && affordable(offer) ? offer.perCent : 0;
  }

  private boolean affordable(Offer offer) {
    BitSet more = (BitSet) offer.works.clone();
    more.andNot(done);
    return !more.isEmpty() && rules.cents(more) <= left && rules.fits(done, more);
  }

  /** Asks the place what each that may be done would gain now. */
  private void look() {
    List<Integer> open =
        IntStream.range(0, offers.length)
            .filter(i -> offers[i] == null || affordable(offers[i]))
            .boxed()
            .toList();
    for (int from = 0; from < open.size(); from += AT_ONCE) {
      if (cancelled.getAsBoolean()) {
        throw new Proof.CancelledException();
      }
      List<Integer> some = open.subList(from, Math.min(open.size(), from + AT_ONCE));
      List<BitSet> gains = town.gains(done, some.stream().map(bundles::get).toList());
      for (int i = 0; i < some.size(); i++) {
        offers[some.get(i)] = offer(bundles.get(some.get(i)), gains.get(i));
      }
    }
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
    BitSet gained = new BitSet();
    BitSet step = new BitSet();
    double first = 0;
    while (!queue.isEmpty()) {
      Offer seen = queue.remove();
      if (!affordable(seen)) {
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
      if (now.perCent < STEP * first) {
        steps.add(step);
        step = new BitSet();
      }
      first = step.isEmpty() ? now.perCent : first;
      BitSet more = (BitSet) now.works.clone();
      more.andNot(done);
      step.or(more);
      done.or(more);
      left -= rules.cents(more);
      gained.or(gain);
    }
    steps.add(step);
    return steps;
  }

  /** Works in series that together cover somebody, the best found; empty when there are none. */
  private BitSet series() {
    BitSet wanted = new BitSet();
    BitSet covered = town.covered(done);
    IntStream.range(0, weights.length)
        .filter(d -> weights[d] > 0 && !covered.get(d))
        .boxed()
        .sorted(Comparator.comparingLong((Integer d) -> -weights[d]).thenComparingInt(d -> d))
        .limit(SERIES_TRIED)
        .forEach(wanted::set);
    List<BitSet> found = new ArrayList<>();
    Map<Integer, BitSet> first = wanted.isEmpty() ? Map.of() : town.hurdles(done, wanted);
    first.forEach((demand, hurdles) -> follow(demand, hurdles, found));
    List<BitSet> gains = found.isEmpty() ? List.of() : town.gains(done, found);
    Offer best = null;
    for (int i = 0; i < gains.size(); i++) {
      Offer offer = offer(found.get(i), gains.get(i));
      if (offer.worth > 0 && (best == null || Offer.BEST_FIRST.compare(offer, best) < 0)) {
        best = offer;
      }
    }
    if (best == null) {
      return new BitSet();
    }
    BitSet step = (BitSet) best.works.clone();
    step.andNot(done);
    done.or(step);
    left -= rules.cents(step);
    return step;
  }

  private void follow(int demand, BitSet first, List<BitSet> found) {
    BitSet series = new BitSet();
    BitSet hurdles = first;
    BitSet asked = only(demand);
    for (int i = 0; i < MOST_IN_SERIES; i++) {
      int cheapest = -1;
      long least = left;
      for (int w = hurdles.nextSetBit(0); w >= 0; w = hurdles.nextSetBit(w + 1)) {
        BitSet all = (BitSet) series.clone();
        all.or(rules.withNeeds(only(w)));
        all.andNot(done);
        boolean possible = allowed.get(w) && rules.fits(done, all);
        if (possible && rules.cents(all) <= least) {
          if (cheapest < 0 || rules.cents(all) < least) {
            cheapest = w;
          }
          least = rules.cents(all);
        }
      }
      if (cheapest < 0) {
        return;
      }
      series.or(rules.withNeeds(only(cheapest)));
      series.andNot(done);
      BitSet then = (BitSet) done.clone();
      then.or(series);
      if (town.covered(then).get(demand)) {
        found.add(series);
        return;
      }
      hurdles = town.hurdles(then, asked).getOrDefault(demand, new BitSet());
    }
  }
}
