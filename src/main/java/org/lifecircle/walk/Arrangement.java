package org.lifecircle.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.walk.Linework.Noded;

/**
 * The plane cut up by everything that stands in it, once: a triangulation whose edges know the set
 * of things they belong to and whose triangles know the set of areas that cover them. No what-if
 * re-nodes it; taking something down only changes which edges block and which triangles are ground.
 *
 * <p>After the lines are in, points are still set into it (doors, places where people step over);
 * then it is frozen.
 */
final class Arrangement {

  /** A point, and those a millimetre away from it. */
  private static final int[][] AROUND = {
    {0, 0}, {1, 0}, {0, 1}, {-1, 0}, {0, -1}, {1, 1}, {-1, 1}, {-1, -1}, {1, -1}
  };

  private final Triangulation mesh;
  private final Forcing forcing;
  private final ThingSets sets;
  private final Map<Integer, int[]> chains;
  private final Map<Long, Integer> splits = new HashMap<>();

  private Arrangement(Triangulation mesh, ThingSets sets, Map<Integer, int[]> chains) {
    this.mesh = mesh;
    forcing = new Forcing(mesh);
    this.sets = sets;
    this.chains = chains;
  }

  static Arrangement of(Things things, Linework linework) {
    Noded noded = linework.node(things);
    Triangulation mesh = new Triangulation(noded.vertexCount());
    int offset = mesh.vertexCount();
    for (int i = 0; i < noded.vertexCount(); i++) {
      mesh.add(noded.x(i), noded.y(i));
    }
    ThingSets sets = new ThingSets(things);
    forceEdges(mesh, sets, noded, offset);
    flood(mesh, sets);
    noded.chains().values().forEach(chain -> shift(chain, offset));
    return new Arrangement(mesh, sets, noded.chains());
  }

  private static void shift(int[] chain, int offset) {
    Arrays.setAll(chain, i -> chain[i] + offset);
  }

  private static void forceEdges(Triangulation mesh, ThingSets sets, Noded noded, int offset) {
    Forcing forcing = new Forcing(mesh);
    int end;
    for (int i = 0; i < noded.edgeCount(); i = end) {
      end = i + 1;
      while (end < noded.edgeCount() && noded.sameEnds(i, end)) {
        end++;
      }
      int[] set = thingsAlong(noded, i, end, sets.things());
      if (set.length > 0) {
        forcing.force(noded.from(i) + offset, noded.to(i) + offset, sets.number(set));
      }
    }
  }

  /** The things of equal edges; an area that runs along twice lies on both sides or neither. */
  private static int[] thingsAlong(Noded noded, int from, int to, Things things) {
    int[] set = new int[to - from];
    int size = 0;
    int end;
    for (int i = from; i < to; i = end) {
      end = i + 1;
      while (end < to && noded.thing(end) == noded.thing(i)) {
        end++;
      }
      if ((end - i) % 2 == 1 || !ThingSets.isArea(things.get(noded.thing(i)))) {
        set[size++] = noded.thing(i);
      }
    }
    return Arrays.copyOf(set, size);
  }

  private static void flood(Triangulation mesh, ThingSets sets) {
    int n = mesh.triangleCount();
    BitSet seen = new BitSet(n);
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    int outside = mesh.edgeFrom(0) / 3; // at a far corner, where nothing is
    queue.add(outside);
    seen.set(outside);
    while (!queue.isEmpty()) {
      int t = queue.removeFirst();
      for (int e = 3 * t; e < 3 * t + 3; e++) {
        int twin = mesh.twin(e);
        if (twin != Triangulation.NONE && !seen.get(twin / 3)) {
          seen.set(twin / 3);
          mesh.setLabel(twin / 3, sets.across(mesh.label(t), mesh.mark(e)));
          queue.add(twin / 3);
        }
      }
    }
  }

  Triangulation mesh() {
    return mesh;
  }

  ThingSets sets() {
    return sets;
  }

  /** What stands when these removables are gone. */
  Standing without(BitSet gone) {
    return new Standing(sets, gone);
  }

