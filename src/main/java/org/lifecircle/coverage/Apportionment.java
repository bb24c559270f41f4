package org.lifecircle.coverage;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Shares out a whole number so that nothing is lost: each part gets its quota rounded down, and
 * what is left goes one by one to the largest remainders, among equals to the earlier.
 *
 * <p>Invariant: the parts add up to the total; no part is one or more from its quota; the result
 * depends on nothing but the arguments. Source: A. Hamilton (1792), the method of largest
 * remainders.
 */
final class Apportionment {

  private Apportionment() {}

  /**
   * A total shared in proportion to weights; evenly when all of them are 0.
   *
   * @param weights not negative, at least one
   */
  static long[] share(long total, long[] weights) {
    long sum = Arrays.stream(weights).reduce(0, Math::addExact);
    if (sum == 0) {
      return even(total, weights.length);
    }
    long[] parts = new long[weights.length];
    long[] remainders = new long[weights.length];
    long left = total;
    for (int i = 0; i < weights.length; i++) {
      long[] quotient = quotient(total, weights[i], sum);
      parts[i] = quotient[0];
      remainders[i] = quotient[1];
      left -= parts[i];
    }
    if (left > 0) {
      IntStream.range(0, weights.length)
          .boxed()
          .sorted(Comparator.comparingLong((Integer i) -> -remainders[i]))
          .limit(left)
          .forEach(i -> parts[i]++);
    }
    return parts;
  }

  /** A total shared evenly: parts differ by one at most, the earlier are the larger. */
  static long[] even(long total, int count) {
    if (count == 0) {
      throw new IllegalArgumentException(total + " cannot be shared among none");
    }
    long[] parts = new long[count];
    Arrays.fill(parts, total / count);
    for (int i = 0; i < total % count; i++) {
      parts[i]++;
    }
    return parts;
  }

  /** {@code total × weight / sum} and its remainder, exact also where the product is not a long. */
  static long[] quotient(long total, long weight, long sum) {
    if (Math.multiplyHigh(total, weight) == 0 && total * weight >= 0) {
      long product = total * weight;
      return new long[] {product / sum, product % sum};
    }
    BigInteger[] both =
        BigInteger.valueOf(total)
            .multiply(BigInteger.valueOf(weight))
            .divideAndRemainder(BigInteger.valueOf(sum));
    return new long[] {both[0].longValueExact(), both[1].longValueExact()};
  }
}
