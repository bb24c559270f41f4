package org.lifecircle.walk;

import java.util.Arrays;

/**
 * States to be settled, the cheapest first, of equal cost the lowest state first. Costs never fall
 * below what was last taken out, so most of them are thrown into buckets about a metre wide and
 * only the bucket in hand is kept in order. Source: Dial (1969), with a heap for the last bits.
 */
final class Buckets {

  private static final int BITS = 10;
  private static final int NONE = -1;

  private int[] first = new int[256]; // by bucket: the item thrown in last
  private long[] item = new long[256]; // cost << 32 | state
  private int[] next = new int[256];
  private int thrown;
  private int last = NONE; // the farthest bucket used
  private int inHand;
  private long[] heap = new long[256];
  private int size;

  Buckets() {
    Arrays.fill(first, NONE);
  }

  /** Empties it for the next search. */
  void clear() {
    Arrays.fill(first, 0, last + 1, NONE);
    last = NONE;
    thrown = 0;
    inHand = 0;
    size = 0;
  }

  boolean isEmpty() {
    if (size > 0) {
      return false;
    }
    while (inHand < last) {
      inHand++;
      int i = first[inHand];
      if (i != NONE) {
        first[inHand] = NONE;
        for (; i != NONE; i = next[i]) {
          sift(item[i]);
        }
        return false;
      }
    }
    thrown = 0;
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
    long pushed = (long) cost << 32 | state;
    int bucket = cost >>> BITS;
    if (bucket <= inHand) {
      sift(pushed);
      return;
    }
    if (bucket > last) {
      last = bucket;
      if (bucket >= first.length) {
        int before = first.length;
        first = Arrays.copyOf(first, Math.max(2 * before, bucket + 1));
        Arrays.fill(first, before, first.length, NONE);
      }
    }
    if (thrown == item.length) {
      item = Arrays.copyOf(item, 2 * thrown);
      next = Arrays.copyOf(next, 2 * thrown);
    }
    item[thrown] = pushed;
    next[thrown] = first[bucket];
    first[bucket] = thrown++;
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
