package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.walk.Things.Role;
import org.lifecircle.walk.Things.Thing;

/**
 * The distinct sets of things that edges belong to and triangles are covered by; an edge blocks
 * while any barrier of its set stands. There are far fewer sets than edges, so that what a removal
 * changes is known by looking at sets alone. Set 0 is empty.
 */
final class ThingSets {

  private static final int AREAS = Role.SOLID.bit() | Role.GROUND.bit() | Role.STRIP.bit();

  private final Things things;
  private final Map<List<Integer>, Integer> numbers = new HashMap<>();
  private final List<int[]> sets = new ArrayList<>();
  private final Map<Long, Integer> toggled = new HashMap<>();
  private int[] roles = new int[64]; // by set: a bit for each role in it
  private int[] solids = new int[64]; // by set: the subset of its solids once asked for, else -1

  ThingSets(Things things) {
    this.things = things;
    number(new int[0]);
  }

  /** The number of a set, given sorted. */
  int number(int[] sorted) {
    List<Integer> key = Arrays.stream(sorted).boxed().toList();
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    int number = sets.size();
    numbers.put(key, number);
    sets.add(sorted);
    if (number == roles.length) {
      roles = Arrays.copyOf(roles, 2 * number);
      solids = Arrays.copyOf(solids, 2 * number);
    }
    for (int thing : sorted) {
      roles[number] |= things.get(thing).role().bit();
    }
    solids[number] = -1;
    return number;
  }

  int[] get(int set) {
    return sets.get(set);
  }

  int count() {
    return sets.size();
  }

  Things things() {
    return things;
  }

  /** The cover on the other side of an edge: areas whose outline the edge belongs to change. */
  int across(int cover, int edgeSet) {
    if ((roles[edgeSet] & AREAS) == 0) {
      return cover;
    }
    return toggled.computeIfAbsent(
        ((long) cover << 32) | edgeSet, key -> number(toggle(sets.get(cover), sets.get(edgeSet))));
  }

  private int[] toggle(int[] cover, int[] edge) {
    int[] areas = Arrays.stream(edge).filter(t -> isArea(things.get(t))).toArray();
    return merge(cover, areas);
  }

  static boolean isArea(Thing thing) {
    return (thing.role().bit() & AREAS) != 0;
  }

  /** Sorted symmetric difference. */
  private static int[] merge(int[] a, int[] b) {
    int[] out = new int[a.length + b.length];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < a.length || j < b.length) {
      if (j == b.length || (i < a.length && a[i] < b[j])) {
        out[n++] = a[i++];
      } else if (i == a.length || b[j] < a[i]) {
        out[n++] = b[j++];
      } else {
        i++;
        j++;
      }
    }
    return Arrays.copyOf(out, n);
  }

  boolean has(int set, Role role) {
    return (roles[set] & role.bit()) != 0;
  }

  /** The number of the subset of solids. */
  int solids(int set) {
    if (solids[set] < 0) {
      int[] subset =
          Arrays.stream(sets.get(set))
              .filter(thing -> things.get(thing).role() == Role.SOLID)
              .toArray();
      int number = number(subset); // may move the array
      solids[set] = number;
    }
    return solids[set];
  }

  /** What decides whether a triangle with this cover is ground: equal covers are so together. */
  List<Integer> ground(int cover) {
    boolean open = has(cover, Role.GROUND);
    return Arrays.stream(sets.get(cover))
        .map(
            thing ->
                switch (things.get(thing).role()) {
                  case SOLID -> thing;
                  case STRIP -> open ? -1 : thing;
                  case GROUND, BARRIER, PATH -> open ? -1 : -2;
                })
        .filter(thing -> thing != -2)
        .distinct()
        .sorted()
        .boxed()
        .toList();
  }
}
