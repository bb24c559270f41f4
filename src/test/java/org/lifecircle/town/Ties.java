package org.lifecircle.town;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lifecircle.model.Gate;
import org.lifecircle.town.TownReading.Barrier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Straight links from places off the ground: a second reading of "Connections".
 *
 * <p>Choices where the text leaves one: the link to a path goes to its centre line; nearest is by
 * the length of the link. Where measuring to the path's edge would choose differently, or another
 * ground is nearly as near, the place is contested: the least distance takes any of them, the most
 * takes none. A gate opens the barrier it is nearest to, and any within half a metre of that one
 * that runs alongside; on either side it is tied to the nearest ground there.
 */
final class Ties {

  private static final double NEARLY = 0.05;

  /** A spot one might be tied to: on the ground, or on a path. */
  private record Target(
      Spot spot,
      double metres,
      double toEdge,
      @org.jspecify.annotations.Nullable PathLine line,
      double chainage) {}

  private final TownReading town;
  private final OracleGraph graph;
  private final GroundGraph ground;
  private final PathGraph paths;
  private final PathCuts rights;

  Ties(TownReading town, OracleGraph graph, GroundGraph ground, PathGraph paths, PathCuts rights) {
    this.town = town;
    this.graph = graph;
    this.ground = ground;
    this.paths = paths;
    this.rights = rights;
  }

  /** A node for a place, tied to where it can walk; not at all if it sees nothing. */
  int place(Coordinate coordinate) {
    Spot spot = Spot.of(coordinate);
    int place = graph.add(spot);
    boolean onGround = false;
    for (Spot on : ground.placesOf(spot)) {
      graph.link(place, ground.node(on), 0, 0, OracleGraph.EVERYBODY);
      onGround = true;
    }
    for (PathLine line : paths.lines()) {
      double s = line.nearest(coordinate);
      int node =
          line.hasFrontage() && line.at(s).metresTo(spot) < 1e-6 ? paths.nodeAt(line, s) : -1;
      if (node >= 0) {
        graph.link(place, node, 0, 0, OracleGraph.EVERYBODY);
        onGround = true;
      }
    }
    if (!onGround) {
      tieToNearest(place, spot);
    }
    return place;
  }

  private void tieToNearest(int place, Spot spot) {
    Geometry point = TownBuilder.point(spot.coordinate().x, spot.coordinate().y);
    Geometry own = null;
    for (Geometry solid : town.solids()) {
      own = solid.contains(point) ? solid : own;
    }
    Sight view = own == null ? ground.view() : ground.viewWithout(own);
    List<Spot> stands =
        view.beside(spot).stream()
            .filter(
                s ->
                    town.solids().stream()
                        .noneMatch(
                            solid ->
                                solid.contains(
                                    TownBuilder.point(s.coordinate().x, s.coordinate().y))))
            .toList();
    List<Spot> from = own == null ? stands : List.of(spot);
    tie(place, targets(spot), t -> from.stream().anyMatch(s -> view.sees(s, t)));
  }

  /** Joins the two sides of a gate that stands on a barrier. */
  void gate(Gate gate) {
    List<Barrier> near = town.barriersNear(gate);
    if (near.isEmpty() || rights.users(gate).isEmpty()) {
      return;
    }
    Barrier first = near.get(0);
    Coordinate on = DistanceOp.nearestPoints(first.line(), gate.geometry())[0];
    LineSegment wall = segmentAt(first, on);
    List<Barrier> opened = near.stream().filter(b -> isAlongside(b, on, wall)).toList();
    List<Geometry> others = new ArrayList<>(town.solids());
    town.barriers().stream().filter(b -> !opened.contains(b)).forEach(b -> others.add(b.line()));
    Sight view = Sight.past(others);
    int[] sides = new int[2];
    for (int i = 0; i < 2; i++) {
      int side = i == 0 ? 1 : -1;
      Spot stand = Spot.of(on).towards(wall.angle() + side * Math.PI / 2, 100);
      sides[i] = graph.add(stand);
      tie(
          sides[i],
          targets(stand),
          t ->
              Spot.side(Spot.of(wall.p0), Spot.of(wall.p1), t) == side
                  && view.sees(stand, t)
                  && passesAtGate(stand, t, opened));
    }
    graph.link(sides[0], sides[1], 0, 0, rights.users(gate));
  }

  private static LineSegment segmentAt(Barrier barrier, Coordinate on) {
    Coordinate[] line = barrier.line().getCoordinates();
    LineSegment best = new LineSegment(line[0], line[1]);
    for (int i = 1; i < line.length; i++) {
      LineSegment segment = new LineSegment(line[i - 1], line[i]);
      best = segment.distance(on) < best.distance(on) ? segment : best;
    }
    return best;
  }

