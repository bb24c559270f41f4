package org.lifecircle.walk;

import java.util.Arrays;

/** States waiting to be settled, least cost first, ties by state. A heap with four children. */
final class Heap {

  private long[] items = new long[1024];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** The least cost. */
  int cost() {
    return (int) (items[0] >>> 32);
  }

  /** The state with the least cost. */
  int state() {
    return (int) items[0];
  }

  void push(int cost, int state) {
    if (size == items.length) {
      items = Arrays.copyOf(items, 2 * size);
    }
    long item = (long) cost << 32 | state;
    int at = size++;
    while (at > 0) {
      int up = (at - 1) >> 2;
      if (items[up] <= item) {
        break;
      }
      items[at] = items[up];
      at = up;
    }
    items[at] = item;
  }

  void pop() {
    long item = items[--size];
    int at = 0;
    while (true) {
      int child = 4 * at + 1;
      if (child >= size) {
        break;
      }
      int least = child;
      for (int c = child + 1, end = Math.min(child + 4, size); c < end; c++) {
        if (items[c] < items[least]) {
          least = c;
        }
      }
      if (items[least] >= item) {
        break;
      }
      items[at] = items[least];
      at = least;
    }
    items[at] = item;
  }
}