  /** The vertices of a path from end to end, points set in later included. */
  List<Integer> chain(int thing) {
    List<Integer> all = new ArrayList<>();
    int[] laid = chains.getOrDefault(thing, new int[0]);
    for (int i = 0; i < laid.length; i++) {
      if (i == 0) {
        all.add(laid[0]);
      } else if (laid[i] != laid[i - 1]) {
        between(laid[i - 1], laid[i], all);
        all.add(laid[i]);
      }
    }
    return all;
  }

  private void between(int a, int b, List<Integer> into) {
    Integer middle = splits.get(key(a, b));
    if (middle != null) {
      between(a, middle, into);
      into.add(middle);
      between(middle, b, into);
    }
  }

  /**
   * Sets a point into an edge, bending it by less than a millimetre, or by two where others are as
   * near.
   *
   * @return its vertex, or the nearer end of the edge where there is no room for a point
   */
  int split(int edge, int px, int py) {
    int a = mesh.origin(edge);
    int b = mesh.destination(edge);
    for (int[] beside : AROUND) {
      int v = splitAt(a, b, px + beside[0], py + beside[1]);
      if (v != Triangulation.NONE) {
        if (mesh.mark(mesh.edge(a, v)) != 0) {
          splits.put(key(a, b), v);
        }
        return v;
      }
    }
    return nearer(a, b, px, py);
  }

  private int splitAt(int a, int b, int px, int py) {
    int room = forcing.makeRoom(a, b, px, py);
    return room == Triangulation.NONE ? forcing.bend(a, b, px, py) : mesh.splitEdge(room, px, py);
  }

  /**
   * Sets a point into what was once the edge between two vertices.
   *
   * @return its vertex, or one at most a millimetre away
   */
  int setOn(int from, int to, int px, int py) {
    int edge = edgeAt(from, to, px, py);
    int near = nearer(mesh.origin(edge), mesh.destination(edge), px, py);
    if (Math.abs(mesh.x(near) - px) <= 1 && Math.abs(mesh.y(near) - py) <= 1) {
      return near;
    }
    return split(edge, px, py);
  }

  /** The half-edge that is now where a point on what was once the edge between two vertices is. */
  int edgeAt(int from, int to, int px, int py) {
    int a = from;
    int b = to;
    Integer middle = splits.get(key(a, b));
    while (middle != null) {
      if (beyond(a, b, middle, px, py)) {
        a = middle;
      } else {
        b = middle;
      }
      middle = splits.get(key(a, b));
    }
    return mesh.edge(a, b);
  }

  /** Whether a point lies farther along from a to b than a vertex between them. */
  private boolean beyond(int a, int b, int middle, int px, int py) {
    long dx = (long) mesh.x(b) - mesh.x(a);
    long dy = (long) mesh.y(b) - mesh.y(a);
    long ahead = dx * (px - mesh.x(middle)) + dy * (py - mesh.y(middle));
    return ahead > 0;
  }

  /** Whether triangles with this cover are ground today or would be if things were taken down. */
  boolean couldBeGround(int cover) {
    return sets.has(cover, Things.Role.GROUND) || sets.has(cover, Things.Role.STRIP);
  }

  /** Whether an edge parts its two sides for good or for now: a barrier, or the face of a solid. */
  boolean cuts(int edge) {
    return sets.has(mesh.mark(edge), Things.Role.BARRIER)
        || (mesh.label(edge / 3) != mesh.label(mesh.twin(edge) / 3)
            && sets.solids(mesh.label(edge / 3)) != sets.solids(mesh.label(mesh.twin(edge) / 3)));
  }

  /** Sets a point into the arrangement where it is, and returns its vertex, new or not. */
  int set(int px, int py) {
    int e = mesh.locate(px, py);
    int known = mesh.vertexAt(e, px, py);
    if (known != Triangulation.NONE) {
      return known;
    }
    int on = mesh.edgeThrough(e, px, py);
    return on == Triangulation.NONE ? mesh.insertInside(e / 3, px, py) : split(on, px, py);
  }

  private int nearer(int a, int b, int px, int py) {
    double toA = Math.hypot((double) mesh.x(a) - px, (double) mesh.y(a) - py);
    double toB = Math.hypot((double) mesh.x(b) - px, (double) mesh.y(b) - py);
    return toA <= toB ? a : b;
  }

  private static long key(int a, int b) {
    return (long) Math.min(a, b) << 32 | Math.max(a, b);
  }
}
