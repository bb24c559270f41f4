package org.lifecircle.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lifecircle.model.Layer;
import org.lifecircle.walk.Things.Role;
import org.lifecircle.walk.Things.Thing;

/**
 * Which compounds have become one: those between which people can step across the strip of a wall
 * that is gone. They share their residents' gates. Where a second wall still stands behind the
 * first, nobody has joined anybody.
 */
final class Joins {

  private final Triangulation mesh;
  private final ThingSets sets;
  private final CoverCompounds compounds;
  private final int compoundCount;
  private final Map<Integer, int[]> strips = new HashMap<>(); // by removable: triangles
  private final int[] today;

  Joins(Arrangement arrangement, CoverCompounds compounds, int compoundCount, Standing standing) {
    mesh = arrangement.mesh();
    sets = arrangement.sets();
    this.compounds = compounds;
    this.compoundCount = compoundCount;
    Map<Integer, List<Integer>> found = new HashMap<>();
    for (int triangle = 0; triangle < mesh.triangleCount(); triangle++) {
      for (int number : sets.get(mesh.label(triangle))) {
        Thing thing = sets.things().get(number);
        if (isStrip(thing)) {
          found.computeIfAbsent(thing.removable(), k -> new ArrayList<>()).add(triangle);
        }
      }
    }
    found.forEach((removable, list) -> strips.put(removable, array(list)));
    today = flood(standing);
  }

  private static int[] array(List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }

  /** What a wall leaves: ground once it is gone. */
  private static boolean isStrip(Thing thing) {
    return thing.layer() == Layer.WALLS && thing.role() == Role.STRIP;
  }

  /**
   * By compound: the group it belongs to, named after the first of its compounds; today's own array
   * where nothing differs from today.
   */
  int[] groups(Standing standing) {
    if (standing.gone().stream().noneMatch(strips::containsKey)) {
      return today;
    }
    int[] groups = flood(standing);
    return Arrays.equals(groups, today) ? today : groups;
  }

  /** The same; but what has grown out of several groups of today has a number of its own. */
  int[] groupsApart(Standing standing) {
    int[] groups = groups(standing);
    if (groups == today) {
      return today;
    }
    Map<Integer, Set<Integer>> joined = new HashMap<>();
    for (int i = 0; i < groups.length; i++) {
      joined.computeIfAbsent(groups[i], k -> new HashSet<>()).add(today[i]);
    }
    return Arrays.stream(groups)
        .map(group -> group + (joined.getOrDefault(group, Set.of()).size() - 1) * today.length)
        .toArray();
  }

  private int[] flood(Standing standing) {
    int[] group = new int[compoundCount];
    Arrays.setAll(group, i -> i);
    BitSet seen = new BitSet();
    standing.gone().stream()
        .flatMap(removable -> Arrays.stream(strips.getOrDefault(removable, new int[0])))
        .forEach(triangle -> spread(triangle, standing, seen, group));
    for (int i = 0; i < group.length; i++) {
      group[i] = find(group, i);
    }
    return group;
  }

  /** Over one connected piece of strips, and onto the compounds beside it. */
  private void spread(int start, Standing standing, BitSet seen, int[] group) {
    if (seen.get(start) || !standing.ground(mesh.label(start))) {
      return;
    }
    int first = CompoundMap.NOWHERE;
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    queue.add(start);
    seen.set(start);
    while (!queue.isEmpty()) {
      int triangle = queue.removeFirst();
      first = meet(first, triangle, group);
      if (!isBareStrip(triangle, standing)) {
        continue;
      }
      for (int e = 3 * triangle; e < 3 * triangle + 3; e++) {
        int next = mesh.twin(e) / 3;
        if (mesh.twin(e) != Triangulation.NONE
            && !standing.blocks(mesh.mark(e))
            && standing.ground(mesh.label(next))) {
          if (!isBareStrip(next, standing)) {
            first = meet(first, next, group);
          } else if (!seen.get(next)) {
            seen.set(next);
            queue.add(next);
          }
        }
      }
    }
  }

  private int meet(int first, int triangle, int[] group) {
    int compound = compounds.of(mesh.label(triangle));
    if (compound == CompoundMap.NOWHERE || first == CompoundMap.NOWHERE) {
      return first == CompoundMap.NOWHERE ? compound : first;
    }
    int a = find(group, first);
    int b = find(group, compound);
    group[Math.max(a, b)] = Math.min(a, b);
    return first;
  }

  private boolean isBareStrip(int triangle, Standing standing) {
    for (int number : sets.get(mesh.label(triangle))) {
      Thing thing = sets.things().get(number);
      if (isStrip(thing) && standing.gone().get(thing.removable())) {
        return true;
      }
    }
    return false;
  }

  private static int find(int[] group, int i) {
    int root = i;
    while (group[root] != root) {
      root = group[root];
    }
    return root;
  }
}
