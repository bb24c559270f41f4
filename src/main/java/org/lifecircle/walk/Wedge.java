package org.lifecircle.walk;

/**
 * The directions in which some vertices lie, seen from a place: less than half a turn, its bounds
 * taken in. What goes between such vertices changes what is seen in these directions and in no
 * others.
 */
final class Wedge {

  private final Triangulation mesh;
  private int ox;
  private int oy;
  private long rightX;
  private long rightY;
  private long leftX;
  private long leftY;

  Wedge(Triangulation mesh) {
    this.mesh = mesh;
  }

  /** Turns to what vertices span; false where they lie all round the place, or at it. */
  boolean spans(int x, int y, int[] vertices) {
    ox = x;
    oy = y;
    for (int i = 0; i < vertices.length; i++) {
      long dx = (long) mesh.x(vertices[i]) - ox;
      long dy = (long) mesh.y(vertices[i]) - oy;
      if (i == 0) {
        rightX = dx;
        rightY = dy;
        leftX = dx;
        leftY = dy;
      }
      if (!isAhead(dx, dy, (long) mesh.x(vertices[0]) - ox, (long) mesh.y(vertices[0]) - oy)) {
        return false;
      }
      if (Plane.turn(rightX, rightY, dx, dy) < 0) {
        rightX = dx;
        rightY = dy;
      }
      if (Plane.turn(leftX, leftY, dx, dy) > 0) {
        leftX = dx;
        leftY = dy;
      }
    }
    return vertices.length > 0;
  }

  private static boolean isAhead(long dx, long dy, long ofX, long ofY) {
    return dx * ofX + dy * ofY > 0;
  }

  /** Whether it holds a direction; the place itself lies in none. */
  boolean holds(long dx, long dy) {
    return Plane.turn(rightX, rightY, dx, dy) >= 0
        && Plane.turn(leftX, leftY, dx, dy) <= 0
        && (isAhead(dx, dy, rightX, rightY) || isAhead(dx, dy, leftX, leftY));
  }

  /** Whether a window, less than half a turn between two vertices, shows nothing of it. */
  boolean isMissedBy(int right, int left) {
    boolean endsRightOfIt = turn(rightX, rightY, left) < 0;
    return turn(leftX, leftY, right) > 0
        ? endsRightOfIt || turn(leftX, leftY, left) > 0
        : endsRightOfIt && turn(rightX, rightY, right) < 0;
  }

  private int turn(long dx, long dy, int vertex) {
    return Plane.turn(dx, dy, (long) mesh.x(vertex) - ox, (long) mesh.y(vertex) - oy);
  }
}
