package org.lifecircle.model.programme;

/**
 * A share as the law writes it, exactly: two thirds is not 0.6667.
 *
 * @param numerator not more than the denominator
 */
public record Fraction(int numerator, int denominator) {

  public Fraction {
    Rules.require(
        denominator > 0 && numerator >= 0 && numerator <= denominator && denominator <= 1000,
        "应为 0 到 1 之间的分数，如 2/3",
        "a fraction within 0 and 1 is needed, such as 2/3");
  }

  /** Whether a part of a whole is at least this much. */
  public boolean reachedBy(long part, long whole) {
    return Math.multiplyExact(part, denominator) >= Math.multiplyExact(whole, numerator);
  }

  /** Whether a part of a whole is more than this much. */
  public boolean passedBy(long part, long whole) {
    return Math.multiplyExact(part, denominator) > Math.multiplyExact(whole, numerator);
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}
