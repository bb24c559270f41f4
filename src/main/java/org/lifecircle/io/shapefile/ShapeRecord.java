package org.lifecircle.io.shapefile;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Shapes;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The content of one record of a .shp file. Heights and measures are dropped. */
final class ShapeRecord {

  private static final int BOX_BYTES = 32;

  /** Programs write this, and less, for "no data". */
  private static final double NO_DATA = -1e38;

  private final ByteBuffer bytes;
  private final Limits limits;

  private ShapeRecord(ByteBuffer bytes, Limits limits) {
    this.bytes = bytes;
    this.limits = limits;
  }

  /**
   * The geometry.
   *
   * @param bytes little-endian, from the type on
   * @return null for a null shape
   * @throws BadValueException if the record claims more than its bytes hold, or is of no known type
   */
  static @Nullable Geometry read(ByteBuffer bytes, Limits limits) {
    try {
      return new ShapeRecord(bytes, limits).read();
    } catch (BufferUnderflowException e) {
      throw cutOff();
    }
  }

  private @Nullable Geometry read() {
    int type = bytes.getInt();
    return switch (type) {
      case 0 -> null;
      case 1, 11, 21 -> Shapes.point(coordinate());
      case 3, 13, 23 -> lines();
      case 5, 15, 25 -> PolygonRings.polygon(parts());
      case 8, 18, 28 -> points();
      default ->
          throw new BadValueException(
              "不支持的图形类型 " + type + "（如 MultiPatch）",
              "shape type " + type + " (MultiPatch?) is not read");
    };
  }

  private Geometry points() {
    bytes.position(bytes.position() + BOX_BYTES);
    int count = count(bytes.getInt(), 16);
    List<Geometry> points = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      points.add(Shapes.point(coordinate()));
    }
    return Shapes.together(points);
  }

  private Geometry lines() {
    List<Geometry> lines = new ArrayList<>();
    parts().forEach(part -> lines.add(Shapes.line(part)));
    return Shapes.together(lines);
  }

  private List<List<Coordinate>> parts() {
    if (bytes.remaining() < BOX_BYTES) {
      throw cutOff();
    }
    bytes.position(bytes.position() + BOX_BYTES);
    int parts = bytes.getInt();
    int points = bytes.getInt();
    if (parts < 0 || parts > bytes.remaining() / 4) {
      throw cutOff();
    }
    int[] starts = new int[parts + 1];
    for (int i = 0; i < parts; i++) {
      starts[i] = bytes.getInt();
    }
    starts[parts] = count(points, 16);
    List<List<Coordinate>> lists = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      if (starts[0] != 0 || starts[i] > starts[i + 1]) {
        throw new BadValueException("各部分的起点次序有误", "its parts do not follow one another");
      }
      List<Coordinate> part = new ArrayList<>(starts[i + 1] - starts[i]);
      for (int p = starts[i]; p < starts[i + 1]; p++) {
        part.add(coordinate());
      }
      lists.add(part);
    }
    return lists;
  }

  private int count(int claimed, int bytesEach) {
    if (claimed < 0 || claimed > bytes.remaining() / bytesEach) {
      throw cutOff();
    }
    limits.requireVertices(claimed);
    return claimed;
  }

  private Coordinate coordinate() {
    double x = bytes.getDouble();
    double y = bytes.getDouble();
    if (x < NO_DATA || y < NO_DATA) {
      throw new BadValueException("坐标为“无数据”值", "a coordinate is the mark of missing data");
    }
    return Shapes.at(x, y);
  }

  private static BadValueException cutOff() {
    return new BadValueException(
        "图形数据不完整：所称的部分或点数多于其字节", "it claims more parts or points than it has bytes for");
  }
}
