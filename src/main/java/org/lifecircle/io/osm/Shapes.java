package org.lifecircle.io.osm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;

/** Draws nodes as points, lines and rings, in degrees, longitude first. */
final class Shapes {

  static final GeometryFactory FACTORY = new GeometryFactory();

  /** A ring needs three corners, and the first again. */
  private static final int RING_POINTS = 4;

  private final Nodes nodes;

  Shapes(Nodes nodes) {
    this.nodes = nodes;
  }

  /** Where a node is that the file holds. */
  Coordinate place(long nodeId) {
    return nodes.lonLat(nodes.find(nodeId));
  }

  Point point(int node) {
    return FACTORY.createPoint(nodes.lonLat(node));
  }

  /**
   * The stretches of a way that lie in the file: one if it lies there whole, none if no two
   * neighbouring nodes do.
   */
  List<LineString> lines(long[] nodeIds) {
    List<LineString> lines = new ArrayList<>();
    List<Coordinate> stretch = new ArrayList<>();
    for (long id : nodeIds) {
      int node = nodes.find(id);
      if (node == Nodes.MISSING) {
        finish(stretch, lines);
      } else {
        stretch.add(nodes.lonLat(node));
      }
    }
    finish(stretch, lines);
    return lines;
  }

  private static void finish(List<Coordinate> stretch, List<LineString> lines) {
    if (stretch.size() >= 2) {
      lines.add(FACTORY.createLineString(stretch.toArray(Coordinate[]::new)));
    }
    stretch.clear();
  }

  boolean isWhole(long[] nodeIds) {
    return Arrays.stream(nodeIds).noneMatch(id -> nodes.find(id) == Nodes.MISSING);
  }

  /**
   * The ring through these nodes, all of which must be there; empty when, points that repeat the
   * one before left out, too few remain to enclose anything.
   *
   * @param nodeIds the first again at the end
   */
  LinearRing ring(long[] nodeIds) {
    Coordinate[] all = Arrays.stream(nodeIds).mapToObj(this::place).toArray(Coordinate[]::new);
    Coordinate[] distinct = CoordinateArrays.removeRepeatedPoints(all);
    return distinct.length < RING_POINTS
        ? FACTORY.createLinearRing()
        : FACTORY.createLinearRing(distinct);
  }
}
