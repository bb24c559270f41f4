package org.lifecircle.walk;

/**
 * The strip beside a stretch of path within reach: as wide as the path, tapering where the reach
 * ends, because stepping aside costs too. Coordinates along and across the edge, millimetres.
 */
final class Band {

  private final double ax;
  private final double ay;
  private final double ux;
  private final double uy;
  private final double half;
  private double from;
  private double to;
  private double reachAlong;
  private double reachAcross;

  /** Along an edge from a in a unit direction, for a path twice {@code half} wide. */
  Band(double ax, double ay, double ux, double uy, double half) {
    this.ax = ax;
    this.ay = ay;
    this.ux = ux;
    this.uy = uy;
    this.half = half;
  }

  /**
   * Sets the stretch.
   *
   * @param along how far what is left to spend at the near end would carry along the path
   * @param across and how far aside
   */
  void between(double near, double far, double along, double across) {
    from = near;
    to = far;
    reachAlong = along;
    reachAcross = across;
  }

  /** Where along the edge the stretch begins, whichever way it is walked. */
  double low() {
    return Math.min(from, to);
  }

  double high() {
    return Math.max(from, to);
  }

  /** How far along the edge a point lies. */
  double along(double x, double y) {
    return (x - ax) * ux + (y - ay) * uy;
  }

  private double across(double x, double y) {
    return (y - ay) * ux - (x - ax) * uy;
  }

  /** Whether an edge of the mesh comes as near as the path is wide. */
  boolean nearer(Triangulation mesh, int edge) {
    double a = across(mesh.x(mesh.origin(edge)), mesh.y(mesh.origin(edge)));
    double b = across(mesh.x(mesh.destination(edge)), mesh.y(mesh.destination(edge)));
    return Math.min(Math.abs(a), Math.abs(b)) < half || a * b < 0;
  }

  /** Cuts a piece to what lies in the strip on one side. */
  void clip(Convex piece, double low, double high, boolean left) {
    // along the edge: between two lines at right angles to it
    double side = left ? 1 : -1;
    cutAcross(piece, low, 1);
    cutAcross(piece, high, -1);
    // across it: from the edge to half the width
    cutAlong(piece, 0, side);
    cutAlong(piece, side * half, -side);
    taper(piece, side);
  }

  /** Keeps what lies beyond (sign 1) or before (sign -1) a line at right angles to the edge. */
  private void cutAcross(Convex piece, double at, double sign) {
    double x = ax + at * ux;
    double y = ay + at * uy;
    piece.cut(x, y, x + sign * uy, y - sign * ux);
  }

  /** Keeps what lies left (sign 1) or right (sign -1) of a line along the edge. */
  private void cutAlong(Convex piece, double at, double sign) {
    double x = ax - at * uy;
    double y = ay + at * ux;
    piece.cut(x, y, x + sign * ux, y + sign * uy);
  }

  /** Keeps what is within reach: what is walked along and what is stepped aside, together. */
  private void taper(Convex piece, double side) {
    double way = Math.signum(to - from);
    double tipX = ax + (from + way * reachAlong) * ux;
    double tipY = ay + (from + way * reachAlong) * uy;
    // from the tip back towards the near end and aside
    double dx = -way * reachAlong * ux - side * reachAcross * uy;
    double dy = -way * reachAlong * uy + side * reachAcross * ux;
    double turn = way * side;
    piece.cut(tipX, tipY, tipX + turn * dx, tipY + turn * dy);
  }

  /** The triangle that so far along the edge lies in. */
  int triangleAt(Triangulation mesh, double along) {
    return mesh.locate((int) Math.rint(ax + along * ux), (int) Math.rint(ay + along * uy)) / 3;
  }

  /** Whether an edge of the mesh may pass through the strip between two places along it. */
  boolean meets(Triangulation mesh, int edge, double low, double high) {
    Convex line =
        new Convex(
            mesh.x(mesh.origin(edge)),
            mesh.y(mesh.origin(edge)),
            mesh.x(mesh.destination(edge)),
            mesh.y(mesh.destination(edge)),
            mesh.x(mesh.origin(edge)),
            mesh.y(mesh.origin(edge)));
    cutAcross(line, low, 1);
    cutAcross(line, high, -1);
    cutAlong(line, -half, 1);
    cutAlong(line, half, -1);
    return !line.isEmpty();
  }
}
