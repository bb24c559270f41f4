package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lifecircle.walk.NearestGround.Question;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Where a new gate would lead, found without setting it into the arrangement: from each side of the
 * barriers it opens one looks out over the ground, or ties it to the nearest, as for a free point.
 */
final class Doorways {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A place set on a barrier is this near to its edge, millimetres: rounding moves it. */
  private static final double ON_EDGE = 2;

  private final WalkNetwork network;
  private final Triangulation mesh;
  private final Footing footing;

  Doorways(WalkNetwork network) {
    this.network = network;
    mesh = network.world().arrangement().mesh();
    footing = new Footing(network);
  }

  /**
   * The places where a gate opens barriers; empty when it would not lead from one side to another.
   */
  Optional<List<Doorway>> at(Coordinate gate) {
    List<Doorway> doorways = new ArrayList<>();
    Survey survey = network.parts().survey();
    for (Coordinate place :
        survey.gatePlaces().wouldOpen(FACTORY.createPoint(gate), survey.rules().gateMetres())) {
      int x = network.frame().x(place.x);
      int y = network.frame().y(place.y);
      int edge = edgeAt(x, y);
      if (edge != Triangulation.NONE) {
        List<Foothold> sides = new ArrayList<>();
        side(x, y, edge / 3).ifPresent(sides::add);
        side(x, y, mesh.twin(edge) / 3).ifPresent(sides::add);
        doorways.add(new Doorway(x, y, sides));
      }
    }
    int sides = doorways.stream().mapToInt(doorway -> doorway.sides().size()).sum();
    return sides < 2 ? Optional.empty() : Optional.of(doorways);
  }

  /**
   * The edge of a standing barrier that a place lies on, or NONE: corners are no place for a gate.
   */
  private int edgeAt(int x, int y) {
    int inside = mesh.locate(x, y);
    if (mesh.vertexAt(inside, x, y) != Triangulation.NONE) {
      return Triangulation.NONE;
    }
    int best = Triangulation.NONE;
    double least = ON_EDGE;
    for (int e = 3 * (inside / 3); e < 3 * (inside / 3) + 3; e++) {
      if (network.view().standing().blocks(mesh.mark(e)) && distance(e, x, y) < least) {
        least = distance(e, x, y);
        best = e;
      }
    }
    return best;
  }

  private double distance(int edge, int x, int y) {
    int a = mesh.origin(edge);
    int b = mesh.destination(edge);
    double dx = (double) mesh.x(b) - mesh.x(a);
    double dy = (double) mesh.y(b) - mesh.y(a);
    double across = dx * (y - mesh.y(a)) - dy * (x - mesh.x(a));
    return Math.abs(across) / Math.hypot(dx, dy);
  }

  private Optional<Foothold> side(int x, int y, int triangle) {
    View view = network.view();
    int cover = mesh.label(triangle);
    if (view.standing().ground(cover)) {
      return Optional.of(footing.onGround(x, y, x, y, 0, List.of(triangle), view));
    }
    if (view.standing().solid(cover)) {
      return Optional.empty();
    }
    NearestGround nearest = new NearestGround(network.world().arrangement(), view.standing());
    Question question = new Question(network.tieMillimetres(), true, false, false);
    return nearest
        .from(x, y, List.of(triangle), question)
        .map(tie -> footing.tied(x, y, tie, view));
  }
}
