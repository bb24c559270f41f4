package org.lifecircle.io.osm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;

/**
 * Joins the ways of a multipolygon into rings, by the nodes they share.
 *
 * <p>Roles are not needed, and in real data they are often wrong. All segments are taken together;
 * one that comes twice is the seam between two rings and goes (two courtyards that touch along a
 * line become one). What remains is closed exactly when an even number of segments meets at each
 * node. Where more than two meet, neighbours by direction belong together, so that rings touch but
 * never cross; and a ring that comes back to a node is cut off there. What the rings then are is
 * partly a matter of choice, but not what is inside: a place is inside when an odd number of rings
 * is round it. All goes by node ids, so the order of members changes nothing.
 *
 * <p>Source: the reduction to segments is that of libosmium's area assembler.
 */
final class RingAssembler {

  /**
   * What came of it.
   *
   * @param rings node ids, the first again at the end, no other twice; empty when {@code loose} is
   *     not
   * @param loose nodes at which a ring stays open
   */
  record Rings(List<long[]> rings, List<Long> loose) {}

  private final long[] nodes;
  private final LongFunction<Coordinate> places;

  /** By node, the nodes a segment leads to, ascending. Its place in there is a segment's slot. */
  private final int[][] neighbours;

  /** By node and slot, the slot by which a walk that came in by it goes on. */
  private final int[][] onward;

  private final BitSet[] used;
  private final BitSet onPath = new BitSet();

  private RingAssembler(long[] nodes, Set<Long> segments, LongFunction<Coordinate> places) {
    this.nodes = nodes;
    this.places = places;
    this.neighbours = new int[nodes.length][];
    this.onward = new int[nodes.length][];
    this.used = new BitSet[nodes.length];
    int[] degrees = new int[nodes.length];
    for (long segment : segments) {
      degrees[from(segment)]++;
      degrees[to(segment)]++;
    }
    for (int i = 0; i < nodes.length; i++) {
      neighbours[i] = new int[degrees[i]];
      used[i] = new BitSet(degrees[i]);
    }
    for (long segment : segments) {
      neighbours[from(segment)][--degrees[from(segment)]] = to(segment);
      neighbours[to(segment)][--degrees[to(segment)]] = from(segment);
    }
    for (int[] its : neighbours) {
      Arrays.sort(its);
    }
  }

  /**
   * Joins ways to rings.
   *
   * @param ways node ids of each; in any order and direction, each way once
   * @param places where the nodes are; asked only where rings touch
   */
  static Rings assemble(List<long[]> ways, LongFunction<Coordinate> places) {
    long[] nodes = ways.stream().flatMapToLong(LongStream::of).sorted().distinct().toArray();
    Set<Long> segments = new HashSet<>();
    for (long[] way : ways) {
      for (int i = 1; i < way.length; i++) {
        int a = Arrays.binarySearch(nodes, way[i - 1]);
        int b = Arrays.binarySearch(nodes, way[i]);
        long segment = (long) Math.min(a, b) << 32 | Math.max(a, b);
        if (a != b && !segments.add(segment)) {
          segments.remove(segment);
        }
      }
    }
    return new RingAssembler(nodes, segments, places).assemble();
  }

  private Rings assemble() {
    List<Long> loose = new ArrayList<>();
    for (int i = 0; i < nodes.length; i++) {
      if (neighbours[i].length % 2 != 0) {
        loose.add(nodes[i]);
      }
    }
    List<long[]> rings = new ArrayList<>();
    if (loose.isEmpty()) {
      for (int i = 0; i < nodes.length; i++) {
        onward[i] = pairs(i);
      }
      for (int i = 0; i < nodes.length; i++) {
        while (used[i].cardinality() < neighbours[i].length) {
          walk(i, used[i].nextClearBit(0), rings);
        }
      }
    }
    return new Rings(rings, loose);
  }

  /** Pairs the segments at a node so that no pair crosses another. */
  private int[] pairs(int node) {
    int[] its = neighbours[node];
    Integer[] slots = new Integer[its.length];
    Arrays.setAll(slots, slot -> slot);
    if (its.length > 2) {
      Coordinate here = places.apply(nodes[node]);
      Arrays.sort(
          slots,
          Comparator.comparingDouble(slot -> Angle.angle(here, places.apply(nodes[its[slot]]))));
    }
    int[] pairs = new int[its.length];
    for (int i = 0; i < slots.length; i += 2) {
      pairs[slots[i]] = slots[i + 1];
      pairs[slots[i + 1]] = slots[i];
    }
    return pairs;
  }

  /** Walks until it is back, and cuts off a ring wherever it comes to where it has been. */
  private void walk(int start, int firstSlot, List<long[]> rings) {
    ArrayDeque<Integer> path = new ArrayDeque<>();
    path.push(start);
    onPath.set(start);
    int here = start;
    int slot = firstSlot;
    while (!used[here].get(slot)) {
      int next = neighbours[here][slot];
      int arrival = Arrays.binarySearch(neighbours[next], here);
      used[here].set(slot);
      used[next].set(arrival);
      if (onPath.get(next)) {
        rings.add(cutRing(path, next));
      } else {
        path.push(next);
        onPath.set(next);
      }
      here = next;
      slot = onward[next][arrival];
    }
    onPath.clear(start);
  }

  private long[] cutRing(ArrayDeque<Integer> path, int knot) {
    LongList ring = new LongList();
    ring.add(nodes[knot]);
    while (path.element() != knot) {
      int node = path.pop();
      onPath.clear(node);
      ring.add(nodes[node]);
    }
    ring.add(nodes[knot]);
    return ring.toArray();
  }

  private static int from(long segment) {
    return (int) (segment >>> 32);
  }

  private static int to(long segment) {
    return (int) segment;
  }
}
