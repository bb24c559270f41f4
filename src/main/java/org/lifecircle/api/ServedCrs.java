package org.lifecircle.api;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lifecircle.io.Projection;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * A CRS by reference (OGC API Features Part 2): how coordinates are written that are kept in the
 * area's metres, in the order of axes of whoever defines the CRS.
 *
 * @param ofMetres from the area's metres, east first, to what is written
 * @param toLonLat from what is written to degrees, longitude first
 * @param isNorthFirst whether north or latitude is written first
 */
public record ServedCrs(
    String uri,
    UnaryOperator<Coordinate> ofMetres,
    UnaryOperator<Coordinate> toLonLat,
    boolean isNorthFirst) {

  static final String LON_LAT = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  private static final String EPSG = "http://www.opengis.net/def/crs/EPSG/0/";
  private static final String WGS_84 = EPSG + "4326";
  private static final String CGCS2000 = EPSG + "4490";
  private static final String WEB_MERCATOR = EPSG + "3857";

  /** Those an area is served in; the first is what nobody has to ask for. */
  static List<String> uris(Projection projection) {
    return Stream.of(LON_LAT, WGS_84, CGCS2000, WEB_MERCATOR, storage(projection))
        .distinct()
        .toList();
  }

  /** The area's own. */
  static String storage(Projection projection) {
    return EPSG + projection.crs().substring("EPSG:".length());
  }

  /** One of {@link #uris}. */
  static ServedCrs of(String uri, Projection projection) {
    if (uri.equals(LON_LAT)) {
      return new ServedCrs(uri, projection::toLonLat, UnaryOperator.identity(), false);
    }
    if (uri.equals(WGS_84) || uri.equals(CGCS2000)) {
      return new ServedCrs(uri, c -> swapped(projection.toLonLat(c)), ServedCrs::swapped, true);
    }
    if (uri.equals(WEB_MERCATOR)) {
      return new ServedCrs(
          uri,
          c -> WebMercator.rounded(WebMercator.ofLonLat(projection.toLonLat(c))),
          WebMercator::toLonLat,
          false);
    }
    if (projection.isNorthFirst()) {
      return new ServedCrs(uri, ServedCrs::swapped, c -> projection.toLonLat(swapped(c)), true);
    }
    return new ServedCrs(uri, Coordinate::copy, projection::toLonLat, false);
  }

  /** Whether it is in degrees. */
  boolean isGeographic() {
    return uri.equals(LON_LAT) || uri.equals(WGS_84) || uri.equals(CGCS2000);
  }

  boolean isWebMercator() {
    return uri.equals(WEB_MERCATOR);
  }

  Geometry write(Geometry metres) {
    return Projection.moved(metres, ofMetres);
  }

  Geometry read(Geometry written) {
    return Projection.moved(written, toLonLat);
  }

  /** The choice among them. */
  static Parameter<String> parameter(String name, Text about, Projection projection) {
    Parameter<String> parameter = Parameters.oneOf(name, about, uris(projection));
    Map<String, Object> schema = parameter.schema();
    schema.put("format", "uri");
    schema.put("default", LON_LAT);
    return parameter.or(LON_LAT);
  }

  static Coordinate swapped(Coordinate c) {
    return new Coordinate(c.y, c.x);
  }
}
