package org.lifecircle.walk;

import java.util.Arrays;

/**
 * The nodes of the frozen arrangement. A node is a point and its free sector: where walls or solids
 * meet in a point, each side is a node of its own, because a walk cannot slip between two that
 * touch. Sectors are cut by all that stands or stood, so that taking something down only joins
 * nodes.
 */
final class Corners {

  private static final int FAR_CORNERS = 4;
  private static final int VERTEX_BITS = 31;
  private static final int VERTEX = (1 << VERTEX_BITS) - 1;

  private final Triangulation mesh;
  private final int[] nodeOf; // by half-edge: the node of the triangle's corner at its origin
  private int[] cornerOf; // by node: its rightmost corner, a half-edge
  private int nodes;

  Corners(Arrangement arrangement) {
    mesh = arrangement.mesh();
    nodeOf = new int[3 * mesh.triangleCount()];
    Arrays.fill(nodeOf, Triangulation.NONE);
    cornerOf = new int[mesh.vertexCount() + mesh.vertexCount() / 4 + 16];
    long[] order = inOrder();
    for (long entry : order) {
      number(arrangement, (int) entry & VERTEX);
    }
  }

  /** The vertices along a curve that keeps near together what is near; the order of places only. */
  private long[] inOrder() {
    long[] order = new long[mesh.vertexCount() - FAR_CORNERS];
    for (int i = 0; i < order.length; i++) {
      int vertex = i + FAR_CORNERS;
      order[i] = Plane.hilbert(mesh.x(vertex), mesh.y(vertex)) << VERTEX_BITS | vertex;
    }
    Arrays.sort(order);
    return order;
  }

  private void number(Arrangement arrangement, int vertex) {
    int first = mesh.edgeFrom(vertex);
    int start = first;
    int e = first;
    do { // start just left of a cut, if there is one
      if (arrangement.cuts(e)) {
        start = e;
        break;
      }
      e = mesh.rotateLeft(e);
    } while (e != first);
    e = start;
    do {
      if (e == start || arrangement.cuts(e)) {
        newNode(e);
      }
      nodeOf[e] = nodes - 1;
      e = mesh.rotateLeft(e);
    } while (e != start);
  }

  private void newNode(int corner) {
    if (nodes == cornerOf.length) {
      cornerOf = Arrays.copyOf(cornerOf, nodes + nodes / 2);
    }
    cornerOf[nodes++] = corner;
  }

  int count() {
    return nodes;
  }

  int vertex(int node) {
    return mesh.origin(cornerOf[node]);
  }

  /** The rightmost corner of a node's sector, as the half-edge along its right side. */
  int corner(int node) {
    return cornerOf[node];
  }

  /** The next corner to the left in the same sector, or NONE after the last. */
  int leftOf(int corner) {
    int left = mesh.rotateLeft(corner);
    return nodeOf[left] == nodeOf[corner] && left != cornerOf[nodeOf[corner]]
        ? left
        : Triangulation.NONE;
  }

  /** The node of a triangle's corner at the origin of this half-edge. */
  int at(int corner) {
    return nodeOf[corner];
  }

  /** The node of the sector into which a direction points from a vertex. */
  int towards(int vertex, long dx, long dy) {
    return nodeOf[cornerTowards(mesh, vertex, dx, dy)];
  }

  /** The corner, as a half-edge from the vertex, of the triangle into which a direction points. */
  static int cornerTowards(Triangulation mesh, int vertex, long dx, long dy) {
    int first = mesh.edgeFrom(vertex);
    int e = first;
    do {
      int right = mesh.destination(e);
      int left = mesh.origin(Triangulation.previous(e));
      if (turn(mesh, vertex, right, dx, dy) >= 0 && turn(mesh, vertex, left, dx, dy) < 0) {
        return e;
      }
      e = mesh.rotateLeft(e);
    } while (e != first);
    throw new IllegalStateException("a direction points nowhere");
  }

  private static int turn(Triangulation mesh, int from, int to, long dx, long dy) {
    return Plane.turn((long) mesh.x(to) - mesh.x(from), (long) mesh.y(to) - mesh.y(from), dx, dy);
  }
}
