package org.lifecircle.walk;

import java.util.Arrays;

/** Items thrown into buckets by what they cost, in no order within one. Source: Dial (1969). */
final class Thrown {

  static final int NONE = -1;

  private final int bits;
  private int[] first = new int[256]; // by bucket: the item thrown in last
  private long[] item = new long[256]; // cost << 32 | state
  private int[] next = new int[256];
  private int count;
  private int last = NONE; // the farthest bucket used

  /** Buckets of two to the power of so many bits, in the unit of the costs. */
  Thrown(int bits) {
    this.bits = bits;
    Arrays.fill(first, NONE);
  }

  /** Empties it for the next search. */
  void clear() {
    Arrays.fill(first, 0, last + 1, NONE);
    last = NONE;
    count = 0;
  }

  int bucket(int cost) {
    return cost >>> bits;
  }

  /** The farthest bucket used since it was empty, or NONE. */
  int last() {
    return last;
  }

  void add(int cost, int state) {
    int bucket = cost >>> bits;
    if (bucket > last) {
      last = bucket;
      if (bucket >= first.length) {
        int before = first.length;
        first = Arrays.copyOf(first, Math.max(2 * before, bucket + 1));
        Arrays.fill(first, before, first.length, NONE);
      }
    }
    if (count == item.length) {
      item = Arrays.copyOf(item, 2 * count);
      next = Arrays.copyOf(next, 2 * count);
    }
    item[count] = (long) cost << 32 | state;
    next[count] = first[bucket];
    first[bucket] = count++;
  }

  /** Takes a bucket's items out: the first of them, or NONE; {@link #next} tells the others. */
  int takeOut(int bucket) {
    int taken = first[bucket];
    first[bucket] = NONE;
    return taken;
  }

  int next(int taken) {
    return next[taken];
  }

  /** What was thrown in, as cost << 32 | state. */
  long item(int taken) {
    return item[taken];
  }

  /** Lets the room of what was taken out be used again, all of it having been. */
  void reuse() {
    count = 0;
  }
}
