package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import org.lifecircle.walk.Things.Role;
import org.lifecircle.walk.Things.Thing;

/**
 * Which removables an edge, a triangle or a vertex is touched by: what their going could change.
 */
final class Effects {

  private static final int[] NOTHING = {};

  private final int[][] bySet;
  private final int[][] byVertex;
  private final int[][] vertices; // by removable, up to the last that touches any

  Effects(Arrangement arrangement) {
    ThingSets sets = arrangement.sets();
    bySet = new int[sets.count()][];
    Arrays.setAll(bySet, set -> removables(sets, set));
    Triangulation mesh = arrangement.mesh();
    byVertex = new int[mesh.vertexCount()][];
    Arrays.fill(byVertex, 0, 4, NOTHING); // the far frame
    for (int v = 4; v < byVertex.length; v++) {
      byVertex[v] = around(mesh, v);
    }
    vertices = turnedRound(byVertex);
  }

  /** By removable: the sets of things that name it. */
  int[][] setsOf(int removables) {
    int[][] sets = new int[removables][];
    Arrays.fill(sets, NOTHING);
    for (int set = 0; set < bySet.length; set++) {
      for (int removable : bySet[set]) {
        sets[removable] = Arrays.copyOf(sets[removable], sets[removable].length + 1);
        sets[removable][sets[removable].length - 1] = set;
      }
    }
    return sets;
  }

  /** The vertices that something of these touches; some come more than once. */
  int[] verticesOf(BitSet removables) {
    return removables.stream()
        .filter(removable -> removable < vertices.length)
        .flatMap(removable -> Arrays.stream(vertices[removable]))
        .toArray();
  }

  private static int[][] turnedRound(int[][] byVertex) {
    int most = Arrays.stream(byVertex).flatMapToInt(Arrays::stream).max().orElse(-1);
    int[] counts = new int[most + 1];
    Arrays.stream(byVertex).flatMapToInt(Arrays::stream).forEach(removable -> counts[removable]++);
    int[][] vertices = new int[most + 1][];
    Arrays.setAll(vertices, removable -> new int[counts[removable]]);
    for (int v = 0; v < byVertex.length; v++) {
      for (int removable : byVertex[v]) {
        vertices[removable][--counts[removable]] = v;
      }
    }
    return vertices;
  }

  private static int[] removables(ThingSets sets, int set) {
    int[] found =
        Arrays.stream(sets.get(set))
            .mapToObj(sets.things()::get)
            .filter(t -> t.role() != Role.PATH && t.removable() != Things.FIXED)
            .mapToInt(Thing::removable)
            .distinct()
            .toArray();
    return found.length == 0 ? NOTHING : found;
  }

  private int[] around(Triangulation mesh, int vertex) {
    int[] found = bySet[0];
    int first = mesh.edgeFrom(vertex);
    int e = first;
    do {
      found = union(found, bySet[mesh.mark(e)]);
      found = union(found, bySet[mesh.label(e / 3)]);
      e = mesh.rotateLeft(e);
    } while (e != first);
    return found;
  }

  private static int[] union(int[] a, int[] b) {
    if (b.length == 0 || a == b) {
      return a;
    }
    return a.length == 0
        ? b
        : IntStream.concat(Arrays.stream(a), Arrays.stream(b)).sorted().distinct().toArray();
  }

  int setCount() {
    return bySet.length;
  }

  void onEdge(int set, BitSet into) {
    add(bySet[set], into);
  }

  void onCover(int set, BitSet into) {
    add(bySet[set], into);
  }

  void atVertex(int vertex, BitSet into) {
    add(byVertex[vertex], into);
  }

  /** How many of the removables that touch a vertex are gone. */
  int missing(int vertex, Standing standing) {
    int missing = 0;
    for (int removable : byVertex[vertex]) {
      missing += standing.gone().get(removable) ? 1 : 0;
    }
    return missing;
  }

  private static void add(int[] removables, BitSet into) {
    for (int removable : removables) {
      into.set(removable);
    }
  }
}
