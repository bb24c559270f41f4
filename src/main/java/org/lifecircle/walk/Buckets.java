package org.lifecircle.walk;

import java.util.Arrays;

/**
 * States to be settled, the cheapest first, of equal cost the lowest state first. Costs never fall
 * below what was last taken out, so most of them are thrown into buckets about a metre wide and
 * only the bucket in hand is kept in order. Source: Dial (1969), with a heap for the last bits.
 */
final class Buckets {

  private static final int BITS = 10;

  private final Thrown thrown = new Thrown(BITS);
  private int inHand;
  private long[] heap = new long[256];
  private int size;

  /** Empties it for the next search. */
  void clear() {
    thrown.clear();
    inHand = 0;
    size = 0;
  }

  boolean isEmpty() {
    if (size > 0) {
      return false;
    }
    while (inHand < thrown.last()) {
      inHand++;
      int i = thrown.takeOut(inHand);
      if (i != Thrown.NONE) {
        for (; i != Thrown.NONE; i = thrown.next(i)) {
          sift(thrown.item(i));
        }
        return false;
      }
    }
    thrown.reuse();
    return true;
  }

  /** The cheapest, as cost << 32 | state; only when it is not empty. */
  long pop() {
    long least = heap[0];
    long moved = heap[--size];
    int at = 0;
    while (true) {
      int child = 4 * at + 1;
      if (child >= size) {
        break;
      }
      int best = child;
      for (int c = child + 1, end = Math.min(child + 4, size); c < end; c++) {
        if (heap[c] < heap[best]) {
          best = c;
        }
      }
      if (heap[best] >= moved) {
        break;
      }
      heap[at] = heap[best];
      at = best;
    }
    heap[at] = moved;
    return least;
  }

  void push(int cost, int state) {
    if (thrown.bucket(cost) <= inHand) {
      sift((long) cost << 32 | state);
    } else {
      thrown.add(cost, state);
    }
  }

  private void sift(long pushed) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    int at = size++;
    while (at > 0) {
      int up = (at - 1) >> 2;
      if (heap[up] <= pushed) {
        break;
      }
      heap[at] = heap[up];
      at = up;
    }
    heap[at] = pushed;
  }
}
