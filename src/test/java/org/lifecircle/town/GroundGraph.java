package org.lifecircle.town;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Path;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Open ground as nodes that see each other, and the frontages of paths.
 *
 * <p>What the text leaves open about stepping over: the least it can mean is that from anywhere on
 * the centre line one may go straight to any ground within half the width plus 5 m; the most is
 * that one goes straight across to the nearest ground, at places up to 5 m apart, so that each step
 * over may cost another half of that.
 */
final class GroundGraph {

  private final TownReading town;
  private final OracleGraph graph;
  private final IndexedPointInAreaLocator inside;
  private final Sight onGround;
  private final Sight view;
  private final List<Integer> nodes = new ArrayList<>();
  private final Map<Spot, Integer> bySpot = new HashMap<>();

  GroundGraph(TownReading town, OracleGraph graph) {
    this.town = town;
    this.graph = graph;
    this.inside = new IndexedPointInAreaLocator(town.ground());
    List<Geometry> lines = new ArrayList<>(town.barrierLines());
    List<Geometry> seen = new ArrayList<>(lines);
    seen.addAll(town.solids());
    this.view = Sight.past(seen);
    lines.add(town.ground());
    this.onGround = Sight.past(lines);
    onGround.turns().stream().filter(this::isInside).forEach(this::node);
  }

  /** Whether a spot is on the ground and on no line; doubles alone cannot tell the latter. */
  boolean isInside(Spot spot) {
    return inside.locate(spot.coordinate()) == Location.INTERIOR && !onGround.touches(spot);
  }

  /** Sight past everything that stops feet, on and off the ground. */
  Sight view() {
    return view;
  }

  /** Sight past everything but this solid. */
  Sight viewWithout(Geometry own) {
    List<Geometry> seen = new ArrayList<>(town.barrierLines());
    town.solids().stream().filter(s -> !s.equalsExact(own)).forEach(seen::add);
    return Sight.past(seen);
  }

  /** Where on the ground a point is: itself, or just beside the lines it lies on. */
  List<Spot> placesOf(Spot point) {
    return onGround.beside(point).stream().filter(this::isInside).toList();
  }

  /** The node of a spot on the ground, joined to all it sees. */
  int node(Spot spot) {
    Integer known = bySpot.get(spot);
    if (known != null) {
      return known;
    }
    int node = graph.add(spot);
    adopt(node);
    return node;
  }

  /** Makes a node made elsewhere one of the ground's. */
  void adopt(int node) {
    Spot spot = graph.spot(node);
    for (int other : nodes) {
      if (onGround.sees(spot, graph.spot(other))) {
        graph.link(node, other);
      }
    }
    nodes.add(node);
    bySpot.put(spot, node);
  }

  /** Joins paths to the ground they run over or beside. */
  void front(PathGraph paths) {
    for (PathLine line : paths.lines()) {
      List<Spot> edge = line.hasFrontage() ? edgeAlong(line.path()) : List.of();
      for (int node : paths.frontageNodes(line)) {
        if (isInside(graph.spot(node))) {
          if (!bySpot.containsKey(graph.spot(node))) {
            adopt(node);
          }
        } else {
          placesOf(graph.spot(node))
              .forEach(on -> graph.link(node, node(on), 0, 0, OracleGraph.EVERYBODY));
          stepOver(node, edge, reach(line.path()));
        }
      }
    }
  }

  private double reach(Path path) {
    return town.rules().widthMetres(path) / 2 + town.rules().ground().frontageExtraMetres();
  }

  private void stepOver(int node, List<Spot> edge, double reach) {
    Spot from = graph.spot(node);
    Spot nearest = null;
    List<Spot> within = new ArrayList<>();
    for (Spot spot : edge) {
      if (from.metresTo(spot) <= reach && view.sees(from, spot)) {
        within.add(spot);
        if (nearest == null || from.metresTo(spot) < from.metresTo(nearest)) {
          nearest = spot;
        }
      }
    }
    double slack = town.rules().ground().frontageStepMetres() / 2;
    for (Spot spot : within) {
      double metres = from.metresTo(spot);
      double high = spot.equals(nearest) ? metres + slack : OracleGraph.NEVER;
      graph.link(node, node(spot), metres, high, OracleGraph.EVERYBODY);
    }
  }

  /**
   * Spots just inside the edge of the ground, every metre and at corners, within a path's reach.
   */
  private List<Spot> edgeAlong(Path path) {
    List<Spot> spots = new ArrayList<>();
    for (Sight.Edge edge : Sight.past(List.of(town.ground())).edges()) {
      int pieces = (int) Math.ceil(edge.a().metresTo(edge.b()));
      for (int i = 0; i <= pieces; i++) {
        Spot spot = along(edge, (double) i / pieces);
        Coordinate place = spot.coordinate();
        if (path.geometry().isWithinDistance(TownBuilder.point(place.x, place.y), reach(path))) {
          spots.addAll(placesOf(spot));
        }
      }
    }
    return spots.stream().distinct().toList();
  }

  static Spot along(Sight.Edge edge, double share) {
    return new Spot(
        edge.a().x() + Math.round(share * (edge.b().x() - edge.a().x())),
        edge.a().y() + Math.round(share * (edge.b().y() - edge.a().y())));
  }

  /** The edges of the ground. */
  List<Sight.Edge> edges() {
    List<Sight.Edge> edges = new ArrayList<>();
    for (int i = 0; i < town.ground().getNumGeometries(); i++) {
      edges.addAll(Sight.past(List.of((Polygon) town.ground().getGeometryN(i))).edges());
    }
    return edges;
  }
}
