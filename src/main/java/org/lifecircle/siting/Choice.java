package org.lifecircle.siting;

import java.util.BitSet;
import java.util.List;

/**
 * What may be chosen.
 *
 * @param most candidates at most; {@link #ANY} when only money counts
 * @param exactly whether it must be that many
 * @param budget money at most; {@link Long#MAX_VALUE} when only the number counts
 * @param costs by candidate, in the unit of the budget; empty when they cost nothing
 * @param fixed candidates that must be chosen
 * @param forbidden candidates that must not
 * @param capacities by candidate: how much weight it serves at most; empty when it serves any
 */
public record Choice(
    int most,
    boolean exactly,
    long budget,
    List<Long> costs,
    BitSet fixed,
    BitSet forbidden,
    List<Long> capacities) {

  /** No bound on the number of candidates. */
  public static final int ANY = Integer.MAX_VALUE;

  public Choice {
    costs = List.copyOf(costs);
    capacities = List.copyOf(capacities);
    if (most < 1 || budget < 0) {
      throw new IllegalArgumentException("nothing may be chosen: " + most + ", " + budget);
    }
    if (fixed.intersects(forbidden)) {
      throw new IllegalArgumentException("a candidate is both fixed and forbidden");
    }
  }

  /** Exactly so many of all candidates. */
  public static Choice of(int count) {
    return new Choice(
        count, true, Long.MAX_VALUE, List.of(), new BitSet(), new BitSet(), List.of());
  }

  /** As many as money allows. */
  public static Choice within(long budget, List<Long> costs) {
    return new Choice(ANY, false, budget, costs, new BitSet(), new BitSet(), List.of());
  }

  /** Whatever serves. */
  public static Choice free() {
    return new Choice(ANY, false, Long.MAX_VALUE, List.of(), new BitSet(), new BitSet(), List.of());
  }

  /** The same, with these that must be chosen and those that must not. */
  public Choice with(BitSet newFixed, BitSet newForbidden) {
    return new Choice(most, exactly, budget, costs, newFixed, newForbidden, capacities);
  }

  /** The same, with what each candidate can serve. */
  public Choice withCapacities(List<Long> newCapacities) {
    return new Choice(most, exactly, budget, costs, fixed, forbidden, newCapacities);
  }

  long cost(int candidate) {
    return costs.isEmpty() ? 0 : costs.get(candidate);
  }
}
