package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Path;
import org.lifecircle.walk.Things.Role;
import org.lifecircle.walk.Things.Thing;

/**
 * Which nodes a path joins along each edge of its chain. Along a wall it has two copies, one on
 * each side, because walking along a wall does not lead through it. Inside a building it has edges
 * only if it is a passage, or untagged paths through buildings are let through, or the building can
 * go.
 */
final class PathEdges {

  /**
   * One side of one edge of a path.
   *
   * @param from node at the position, {@code to} node at the next position
   * @param side which side of the path's line it is on
   */
  record Copy(int from, int to, Side side, Needs needs) {}

  /** Sides of a path in its drawn direction. */
  enum Side {
    BOTH,
    LEFT,
    RIGHT
  }

  private final Arrangement arrangement;
  private final Triangulation mesh;
  private final Corners corners;
  private final Tolerances rules;

  PathEdges(Arrangement arrangement, Corners corners, Tolerances rules) {
    this.arrangement = arrangement;
    this.corners = corners;
    this.rules = rules;
    mesh = arrangement.mesh();
  }

  /** The copies of the edge from one vertex to the next; none where a solid stands in the way. */
  List<Copy> copies(Path path, int a, int b) {
    int edge = mesh.edge(a, b);
    int twin = mesh.twin(edge);
    Side leftSide = arrangement.cuts(edge) ? Side.LEFT : Side.BOTH;
    Copy left = copy(path, edge, corners.at(edge), corners.at(Triangulation.next(edge)), leftSide);
    if (leftSide == Side.BOTH) {
      return left == null ? List.of() : List.of(left);
    }
    int behind = Triangulation.next(twin);
    Copy right = copy(path, twin, corners.at(behind), corners.at(twin), Side.RIGHT);
    List<Copy> copies = new ArrayList<>();
    boolean leftSolid = hasSolid(edge / 3);
    boolean rightSolid = hasSolid(twin / 3);
    if (left != null && (!leftSolid || rightSolid)) {
      copies.add(left);
    }
    if (right != null && (!rightSolid || leftSolid)) {
      copies.add(right);
    }
    return copies;
  }

  private boolean hasSolid(int triangle) {
    return arrangement.sets().has(mesh.label(triangle), Role.SOLID);
  }

  private @Nullable Copy copy(Path path, int edge, int from, int to, Side side) {
    int triangle = edge / 3;
    if (path.tunnel() || rules.openThroughSolids() || !hasSolid(triangle)) {
      return new Copy(from, to, side, Needs.NOTHING);
    }
    List<Integer> needs = new ArrayList<>();
    for (int number : arrangement.sets().get(mesh.label(triangle))) {
      Thing thing = arrangement.sets().things().get(number);
      if (thing.role() == Role.SOLID) {
        if (thing.removable() == Things.FIXED) {
          return null;
        }
        needs.add(thing.removable());
      }
    }
    return new Copy(from, to, side, new Needs(needs));
  }

  /** Ids of the solids an edge runs through, on its left. */
  List<Thing> solids(int a, int b) {
    int edge = mesh.edge(a, b);
    return arrangement.cuts(edge) ? List.of() : solids(mesh.label(edge / 3));
  }

  private List<Thing> solids(int cover) {
    List<Thing> solids = new ArrayList<>();
    for (int number : arrangement.sets().get(cover)) {
      Thing thing = arrangement.sets().things().get(number);
      if (thing.role() == Role.SOLID) {
        solids.add(thing);
      }
    }
    return solids;
  }
}
