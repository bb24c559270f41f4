package org.lifecircle.walk;

import java.util.List;
import java.util.Optional;
import org.lifecircle.walk.Foothold.OnPath;

/** The walk between two points that needs no node: in plain sight, or along one path. */
final class DirectWalk {

  private final WalkNetwork network;
  private final View view;

  DirectWalk(WalkNetwork network, View view) {
    this.network = network;
    this.view = view;
  }

  /** The shortest; where a path is for residents only, for people of two groups. */
  Optional<WalkLine> between(
      List<Foothold> starts, int startGroup, List<Foothold> ends, int endGroup, Costs costs) {
    WalkLine best = null;
    for (Foothold start : starts) {
      for (Foothold end : ends) {
        WalkLine line = between(start, startGroup, end, endGroup, costs).orElse(null);
        if (line != null && (best == null || line.cost() < best.cost())) {
          best = line;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<WalkLine> between(
      Foothold start, int startGroup, Foothold end, int endGroup, Costs costs) {
    int ties = costs.ground(start.tieMillimetres()) + costs.ground(end.tieMillimetres());
    OnPath from = start.stand();
    OnPath to = end.stand();
    if (from != null && to != null) {
      boolean together =
          from.path() == to.path()
              && from.links().stream()
                  .filter(to.links()::contains)
                  .map(network.links()::get)
                  .anyMatch(link -> view.mayPass(link.passage(), startGroup, endGroup));
      int step = together ? costs.stretch(from.path(), from.chainage(), to.chainage()) : -1;
      if (step < 0) {
        return Optional.empty();
      }
      WalkLine line = new WalkLine(network);
      line.begin(start);
      line.along(from.path(), from.chainage(), to.chainage());
      line.finish(end);
      line.cost(ties + step);
      return Optional.of(line);
    }
    if (from != null || to != null || !sees(start, end)) {
      return Optional.empty();
    }
    int length =
        Plane.lengthRoundedUp(
            (long) start.groundX() - end.groundX(), (long) start.groundY() - end.groundY());
    WalkLine line = new WalkLine(network);
    line.begin(start);
    line.ground(length);
    line.finish(end);
    line.cost(ties + costs.ground(length));
    return Optional.of(line);
  }

  private boolean sees(Foothold start, Foothold end) {
    SeesPoint sight = new SeesPoint(network.world().arrangement().mesh(), end);
    Expansion expansion = new Expansion(network.world().arrangement().mesh());
    for (int triangle : start.triangles()) {
      expansion.fromPoint(start.groundX(), start.groundY(), triangle, view.standing(), sight);
    }
    return sight.seen();
  }

  /** Watches for the window that shows a point. */
  private static final class SeesPoint implements Expansion.Sight {

    private final Triangulation mesh;
    private final Foothold point;
    private boolean seen;
    private final int[] from = new int[2];

    SeesPoint(Triangulation mesh, Foothold point) {
      this.mesh = mesh;
      this.point = point;
    }

    boolean seen() {
      return seen;
    }

    @Override
    public void origin(int x, int y, int triangle) {
      from[0] = x;
      from[1] = y;
      seen |= point.triangles().contains(triangle);
    }

    @Override
    public void vertex(int corner) {}

    @Override
    public boolean triangle(int entered, int right, int left) {
      if (!seen && point.triangles().contains(entered / 3)) {
        seen = turn(right) >= 0 && turn(left) <= 0;
      }
      return !seen;
    }

    private int turn(int vertex) {
      return Plane.orient(
          from[0], from[1], mesh.x(vertex), mesh.y(vertex), point.groundX(), point.groundY());
    }
  }
}
