package org.lifecircle.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.lifecircle.model.Path;
import org.lifecircle.model.WalkingRules;

/**
 * The width of paths, edge by edge: each side clipped to what the centre line sees at right angles,
 * and round where they end or bend, so that no band reaches through a wall. Where open ground
 * begins the band ends, under a bridge too. What runs under the ground is not seen on it. In
 * pieces, each within one triangle.
 */
final class Bands {

  /** A convex part of a band within a triangle, counter-clockwise. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Piece(int triangle, double[] ring) {}

  /** A look at right angles from a stretch of the edge, through an edge of the mesh. */
  private record Look(int edge, double from, double to) {}

  /** Farther than any path is long or wide. */
  static final double FAR = 1e9;

  /** How wide a gap a bend may leave at the outside before it needs a cap. */
  private static final double GAP_MILLIMETRES = 50;

  /** Bands overlap where edges follow each other, so that a slight bend leaves no gap. */
  private static final double OVERLAP_MILLIMETRES = 20;

  /** So far from the end of an edge one looks across, to see past what meets there. */
  private static final double INSIDE_MILLIMETRES = 1;

  /** So far aside of a path's line a point is on it. */
  private static final double ROUNDING_MILLIMETRES = 1;

  private final Triangulation mesh;
  private final Standing standing;
  private final WalkingRules rules;
  private final IntFunction<double[][]> cells; // by triangle: what may be filled of it
  private final Caps caps;

  Bands(Triangulation mesh, Standing standing, WalkingRules rules, IntFunction<double[][]> cells) {
    this.mesh = mesh;
    this.standing = standing;
    this.rules = rules;
    this.cells = cells;
    caps = new Caps(mesh, standing, cells);
  }

  /** Bands to ask what they hold: barriers take no slit of them. */
  static Bands plain(Triangulation mesh, Standing standing, WalkingRules rules) {
    return new Bands(mesh, standing, rules, t -> new double[][] {Cells.corners(mesh, t)});
  }

  /** Half the width of a path, in millimetres. */
  double halfWidth(Path path) {
    return rules.widthMetres(path) * 500;
  }

  /** Whether the band of an edge holds a point. */
  boolean holds(PathEdge edge, int px, int py) {
    PathChain chain = edge.chain();
    int position = edge.position();
    double dx = chain.x(position + 1) - (double) chain.x(position);
    double dy = chain.y(position + 1) - (double) chain.y(position);
    double length = Math.hypot(dx, dy);
    double x = px - (double) chain.x(position);
    double y = py - (double) chain.y(position);
    double along = (x * dx + y * dy) / length;
    double across = Math.abs(dx * y - dy * x) / length;
    double half = halfWidth(edge.path());
    if (length == 0 || across > half || along < -half || along > length + half) {
      return false;
    }
    if (across <= ROUNDING_MILLIMETRES
        && along >= -ROUNDING_MILLIMETRES
        && along <= length + ROUNDING_MILLIMETRES) {
      return edge.path().level() >= 0; // the line itself, whatever its two sides are
    }
    if ((along <= 0 || along >= length) && hold(cap(edge, along > 0, half), px, py)) {
      return true;
    }
    // a point may lie in the crack of a bend; straight across from a vertex windows end
    double inside = Math.min(INSIDE_MILLIMETRES, length / 2);
    double beside = Math.min(length - inside, Math.max(inside, along));
    double share = beside / length;
    return Math.abs(along - beside) <= OVERLAP_MILLIMETRES
        && hold(
            part(edge, share, share, FAR, FAR),
            px + (beside - along) * dx / length,
            py + (beside - along) * dy / length);
  }

  private static boolean hold(List<Piece> pieces, double px, double py) {
    return pieces.stream().anyMatch(piece -> new Convex(piece.ring()).holds(px, py));
  }

  /**
   * The band of part of an edge.
   *
   * @param nearShare of the edge, where it is come to; {@code farShare} where it is left
   * @param along how far what is left at the near end would carry along the path, millimetres
   * @param across and how far aside
   */
  List<Piece> part(PathEdge edge, double nearShare, double farShare, double along, double across) {
    List<Piece> pieces = new ArrayList<>();
    PathChain chain = edge.chain();
    int position = edge.position();
    double ax = chain.x(position);
    double ay = chain.y(position);
    double bx = chain.x(position + 1);
    double by = chain.y(position + 1);
    double length = Math.hypot(bx - ax, by - ay);
    if (length == 0) {
      return pieces;
    }
    double half = halfWidth(edge.path());
    Band band = new Band(ax, ay, (bx - ax) / length, (by - ay) / length, half);
    band.between(nearShare * length, farShare * length, along, across);
    if (edge.path().level() < 0) {
      return pieces;
    }
    if (!chain.onGround()) {
      over(band, pieces);
      return pieces;
    }
    int onMesh = mesh.edge(chain.vertex(position), chain.vertex(position + 1));
    if (edge.side() != PathEdges.Side.RIGHT) {
      beside(band, onMesh, true, pieces);
    }
    if (edge.side() != PathEdges.Side.LEFT) {
      beside(band, mesh.twin(onMesh), false, pieces);
    }
    return pieces;
  }

