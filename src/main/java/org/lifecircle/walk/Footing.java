package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.walk.Foothold.OnPath;
import org.lifecircle.walk.Foothold.Seen;
import org.lifecircle.walk.NearestGround.Question;
import org.lifecircle.walk.PathEdges.Side;
import org.lifecircle.walk.Things.Role;
import org.locationtech.jts.geom.Coordinate;

/** Finds how free points join the network. */
final class Footing {

  private final WalkNetwork network;
  private final Arrangement arrangement;
  private final Triangulation mesh;

  Footing(WalkNetwork network) {
    this.network = network;
    arrangement = network.world().arrangement();
    mesh = arrangement.mesh();
  }

  /** Where a place stands. */
  Standpoint standpoint(Coordinate place, View view) {
    int px = network.frame().x(place.x);
    int py = network.frame().y(place.y);
    if (!groundAt(px, py, view).isEmpty()
        || !network.parts().onPaths().at(px, py, view).isEmpty()) {
      return Standpoint.ON_GROUND;
    }
    if (nearest(px, py, view).isPresent()) {
      return Standpoint.NEAR_GROUND;
    }
    int cover = mesh.label(mesh.locate(px, py) / 3);
    return view.standing().solid(cover) ? Standpoint.IN_SOLID : Standpoint.SEES_NO_GROUND;
  }

  /**
   * How a place joins the network: none where it is on no ground and sees none, several where it
   * stands on several paths.
   */
  List<Foothold> find(Coordinate place, View view) {
    int px = network.frame().x(place.x);
    int py = network.frame().y(place.y);
    List<Integer> here = groundAt(px, py, view);
    if (!here.isEmpty()) {
      return List.of(onGround(px, py, px, py, 0, here, view));
    }
    List<Foothold> onPaths = network.parts().onPaths().at(px, py, view);
    return onPaths.isEmpty() ? nearest(px, py, view).stream().toList() : onPaths;
  }

  private Optional<Foothold> nearest(int px, int py, View view) {
    NearestGround nearest = new NearestGround(arrangement, view.standing());
    Question question = new Question(network.tieMillimetres(), true, false, false);
    return nearest.from(px, py, question).map(tie -> tied(px, py, tie, view));
  }

  Foothold tied(int px, int py, Tie tie, View view) {
    int edge =
        tie.from() == Triangulation.NONE ? Triangulation.NONE : mesh.edge(tie.from(), tie.to());
    if (edge != Triangulation.NONE && arrangement.sets().has(mesh.mark(edge), Role.PATH)) {
      OnPath stand = onPath(edge, tie, view.standing().gone());
      if (stand != null) {
        return new Foothold(
            px, py, tie.x(), tie.y(), tie.lengthMillimetres(), List.of(), List.of(), stand);
      }
    }
    int triangle = edge == Triangulation.NONE ? mesh.locate(px, py) / 3 : mesh.twin(edge) / 3;
    int[] at = within(triangle, tie.x(), tie.y());
    List<Integer> ground = around(at[0], at[1], triangle, view);
    return onGround(px, py, at[0], at[1], tie.lengthMillimetres(), ground, view);
  }

  /** A door that a tie joins to the ground, as if its place there were a node. */
  Foothold door(int px, int py, Tie tie, View view) {
    if (tie.from() != Triangulation.NONE) {
      return tied(px, py, tie, view);
    }
    List<Integer> here = groundAt(px, py, view);
    return onGround(px, py, px, py, tie.lengthMillimetres(), here, view);
  }