  private static boolean isAlongside(Barrier barrier, Coordinate on, LineSegment wall) {
    LineSegment segment = segmentAt(barrier, on);
    double turn = Math.abs(Math.sin(segment.angle() - wall.angle()));
    return segment.distance(on) <= 0.5 && turn < 0.17;
  }

  /** A link through a gate crosses the walls the gate opens only right there. */
  private static boolean passesAtGate(Spot from, Spot to, List<Barrier> opened) {
    LineSegment link = new LineSegment(from.coordinate(), to.coordinate());
    for (Barrier barrier : opened) {
      Coordinate[] line = barrier.line().getCoordinates();
      for (int i = 1; i < line.length; i++) {
        Coordinate crossing = link.intersection(new LineSegment(line[i - 1], line[i]));
        if (crossing != null && crossing.distance(from.coordinate()) > 0.55) {
          return false;
        }
      }
    }
    return true;
  }

  private void tie(int place, List<Target> targets, Predicate<Spot> seen) {
    List<Target> visible = new ArrayList<>();
    for (Target target : targets) {
      boolean farther = !visible.isEmpty() && target.toEdge() > visible.get(0).metres() + NEARLY;
      if (!farther) {
        standingAt(target).filter(t -> seen.test(t.spot())).forEach(visible::add);
      }
    }
    if (visible.isEmpty()) {
      return;
    }
    Target best = visible.get(0);
    List<Target> rivals = visible.stream().filter(t -> rivals(best, t)).toList();
    link(place, best, rivals.isEmpty() ? best.metres() : OracleGraph.NEVER);
    rivals.forEach(rival -> link(place, rival, OracleGraph.NEVER));
    if (best.metres() < 0.001) {
      visible.stream().filter(t -> t.metres() < 0.001).forEach(t -> link(place, t, t.metres()));
    }
  }

  /** Whether another reading might prefer it: a different place, nearly as near by some measure. */
  private static boolean rivals(Target best, Target other) {
    boolean elsewhere = best.spot().metresTo(other.spot()) > 2;
    boolean nearly = other.metres() <= best.metres() + NEARLY;
    boolean byEdge = other.toEdge() <= best.toEdge() + NEARLY;
    return best.metres() > 0.001 && elsewhere && (nearly || byEdge);
  }

  private void link(int place, Target target, double high) {
    PathLine line = target.line();
    int node = line == null ? ground.node(target.spot()) : paths.nodeAt(line, target.chainage());
    if (node >= 0) {
      graph.link(place, node, target.metres(), high, OracleGraph.EVERYBODY);
    }
  }

  /** A target on the edge of the ground, just inside it; on a path, as it is. */
  private Stream<Target> standingAt(Target target) {
    return target.line() != null
        ? Stream.of(target)
        : ground.placesOf(target.spot()).stream()
            .map(on -> new Target(on, target.metres(), target.toEdge(), null, 0));
  }

  /** All ground within reach, nearest first: feet of perpendiculars, corners, every 25 cm. */
  private List<Target> targets(Spot from) {
    List<Target> targets = new ArrayList<>();
    double reach = town.rules().ground().tieMaxMetres();
    if (ground.isInside(from)) {
      targets.add(new Target(from, 0, 0, null, 0));
    }
    for (Sight.Edge edge : ground.edges()) {
      LineSegment segment = new LineSegment(edge.a().coordinate(), edge.b().coordinate());
      double foot = Math.max(0, Math.min(1, segment.projectionFactor(from.coordinate())));
      int pieces = (int) Math.ceil(segment.getLength() / 0.25);
      for (int i = -1; i <= pieces; i++) {
        Spot spot = GroundGraph.along(edge, i < 0 ? foot : (double) i / pieces);
        if (from.metresTo(spot) <= reach) {
          targets.add(new Target(spot, from.metresTo(spot), from.metresTo(spot), null, 0));
        }
      }
    }
    for (PathLine line : paths.lines()) {
      if (line.hasFrontage()) {
        double half = town.rules().widthMetres(line.path()) / 2;
        List<Double> stops = new ArrayList<>(line.nodes.keySet());
        for (int i = 0; i < line.segments(); i++) {
          stops.add(line.chainageOf(i, from.coordinate()));
        }
        for (double s : stops) {
          Spot spot = line.at(s);
          double metres = from.metresTo(spot);
          if (metres <= reach) {
            targets.add(new Target(spot, metres, Math.max(0, metres - half), line, s));
          }
        }
      }
    }
    targets.sort(Comparator.comparingDouble(Target::metres));
    return targets;
  }
}
