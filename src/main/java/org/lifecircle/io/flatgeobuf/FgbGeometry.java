package org.lifecircle.io.flatgeobuf;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Millimetres;
import org.lifecircle.io.Shapes;
import org.lifecircle.io.flatgeobuf.Table.Vector;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** A geometry of a FlatGeobuf feature. Its fields: ends 0, xy 1, type 6, parts 7. */
final class FgbGeometry {

  static final int POINT = 1;
  private static final int DEPTH = 8;

  private final Limits limits;

  FgbGeometry(Limits limits) {
    this.limits = limits;
  }

  Geometry read(Table geometry, int typeOfFile) {
    return read(geometry, typeOfFile, 0);
  }

  private Geometry read(Table geometry, int typeAbove, int depth) {
    if (depth > DEPTH) {
      throw Table.damaged();
    }
    int type = typeAbove == 0 ? geometry.unsignedByte(6) : typeAbove;
    List<List<Coordinate>> lists = lists(geometry);
    return switch (type) {
      case POINT ->
          lists.get(0).isEmpty()
              ? Millimetres.FACTORY.createPoint()
              : Shapes.point(lists.get(0).get(0));
      case 2 -> Shapes.line(lists.get(0));
      case 3 -> Shapes.polygon(lists);
      case 4 -> Shapes.together(lists.get(0).stream().map(Shapes::point).toList());
      case 5 -> Shapes.together(lists.stream().map(Shapes::line).toList());
      case 6 -> parts(geometry, 3, depth);
      case 7 -> parts(geometry, 0, depth);
      default ->
          throw new BadValueException(
              "不支持的几何类型 " + type, "geometry type " + type + " of FlatGeobuf is not read");
    };
  }

  private Geometry parts(Table geometry, int type, int depth) {
    Vector parts = geometry.vector(7, 4);
    limits.requireVertices(parts.length());
    List<Geometry> read = new ArrayList<>();
    for (int i = 0; i < parts.length(); i++) {
      read.add(read(geometry.table(parts, i), type, depth + 1));
    }
    return Shapes.together(read);
  }

  /** The coordinates, parted where they say; at least one list. */
  private List<List<Coordinate>> lists(Table geometry) {
    Vector xy = geometry.vector(1, 8);
    limits.requireVertices(xy.length() / 2);
    List<Coordinate> all = new ArrayList<>(xy.length() / 2);
    for (int i = 0; i + 1 < xy.length(); i += 2) {
      int at = xy.start() + 8 * i;
      all.add(Shapes.at(geometry.bytes().getDouble(at), geometry.bytes().getDouble(at + 8)));
    }
    Vector ends = geometry.vector(0, 4);
    if (ends.length() < 2) {
      return List.of(all);
    }
    List<List<Coordinate>> lists = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < ends.length(); i++) {
      int to = geometry.bytes().getInt(ends.start() + 4 * i);
      if (to < from || to > all.size()) {
        throw Table.damaged();
      }
      lists.add(all.subList(from, to));
      from = to;
    }
    return lists;
  }
}
