package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.buffer.BufferOp;
import org.locationtech.jts.operation.buffer.BufferParameters;

/**
 * Discs moved over areas: dilation, and erosion as what dilation of the outside leaves.
 *
 * <p>JTS buffers err now and then, and silently. Its check for rings turned inside out drops small
 * rings that are right (its issues 876, 984, 1183), so no ring of less than ten points is given to
 * it and no negative distance. And where its noding fails it tries again with rounded coordinates,
 * which once in some thousand buffers loses a corner of the result; so every result is looked over,
 * and one that is wrong is made again from single edges, slowly.
 */
final class Discs {

  /** Chords to the quadrant of a disc of 1 m radius; growing with its root, all miss by 1.2 mm. */
  private static final int QUADRANT_SEGMENTS = 16;

  /** Enough to tell whose disc it is. */
  private static final int FEW_QUADRANT_SEGMENTS = 8;

  /** The default of 0.01 rounds corners off until the result sticks out of the ground by metres. */
  private static final double SIMPLIFY_FACTOR = 1e-6;

  /** Fewer points than this and JTS may hold a ring for one turned inside out. */
  private static final int ENOUGH_POINTS = 10;

  /** Chords come this near, as a share of the radius, even where a chord bounds a chord. */
  private static final double NEAREST_SHARE = 0.99;

  private Discs() {}

  /** All points within this distance of the area. */
  static Geometry around(Geometry area, double metres) {
    return around(area, metres, parameters(metres));
  }

  /** The same to 0.5 % of the distance, and sooner. */
  static Geometry roughlyAround(Geometry area, double metres) {
    return around(area, metres, parameters(FEW_QUADRANT_SEGMENTS));
  }

  /** All points within this distance of a point, line or area. */
  static Geometry aroundAny(Geometry geometry, double metres) {
    return BufferOp.bufferOp(geometry, metres, parameters(metres));
  }

  private static Geometry around(Geometry area, double metres, BufferParameters parameters) {
    if (area.isEmpty()) {
      return area;
    }
    Geometry grown = BufferOp.bufferOp(manyPointed(area), metres, parameters);
    return looksRight(grown, area, metres) ? grown : edgeByEdge(area, metres);
  }

  /** All points of the area at least this far from its outside. */
  static Geometry inside(Geometry area, double metres) {
    Envelope frame = new Envelope(area.getEnvelopeInternal());
    frame.expandBy(2 * metres + 1);
    Geometry outside = Areas.minus(Areas.rectangle(frame), area);
    return Areas.minus(area, around(outside, metres));
  }

  /** A line given this thickness, ending flat where the line ends. */
  static Geometry thickened(LineString line, double thicknessMetres) {
    BufferParameters flat = parameters(thicknessMetres / 2);
    flat.setEndCapStyle(BufferParameters.CAP_FLAT);
    if (!line.isClosed() || line.getNumPoints() < 4) {
      return BufferOp.bufferOp(line, thicknessMetres / 2, flat);
    }
    Coordinate[] points = line.getCoordinates();
    int middle = points.length / 2;
    List<Geometry> parts = new ArrayList<>();
    for (Coordinate[] half :
        List.of(
            Arrays.copyOfRange(points, 0, middle + 1),
            Arrays.copyOfRange(points, middle, points.length))) {
      Geometry open = line.getFactory().createLineString(half);
      parts.add(BufferOp.bufferOp(open, thicknessMetres / 2, flat));
      parts.add(disc(half[0], thicknessMetres / 2));
    }
    return Areas.union(parts);
  }

  static Geometry disc(Coordinate centre, double radiusMetres) {
    return BufferOp.bufferOp(Areas.point(centre), radiusMetres, parameters(radiusMetres));
  }

  /** Whether every polygon is in, and no part of the boundary is nearer than it can be. */
  private static boolean looksRight(Geometry grown, Geometry area, double metres) {
    for (Polygon polygon : Areas.polygons(area)) {
      if (SimplePointInAreaLocator.locate(polygon.getCoordinate(), grown) != Location.INTERIOR) {
        return false;
      }
    }
    EdgeGrid edges = new EdgeGrid(area, NEAREST_SHARE * metres);
    for (Polygon polygon : Areas.polygons(grown)) {
      for (LinearRing ring : Areas.rings(polygon)) {
        // No edge of the area is near any of its points, so all of them are on one side.
        Coordinate first = ring.getCoordinate();
        if (SimplePointInAreaLocator.locate(first, area) != Location.EXTERIOR) {
          return false;
        }
        for (Coordinate point : ring.getCoordinates()) {
          if (edges.anyNearer(point)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static Geometry edgeByEdge(Geometry area, double metres) {
    List<Geometry> parts = new ArrayList<>(Areas.polygons(area));
    for (Polygon polygon : Areas.polygons(area)) {
      for (LinearRing ring : Areas.rings(polygon)) {
        for (int i = 1; i < ring.getNumPoints(); i++) {
          Coordinate[] ends = {ring.getCoordinateN(i - 1), ring.getCoordinateN(i)};
          Geometry edge = area.getFactory().createLineString(ends);
          parts.add(BufferOp.bufferOp(edge, metres, parameters(metres)));
        }
      }
    }
    return Areas.union(parts);
  }

  private static Geometry manyPointed(Geometry area) {
    List<Polygon> polygons = new ArrayList<>();
    for (Polygon polygon : Areas.polygons(area)) {
      List<LinearRing> rings = Areas.rings(polygon).stream().map(Discs::manyPointed).toList();
      LinearRing[] holes = rings.subList(1, rings.size()).toArray(new LinearRing[0]);
      polygons.add(area.getFactory().createPolygon(rings.get(0), holes));
    }
    return area.getFactory().createMultiPolygon(polygons.toArray(new Polygon[0]));
  }

  private static LinearRing manyPointed(LinearRing ring) {
    if (ring.getNumPoints() >= ENOUGH_POINTS) {
      return ring;
    }
    List<Coordinate> points = new ArrayList<>();
    for (int i = 1; i < ring.getNumPoints(); i++) {
      Coordinate from = ring.getCoordinateN(i - 1);
      Coordinate to = ring.getCoordinateN(i);
      for (double share : new double[] {0, 1 / 3.0, 2 / 3.0}) {
        points.add(
            new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)));
      }
    }
    points.add(points.get(0).copy());
    return ring.getFactory().createLinearRing(points.toArray(new Coordinate[0]));
  }

  private static BufferParameters parameters(double metres) {
    return parameters(
        Math.max(QUADRANT_SEGMENTS, (int) Math.ceil(QUADRANT_SEGMENTS * Math.sqrt(metres))));
  }

  private static BufferParameters parameters(int quadrantSegments) {
    BufferParameters parameters = new BufferParameters(quadrantSegments);
    parameters.setSimplifyFactor(SIMPLIFY_FACTOR);
    return parameters;
  }
}
