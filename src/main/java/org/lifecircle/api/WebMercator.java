package org.lifecircle.api;

import org.locationtech.jts.geom.Coordinate;

/**
 * EPSG:3857, the projection of web maps: the formulas of a sphere applied to degrees of the
 * ellipsoid. They are all there is to it, so no tables are opened.
 */
final class WebMercator {

  private static final double RADIUS_METRES = 6_378_137;

  /** From the middle of the map to its edge. */
  static final double HALF_METRES = Math.PI * RADIUS_METRES;

  /** Where the square map ends. */
  private static final double MOST_LATITUDE = 85.051_128_779_806_6;

  private WebMercator() {}

  static Coordinate ofLonLat(Coordinate degrees) {
    double latitude = Math.max(-MOST_LATITUDE, Math.min(MOST_LATITUDE, degrees.y));
    double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
    return new Coordinate(RADIUS_METRES * Math.toRadians(degrees.x), RADIUS_METRES * y);
  }

  static Coordinate toLonLat(Coordinate metres) {
    double latitude = 2 * Math.atan(Math.exp(metres.y / RADIUS_METRES)) - Math.PI / 2;
    return new Coordinate(
        nine(Math.toDegrees(metres.x / RADIUS_METRES)), nine(Math.toDegrees(latitude)));
  }

  /** In whole millimetres. */
  static Coordinate rounded(Coordinate metres) {
    return new Coordinate(Numbers.rounded(metres.x, 3), Numbers.rounded(metres.y, 3));
  }

  private static double nine(double degrees) {
    return Numbers.rounded(degrees, 9);
  }
}
