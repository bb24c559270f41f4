package org.lifecircle.store;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * Which geometry type a table declares, and what that does to its geometries.
 *
 * <p>QGIS splits a table of mixed types in two, so single and multiple polygons are better all
 * stored as multiple ones. To get the same geometry back, a table declared {@code MULTI…} reads a
 * geometry of one part as that part; where somebody already has a multi-geometry of one part, the
 * table declares plain {@code GEOMETRY} and nothing is changed.
 */
final class GeometryTypes {

  private static final String ANY = "GEOMETRY";
  private static final String MULTI = "MULTI";

  private GeometryTypes() {}

  /** The type a table of these geometries declares. */
  static String declared(List<FeatureTable.Row> rows) {
    List<Geometry> places =
        rows.stream().map(FeatureTable.Row::geometry).filter(Objects::nonNull).toList();
    if (places.stream().anyMatch(g -> isMulti(g) && g.getNumGeometries() == 1)) {
      return ANY;
    }
    Set<String> types =
        places.stream()
            .map(g -> g.getGeometryType().toUpperCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (types.size() == 1) {
      return types.iterator().next();
    }
    Set<String> singles =
        types.stream().map(type -> type.replace(MULTI, "")).collect(Collectors.toSet());
    return singles.size() == 1 ? MULTI + singles.iterator().next() : ANY;
  }

  /**
   * The same, but always {@code MULTIPOLYGON} for polygons: so the next version of a layer most
   * often declares what this one does.
   */
  static String declaredAlike(List<FeatureTable.Row> rows) {
    String declared = declared(rows);
    return declared.equals("POLYGON") ? MULTI + declared : declared;
  }

  /** The geometry as a table of this declared type stores it. */
  static Geometry toStored(Geometry geometry, String declared) {
    if (!declared.startsWith(MULTI) || isMulti(geometry)) {
      return geometry;
    }
    var factory = geometry.getFactory();
    if (geometry instanceof Polygon polygon) {
      return factory.createMultiPolygon(new Polygon[] {polygon});
    }
    return geometry instanceof LineString line
        ? factory.createMultiLineString(new LineString[] {line})
        : factory.createMultiPoint(new Point[] {(Point) geometry});
  }

  /** The geometry that was stored. */
  static Geometry fromStored(Geometry stored, String declared) {
    boolean wrapped = declared.startsWith(MULTI) && stored.getNumGeometries() == 1;
    return wrapped ? stored.getGeometryN(0) : stored;
  }

  private static boolean isMulti(Geometry geometry) {
    return geometry instanceof GeometryCollection;
  }
}
