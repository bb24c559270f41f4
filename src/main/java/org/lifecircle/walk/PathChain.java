package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;

/**
 * A path as the arrangement holds it: its vertices, how far along the imported line each is, and
 * which of them the imported line itself has. Lengths along a path are differences of this
 * chainage, so that a split changes nothing.
 */
final class PathChain {

  private final int[] vertices; // of the arrangement; empty for a path off the ground
  private final @Nullable Triangulation mesh; // of the vertices
  private final int[] x; // off the ground
  private final int[] y;
  private final int[] chainage;
  private final boolean[] original;

  PathChain(LineString imported, List<Integer> chain, Triangulation mesh, Frame frame) {
    vertices = chain.stream().mapToInt(Integer::intValue).toArray();
    this.mesh = mesh;
    x = new int[0];
    y = x;
    chainage = new int[vertices.length];
    original = new boolean[vertices.length];
    measure(imported, frame);
  }

  /** A path off the ground: as it was imported. */
  PathChain(LineString imported, Frame frame) {
    List<int[]> line = distinctPoints(imported, frame);
    vertices = new int[0];
    mesh = null;
    x = line.stream().mapToInt(p -> p[0]).toArray();
    y = line.stream().mapToInt(p -> p[1]).toArray();
    chainage = new int[x.length];
    original = new boolean[x.length];
    measure(imported, frame);
  }

  private void measure(LineString imported, Frame frame) {
    List<int[]> line = distinctPoints(imported, frame);
    double before = 0;
    int next = 1;
    original[0] = true;
    for (int i = 1; i < size(); i++) {
      double toHere = before + distance(line.get(next - 1), x(i), y(i));
      if (next < line.size() && line.get(next)[0] == x(i) && line.get(next)[1] == y(i)) {
        original[i] = true;
        before = toHere;
        if (next < line.size() - 1) {
          next++;
        }
      }
      chainage[i] = Math.max(chainage[i - 1], (int) Math.ceil(toHere - 1e-6));
    }
  }

  /** The points of a line in millimetres, none twice running. */
  static List<int[]> distinctPoints(LineString line, Frame frame) {
    List<int[]> points = new ArrayList<>();
    for (Coordinate c : line.getCoordinates()) {
      int x = frame.x(c.x);
      int y = frame.y(c.y);
      int[] last = points.isEmpty() ? null : points.get(points.size() - 1);
      if (last == null || last[0] != x || last[1] != y) {
        points.add(new int[] {x, y});
      }
    }
    return points;
  }

  private static double distance(int[] from, int x, int y) {
    return Math.hypot((double) x - from[0], (double) y - from[1]);
  }

  int size() {
    return chainage.length;
  }

  /** Whether it lies on the ground, as edges of the arrangement. */
  boolean onGround() {
    return vertices.length > 0;
  }

  int x(int position) {
    return mesh == null ? x[position] : mesh.x(vertices[position]);
  }

  int y(int position) {
    return mesh == null ? y[position] : mesh.y(vertices[position]);
  }

  int vertex(int position) {
    return vertices[position];
  }

  /** Where the edge between two vertices begins, in either direction, or -1. */
  int positionOf(int a, int b) {
    for (int i = 1; i < vertices.length; i++) {
      if ((vertices[i - 1] == a && vertices[i] == b)
          || (vertices[i - 1] == b && vertices[i] == a)) {
        return i - 1;
      }
    }
    return -1;
  }

  /** Millimetres from the start, rounded up. */
  int chainage(int position) {
    return chainage[position];
  }

  int length() {
    return chainage[chainage.length - 1];
  }

  /** Whether the imported line has a vertex here. */
  boolean original(int position) {
    return original[position];
  }

  boolean closed() {
    return vertices[0] == vertices[vertices.length - 1];
  }
}
