package org.lifecircle.freedspace;

/** The lower envelope of parabolas that stand on a line of cells. */
final class Parabolas {

  private Parabolas() {}

  /** At each of the first cells the least of value + squared distance, over all of them. */
  static double[] lowest(double[] values, int count) {
    double[] lowest = new double[count];
    int[] feet = new int[count];
    double[] from = new double[count + 1];
    int last = 0;
    from[0] = Double.NEGATIVE_INFINITY;
    from[1] = Double.POSITIVE_INFINITY;
    for (int q = 1; q < count; q++) {
      double meet = meet(values, feet[last], q);
      while (meet <= from[last]) {
        last--;
        meet = meet(values, feet[last], q);
      }
      last++;
      feet[last] = q;
      from[last] = meet;
      from[last + 1] = Double.POSITIVE_INFINITY;
    }
    int k = 0;
    for (int q = 0; q < count; q++) {
      while (from[k + 1] < q) {
        k++;
      }
      double apart = q - feet[k];
      lowest[q] = apart * apart + values[feet[k]];
    }
    return lowest;
  }

  private static double meet(double[] values, int p, int q) {
    return ((values[q] + (double) q * q) - (values[p] + (double) p * p)) / (2.0 * (q - p));
  }
}
