package org.lifecircle.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * Forces given edges into a triangulation by flipping what crosses them (Sloan 1993). Edges are
 * remembered by their vertices, because flips move half-edges between slots.
 */
final class Forcing {

  /** More than this many edges are never in the way of one point. */
  private static final int MOST_FLIPS = 64;

  private final Triangulation mesh;

  Forcing(Triangulation mesh) {
    this.mesh = mesh;
  }

  /** Makes sure the edge is there and gives it a mark; no vertex may lie between its ends. */
  void force(int a, int b, int mark) {
    if (mesh.edge(a, b) == Triangulation.NONE) {
      flipOutOfTheWay(a, b);
    }
    mesh.setMark(mesh.edge(a, b), mark);
  }

  private void flipOutOfTheWay(int a, int b) {
    ArrayDeque<int[]> crossing = crossedEdges(a, b);
    List<int[]> fresh = new ArrayList<>();
    while (!crossing.isEmpty()) {
      int[] pair = crossing.removeFirst();
      int e = mesh.edge(pair[0], pair[1]);
      if (!mesh.convex(e)) {
        crossing.addLast(pair);
        continue;
      }
      mesh.flip(e);
      int[] diagonal = {mesh.origin(e), mesh.destination(e)};
      if (crosses(diagonal[0], diagonal[1], a, b)) {
        crossing.addLast(diagonal);
      } else {
        fresh.add(diagonal);
      }
    }
    for (int[] pair : fresh) {
      int e = mesh.edge(pair[0], pair[1]);
      boolean asked = (pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a);
      if (!asked && e != Triangulation.NONE && mesh.mark(e) == 0 && mesh.improves(e)) {
        mesh.flip(e);
      }
    }
  }

  private boolean crosses(int u, int w, int a, int b) {
    return u != a
        && u != b
        && w != a
        && w != b
        && mesh.orient(a, b, u) * mesh.orient(a, b, w) < 0
        && mesh.orient(u, w, a) * mesh.orient(u, w, b) < 0;
  }

  private ArrayDeque<int[]> crossedEdges(int a, int b) {
    ArrayDeque<int[]> crossed = new ArrayDeque<>();
    int cross = Triangulation.next(firstTriangle(a, b));
    while (true) {
      if (mesh.mark(cross) != 0) {
        throw new IllegalStateException("two forced edges cross: the linework is not noded");
      }
      crossed.add(new int[] {mesh.origin(cross), mesh.destination(cross)});
      int f = mesh.twin(cross);
      int apex = mesh.origin(Triangulation.previous(f));
      if (apex == b) {
        return crossed;
      }
      int side = mesh.orient(a, b, apex);
      if (side == 0) {
        throw new IllegalStateException("a vertex lies on a forced edge: not noded");
      }
      cross = side > 0 ? Triangulation.next(f) : Triangulation.previous(f);
    }
  }

  private int firstTriangle(int a, int b) {
    int first = findFirstTriangle(a, mesh.x(b), mesh.y(b));
    if (first == Triangulation.NONE) {
      throw new IllegalStateException("a vertex lies on a forced edge: not noded");
    }
    return first;
  }

  /**
   * The triangle at a vertex, as its half-edge from there, that the line to a point runs into; NONE
   * when it runs along an edge.
   */
  private int findFirstTriangle(int a, int px, int py) {
    int first = mesh.edgeFrom(a);
    int e = first;
    do {
      if (mesh.side(e, px, py) > 0 && mesh.side(Triangulation.previous(e), px, py) > 0) {
        return e;
      }
      e = mesh.rotateLeft(e);
    } while (e != first);
    return Triangulation.NONE;
  }

  /**
   * Flips away what keeps a point beside an edge from being set into it: free edges of triangles
   * thinner than a millimetre.
   *
   * @return the half-edge from a to b, ready to be split there, or NONE where forced edges are in
   *     the way
   */
  int makeRoom(int a, int b, int px, int py) {
    int e = mesh.edge(a, b);
    for (int flips = 0; flips < MOST_FLIPS && !mesh.canSplit(e, px, py); flips++) {
      int inTheWay = inTheWay(e, px, py);
      if (inTheWay == Triangulation.NONE) {
        return Triangulation.NONE;
      }
      mesh.flip(inTheWay);
      e = mesh.edge(a, b);
    }
    return mesh.canSplit(e, px, py) ? e : Triangulation.NONE;
  }

  private int inTheWay(int edge, int px, int py) {
    int f = mesh.twin(edge);
    int[] sides = {
      Triangulation.next(edge), Triangulation.previous(edge),
      Triangulation.next(f), Triangulation.previous(f)
    };
    for (int e : sides) {
      boolean beyond = mesh.side(e, px, py) <= 0;
      if (beyond && mesh.mark(e) == 0 && mesh.twin(e) != Triangulation.NONE && mesh.convex(e)) {
        return e;
      }
    }
    return Triangulation.NONE;
  }

  /**
   * Leads an edge over a point a hair beside it, where there is no room to split it: the point is
   * set in by itself and the edge laid over it; the sliver between changes sides.
   *
   * @return its vertex, or NONE where forced edges or other vertices are in the way
   */
  int bend(int a, int b, int px, int py) {
    int side = mesh.side(mesh.edge(a, b), px, py);
    int at = mesh.locate(px, py);
    int on = mesh.edgeThrough(at, px, py);
    boolean taken =
        mesh.vertexAt(at, px, py) != Triangulation.NONE
            || (on != Triangulation.NONE && mesh.mark(on) != 0)
            || mesh.label(at / 3) != mesh.label(towards(a, b, side) / 3);
    if (side == 0 || taken || !isClear(a, px, py) || !isClear(b, px, py)) {
      return Triangulation.NONE;
    }
    int v =
        on == Triangulation.NONE ? mesh.insertInside(at / 3, px, py) : mesh.splitEdge(on, px, py);
    lay(a, v);
    lay(v, b);
    int edge = towards(a, b, side);
    if (mesh.origin(Triangulation.previous(edge)) != v) {
      return Triangulation.NONE; // another vertex in the sliver
    }
    int mark = mesh.mark(edge);
    mesh.setLabel(edge / 3, mesh.label(mesh.twin(edge) / 3));
    mesh.setMark(edge, 0);
    mesh.setMark(mesh.edge(a, v), mark);
    mesh.setMark(mesh.edge(v, b), mark);
    return v;
  }

  /** The half-edge between two vertices with what lies on a side of it on its left. */
  private int towards(int a, int b, int side) {
    return side > 0 ? mesh.edge(a, b) : mesh.edge(b, a);
  }

  private void lay(int a, int b) {
    if (mesh.edge(a, b) == Triangulation.NONE) {
      flipOutOfTheWay(a, b);
    }
  }

  /** Whether no forced edge and no vertex lies between a vertex and a point. */
  private boolean isClear(int a, int px, int py) {
    int first = findFirstTriangle(a, px, py);
    if (first == Triangulation.NONE) {
      return false;
    }
    int cross = Triangulation.next(first);
    while (mesh.side(cross, px, py) < 0) {
      int f = mesh.twin(cross);
      int apex = mesh.origin(Triangulation.previous(f));
      int side = Plane.orient(mesh.x(a), mesh.y(a), px, py, mesh.x(apex), mesh.y(apex));
      if (side == 0 || mesh.mark(cross) != 0) {
        return false;
      }
      cross = side > 0 ? Triangulation.next(f) : Triangulation.previous(f);
    }
    return true;
  }
}
