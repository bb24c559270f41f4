package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that can be seen from one point of open ground, remembered triangle by triangle, to be asked
 * whether it sees other points. Exact, as {@link Expansion} is; immutable once made.
 */
final class Lookout implements Expansion.Sight {

  private final Triangulation mesh;
  private final Foothold from;
  private final Map<Integer, List<int[]>> windows = new HashMap<>(); // by triangle: right and left

  Lookout(Triangulation mesh, Foothold from, Standing standing) {
    this.mesh = mesh;
    this.from = from;
    Expansion expansion = new Expansion(mesh);
    for (int triangle : from.triangles()) {
      expansion.fromPoint(from.groundX(), from.groundY(), triangle, standing, this);
    }
  }

  @Override
  public void vertex(int corner) {}

  @Override
  public boolean triangle(int entered, int right, int left) {
    windows.computeIfAbsent(entered / 3, t -> new ArrayList<>(1)).add(new int[] {right, left});
    return true;
  }

  /** How far a point is in a straight line. */
  int millimetresTo(int px, int py) {
    return Plane.lengthRoundedUp((long) px - from.groundX(), (long) py - from.groundY());
  }

  /** Whether a point that lies in some triangles is in sight. */
  boolean sees(int px, int py, List<Integer> triangles) {
    return triangles.stream()
        .anyMatch(triangle -> from.triangles().contains(triangle) || isSeen(px, py, triangle));
  }

  private boolean isSeen(int px, int py, int triangle) {
    for (int[] window : windows.getOrDefault(triangle, List.of())) {
      if (turn(window[0], px, py) >= 0 && turn(window[1], px, py) <= 0) {
        return true;
      }
    }
    return false;
  }

  private int turn(int vertex, int px, int py) {
    return Plane.orient(from.groundX(), from.groundY(), mesh.x(vertex), mesh.y(vertex), px, py);
  }
}
