package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Access;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Obstacle;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The lines of standing barriers, cut out of an isochrone whose two sides are both within reach:
 * the picture must not seem to walk through a wall. Gates leave a gap.
 */
final class Slits {

  private static final double HALF_MILLIMETRES = 50;
  private static final double LEAST_GATE_METRES = 1;
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final BufferParameters FLAT =
      new BufferParameters(
          4,
          BufferParameters.CAP_FLAT,
          BufferParameters.JOIN_MITRE,
          BufferParameters.DEFAULT_MITRE_LIMIT);

  private final WalkNetwork network;
  private final View view;

  Slits(WalkNetwork network, View view) {
    this.network = network;
    this.view = view;
  }

  /** The barriers in a window, as thin areas in millimetres. */
  Geometry within(Envelope window) {
    List<Geometry> lines = new ArrayList<>();
    for (Wall wall : network.area().walls()) {
      if (wall.standing() && !isGone(wall)) {
        add(wall.geometry(), window, lines);
      }
    }
    for (Obstacle obstacle : network.area().obstacles()) {
      if (obstacle.geometry() instanceof LineString line) {
        add(line, window, lines);
      }
    }
    if (lines.isEmpty()) {
      return FACTORY.createPolygon();
    }
    Geometry slits = OverlayNGRobust.union(lines);
    Geometry gaps = gates(window);
    return gaps.isEmpty() ? slits : OverlayNGRobust.overlay(slits, gaps, OverlayNG.DIFFERENCE);
  }

  private boolean isGone(Wall wall) {
    return network
        .parts()
        .things()
        .findRemovable(Layer.WALLS, wall.id())
        .map(view.standing().gone()::get)
        .orElse(false);
  }

  private void add(LineString metres, Envelope window, List<Geometry> lines) {
    Coordinate[] points = new Coordinate[metres.getNumPoints()];
    for (int i = 0; i < points.length; i++) {
      points[i] = millimetres(metres.getCoordinateN(i));
    }
    LineString line = FACTORY.createLineString(points);
    if (window.intersects(line.getEnvelopeInternal())) {
      lines.add(BufferOp.bufferOp(line, HALF_MILLIMETRES, FLAT));
    }
  }

  private Geometry gates(Envelope window) {
    List<Geometry> gaps = new ArrayList<>();
    for (Gate gate : network.area().gates()) {
      Coordinate at = millimetres(gate.geometry().getCoordinate());
      if (gate.access() != Access.CLOSED && window.intersects(at)) {
        double width =
            gate.widthMetres() == null
                ? LEAST_GATE_METRES
                : Math.max(LEAST_GATE_METRES, gate.widthMetres());
        gaps.add(FACTORY.createPoint(at).buffer(width * 500));
      }
    }
    return gaps.isEmpty() ? FACTORY.createPolygon() : OverlayNGRobust.union(gaps);
  }

  private Coordinate millimetres(Coordinate metres) {
    return new Coordinate(network.frame().x(metres.x), network.frame().y(metres.y));
  }

  /** The polygons of a result. */
  static Geometry onlyAreas(Geometry geometry) {
    List<Polygon> areas = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        areas.add(polygon);
      }
    }
    return areas.size() == 1
        ? areas.get(0)
        : FACTORY.createMultiPolygon(areas.toArray(Polygon[]::new));
  }
}
