package org.lifecircle.io.shapefile;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** The content of a record: outer rings clockwise, holes the other way. */
final class ShapeBytes {

  private static final int NULL = 0;
  private static final int POINT = 1;
  private static final int LINES = 3;
  private static final int POLYGON = 5;
  private static final int POINTS = 8;

  private ShapeBytes() {}

  /** The type of a file of geometries of this dimension. */
  static int type(int dimension, boolean severalPoints) {
    return dimension == 2 ? POLYGON : dimension == 1 ? LINES : severalPoints ? POINTS : POINT;
  }

  /** A geometry as a record of a file of this type; null has no place. */
  static byte[] of(@Nullable Geometry geometry, int type) {
    if (geometry == null || geometry.isEmpty()) {
      return buffer(4).putInt(NULL).array();
    }
    if (type == POINT) {
      Coordinate at = geometry.getCoordinate();
      return buffer(20).putInt(POINT).putDouble(at.x).putDouble(at.y).array();
    }
    if (type == POINTS) {
      Coordinate[] points = geometry.getCoordinates();
      ByteBuffer record = boxed(40 + 16 * points.length, type, geometry).putInt(points.length);
      return bytes(put(record, points));
    }
    List<Coordinate[]> parts = new ArrayList<>();
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      addParts(geometry.getGeometryN(i), parts);
    }
    int points = parts.stream().mapToInt(part -> part.length).sum();
    ByteBuffer record = boxed(44 + 4 * parts.size() + 16 * points, type, geometry);
    record.putInt(parts.size()).putInt(points);
    int from = 0;
    for (Coordinate[] part : parts) {
      record.putInt(from);
      from += part.length;
    }
    parts.forEach(part -> put(record, part));
    return bytes(record);
  }

  private static void addParts(Geometry single, List<Coordinate[]> parts) {
    if (single instanceof LineString line) {
      parts.add(line.getCoordinates());
    } else if (single instanceof Polygon polygon) {
      parts.add(ring(polygon.getExteriorRing(), false));
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        parts.add(ring(polygon.getInteriorRingN(i), true));
      }
    }
  }

  private static Coordinate[] ring(LineString ring, boolean anticlockwise) {
    boolean right = Orientation.isCCW(ring.getCoordinateSequence()) == anticlockwise;
    return (right ? ring : ring.reverse()).getCoordinates();
  }

  private static ByteBuffer boxed(int bytes, int type, Geometry geometry) {
    Envelope box = geometry.getEnvelopeInternal();
    return buffer(bytes)
        .putInt(type)
        .putDouble(box.getMinX())
        .putDouble(box.getMinY())
        .putDouble(box.getMaxX())
        .putDouble(box.getMaxY());
  }

  private static ByteBuffer put(ByteBuffer record, Coordinate[] points) {
    for (Coordinate point : points) {
      record.putDouble(point.x).putDouble(point.y);
    }
    return record;
  }

  private static byte[] bytes(ByteBuffer full) {
    byte[] bytes = new byte[full.position()];
    full.flip().get(bytes);
    return bytes;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
