package org.lifecircle.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;
import org.lifecircle.model.Gate;
import org.lifecircle.walk.Passages.Passage;

/**
 * What an isochrone may fill of each triangle: all of it, but for a slit along the barriers that
 * stand on its edges. The picture must not seem to walk through a wall whose two sides are both
 * within reach. Gates leave a gap. Convex pieces, each made when it is first asked for.
 */
final class Cells {

  private static final double SLIT_MILLIMETRES = 50; // on either side
  private static final double LEAST_GATE_METRES = 1;

  /** The stretch of an edge that a gate leaves open, millimetres from the edge's origin. */
  private record Gap(double from, double to) {}

  private final Triangulation mesh;
  private final Standing standing;
  private final Map<Integer, List<Gap>> gaps = new HashMap<>(); // by half-edge
  private final AtomicReferenceArray<double[][]> cells; // by triangle, where there are slits

  Cells(WalkNetwork network) {
    mesh = network.world().arrangement().mesh();
    standing = network.view().standing();
    cells = new AtomicReferenceArray<>(mesh.triangleCount());
    for (Gate gate : network.area().gates()) {
      Access now =
          network
              .parts()
              .passages()
              .ofGate(gate.id())
              .map(network.view()::passage)
              .map(Passage::access)
              .orElse(gate.access());
      if (now != Access.CLOSED) {
        Double width = gate.widthMetres();
        double metres =
            width == null ? LEAST_GATE_METRES : Math.max(LEAST_GATE_METRES, (double) width);
        int x = network.frame().x(gate.geometry().getX());
        int y = network.frame().y(gate.geometry().getY());
        open(x, y, metres * 500);
      }
    }
  }

  /** Opens the barriers within a radius of a gate. */
  private void open(int x, int y, double radius) {
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    Set<Integer> seen = new HashSet<>();
    queue.add(mesh.locate(x, y) / 3);
    while (!queue.isEmpty()) {
      int t = queue.removeFirst();
      if (!seen.add(t)) {
        continue;
      }
      for (int e = 3 * t; e < 3 * t + 3; e++) {
        double[] within = within(e, x, y, radius);
        if (within != null && mesh.twin(e) != Triangulation.NONE) {
          queue.add(mesh.twin(e) / 3);
          if (standing.blocks(mesh.mark(e))) {
            gaps.computeIfAbsent(e, k -> new ArrayList<>()).add(new Gap(within[0], within[1]));
          }
        }
      }
    }
  }

  private double @Nullable [] within(int edge, double x, double y, double radius) {
    double ax = mesh.x(mesh.origin(edge));
    double ay = mesh.y(mesh.origin(edge));
    double dx = mesh.x(mesh.destination(edge)) - ax;
    double dy = mesh.y(mesh.destination(edge)) - ay;
    double length = Math.hypot(dx, dy);
    double along = ((x - ax) * dx + (y - ay) * dy) / length;
    double across = ((x - ax) * dy - (y - ay) * dx) / length;
    double half = Math.sqrt(Math.max(0, radius * radius - across * across));
    double from = Math.max(0, along - half);
    double to = Math.min(length, along + half);
    return from < to ? new double[] {from, to} : null;
  }

  /** Whether no barrier takes anything from the triangle. */
  boolean isPlain(int triangle) {
    return !slits(3 * triangle) && !slits(3 * triangle + 1) && !slits(3 * triangle + 2);
  }

  /** Whether a barrier on this edge has ground on both sides that could seem joined. */
  private boolean slits(int edge) {
    int twin = mesh.twin(edge);
    return twin != Triangulation.NONE
        && standing.blocks(mesh.mark(edge))
        && !standing.solid(mesh.label(twin / 3));
  }

  /** The triangles of which something else may be filled than before, or beside which. */
  BitSet changedFrom(Cells before) {
    BitSet changed = new BitSet();
    for (int t = 0; t < mesh.triangleCount(); t++) {
      int cover = mesh.label(t);
      if (standing.ground(cover) != before.standing.ground(cover)
          || standing.solid(cover) != before.standing.solid(cover)) {
        changed.set(t);
        for (int e = 3 * t; e < 3 * t + 3; e++) {
          if (mesh.twin(e) != Triangulation.NONE) {
            changed.set(mesh.twin(e) / 3);
          }
        }
      }
      for (int e = 3 * t; e < 3 * t + 3; e++) {
        if (standing.blocks(mesh.mark(e)) != before.standing.blocks(mesh.mark(e))
            || !gaps.getOrDefault(e, List.of()).equals(before.gaps.getOrDefault(e, List.of()))) {
          changed.set(t);
        }
      }
    }
    return changed;
  }

  /** The convex pieces of a triangle, counter-clockwise; none where slits take all of it. */
  double[][] of(int triangle) {
    double[][] known = cells.get(triangle);
    if (known != null) {
      return known;
    }
    double[][] made = isPlain(triangle) ? new double[][] {corners(triangle)} : cut(triangle);
    if (!isPlain(triangle)) {
      cells.set(triangle, made);
    }
    return made;
  }

  private double[] corners(int t) {
    return corners(mesh, t);
  }

  /** The corners of a triangle. */
  static double[] corners(Triangulation mesh, int t) {
    int a = mesh.origin(3 * t);
    int b = mesh.origin(3 * t + 1);
    int c = mesh.origin(3 * t + 2);
    return new double[] {mesh.x(a), mesh.y(a), mesh.x(b), mesh.y(b), mesh.x(c), mesh.y(c)};
  }

  private double[][] cut(int t) {
    List<double[]> pieces = new ArrayList<>();
    addCut(t, Triangulation.NONE, new Gap(0, 0), pieces);
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      if (slits(e)) {
        for (Gap gap : gaps.getOrDefault(e, List.of())) {
          addCut(t, e, gap, pieces);
        }
      }
    }
    return pieces.toArray(double[][]::new);
  }

  /** Adds what is left without the slits, or what a gap leaves of one. */
  private void addCut(int t, int open, Gap gap, List<double[]> pieces) {
    Convex piece = new Convex(corners(t));
    for (int e = 3 * t; e < 3 * t + 3; e++) {
      if (slits(e)) {
        double ax = mesh.x(mesh.origin(e));
        double ay = mesh.y(mesh.origin(e));
        double dx = mesh.x(mesh.destination(e)) - ax;
        double dy = mesh.y(mesh.destination(e)) - ay;
        double length = Math.hypot(dx, dy);
        double ux = dx / length;
        double uy = dy / length;
        double px = ax - SLIT_MILLIMETRES * uy;
        double py = ay + SLIT_MILLIMETRES * ux;
        if (e == open) {
          piece.cut(px + ux, py + uy, px, py);
          double fromX = ax + gap.from() * ux;
          double fromY = ay + gap.from() * uy;
          piece.cut(fromX, fromY, fromX + uy, fromY - ux);
          double toX = ax + gap.to() * ux;
          double toY = ay + gap.to() * uy;
          piece.cut(toX, toY, toX - uy, toY + ux);
        } else {
          piece.cut(px, py, px + ux, py + uy);
        }
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(piece.points());
    }
  }
}
