package org.lifecircle.coverage;

import org.jspecify.annotations.Nullable;

/**
 * Numbers of people as whole millionths of a person: sums are exact, and in any order the same. As
 * a double each is the nearest to its number, so nothing is lost up to nine thousand million.
 */
final class Millionths {

  /** Not known. */
  static final long UNKNOWN = -1;

  /** More people than any one feature can hold; what is given beyond is read as this. */
  private static final double MOST_PEOPLE = 1e9;

  private Millionths() {}

  static long of(double people) {
    return Math.round(Math.min(people, MOST_PEOPLE) * 1e6);
  }

  static long of(@Nullable Double people) {
    return people == null ? UNKNOWN : of(people.doubleValue());
  }

  static double people(long millionths) {
    return millionths / 1e6;
  }

  /** A share of 0 to 1; null when there is nothing to take it of. */
  static @Nullable Double share(long part, long whole) {
    return whole == 0 ? null : (double) part / whole;
  }

  /** {@code total × part / whole}, rounded down; exact however large. */
  static long ofProportion(long total, long part, long whole) {
    return Apportionment.quotient(total, part, whole)[0];
  }
}
