package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open ground within reach, triangle by triangle. A triangle wholly inside one window and one
 * disc is full and needs no geometry; for the others the convex pieces are kept to be united.
 */
final class GroundPaint implements Expansion.Sight {

  private final Triangulation mesh;
  private final View view;
  private final CoverCompounds compounds;
  private final Expansion expansion;
  private final BitSet full = new BitSet();
  private final Map<Integer, List<Convex>> pieces = new HashMap<>();
  private int ox;
  private int oy;
  private double radius;
  private int claim;
  private long behindX;
  private long behindY;

  GroundPaint(Triangulation mesh, View view, CoverCompounds compounds) {
    this.mesh = mesh;
    this.view = view;
    this.compounds = compounds;
    expansion = new Expansion(mesh);
  }

  /**
   * Paints what a node sees.
   *
   * @param group for whom; {@link Labels#NONE} paints for everybody
   */
  void fromNode(Corners corners, int node, double reachMillimetres, int group) {
    begin(reachMillimetres, group);
    for (int c = corners.corner(node); c != Triangulation.NONE; c = corners.leftOf(c)) {
      if (view.standing().ground(mesh.label(c / 3))) {
        expansion.fromCorner(c, view.standing(), this);
      }
    }
  }

  /**
   * Paints what is newly seen from a node that a walk over open ground has come to: nothing but
   * where it is a corner, and then what lies behind the corner.
   *
   * @param dx with dy: the direction in which it was come to
   */
  void behindCorner(
      Ground world, Sight sight, int node, long dx, long dy, double reachMillimetres, int group) {
    begin(reachMillimetres, group);
    Corners corners = world.corners();
    for (int c = corners.corner(node); c != Triangulation.NONE; c = corners.leftOf(c)) {
      if (view.standing().ground(mesh.label(c / 3)) && sight.turnsAt(c, view.standing())) {
        int v = mesh.origin(c);
        int left = sight.runLeft();
        int side =
            Plane.turn(dx, dy, (long) mesh.x(left) - mesh.x(v), (long) mesh.y(left) - mesh.y(v));
        behindX = side < 0 ? -dx : dx; // keep what lies left of this, the side of the obstacle
        behindY = side < 0 ? -dy : dy;
        expansion.fromCorner(c, view.standing(), this);
      }
    }
  }

  private void begin(double reachMillimetres, int group) {
    radius = reachMillimetres;
    claim = group;
    behindX = 0;
    behindY = 0;
  }

  /** Paints what a point of open ground sees. */
  void fromPoint(int px, int py, List<Integer> triangles, double reachMillimetres) {
    begin(reachMillimetres, Labels.NONE);
    triangles.forEach(t -> expansion.fromPoint(px, py, t, view.standing(), this));
  }

  @Override
  public void origin(int x, int y, int triangle) {
    ox = x;
    oy = y;
    paint(triangle, whole(triangle), true);
  }

  @Override
  public void vertex(int corner) {}

  @Override
  public boolean triangle(int entered, int right, int left) {
    if (distanceToEdge(entered) > radius) {
      return false;
    }
    int t = entered / 3;
    boolean seenWhole = true;
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      int v = mesh.origin(e);
      seenWhole &= turn(right, v) >= 0 && turn(left, v) <= 0;
    }
    if (!full.get(t)) {
      Convex piece = whole(t);
      if (!seenWhole) {
        piece.cut(ox, oy, mesh.x(right), mesh.y(right)).cut(mesh.x(left), mesh.y(left), ox, oy);
      }
      paint(t, piece, seenWhole);
    }
    return true;
  }

  private void paint(int t, Convex piece, boolean seenWhole) {
    int cover = mesh.label(t);
    boolean forThem = claim == Labels.NONE || view.group(compounds.of(cover)) == claim;
    if (full.get(t) || !forThem) {
      return;
    }
    boolean whole = seenWhole;
    if (behindX != 0 || behindY != 0) {
      whole &= piece.isLeftOf(ox, oy, (double) behindX, (double) behindY);
      if (!whole) {
        piece.cut(ox, oy, (double) (ox + behindX), (double) (oy + behindY));
      }
    }
    if (piece.isEmpty()) {
      return;
    }
    if (piece.within(ox, oy, radius)) {
      if (whole) {
        full.set(t);
        pieces.remove(t);
        return;
      }
    } else {
      piece.cutCircle(ox, oy, radius);
    }
    if (!piece.isEmpty()) {
      pieces.computeIfAbsent(t, k -> new ArrayList<>()).add(piece);
    }
  }

  private Convex whole(int t) {
    int a = mesh.origin(3 * t);
    int b = mesh.origin(3 * t + 1);
    int c = mesh.origin(3 * t + 2);
    return new Convex(mesh.x(a), mesh.y(a), mesh.x(b), mesh.y(b), mesh.x(c), mesh.y(c));
  }

  private double distanceToEdge(int edge) {
    double ax = mesh.x(mesh.origin(edge));
    double ay = mesh.y(mesh.origin(edge));
    double dx = mesh.x(mesh.destination(edge)) - ax;
    double dy = mesh.y(mesh.destination(edge)) - ay;
    double share = ((ox - ax) * dx + (oy - ay) * dy) / (dx * dx + dy * dy);
    double s = Math.max(0, Math.min(1, share));
    return Math.hypot(ax + s * dx - ox, ay + s * dy - oy);
  }

  private int turn(int ray, int vertex) {
    return Plane.orient(ox, oy, mesh.x(ray), mesh.y(ray), mesh.x(vertex), mesh.y(vertex));
  }

  /** Triangles wholly within reach. */
  BitSet full() {
    return full;
  }

  /** By triangle: what of it is within reach. */
  Map<Integer, List<Convex>> pieces() {
    return pieces;
  }
}
