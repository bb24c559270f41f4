package org.lifecircle.coverage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who finds a place where facilities serve only so many: as many people as can at all, and of those
 * assignments the one in which homes come in the order they are given in.
 *
 * <p>A largest flow from homes through the facilities they reach, found by augmenting paths (Ford
 * and Fulkerson 1956), one home after the other. Who has a place keeps one, here or elsewhere, when
 * others come; so the numbers served are lexicographically greatest, which makes them unique
 * however people are assigned.
 *
 * <p>Invariant: more room, more reach or more people never lower the sum.
 */
public final class Placement {

  /** Homes that reach the same facilities. */
  private static final class Reach {
    final int[] facilities;
    final long[] flow; // to each of them
    boolean spent; // nobody more from here finds a place, now or later

    Reach(int[] facilities) {
      this.facilities = facilities;
      flow = new long[facilities.length];
    }

    int at(int facility) {
      return Arrays.binarySearch(facilities, facility);
    }
  }

  private final long[] room;
  private final List<List<Reach>> reaching = new ArrayList<>(); // by facility
  private final int[] before; // by facility: the one on whose place somebody moved here, or START
  private final Reach[] by; // by facility: whose people come here

  private static final int START = -1;
  private static final int UNSEEN = -2;

  private Placement(long[] room) {
    this.room = room.clone();
    before = new int[room.length];
    by = new Reach[room.length];
    for (int f = 0; f < room.length; f++) {
      reaching.add(new ArrayList<>());
    }
  }

  /**
   * Assigns people to places.
   *
   * @param people by home, in any unit; not negative
   * @param within by home: numbers of the facilities it reaches, ascending
   * @param room by facility: people at most, in the same unit
   * @return by home, how many find a place
   */
  public static long[] served(long[] people, int[][] within, long[] room) {
    return new Placement(room).serve(people, within);
  }

  private long[] serve(long[] people, int[][] within) {
    Map<List<Integer>, Reach> known = new LinkedHashMap<>();
    long[] served = new long[people.length];
    for (int home = 0; home < people.length; home++) {
      int[] its = within[home];
      if (its.length > 0 && people[home] > 0) {
        Reach reach =
            known.computeIfAbsent(Arrays.stream(its).boxed().toList(), key -> add(new Reach(its)));
        served[home] = place(reach, people[home]);
      }
    }
    return served;
  }

  /**
   * The facilities for whose places people are left over, however they are assigned. As many find a
   * place as those have room for, and all who reach any other: nobody can be served beyond that.
   */
  public static BitSet scarce(long[] people, int[][] within, long[] room) {
    Placement placement = new Placement(room);
    placement.serve(people, within);
    BitSet scarce = new BitSet();
    placement.reaching.stream()
        .flatMap(List::stream)
        .filter(reach -> reach.spent)
        .forEach(
            reach -> {
              placement.search(reach);
              for (int f = 0; f < room.length; f++) {
                scarce.set(f, scarce.get(f) || placement.before[f] != UNSEEN);
              }
            });
    return scarce;
  }

  private Reach add(Reach reach) {
    for (int facility : reach.facilities) {
      reaching.get(facility).add(reach);
    }
    return reach;
  }

  private long place(Reach reach, long people) {
    long left = people;
    while (left > 0 && !reach.spent) {
      int end = search(reach);
      reach.spent = end == UNSEEN;
      left -= reach.spent ? 0 : augment(end, left);
    }
    return people - left;
  }

  /**
   * The nearest facility with room that people can move up to; {@link #UNSEEN} if there is none.
   */
  private int search(Reach from) {
    Arrays.fill(before, UNSEEN);
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    see(from, START, queue);
    while (!queue.isEmpty()) {
      int facility = queue.remove();
      if (room[facility] > 0) {
        return facility;
      }
      for (Reach reach : reaching.get(facility)) {
        if (reach.flow[reach.at(facility)] > 0) {
          see(reach, facility, queue);
        }
      }
    }
    return UNSEEN;
  }

  private void see(Reach reach, int from, ArrayDeque<Integer> queue) {
    for (int facility : reach.facilities) {
      if (before[facility] == UNSEEN) {
        before[facility] = from;
        by[facility] = reach;
        queue.add(facility);
      }
    }
  }

  /** Moves as many as it can; answers how many. */
  private long augment(int end, long most) {
    long moved = Math.min(most, room[end]);
    for (int f = end; before[f] != START; f = before[f]) {
      moved = Math.min(moved, by[f].flow[by[f].at(before[f])]);
    }
    room[end] -= moved;
    for (int f = end; f != START; f = before[f]) {
      by[f].flow[by[f].at(f)] += moved;
      if (before[f] != START) {
        by[f].flow[by[f].at(before[f])] -= moved;
      }
    }
    return moved;
  }
}
