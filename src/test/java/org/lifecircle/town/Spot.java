package org.lifecircle.town;

import org.locationtech.jts.geom.Coordinate;

/**
 * A point in whole micrometres, with predicates that never round.
 *
 * <p>Differences of coordinates stay below 2^31 and their products below 2^62, so a long holds
 * every determinant; towns wider than a kilometre or far from their own corner are refused.
 */
record Spot(long x, long y) {

  private static final long MOST = 1_000_000_000L;

  Spot {
    if (Math.abs(x) > MOST || Math.abs(y) > MOST) {
      throw new IllegalArgumentException("the oracle's towns lie within 1 km of (0, 0)");
    }
  }

  static Spot of(Coordinate c) {
    return new Spot(Math.round(c.x * 1e6), Math.round(c.y * 1e6));
  }

  Coordinate coordinate() {
    return new Coordinate(x / 1e6, y / 1e6);
  }

  double metresTo(Spot other) {
    return Math.hypot((double) (x - other.x), (double) (y - other.y)) / 1e6;
  }

  /** The spot so many micrometres from here in this direction. */
  Spot towards(double radians, double micrometres) {
    return new Spot(
        x + Math.round(Math.cos(radians) * micrometres),
        y + Math.round(Math.sin(radians) * micrometres));
  }

  double directionTo(Spot other) {
    return Math.atan2((double) (other.y - y), (double) (other.x - x));
  }

  /** +1 when c lies left of the line from a to b, −1 right, 0 on it. */
  static int side(Spot a, Spot b, Spot c) {
    return Long.signum((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
  }

  /** Whether two closed segments have any point in common. */
  static boolean meet(Spot a, Spot b, Spot c, Spot d) {
    if (Math.max(a.x, b.x) < Math.min(c.x, d.x)
        || Math.max(c.x, d.x) < Math.min(a.x, b.x)
        || Math.max(a.y, b.y) < Math.min(c.y, d.y)
        || Math.max(c.y, d.y) < Math.min(a.y, b.y)) {
      return false;
    }
    return side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;
  }
}
