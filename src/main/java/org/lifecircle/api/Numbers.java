package org.lifecircle.api;

/** Numbers as answers show them: no digit that nothing stands behind. */
final class Numbers {

  private Numbers() {}

  /** Rounded to so many decimals, half away from zero. */
  static double rounded(double number, int decimals) {
    double scale = Math.pow(10, decimals);
    return Math.round(number * scale) / scale;
  }

  /** A whole number without its point. */
  static Number tidy(double number) {
    if (number == Math.rint(number)) {
      return (long) number;
    }
    return number;
  }
}
