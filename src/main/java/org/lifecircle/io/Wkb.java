package org.lifecircle.io;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Reads well-known binary, of the OGC, ISO and PostGIS dialects, without believing it: every count
 * is held against the bytes that remain, and nesting ends at a depth. Heights and measures are
 * dropped.
 */
public final class Wkb {

  private static final int DEPTH = 8;
  private static final int EWKB_Z = 0x80000000;
  private static final int EWKB_M = 0x40000000;
  private static final int EWKB_SRID = 0x20000000;

  private final ByteBuffer bytes;
  private final Limits limits;
  private long vertices;

  private Wkb(ByteBuffer bytes, Limits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /**
   * The geometry these bytes are.
   *
   * @throws BadValueException if they are none, or one that is too large
   */
  public static Geometry read(ByteBuffer bytes, Limits limits) {
    try {
      return new Wkb(bytes, limits).geometry(0);
    } catch (BufferUnderflowException e) {
      throw cutOff();
    }
  }

  private Geometry geometry(int depth) {
    if (depth > DEPTH) {
      throw new BadValueException(
          "几何嵌套超过 " + DEPTH + " 层", "the geometry is nested deeper than " + DEPTH);
    }
    bytes.order(bytes.get() == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int type = bytes.getInt();
    int more = 0;
    if ((type & EWKB_SRID) != 0) {
      bytes.getInt();
    }
    more += (type & EWKB_Z) != 0 ? 1 : 0;
    more += (type & EWKB_M) != 0 ? 1 : 0;
    int iso = type & 0x1fffffff;
    more += iso / 1000 == 3 ? 2 : iso / 1000 == 1 || iso / 1000 == 2 ? 1 : 0;
    int ordinates = 2 + Math.min(2, more);
    return switch (iso % 1000) {
      case 1 -> point(ordinates);
      case 2 -> Shapes.line(points(ordinates));
      case 3 -> polygon(ordinates);
      case 4, 5, 6, 7 -> collection(depth);
      default ->
          throw new BadValueException(
              "不支持的几何类型(WKB " + iso + ")，如曲线；请先转为折线",
              "geometry type " + iso + " of WKB (a curve?) is not read; turn it into lines first");
    };
  }

  private Geometry point(int ordinates) {
    double x = bytes.getDouble();
    double y = bytes.getDouble();
    skip(ordinates);
    // An empty point is written as not a number.
    return Double.isNaN(x) && Double.isNaN(y)
        ? Millimetres.FACTORY.createPoint()
        : Shapes.point(Shapes.at(x, y));
  }

  private List<Coordinate> points(int ordinates) {
    int count = count(8 * ordinates);
    vertices += count;
    limits.requireVertices(vertices);
    List<Coordinate> points = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      points.add(Shapes.at(bytes.getDouble(), bytes.getDouble()));
      skip(ordinates);
    }
    return points;
  }

  private Geometry polygon(int ordinates) {
    int count = count(4);
    List<List<Coordinate>> rings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rings.add(points(ordinates));
    }
    return Shapes.polygon(rings);
  }

  private Geometry collection(int depth) {
    ByteOrder order = bytes.order();
    int count = count(5);
    limits.requireVertices(count);
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(geometry(depth + 1));
      bytes.order(order);
    }
    return Shapes.together(parts);
  }

  private int count(int bytesEach) {
    int count = bytes.getInt();
    if (count < 0 || count > bytes.remaining() / bytesEach) {
      throw cutOff();
    }
    return count;
  }

  private void skip(int ordinates) {
    for (int i = 2; i < ordinates; i++) {
      bytes.getDouble();
    }
  }

  private static BadValueException cutOff() {
    return new BadValueException(
        "几何数据不完整：所称的点数多于其字节",
        "the geometry is cut off: it claims more points than it has bytes for");
  }
}
