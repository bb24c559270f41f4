package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What works cost and what binds them, by number.
 *
 * <p>Arrays are not copied and must not change.
 */
final class Rulebook {

  /**
   * At most so much of some works together.
   *
   * @param amounts by work, in the order of its numbers
   */
  record Cap(List<Integer> works, List<Long> amounts, long most) {

    Cap {
      works = List.copyOf(works);
      amounts = List.copyOf(amounts);
    }

    long used(BitSet chosen) {
      long used = 0;
      for (int i = 0; i < works.size(); i++) {
        used += chosen.get(works.get(i)) ? amounts.get(i) : 0;
      }
      return used;
    }
  }

  private final long[] cents;
  private final int[][] needs;
  private final List<int[]> rivals; // pairs of which one at most
  private final List<Cap> caps;
  private final BitSet fixed;
  private final BitSet forbidden;
  private final int[][] rivalsOf;
  private final int[][] capsOf;

  Rulebook(
      long[] cents,
      int[][] needs,
      List<int[]> rivals,
      List<Cap> caps,
      BitSet fixed,
      BitSet forbidden) {
    this.cents = cents;
    this.needs = needs;
    this.rivals = rivals;
    this.caps = caps;
    this.fixed = withNeeds(fixed);
    this.forbidden = (BitSet) forbidden.clone();
    for (int work = 0; work < cents.length; work++) {
      for (int need : needs[work]) {
        if (forbidden.get(need)) {
          this.forbidden.set(work);
        }
      }
    }
    List<List<Integer>> of = new ArrayList<>();
    List<List<Integer>> capped = new ArrayList<>();
    for (int work = 0; work < cents.length; work++) {
      of.add(new ArrayList<>());
      capped.add(new ArrayList<>());
    }
    for (int[] pair : rivals) {
      of.get(pair[0]).add(pair[1]);
      of.get(pair[1]).add(pair[0]);
    }
    for (int c = 0; c < caps.size(); c++) {
      for (int work : caps.get(c).works()) {
        capped.get(work).add(c);
      }
    }
    rivalsOf = arrays(of);
    capsOf = arrays(capped);
  }

  private static int[][] arrays(List<List<Integer>> lists) {
    return lists.stream()
        .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  int count() {
    return cents.length;
  }

  long cents(int work) {
    return cents[work];
  }

  long cents(BitSet works) {
    return works.stream().mapToLong(work -> cents[work]).sum();
  }

  int[] needs(int work) {
    return needs[work];
  }

  List<int[]> rivals() {
    return rivals;
  }

  List<Cap> caps() {
    return caps;
  }

  /** What must be done, with what that needs. */
  BitSet fixed() {
    return (BitSet) fixed.clone();
  }

  boolean forbidden(int work) {
    return forbidden.get(work);
  }

  /** All that may be done, were there no budget and no rival. */
  BitSet allowed() {
    BitSet allowed = new BitSet();
    allowed.set(0, cents.length);
    allowed.andNot(forbidden);
    return allowed;
  }

  /** Of what may be done all that money is enough for, with what it needs and what must be. */
  BitSet affordable(long budgetCents) {
    BitSet affordable = allowed();
    for (int work = 0; work < cents.length; work++) {
      BitSet all = fixed();
      all.set(work);
      affordable.set(work, affordable.get(work) && cents(withNeeds(all)) <= budgetCents);
    }
    return affordable;
  }

  /** These works, and what they need. */
  BitSet withNeeds(BitSet works) {
    BitSet all = (BitSet) works.clone();
    works.stream()
        .forEach(
            work -> {
              for (int need : needs[work]) {
                all.set(need);
              }
            });
    return all;
  }

  /** Whether more works may be done beside those done already; money aside. */
  boolean fits(BitSet done, BitSet more) {
    BitSet all = (BitSet) done.clone();
    all.or(more);
    for (int work = more.nextSetBit(0); work >= 0; work = more.nextSetBit(work + 1)) {
      if (forbidden.get(work)) {
        return false;
      }
      for (int rival : rivalsOf[work]) {
        if (all.get(rival)) {
          return false;
        }
      }
      for (int cap : capsOf[work]) {
        if (caps.get(cap).used(all) > caps.get(cap).most()) {
          return false;
        }
      }
    }
    return true;
  }
}
