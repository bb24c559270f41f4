package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums of money at which a greedy plan is made on the way to a larger one: 1, 1.5, 2, 2.5, 3, 4, 5,
 * 6 and 8 times the powers of ten, whatever the budget. So a larger budget meets all plans that
 * smaller ones come to, and never covers fewer. At 1 and 3 it stands for good: all that follows has
 * that in it.
 */
final class Ladder {

  private static final int[] TENTHS = {10, 15, 20, 25, 30, 40, 50, 60, 80};

  /**
   * A sum.
   *
   * @param landing whether larger sums go on from what it comes to
   * @param isLast the budget, which may lie between two rungs
   * @param isBetween whether it does
   */
  record Rung(long cents, boolean landing, boolean isLast, boolean isBetween) {}

  private Ladder() {}

  /** The rungs from some money on, and the budget last. */
  static List<Rung> rungs(long from, long budget) {
    List<Rung> rungs = new ArrayList<>();
    for (long rung = 1; rung < budget; rung = next(rung)) {
      if (rung >= from) {
        rungs.add(new Rung(rung, landing(rung) == rung, false, false));
      }
    }
    boolean isRung = budget == 1 || next(budget - 1) == budget;
    rungs.add(new Rung(budget, isRung && landing(budget) == budget, true, !isRung));
    return rungs;
  }

  /** The least rung above some money. */
  private static long next(long money) {
    for (long power = 1; ; power *= 10) {
      for (int tenths : TENTHS) {
        long rung = tenths * power / 10;
        if (rung > money && tenths * power % 10 == 0) {
          return rung;
        }
      }
    }
  }

  /** The least landing that is no less than some money. */
  static long landing(long money) {
    long power = 1;
    while (true) {
      if (power >= money) {
        return power;
      }
      if (3 * power >= money) {
        return 3 * power;
      }
      power *= 10;
    }
  }
}
