package org.lifecircle.walk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifecircle.model.Path;
import org.lifecircle.walk.PathEdges.Copy;
import org.lifecircle.walk.Things.Role;

/**
 * The mouths of passages: a way through a building that ends at its face leads out onto whatever is
 * there. A way that ends at a wall opens nothing, unless a gate stands there.
 */
final class Mouths {

  /** Two nodes that are one place, and the passage that rules going from one to the other. */
  record Mouth(int inside, int outside, int passage) {}

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
    int passage = Links.NO_PASSAGE;
    if (hasBarrier(vertex)) {
      Optional<Integer> gate = gateways.near(frame.metres(mesh.x(vertex), mesh.y(vertex)));
      if (gate.isEmpty()) {
        return;
      }
      passage = gate.get();
    }
    int first = mesh.edgeFrom(vertex);
    int e = first;
    do {
      if (corners.at(e) != node) {
        mouths.add(new Mouth(node, corners.at(e), passage));
      }
      e = mesh.rotateLeft(e);
    } while (e != first);
  }

  private boolean isSolid(int corner) {
    return arrangement.sets().has(mesh.label(corner / 3), Role.SOLID);
  }

  private boolean hasBarrier(int vertex) {
    int first = mesh.edgeFrom(vertex);
    int e = first;
    do {
      if (arrangement.sets().has(mesh.mark(e), Role.BARRIER)) {
        return true;
      }
      e = mesh.rotateLeft(e);
    } while (e != first);
    return false;
  }
}
