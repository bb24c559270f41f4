package org.lifecircle.siting;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Who has to walk how far to where: the data that every question of siting is about.
 *
 * <p>Demand points and candidates are numbered from 0. Arrays are not copied and must not change.
 */
public final class Siting {

  /** There is no walk. */
  public static final int UNREACHED = Integer.MAX_VALUE;

  private final long[] weights;
  private final int[][] walks;

  /**
   * The data.
   *
   * @param weights by demand point: how many people, or whatever is to be served; not negative
   * @param walks by demand point and candidate: millimetres, milliseconds or any whole number not
   *     negative; {@link #UNREACHED} where there is no walk
   * @throws IllegalArgumentException if they do not fit together or something is negative
   */
  public Siting(long[] weights, int[][] walks) {
    this.weights = weights;
    this.walks = walks;
    if (weights.length != walks.length) {
      throw new IllegalArgumentException(
          weights.length + " weights for " + walks.length + " demand points");
    }
    if (Arrays.stream(weights).anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("a weight is negative");
    }
    for (int[] row : walks) {
      if (row.length != walks[0].length) {
        throw new IllegalArgumentException("demand points differ in their number of candidates");
      }
      if (Arrays.stream(row).anyMatch(walk -> walk < 0)) {
        throw new IllegalArgumentException("a walk is negative");
      }
    }
  }

  long[] weights() {
    return weights;
  }

  int[][] walks() {
    return walks;
  }

  int demands() {
    return weights.length;
  }

  int candidates() {
    return walks.length == 0 ? 0 : walks[0].length;
  }

  /** The candidates within a cutoff of a demand point. */
  BitSet within(int demand, int cutoff) {
    BitSet near = new BitSet(candidates());
    for (int c = 0; c < candidates(); c++) {
      if (walks[demand][c] != UNREACHED && walks[demand][c] <= cutoff) {
        near.set(c);
      }
    }
    return near;
  }
}
