package org.lifecircle.io;

import org.locationtech.jts.geom.Coordinate;

/**
 * The Gauss–Krüger projection of CGCS2000 by Krüger's series in the third flattening n (1912, as in
 * Karney 2011), to n⁴: right to a few micrometres within a zone. It shares nothing with GeoTools.
 */
final class GaussKrueger {

  private static final double A = 6378137;
  private static final double F = 1 / 298.257222101;
  private static final double N = F / (2 - F);

  private GaussKrueger() {}

  /** Easting (500 km on the central meridian) and northing, in metres. */
  static Coordinate of(double longitude, double latitude, double centralMeridian) {
    double phi = Math.toRadians(latitude);
    double lambda = Math.toRadians(longitude - centralMeridian);
    double e = Math.sqrt(F * (2 - F));
    double sin = Math.sin(phi);
    double conformal = Math.sinh(atanh(sin) - e * atanh(e * sin));
    double xi = Math.atan2(conformal, Math.cos(lambda));
    double eta = atanh(Math.sin(lambda) / Math.sqrt(1 + conformal * conformal));
    double[] alpha = {
      N / 2 - 2 * sq(N) / 3 + 5 * Math.pow(N, 3) / 16 + 41 * Math.pow(N, 4) / 180,
      13 * sq(N) / 48 - 3 * Math.pow(N, 3) / 5 + 557 * Math.pow(N, 4) / 1440,
      61 * Math.pow(N, 3) / 240 - 103 * Math.pow(N, 4) / 140,
      49561 * Math.pow(N, 4) / 161280
    };
    double east = eta;
    double north = xi;
    for (int j = 1; j <= 4; j++) {
      north += alpha[j - 1] * Math.sin(2 * j * xi) * Math.cosh(2 * j * eta);
      east += alpha[j - 1] * Math.cos(2 * j * xi) * Math.sinh(2 * j * eta);
    }
    double radius = A / (1 + N) * (1 + sq(N) / 4 + Math.pow(N, 4) / 64);
    return new Coordinate(500000 + radius * east, radius * north);
  }

  private static double sq(double x) {
    return x * x;
  }

  private static double atanh(double x) {
    return Math.log((1 + x) / (1 - x)) / 2;
  }
}
