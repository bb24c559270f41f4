package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lifecircle.model.Path;
import org.lifecircle.walk.PathEdges.Copy;
import org.lifecircle.walk.Things.Role;

/**
 * The mouths of passages: a way through a building that ends at its face leads out onto whatever is
 * there. A way that ends at a wall opens nothing, unless a gate stands there or the wall goes.
 */
final class Mouths {

  /**
   * Two nodes that are one place, the passage that rules going from one to the other, and what must
   * be gone for that.
   */
  record Mouth(int inside, int outside, int passage, Needs needs) {}

  private final Tolerances rules;
  private final Frame frame;
  private final Arrangement arrangement;
  private final Triangulation mesh;
  private final Corners corners;
  private final Gateways gateways;

  Mouths(Survey survey, Arrangement arrangement, Corners corners, Gateways gateways) {
    this.rules = survey.rules();
    this.frame = survey.frame();
    this.arrangement = arrangement;
    this.corners = corners;
    this.gateways = gateways;
    mesh = arrangement.mesh();
  }

  /** Where the ends of a path open. */
  Set<Mouth> of(Path path, PathChain chain, List<List<Copy>> copies) {
    Set<Mouth> mouths = new LinkedHashSet<>();
    boolean goesThrough = path.tunnel() || rules.openThroughSolids();
    if (goesThrough && !chain.closed()) {
      int last = copies.size() - 1;
      copies.get(0).forEach(copy -> open(copy.from(), chain.vertex(0), mouths));
      copies.get(last).forEach(copy -> open(copy.to(), chain.vertex(last + 1), mouths));
    }
    return mouths;
  }

  private void open(int node, int vertex, Set<Mouth> mouths) {
    if (!isSolid(corners.corner(node))) {
      return;
    }
    List<Integer> barriers = barriers(vertex);
    if (!barriers.isEmpty()) {
      gateways
          .near(frame.metres(mesh.x(vertex), mesh.y(vertex)))
          .ifPresent(gate -> open(node, vertex, gate, Needs.NOTHING, mouths));
    }
    if (!barriers.contains(Things.FIXED)) {
      open(node, vertex, Links.NO_PASSAGE, new Needs(barriers), mouths);
    }
  }

  private void open(int node, int vertex, int passage, Needs needs, Set<Mouth> mouths) {
    int first = mesh.edgeFrom(vertex);
    int e = first;
    do {
      if (corners.at(e) != node) {
        mouths.add(new Mouth(node, corners.at(e), passage, needs));
      }
      e = mesh.rotateLeft(e);
    } while (e != first);
  }

  private boolean isSolid(int corner) {
    return arrangement.sets().has(mesh.label(corner / 3), Role.SOLID);
  }

  /** The removables that the barriers at a vertex are, or FIXED. */
  private List<Integer> barriers(int vertex) {
    List<Integer> barriers = new ArrayList<>();
    int first = mesh.edgeFrom(vertex);
    int e = first;
    do {
      for (int number : arrangement.sets().get(mesh.mark(e))) {
        if (arrangement.sets().things().get(number).role() == Role.BARRIER) {
          barriers.add(arrangement.sets().things().get(number).removable());
        }
      }
      e = mesh.rotateLeft(e);
    } while (e != first);
    return barriers;
  }
}
