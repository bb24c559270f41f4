package org.lifecircle.model;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/** A thing on the map: one row of a {@link Layer}. */
public interface Feature {

  /** Unique within its layer. */
  String id();

  /** In metres of the area's CRS, coordinates whole millimetres. */
  Geometry geometry();

  /** Throws unless the id is usable: present, and not blank. */
  static void requireId(String id) {
    if (id.isBlank()) {
      throw new BadValueException("编号为空", "id is empty");
    }
  }

  /** Throws unless the number is absent or not negative. */
  static void requireNotNegative(String name, @Nullable Number value) {
    if (value != null && !(value.doubleValue() >= 0)) {
      throw new BadValueException(
          name + " 为 " + value + "，不得为负", name + " is " + value + ", it must not be negative");
    }
  }

  /** Throws unless the geometry is made of polygons. */
  static void requirePolygonal(Geometry geometry) {
    if (!(geometry instanceof Polygonal)) {
      throw new BadValueException(
          "需要面，而不是 " + geometry.getGeometryType(),
          "a polygon is needed, not a " + geometry.getGeometryType());
    }
  }
}