  Foothold onGround(int px, int py, int gx, int gy, int tie, List<Integer> triangles, View view) {
    Sight sight = network.parts().sight();
    sight.lookFrom(gx, gy, triangles, view.standing());
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < sight.count(); i++) {
      seen.add(new Seen(sight.to(i), sight.lengthMillimetres(i)));
    }
    return new Foothold(px, py, gx, gy, tie, triangles, seen, null);
  }

  /** The triangles of open ground a point lies in, all on one side of any barrier it lies on. */
  List<Integer> groundAt(int px, int py, View view) {
    int inside = mesh.locate(px, py);
    int vertex = mesh.vertexAt(inside, px, py);
    List<Integer> ground = new ArrayList<>();
    if (vertex != Triangulation.NONE) {
      addRun(vertex, view, ground);
      return ground;
    }
    if (view.standing().ground(mesh.label(inside / 3))) {
      ground.add(inside / 3);
    }
    int on = mesh.edgeThrough(inside, px, py);
    if (on != Triangulation.NONE) {
      int other = mesh.twin(on) / 3;
      boolean parted = !ground.isEmpty() && view.standing().blocks(mesh.mark(on));
      if (!parted && view.standing().ground(mesh.label(other))) {
        ground.add(other);
      }
    }
    return ground;
  }

  /**
   * A place at a triangle's edge, or the place next to it that lies in the triangle. Rounded into a
   * wall, the place would have its sight along the wall barred by the wall's own line.
   */
  private int[] within(int triangle, int x, int y) {
    int[] best = {x, y};
    int least = 3; // more than any of the steps below
    for (int dx = -1; dx <= 1; dx++) {
      for (int dy = -1; dy <= 1; dy++) {
        if (dx * dx + dy * dy < least && holds(triangle, x + dx, y + dy)) {
          least = dx * dx + dy * dy;
          best = new int[] {x + dx, y + dy};
        }
      }
    }
    return best;
  }

  private boolean holds(int triangle, int x, int y) {
    for (int e = 3 * triangle; e < 3 * triangle + 3; e++) {
      int v = mesh.origin(e);
      int w = mesh.destination(e);
      if (Plane.orient(mesh.x(v), mesh.y(v), mesh.x(w), mesh.y(w), x, y) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A triangle of ground; at its corner also those around that nothing parts from it. */
  private List<Integer> around(int x, int y, int triangle, View view) {
    int corner = 3 * triangle;
    while (corner < 3 * triangle + 3
        && (mesh.x(mesh.origin(corner)) != x || mesh.y(mesh.origin(corner)) != y)) {
      corner++;
    }
    if (corner == 3 * triangle + 3) {
      return List.of(triangle);
    }
    int first = corner;
    while (!endsRun(first, view) && mesh.rotateRight(first) != corner) {
      first = mesh.rotateRight(first);
    }
    List<Integer> run = new ArrayList<>();
    int e = first;
    do {
      run.add(e / 3);
      e = mesh.rotateLeft(e);
    } while (e != first && !endsRun(e, view) && view.standing().ground(mesh.label(e / 3)));
    return run;
  }

  /** The first run of ground around a vertex. */
  private void addRun(int vertex, View view, List<Integer> ground) {
    int start = mesh.edgeFrom(vertex);
    int e = start;
    do { // begin at the right end of a run
      if (view.standing().ground(mesh.label(e / 3)) && endsRun(e, view)) {
        break;
      }
      e = mesh.rotateLeft(e);
    } while (e != start);
    int first = e;
    do {
      if (!view.standing().ground(mesh.label(e / 3)) || (e != first && endsRun(e, view))) {
        return;
      }
      ground.add(e / 3);
      e = mesh.rotateLeft(e);
    } while (e != first);
  }

  private boolean endsRun(int e, View view) {
    return view.standing().blocks(mesh.mark(e))
        || !view.standing().ground(mesh.label(mesh.twin(e) / 3));
  }

  private @Nullable OnPath onPath(int edge, Tie tie, BitSet gone) {
    int from = mesh.origin(edge);
    int to = mesh.destination(edge);
    for (int number : network.parts().paths().among(arrangement.sets().get(mesh.mark(edge)))) {
      PathChain chain = network.chain(number);
      int position = chain.positionOf(from, to);
      if (position >= 0) {
        boolean drawn = chain.vertex(position) == from;
        int start = chain.vertex(position);
        double along =
            Math.hypot((double) tie.x() - mesh.x(start), (double) tie.y() - mesh.y(start));
        int chainage =
            Math.min(
                chain.chainage(position + 1), chain.chainage(position) + (int) Math.ceil(along));
        // the point looked at the edge from the triangle on the left of this half-edge
        List<Integer> links = linksAt(number, position, drawn ? Side.LEFT : Side.RIGHT, gone);
        if (!links.isEmpty()) {
          return new OnPath(number, chainage, links);
        }
      }
    }
    return null;
  }

  private List<Integer> linksAt(int path, int position, Side side, BitSet gone) {
    return network
        .linksOfPath(path)
        .filter(number -> isAlong(network.links().get(number), position, side, gone))
        .boxed()
        .toList();
  }

  private static boolean isAlong(Links.Link link, int position, Side side, BitSet gone) {
    boolean past = link.fromPosition() <= position && position < link.toPosition();
    return past && (link.side() == Side.BOTH || link.side() == side) && link.needs().areGone(gone);
  }
}
