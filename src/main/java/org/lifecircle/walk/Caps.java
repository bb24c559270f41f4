package org.lifecircle.walk;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.IntFunction;
import org.lifecircle.walk.Bands.Piece;

/**
 * The round end of a path's width about one of its vertices: where it bends the outside of the bend
 * is as wide as the rest. Only what the vertex sees, by triangular expansion as in {@link
 * Expansion}, but over what is neither solid nor open ground.
 */
final class Caps {

  /** A look through an edge, between two vertices. */
  private record Look(int edge, int right, int left) {}

  private final Triangulation mesh;
  private final Standing standing;
  private final IntFunction<double[][]> cells;

  Caps(Triangulation mesh, Standing standing, IntFunction<double[][]> cells) {
    this.mesh = mesh;
    this.standing = standing;
    this.cells = cells;
  }

  /**
   * Adds the disc about the vertex that an edge of a path leaves, on either side of the path or on
   * both, as far as no barrier or solid parts it from that side.
   */
  void add(int edge, boolean left, boolean right, double radius, List<Piece> pieces) {
    boolean round = left && sector(edge, true, radius, pieces);
    if (right && !round) {
      sector(mesh.rotateRight(edge), false, radius, pieces);
    }
  }

  /** Turns about the vertex until something is in the way; whether nothing was. */
  private boolean sector(int start, boolean left, double radius, List<Piece> pieces) {
    int corner = start;
    do {
      int cover = mesh.label(corner / 3);
      if (standing.solid(cover)) {
        return false;
      }
      if (!standing.ground(cover)) {
        look(corner, radius, pieces);
      }
      int next = left ? mesh.rotateLeft(corner) : mesh.rotateRight(corner);
      if (standing.blocks(mesh.mark(left ? next : corner))) {
        return false;
      }
      corner = next;
    } while (corner != start);
    return true;
  }

  private void look(int corner, double radius, List<Piece> pieces) {
    int v = mesh.origin(corner);
    for (double[] cell : cells.apply(corner / 3)) {
      keep(new Convex(cell), v, radius, corner / 3, pieces);
    }
    ArrayDeque<Look> looks = new ArrayDeque<>();
    int across = Triangulation.next(corner);
    looks.add(new Look(across, mesh.origin(across), mesh.destination(across)));
    while (!looks.isEmpty()) {
      step(looks.removeLast(), v, radius, looks, pieces);
    }
  }

  private void step(Look look, int v, double radius, ArrayDeque<Look> looks, List<Piece> pieces) {
    int f = mesh.twin(look.edge());
    if (f == Triangulation.NONE
        || standing.blocks(mesh.mark(look.edge()))
        || standing.solid(mesh.label(f / 3))
        || standing.ground(mesh.label(f / 3))
        || away(look.edge(), v) > radius) {
      return;
    }
    for (double[] cell : cells.apply(f / 3)) {
      Convex piece = new Convex(cell);
      piece.cut(mesh.x(v), mesh.y(v), mesh.x(look.right()), mesh.y(look.right()));
      piece.cut(mesh.x(look.left()), mesh.y(look.left()), mesh.x(v), mesh.y(v));
      keep(piece, v, radius, f / 3, pieces);
    }
    int apexCorner = Triangulation.previous(f);
    int apex = mesh.origin(apexCorner);
    int fromRight = mesh.orient(v, look.right(), apex);
    int fromLeft = mesh.orient(v, look.left(), apex);
    if (fromRight > 0) {
      looks.add(new Look(Triangulation.next(f), look.right(), fromLeft <= 0 ? apex : look.left()));
    }
    if (fromLeft < 0) {
      looks.add(new Look(apexCorner, fromRight >= 0 ? apex : look.right(), look.left()));
    }
  }

  private void keep(Convex piece, int v, double radius, int triangle, List<Piece> pieces) {
    piece.cutCircle(mesh.x(v), mesh.y(v), radius);
    if (!piece.isEmpty()) {
      pieces.add(new Piece(triangle, piece.points()));
    }
  }

  private double away(int edge, int v) {
    double ax = mesh.x(mesh.origin(edge)) - (double) mesh.x(v);
    double ay = mesh.y(mesh.origin(edge)) - (double) mesh.y(v);
    double dx = mesh.x(mesh.destination(edge)) - (double) mesh.x(mesh.origin(edge));
    double dy = mesh.y(mesh.destination(edge)) - (double) mesh.y(mesh.origin(edge));
    double share = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
    return Math.hypot(ax + share * dx, ay + share * dy);
  }
}
