package org.lifecircle.renewal;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares out a whole amount so that the parts sum to it exactly: each gets its quota rounded down,
 * and what is left goes one by one to the largest remainders; of equals to the first.
 *
 * <p>Invariant: no part is a whole unit or more away from its quota, and who has no weight gets
 * nothing.
 */
final class LargestRemainders {

  private LargestRemainders() {}

  /**
   * The parts.
   *
   * @param amount not negative
   * @param weights not negative; one at least is positive, unless the amount is 0
   */
  static long[] share(long amount, List<BigInteger> weights) {
    BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
    long[] parts = new long[weights.size()];
    if (sum.signum() == 0) {
      if (amount != 0) {
        throw new IllegalArgumentException("nobody to share it out to");
      }
      return parts;
    }
    BigInteger[] remainders = new BigInteger[parts.length];
    long left = amount;
    for (int i = 0; i < parts.length; i++) {
      BigInteger[] quota =
          BigInteger.valueOf(amount).multiply(weights.get(i)).divideAndRemainder(sum);
      parts[i] = quota[0].longValueExact();
      remainders[i] = quota[1];
      left -= parts[i];
    }
    Comparator<Integer> largestFirst =
        Comparator.comparing((Integer i) -> remainders[i]).reversed();
    int[] order =
        IntStream.range(0, parts.length)
            .boxed()
            .sorted(largestFirst.thenComparing(Comparator.naturalOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
    for (int i = 0; i < left; i++) {
      parts[order[i]]++;
    }
    return parts;
  }

  /** By whole numbers as weights. */
  static long[] share(long amount, long... weights) {
    return share(
        amount,
        IntStream.range(0, weights.length).mapToObj(i -> BigInteger.valueOf(weights[i])).toList());
  }
}
