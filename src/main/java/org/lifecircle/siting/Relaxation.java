package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * A bound on what any plan within a budget can be worth, for places too large to be solved: what
 * each demand is worth is shared out as a reward to the works it needs, and money buys the works
 * with the largest reward first, the last in part. Any sharing gives a bound; subgradients make it
 * better. What builds facilities with few places is rewarded by its {@link Rooms}. Source: Held and
 * Karp (1971); Fisher, "The Lagrangian relaxation method" (1981).
 */
final class Relaxation {

  private static final double STALLED = 0.7;
  private static final int PATIENCE = 8;

  private final List<Cuts.Row> rows;
  private final Rulebook rules;
  private final double budget;
  private final Rooms rooms;
  private final int[][][] cuts; // by row and cut: works, but those that rooms reward
  private final double[][] rewards; // by row and cut
  private final double[] gain; // by work
  private final double[] bought; // by work, 0 to 1
  private final List<Integer> useful = new ArrayList<>(); // works in any cut

  Relaxation(List<Cuts.Row> rows, Rulebook rules, long budgetCents) {
    this.rows = rows;
    this.rules = rules;
    budget = (double) budgetCents - rules.cents(rules.fixed());
    rooms = new Rooms(rows);
    cuts = new int[rows.size()][][];
    rewards = new double[rows.size()][];
    BitSet any = new BitSet();
    for (int r = 0; r < cuts.length; r++) {
      List<BitSet> its = rows.get(r).cuts();
      BitSet limited = rooms.limited(r);
      cuts[r] =
          its.stream()
              .map(cut -> cut.stream().filter(w -> !limited.get(w)).toArray())
              .toArray(int[][]::new);
      rewards[r] = new double[its.size()];
      if (!its.isEmpty()) {
        rewards[r][0] = rows.get(r).weight();
      }
      its.forEach(any::or);
    }
    any.stream().filter(w -> !rules.forbidden(w)).forEach(useful::add);
    gain = new double[rules.count()];
    bought = new double[rules.count()];
  }

  /**
   * The bound after some steps.
   *
   * @param reached what a plan is known to be worth
   */
  long bound(int steps, long reached) {
    double best = Double.POSITIVE_INFINITY;
    double pace = 1;
    int waited = 0;
    for (int step = 0; step < steps && best > reached; step++) {
      double bound = bound();
      if (bound < best * (1 - 1e-6)) {
        best = Math.min(best, bound);
        waited = 0;
      } else if (++waited == PATIENCE) {
        pace *= STALLED;
        waited = 0;
      }
      share(pace * Math.max(bound - reached, 1));
    }
    return Math.max(reached, (long) Math.ceil(best * (1 + 1e-9)));
  }

  private double bound() {
    Arrays.fill(gain, 0);
    double kept = 0;
    for (int r = 0; r < cuts.length; r++) {
      kept += Math.max(0, left(r));
      for (int k = 0; k < cuts[r].length; k++) {
        for (int work : cuts[r][k]) {
          gain[work] += rewards[r][k];
        }
      }
    }
    rooms.addGains(rewards, gain);
    return kept + buy();
  }

  /** What is left of a row's worth when its rewards are given. */
  private double left(int row) {
    double left = rows.get(row).weight();
    for (double reward : rewards[row]) {
      left -= reward;
    }
    return left;
  }

  private double buy() {
    Arrays.fill(bought, 0);
    double worth = 0;
    double money = budget;
    BitSet fixed = rules.fixed();
    useful.sort(
        Comparator.comparingDouble((Integer w) -> -gain[w] / Math.max(1, rules.cents(w)))
            .thenComparingInt(w -> w));
    for (int work : useful) {
      double price = fixed.get(work) ? 0 : (double) rules.cents(work);
      double share = price <= money ? 1 : money / price;
      bought[work] = share;
      worth += share * gain[work];
      money -= share * price;
    }
    return worth;
  }

  private double bought(int[] works) {
    double sum = 0;
    for (int work : works) {
      sum += bought[work];
    }
    return sum;
  }

  /** Moves the rewards towards where they are missing. */
  private void share(double distance) {
    double[][] slopes = new double[cuts.length][];
    for (int r = 0; r < cuts.length; r++) {
      double hoped = left(r) > 0 ? 1 : 0;
      slopes[r] = new double[cuts[r].length];
      for (int k = 0; k < slopes[r].length; k++) {
        slopes[r][k] = bought(cuts[r][k]) - hoped;
      }
    }
    rooms.addDone(bought, slopes);
    double length = 0;
    for (int r = 0; r < cuts.length; r++) {
      for (int k = 0; k < slopes[r].length; k++) {
        boolean stuck = slopes[r][k] > 0 && rewards[r][k] == 0;
        length += stuck ? 0 : slopes[r][k] * slopes[r][k];
      }
    }
    if (length == 0) {
      return;
    }
    for (int r = 0; r < cuts.length; r++) {
      for (int k = 0; k < slopes[r].length; k++) {
        rewards[r][k] = Math.max(0, rewards[r][k] - distance / length * slopes[r][k]);
      }
    }
  }
}
