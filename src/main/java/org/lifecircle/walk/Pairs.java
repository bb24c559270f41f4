package org.lifecircle.walk;

import java.util.Arrays;

/** Pairs of numbers, gathered to be sorted. */
final class Pairs {

  private long[] pairs = new long[4096];
  private int size;

  void add(int first, int second) {
    if (size == pairs.length) {
      sort(); // most come several times
      pairs = size > pairs.length / 2 ? Arrays.copyOf(pairs, 2 * pairs.length) : pairs;
    }
    pairs[size++] = (long) first << 32 | second;
  }

  /** Each pair once, in order. */
  long[] sorted() {
    sort();
    return Arrays.copyOf(pairs, size);
  }

  private void sort() {
    Arrays.sort(pairs, 0, size);
    int n = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || pairs[i] != pairs[i - 1]) {
        pairs[n++] = pairs[i];
      }
    }
    size = n;
  }

  static int first(long pair) {
    return (int) (pair >> 32);
  }

  static int second(long pair) {
    return (int) pair;
  }
}
