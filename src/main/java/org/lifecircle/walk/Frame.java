package org.lifecircle.walk;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The millimetre grid the network is computed on: whole millimetres from an origin near the area,
 * so that every orientation test is exact in 64-bit integers.
 *
 * @param originX metres, whole
 * @param originY metres, whole
 */
record Frame(double originX, double originY) {

  /** Beyond this many millimetres from the origin the exact predicates could overflow. */
  private static final int LIMIT_MILLIMETRES = 500_000_000;

  static Frame around(Envelope metres) {
    if (metres.isNull()) {
      return new Frame(0, 0);
    }
    Frame frame = new Frame(Math.rint(metres.centre().x), Math.rint(metres.centre().y));
    if (metres.getWidth() > LIMIT_MILLIMETRES / 1000.0
        || metres.getHeight() > LIMIT_MILLIMETRES / 1000.0) {
      throw new IllegalArgumentException("a study area may be at most 500 km wide");
    }
    return frame;
  }

  int x(double metres) {
    return (int) Math.rint((metres - originX) * 1000);
  }

  int y(double metres) {
    return (int) Math.rint((metres - originY) * 1000);
  }

  Coordinate metres(double x, double y) {
    return new Coordinate(originX + x / 1000, originY + y / 1000);
  }
}
