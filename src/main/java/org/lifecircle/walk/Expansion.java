package org.lifecircle.walk;

import java.util.Arrays;

/**
 * What a point on open ground sees, found by triangular expansion: from the triangles at the point
 * outward through every edge that does not block, narrowing the window as it goes. Exact: windows
 * are bounded by vertices, and every test is an integer orientation. Source: Bungiu et al.,
 * "Efficient computation of visibility polygons" (2014).
 *
 * <p>One instance per thread; it keeps a stack and allocates nothing in use.
 */
final class Expansion {

  /** Receives what is seen. */
  interface Sight {

    /** Where it is seen from, and the triangle looked out of; told before each look. */
    default void origin(int x, int y, int triangle) {}

    /**
     * A vertex in plain sight.
     *
     * @param corner the half-edge from that vertex whose triangle the sight line arrives through
     */
    void vertex(int corner);

    /** An edge that stops the view, or beyond which is no ground. */
    default void blocked(int edge) {}

    /**
     * A triangle the window passes, entered across an edge, seen between two vertices.
     *
     * @return whether to look on beyond it
     */
    default boolean triangle(int entered, int right, int left) {
      return true;
    }
  }

  private final Triangulation mesh;
  private int[] stack = new int[3 * 64];
  private int size;
  private int ox;
  private int oy;

  Expansion(Triangulation mesh) {
    this.mesh = mesh;
  }

  /** Looks out from a vertex through one triangle at it, given as the half-edge from the vertex. */
  void fromCorner(int corner, Standing standing, Sight sight) {
    int v = mesh.origin(corner);
    ox = mesh.x(v);
    oy = mesh.y(v);
    sight.origin(ox, oy, corner / 3);
    sight.vertex(Triangulation.next(corner));
    sight.vertex(Triangulation.previous(corner));
    look(Triangulation.next(corner), standing, sight);
  }

  /** Looks out from any point inside or on a triangle that is ground. */
  void fromPoint(int px, int py, int triangle, Standing standing, Sight sight) {
    ox = px;
    oy = py;
    sight.origin(ox, oy, triangle);
    for (int e = 3 * triangle; e < 3 * triangle + 3; e++) {
      sight.vertex(e);
    }
    for (int e = 3 * triangle; e < 3 * triangle + 3; e++) {
      if (mesh.side(e, px, py) > 0) {
        look(e, standing, sight);
      }
    }
  }

  private void look(int edge, Standing standing, Sight sight) {
    size = 0;
    push(edge, mesh.origin(edge), mesh.destination(edge));
    while (size > 0) {
      size -= 3;
      step(stack[size], stack[size + 1], stack[size + 2], standing, sight);
    }
  }

  /** Looks through a window in one edge on to the next, and puts aside what parts from it. */
  private void step(int window, int rightEnd, int leftEnd, Standing standing, Sight sight) {
    int edge = window;
    int right = rightEnd;
    int left = leftEnd;
    long rightX = (long) mesh.x(right) - ox;
    long rightY = (long) mesh.y(right) - oy;
    long leftX = (long) mesh.x(left) - ox;
    long leftY = (long) mesh.y(left) - oy;
    while (true) {
      int apexCorner = standing.farCorner(edge, mesh);
      if (apexCorner == Triangulation.NONE) {
        sight.blocked(edge);
        return;
      }
      if (!sight.triangle(Triangulation.next(apexCorner), right, left)) {
        return;
      }
      int apex = mesh.origin(apexCorner);
      long x = (long) mesh.x(apex) - ox;
      long y = (long) mesh.y(apex) - oy;
      long fromRight = rightX * y - rightY * x; // which side of the ray to the right end it lies on
      if (fromRight < 0) {
        edge = apexCorner; // most of all: nothing new is seen, and the other side tells nothing
        continue;
      }
      long fromLeft = leftX * y - leftY * x;
      if (fromLeft > 0) {
        edge = Triangulation.previous(apexCorner);
        continue;
      }
      sight.vertex(apexCorner);
      if (fromLeft == 0) {
        edge = Triangulation.previous(apexCorner);
        left = apex;
        leftX = x;
        leftY = y;
        continue;
      }
      if (fromRight > 0) {
        push(Triangulation.previous(apexCorner), right, apex);
      }
      edge = apexCorner;
      right = apex;
      rightX = x;
      rightY = y;
    }
  }

  private void push(int edge, int right, int left) {
    if (size + 3 > stack.length) {
      stack = Arrays.copyOf(stack, 2 * stack.length);
    }
    stack[size++] = edge;
    stack[size++] = right;
    stack[size++] = left;
  }
}
