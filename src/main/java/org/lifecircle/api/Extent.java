package org.lifecircle.api;

import java.util.List;
import org.lifecircle.io.Projection;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Boxes in degrees around what is in metres, and back. */
final class Extent {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  /** A straight side of a box in one CRS bends in the other; so many points follow it closely. */
  private static final int POINTS_PER_SIDE = 16;

  private Extent() {}

  /** West, south, east, north of a box that holds all of this box in metres. */
  static Envelope toLonLat(Envelope metres, Projection projection) {
    Envelope degrees = new Envelope();
    for (Coordinate corner : around(metres)) {
      degrees.expandToInclude(projection.toLonLat(corner));
    }
    return degrees;
  }

  /** The shape in metres that a box in degrees is. */
  static Polygon ofLonLat(Envelope degrees, Projection projection) {
    Coordinate[] ring = around(degrees);
    for (int i = 0; i < ring.length; i++) {
      ring[i] = projection.ofLonLat(ring[i].x, ring[i].y);
    }
    ring[ring.length - 1] = ring[0];
    return FACTORY.createPolygon(ring);
  }

  /** What {@code extent} says in OGC API. */
  static List<Double> box(Geometry metres, Projection projection) {
    Envelope box = toLonLat(metres.getEnvelopeInternal(), projection);
    return List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
  }

  private static Coordinate[] around(Envelope box) {
    Coordinate[] ring = new Coordinate[4 * POINTS_PER_SIDE + 1];
    double width = box.getWidth() / POINTS_PER_SIDE;
    double height = box.getHeight() / POINTS_PER_SIDE;
    for (int i = 0; i < POINTS_PER_SIDE; i++) {
      ring[i] = new Coordinate(box.getMinX() + i * width, box.getMinY());
      ring[POINTS_PER_SIDE + i] = new Coordinate(box.getMaxX(), box.getMinY() + i * height);
      ring[2 * POINTS_PER_SIDE + i] = new Coordinate(box.getMaxX() - i * width, box.getMaxY());
      ring[3 * POINTS_PER_SIDE + i] = new Coordinate(box.getMinX(), box.getMaxY() - i * height);
    }
    ring[4 * POINTS_PER_SIDE] = ring[0].copy();
    return ring;
  }
}
