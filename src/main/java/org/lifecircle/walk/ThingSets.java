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

  private final Things things;
  private final Map<List<Integer>, Integer> numbers = new HashMap<>();
  private final List<int[]> sets = new ArrayList<>();
  private final Map<Long, Integer> toggled = new HashMap<>();

  ThingSets(Things things) {
    this.things = things;
    number(new int[0]);
  }

  /** The number of a set, given sorted. */
  int number(int[] sorted) {
    List<Integer> key = Arrays.stream(sorted).boxed().toList();
    return numbers.computeIfAbsent(
        key,
        k -> {
          sets.add(sorted);
          return sets.size() - 1;
        });
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
    if (edgeSet == 0) {
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
    return thing.role() == Role.SOLID || thing.role() == Role.GROUND || thing.role() == Role.STRIP;
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
    for (int thing : sets.get(set)) {
      if (things.get(thing).role() == role) {
        return true;
      }
    }
    return false;
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

  /** The number of the subset with this role. */
  int only(int set, Role role) {
    return number(Arrays.stream(sets.get(set)).filter(t -> things.get(t).role() == role).toArray());
  }
}
