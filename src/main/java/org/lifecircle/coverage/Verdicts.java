package org.lifecircle.coverage;

import java.util.BitSet;
import java.util.List;

/**
 * What was found for every dwelling. For one requirement a dwelling is covered, or unreachable (it
 * has no walk at all), or neither. Of several together all must be met to be covered, and there
 * must be no walk to any of those walked to for it to be unreachable.
 *
 * <p>Where places are counted a dwelling may be covered in part: so many of its residents find a
 * place. Of several requirements together the same residents come first in each, so that as many
 * are covered as the scarcest has places for.
 */
final class Verdicts {

  private final BitSet covered;
  private final BitSet unreachable;
  private final BitSet straight;
  private final int[] met;
  private final int asked;
  private final Parts parts;

  private Verdicts(
      BitSet covered, BitSet unreachable, BitSet straight, int[] met, int asked, Parts parts) {
    this.covered = covered;
    this.unreachable = unreachable;
    this.straight = straight;
    this.met = met;
    this.asked = asked;
    this.parts = parts;
  }

  /**
   * Dwellings that are covered in part, by dwelling: empty where there is none.
   *
   * @param served millionths of residents
   * @param residents millionths
   * @param met residents × requirements, beyond those met for the whole dwelling
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record Parts(long[] served, long[] residents, long[] met) {

    static final Parts NONE = new Parts(new long[0], new long[0], new long[0]);

    static long of(long[] some, long[] residents, int dwelling, long people) {
      if (some.length == 0 || some[dwelling] == 0) {
        return 0;
      }
      return people == residents[dwelling]
          ? some[dwelling]
          : Millionths.ofProportion(people, some[dwelling], residents[dwelling]);
    }

    private long served(int dwelling) {
      return served.length == 0 ? 0 : served[dwelling];
    }

    static Parts together(List<Verdicts> all) {
      long[] residents =
          all.stream()
              .map(v -> v.parts.residents)
              .filter(r -> r.length > 0)
              .findFirst()
              .orElse(NONE.residents);
      long[] served = new long[residents.length];
      long[] met = new long[residents.length];
      for (int d = 0; d < residents.length; d++) {
        served[d] = residents[d];
        for (Verdicts one : all) {
          if (!one.covered.get(d)) {
            served[d] = Math.min(served[d], one.parts.served(d));
            met[d] += one.parts.served(d);
          }
        }
      }
      return new Parts(served, residents, met);
    }
  }

  /** Collects the findings about one requirement. */
  static final class Sheet {
    private final BitSet covered = new BitSet();
    private final BitSet unreachable = new BitSet();
    private final BitSet straight = new BitSet();
    private Parts parts = Parts.NONE;

    void setCovered(int dwelling) {
      covered.set(dwelling);
    }

    boolean covered(int dwelling) {
      return covered.get(dwelling);
    }

    void setUnreachable(int dwelling) {
      unreachable.set(dwelling);
    }

    void setReachable(int dwelling) {
      unreachable.clear(dwelling);
    }

    /**
     * Sets how many find a place in dwellings that are not covered otherwise.
     *
     * @param served by dwelling, millionths of residents; neither is copied
     */
    void setServed(long[] served, long[] residents) {
      parts = new Parts(served, residents, served);
    }

    void setStraight(int dwelling) {
      straight.set(dwelling);
    }

    Verdicts verdicts(int dwellings) {
      int[] met = new int[dwellings];
      covered.stream().forEach(i -> met[i] = 1);
      return new Verdicts(covered, unreachable, straight, met, 1, parts);
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
    return new Verdicts(covered, unreachable, straight, met, all.size(), Parts.together(all));
  }

  /** Whether all who live there are covered. */
  boolean covered(int dwelling) {
    return covered.get(dwelling);
  }

  /**
   * How many are covered.
   *
   * @param people millionths of those counted in the dwelling, all residents or fewer
   */
  long covered(int dwelling, long people) {
    return covered.get(dwelling)
        ? people
        : Parts.of(parts.served, parts.residents, dwelling, people);
  }

  boolean unreachable(int dwelling) {
    return unreachable.get(dwelling);
  }

  /** Whether it would be covered in a straight line. */
  boolean straight(int dwelling) {
    return straight.get(dwelling);
  }

  /** People × requirements that are met. */
  long met(int dwelling, long people) {
    return people * met[dwelling] + Parts.of(parts.met, parts.residents, dwelling, people);
  }

  /** How many requirements there are. */
  int asked() {
    return asked;
  }
}