  /**
   * The round end of an edge, where the path ends or bends.
   *
   * @param end whether at the end that comes later along the path
   * @param reach how far people still get from there, millimetres
   */
  List<Piece> cap(PathEdge edge, boolean end, double reach) {
    List<Piece> pieces = new ArrayList<>();
    PathChain chain = edge.chain();
    int position = edge.position();
    double radius = Math.min(halfWidth(edge.path()), reach);
    int at = end ? position + 1 : position;
    if (chain.onGround() && radius >= 1 && isOpen(chain, at, halfWidth(edge.path()))) {
      int onMesh = mesh.edge(chain.vertex(at), chain.vertex(end ? position : position + 1));
      boolean left = edge.side() != PathEdges.Side.RIGHT;
      boolean right = edge.side() != PathEdges.Side.LEFT;
      caps.add(onMesh, end ? right : left, end ? left : right, radius, pieces);
    }
    return pieces;
  }

  /** Whether the strips before and after a vertex leave a gap. */
  private static boolean isOpen(PathChain chain, int at, double half) {
    if (at == 0 || at == chain.size() - 1) {
      return true;
    }
    double ax = chain.x(at) - (double) chain.x(at - 1);
    double ay = chain.y(at) - (double) chain.y(at - 1);
    double bx = chain.x(at + 1) - (double) chain.x(at);
    double by = chain.y(at + 1) - (double) chain.y(at);
    double sine = Math.abs(ax * by - ay * bx) / (Math.hypot(ax, ay) * Math.hypot(bx, by));
    return ax * bx + ay * by <= 0 || sine * half > GAP_MILLIMETRES;
  }

  /**
   * Off the ground nothing on the ground is in the way; but where open ground lies below, a place
   * on the map is that ground.
   */
  private void over(Band band, List<Piece> pieces) {
    double low = band.low() - OVERLAP_MILLIMETRES;
    double high = band.high() + OVERLAP_MILLIMETRES;
    Set<Integer> seen = new HashSet<>(List.of(band.triangleAt(mesh, band.low())));
    ArrayDeque<Integer> queue = new ArrayDeque<>(seen);
    while (!queue.isEmpty()) {
      int t = queue.removeFirst();
      if (!standing.ground(mesh.label(t))) {
        add(t, band, low, high, true, pieces);
        add(t, band, low, high, false, pieces);
      }
      for (int e = 3 * t; e < 3 * t + 3; e++) {
        int f = mesh.twin(e);
        if (f != Triangulation.NONE && band.meets(mesh, e, low, high) && seen.add(f / 3)) {
          queue.add(f / 3);
        }
      }
    }
  }

  private void beside(Band band, int edge, boolean left, List<Piece> pieces) {
    ArrayDeque<Look> looks = new ArrayDeque<>();
    double low = band.low() - OVERLAP_MILLIMETRES;
    double high = band.high() + OVERLAP_MILLIMETRES;
    enter(edge, low, high, band, left, looks, pieces);
    while (!looks.isEmpty()) {
      Look look = looks.removeFirst();
      int f = mesh.twin(look.edge());
      if (f != Triangulation.NONE && !standing.blocks(mesh.mark(look.edge()))) {
        enter(f, look.from(), look.to(), band, left, looks, pieces);
      }
    }
  }

  private void enter(
      int entered,
      double from,
      double to,
      Band band,
      boolean left,
      ArrayDeque<Look> looks,
      List<Piece> pieces) {
    int t = entered / 3;
    int cover = mesh.label(t);
    if (standing.solid(cover) || standing.ground(cover)) {
      return;
    }
    add(t, band, from, to, left, pieces);
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      if (e != entered) {
        double a = band.along(mesh.x(mesh.origin(e)), mesh.y(mesh.origin(e)));
        double b = band.along(mesh.x(mesh.destination(e)), mesh.y(mesh.destination(e)));
        double low = Math.max(from, Math.min(a, b));
        double high = Math.min(to, Math.max(a, b));
        if (low < high && band.nearer(mesh, e)) {
          looks.add(new Look(e, low, high));
        }
      }
    }
  }

  private void add(int t, Band band, double from, double to, boolean left, List<Piece> pieces) {
    for (double[] cell : cells.apply(t)) {
      Convex piece = new Convex(cell);
      band.clip(piece, from, to, left);
      if (!piece.isEmpty()) {
        pieces.add(new Piece(t, piece.points()));
      }
    }
  }
}
