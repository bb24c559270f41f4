package org.lifecircle.freedspace;

import java.util.List;
import org.lifecircle.model.Building;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Obstacle;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.util.LinearComponentExtracter;

/** The faces of all that may stand beside a lane. */
final class LaneEdges {

  /**
   * A straight face.
   *
   * @param cause whose it is, as {@code layer:id}
   * @param goes whether the demolition takes it
   */
  record Edge(Coordinate from, Coordinate to, String cause, boolean goes) {}

  /** A gate this near a wall is in it. */
  private static final double GATE_METRES = 2;

  /** A gate of unknown width lets one person through with a bicycle. */
  private static final double GATE_WIDTH_METRES = 1.5;

  private final Nearby<Edge> edges = new Nearby<>();

  private LaneEdges() {}

  static LaneEdges of(StudyArea area, Demolition demolition) {
    LaneEdges edges = new LaneEdges();
    for (Building building : area.buildings()) {
      edges.add(Layer.BUILDINGS, building, building.geometry(), false);
    }
    for (Obstacle obstacle : area.obstacles()) {
      edges.add(Layer.OBSTACLES, obstacle, obstacle.geometry(), false);
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.blocksGround()) {
        edges.add(
            Layer.ILLEGAL_STRUCTURES, structure, structure.geometry(), demolition.takes(structure));
      }
    }
    Nearby<Gate> gates = new Nearby<>();
    area.gates().forEach(gate -> gates.add(gate.geometry(), gate));
    for (Wall wall : area.walls()) {
      if (wall.standing()) {
        edges.add(Layer.WALLS, wall, open(wall, gates), demolition.takes(wall));
      }
    }
    return edges;
  }

  /** All that come into this box. */
  List<Edge> in(Envelope box) {
    return edges.in(box);
  }

  /** The wall with its gates left open: from post to post at either face. */
  private static Geometry open(Wall wall, Nearby<Gate> gates) {
    Geometry open = Footprints.of(wall);
    Envelope box = new Envelope(open.getEnvelopeInternal());
    box.expandBy(GATE_METRES);
    for (Gate gate : gates.in(box)) {
      if (gate.geometry().distance(wall.geometry()) <= GATE_METRES) {
        Double width = gate.widthMetres();
        double half = (width == null || width == 0 ? GATE_WIDTH_METRES : width) / 2;
        double post = Math.hypot(half, wall.thicknessMetres() / 2);
        open = Areas.minus(open, Discs.disc(gate.geometry().getCoordinate(), post));
      }
    }
    return open;
  }

  private void add(Layer layer, Feature feature, Geometry shape, boolean goes) {
    String cause = layer.code() + ":" + feature.id();
    for (Object line : LinearComponentExtracter.getLines(shape)) {
      Coordinate[] points = ((LineString) line).getCoordinates();
      for (int i = 1; i < points.length; i++) {
        Geometry side =
            shape.getFactory().createLineString(new Coordinate[] {points[i - 1], points[i]});
        edges.add(side, new Edge(points[i - 1], points[i], cause, goes));
      }
    }
  }
}
