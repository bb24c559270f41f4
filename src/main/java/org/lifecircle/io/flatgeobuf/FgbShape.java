package org.lifecircle.io.flatgeobuf;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.io.flatgeobuf.FlatBuffer.Fields;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A geometry as FlatGeobuf writes it. Its fields: ends 0, xy 1, type 6, parts 7. */
final class FgbShape {

  static final int ANY = 0;
  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;
  private static final int POINTS = 4;
  private static final int LINES = 5;
  private static final int POLYGONS = 6;
  private static final int COLLECTION = 7;

  private FgbShape() {}

  /** The number of its type. */
  static int type(Geometry geometry) {
    if (geometry instanceof Point) {
      return POINT;
    }
    if (geometry instanceof LineString) {
      return LINE;
    }
    if (geometry instanceof Polygon) {
      return POLYGON;
    }
    if (geometry instanceof MultiPoint) {
      return POINTS;
    }
    if (geometry instanceof MultiLineString) {
      return LINES;
    }
    return geometry instanceof MultiPolygon ? POLYGONS : COLLECTION;
  }

  /** The type of the parts of this type. */
  static int single(int type) {
    return type >= POINTS && type <= POLYGONS ? type - 3 : type;
  }

  /** The type that has several of this one. */
  static int several(int single) {
    return single <= POLYGON ? single + 3 : single;
  }

  /**
   * The table of a geometry.
   *
   * @param fileType that of all in the file; a single geometry stands for one part of it
   */
  static Fields of(FlatBuffer buffer, Geometry geometry, int fileType) {
    int type = fileType == ANY ? type(geometry) : fileType;
    Fields fields = buffer.table().unsignedByte(6, type);
    if (type == POLYGONS || type == COLLECTION) {
      List<Fields> parts = new ArrayList<>();
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        Geometry part = geometry.getGeometryN(i);
        parts.add(of(buffer, part, part instanceof GeometryCollection ? ANY : type(part)));
      }
      return fields.tables(7, parts);
    }
    List<Coordinate[]> lists = new ArrayList<>();
    if (type == POINTS) {
      lists.add(geometry.getCoordinates());
    } else {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        addLists(geometry.getGeometryN(i), lists);
      }
    }
    int[] ends = new int[lists.size()];
    List<Coordinate> all = new ArrayList<>();
    for (int i = 0; i < ends.length; i++) {
      all.addAll(List.of(lists.get(i)));
      ends[i] = all.size();
    }
    double[] xy = new double[2 * all.size()];
    for (int i = 0; i < all.size(); i++) {
      xy[2 * i] = all.get(i).x;
      xy[2 * i + 1] = all.get(i).y;
    }
    if (ends.length > 1) {
      fields.integers(0, ends);
    }
    return fields.doubles(1, xy);
  }

  private static void addLists(Geometry single, List<Coordinate[]> lists) {
    if (single instanceof Polygon polygon) {
      lists.add(polygon.getExteriorRing().getCoordinates());
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        lists.add(polygon.getInteriorRingN(i).getCoordinates());
      }
    } else {
      lists.add(single.getCoordinates());
    }
  }
}
