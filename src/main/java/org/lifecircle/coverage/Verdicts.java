package org.lifecircle.coverage;

import java.util.BitSet;
import java.util.List;

/**
 * What was found for every dwelling. For one requirement a dwelling is covered, or unreachable (it
 * has no walk at all), or neither. Of several together all must be met to be covered, and there
 * must be no walk to any of those walked to for it to be unreachable.
 */
final class Verdicts {

  private final BitSet covered;
  private final BitSet unreachable;
  private final BitSet straight;
  private final int[] met;
  private final int asked;

  private Verdicts(BitSet covered, BitSet unreachable, BitSet straight, int[] met, int asked) {
    this.covered = covered;
    this.unreachable = unreachable;
    this.straight = straight;
    this.met = met;
    this.asked = asked;
  }

  /** Collects the findings about one requirement. */
  static final class Sheet {
    private final BitSet covered = new BitSet();
    private final BitSet unreachable = new BitSet();
    private final BitSet straight = new BitSet();

    void setCovered(int dwelling) {
      covered.set(dwelling);
    }

    void setUnreachable(int dwelling) {
      unreachable.set(dwelling);
    }

    void setStraight(int dwelling) {
      straight.set(dwelling);
    }

    Verdicts verdicts(int dwellings) {
      int[] met = new int[dwellings];
      covered.stream().forEach(i -> met[i] = 1);
      return new Verdicts(covered, unreachable, straight, met, 1);
    }
  }

  /**
   * All judged together.
   *
   * @param walked for each, whether it is judged by walks: presence says nothing about reach
   */
  static Verdicts together(List<Verdicts> all, List<Boolean> walked) {
    Verdicts first = all.get(0);
    if (all.size() == 1) {
      return first;
    }
    BitSet covered = (BitSet) first.covered.clone();
    BitSet straight = (BitSet) first.straight.clone();
    BitSet unreachable = new BitSet();
    int[] met = new int[first.met.length];
    boolean anyWalked = false;
    for (int v = 0; v < all.size(); v++) {
      Verdicts one = all.get(v);
      covered.and(one.covered);
      straight.and(one.straight);
      if (walked.get(v) && anyWalked) {
        unreachable.and(one.unreachable);
      } else if (walked.get(v)) {
        unreachable.or(one.unreachable);
        anyWalked = true;
      }
      one.covered.stream().forEach(i -> met[i]++);
    }
    return new Verdicts(covered, unreachable, straight, met, all.size());
  }

  boolean covered(int dwelling) {
    return covered.get(dwelling);
  }

  boolean unreachable(int dwelling) {
    return unreachable.get(dwelling);
  }

  /** Whether it would be covered in a straight line. */
  boolean straight(int dwelling) {
    return straight.get(dwelling);
  }

  /** How many of the requirements are met. */
  int met(int dwelling) {
    return met[dwelling];
  }

  /** How many requirements there are. */
  int asked() {
    return asked;
  }
}
