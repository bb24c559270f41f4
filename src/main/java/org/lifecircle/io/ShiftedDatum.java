package org.lifecircle.io;

import java.util.Locale;
import java.util.Optional;
import org.locationtech.jts.geom.Coordinate;

/**
 * The coordinates Chinese web maps publish: GCJ-02 (AMap, Tencent) is WGS 84 moved by some hundred
 * metres, BD-09 (Baidu) is GCJ-02 moved once more.
 *
 * <p>The way back has no formula. It is found by steps: what the guess would be moved to is
 * compared with what is given, and the difference taken off the guess. The move changes by less
 * than a hundredth from place to place, so each step leaves a hundredth of the error, and five
 * leave less than a tenth of a millimetre. The common one-step inverse is off by up to three
 * metres.
 */
public enum ShiftedDatum {
  GCJ02,
  BD09;

  private static final double AXIS = 6_378_245.0;
  private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
  private static final double BAIDU = Math.PI * 3000 / 180;
  private static final int MOST_STEPS = 12;
  private static final double ENOUGH_DEGREES = 1e-12;

  /** The one of this name, if it is one of them. */
  public static Optional<ShiftedDatum> find(String name) {
    return switch (name.toLowerCase(Locale.ROOT).replace("-", "")) {
      case "gcj02" -> Optional.of(GCJ02);
      case "bd09" -> Optional.of(BD09);
      default -> Optional.empty();
    };
  }

  /** Where a place of WGS 84 is shown; outside China where it is. */
  public Coordinate of(Coordinate wgs84) {
    Coordinate mars = outside(wgs84) ? wgs84.copy() : moved(wgs84);
    return this == GCJ02 ? mars : baidu(mars);
  }

  /** The place of WGS 84 that is shown here. */
  public Coordinate toWgs84(Coordinate shifted) {
    if (outside(shifted)) {
      return shifted.copy();
    }
    Coordinate guess = shifted.copy();
    for (int i = 0; i < MOST_STEPS; i++) {
      Coordinate shown = of(guess);
      double dx = shown.x - shifted.x;
      double dy = shown.y - shifted.y;
      guess.x -= dx;
      guess.y -= dy;
      if (Math.abs(dx) + Math.abs(dy) < ENOUGH_DEGREES) {
        break;
      }
    }
    return guess;
  }

  /** The rectangle outside of which nothing is moved; it is not the border. */
  private static boolean outside(Coordinate c) {
    return c.x < 72.004 || c.x > 137.8347 || c.y < 0.8293 || c.y > 55.8271;
  }

  private static Coordinate moved(Coordinate c) {
    double latitude = Math.toRadians(c.y);
    double m = 1 - ECCENTRICITY_SQUARED * Math.pow(Math.sin(latitude), 2);
    double perLatitude = AXIS * (1 - ECCENTRICITY_SQUARED) / (m * Math.sqrt(m)) * Math.PI / 180;
    double perLongitude = AXIS / Math.sqrt(m) * Math.cos(latitude) * Math.PI / 180;
    double x = c.x - 105;
    double y = c.y - 35;
    return new Coordinate(c.x + east(x, y) / perLongitude, c.y + north(x, y) / perLatitude);
  }

  private static double north(double x, double y) {
    return -100
        + 2 * x
        + 3 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * Math.sqrt(Math.abs(x))
        + waves(20, 6 * x, 20, 2 * x)
        + waves(20, y, 40, y / 3)
        + waves(160, y / 12, 320, y / 30);
  }

  private static double east(double x, double y) {
    return 300
        + x
        + 2 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * Math.sqrt(Math.abs(x))
        + waves(20, 6 * x, 20, 2 * x)
        + waves(20, x, 40, x / 3)
        + waves(150, x / 12, 300, x / 30);
  }

  private static double waves(double a, double atA, double b, double atB) {
    return (a * Math.sin(atA * Math.PI) + b * Math.sin(atB * Math.PI)) * 2 / 3;
  }

  private static Coordinate baidu(Coordinate c) {
    double z = Math.hypot(c.x, c.y) + 0.00002 * Math.sin(c.y * BAIDU);
    double angle = Math.atan2(c.y, c.x) + 0.000003 * Math.cos(c.x * BAIDU);
    return new Coordinate(z * Math.cos(angle) + 0.0065, z * Math.sin(angle) + 0.006);
  }
}
