package org.lifecircle.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Paths over their width, each side clipped to what the centre line sees at right angles: no band
 * reaches through a wall. Where open ground begins the ground has its own paint. In pieces, each
 * within one triangle; those of whole edges are kept, for they depend on no question.
 */
final class PathBands {

  /** A convex part of a band within a triangle, counter-clockwise. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Piece(int triangle, double[] ring) {}

  /** A look at right angles from a stretch of the edge, through an edge of the mesh. */
  private record Look(int edge, double from, double to) {}

  private static final double FAR = 1e9;

  /** Bands overlap where edges follow each other, so that a slight bend leaves no gap. */
  private static final double OVERLAP_MILLIMETRES = 20;

  private final WalkNetwork network;
  private final Triangulation mesh;
  private final Standing standing;
  private final Cells cells;
  private final int[] first; // by link: the number of its first edge
  private final AtomicReferenceArray<List<Piece>> whole; // by edge

  PathBands(WalkNetwork network, Cells cells) {
    this.network = network;
    this.cells = cells;
    mesh = network.world().arrangement().mesh();
    standing = network.view().standing();
    Links links = network.links();
    first = new int[links.count() + 1];
    for (int i = 0; i < links.count(); i++) {
      Links.Link link = links.get(i);
      int edges = link.path() == Links.NO_PATH ? 0 : link.toPosition() - link.fromPosition();
      first[i + 1] = first[i] + edges;
    }
    whole = new AtomicReferenceArray<>(first[links.count()]);
  }

  double halfWidth(Links.Link link) {
    return network.rules().widthMetres(network.parts().paths().paths().get(link.path())) * 500;
  }

  /** The band of a whole edge of a link's path. */
  List<Piece> whole(int number, int position) {
    Links.Link link = network.links().get(number);
    int edge = first[number] + position - link.fromPosition();
    List<Piece> known = whole.get(edge);
    if (known == null) {
      known = List.copyOf(part(link, position, 0, 1, FAR, FAR));
      whole.set(edge, known);
    }
    return known;
  }

  /**
   * The band of part of an edge.
   *
   * @param nearShare of the edge, where it is come to; {@code farShare} where it is left
   * @param along how far what is left at the near end would carry along the path, millimetres
   * @param across and how far aside
   */
  List<Piece> part(
      Links.Link link,
      int position,
      double nearShare,
      double farShare,
      double along,
      double across) {
    List<Piece> pieces = new ArrayList<>();
    PathChain chain = network.chain(link.path());
    double ax = chain.x(position);
    double ay = chain.y(position);
    double bx = chain.x(position + 1);
    double by = chain.y(position + 1);
    double length = Math.hypot(bx - ax, by - ay);
    if (length == 0) {
      return pieces;
    }
    double half = halfWidth(link);
    Band band = new Band(ax, ay, (bx - ax) / length, (by - ay) / length, half);
    band.between(nearShare * length, farShare * length, along, across);
    if (!chain.onGround()) {
      over(band, mesh.locate(chain.x(position), chain.y(position)) / 3, pieces);
      return pieces;
    }
    int edge = mesh.edge(chain.vertex(position), chain.vertex(position + 1));
    if (link.side() != PathEdges.Side.RIGHT) {
      beside(band, edge, true, pieces);
    }
    if (link.side() != PathEdges.Side.LEFT) {
      beside(band, mesh.twin(edge), false, pieces);
    }
    return pieces;
  }

  /** Off the ground nothing on the ground is in the way. */
  private void over(Band band, int start, List<Piece> pieces) {
    Set<Integer> seen = new HashSet<>(List.of(start));
    ArrayDeque<Integer> queue = new ArrayDeque<>(seen);
    while (!queue.isEmpty()) {
      int t = queue.removeFirst();
      add(t, band, band.low(), band.high(), true, pieces);
      add(t, band, band.low(), band.high(), false, pieces);
      for (int e = 3 * t; e < 3 * t + 3; e++) {
        int f = mesh.twin(e);
        if (f != Triangulation.NONE && band.meets(mesh, e) && seen.add(f / 3)) {
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
    for (double[] cell : cells.of(t)) {
      Convex piece = new Convex(cell);
      band.clip(piece, from, to, left);
      if (!piece.isEmpty()) {
        pieces.add(new Piece(t, piece.points()));
      }
    }
  }
}
