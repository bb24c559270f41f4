package org.lifecircle.io.osm;

import org.locationtech.jts.geom.Geometry;

/**
 * Ground in square metres, from degrees; good to a thousandth for anything up to a city. Policy
 * asks how large a park is before anything is projected.
 */
final class LonLatArea {

  private static final double EQUATOR_METRES = 6_378_137;
  private static final double ECCENTRICITY_SQUARED = 0.006_694_379_990_14;

  private LonLatArea() {}

  static double squareMetres(Geometry lonLat) {
    if (lonLat.isEmpty()) {
      return 0;
    }
    double sine = StrictMath.sin(Math.toRadians(lonLat.getEnvelopeInternal().centre().y));
    double flattening = 1 - ECCENTRICITY_SQUARED * sine * sine;
    double perDegree = Math.toRadians(EQUATOR_METRES) / Math.sqrt(flattening);
    double eastMetres = perDegree * Math.sqrt(1 - sine * sine);
    double northMetres = perDegree * (1 - ECCENTRICITY_SQUARED) / flattening;
    return lonLat.getArea() * eastMetres * northMetres;
  }
}
