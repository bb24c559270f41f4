package org.lifecircle.walk;

import org.locationtech.jts.geom.Coordinate;

/**
 * The grid on which an isochrone is sewn together: hundredths of a millimetre from a place near by,
 * so that what is set on a line bends it far less than the millimetre grid can tell apart.
 *
 * @param originX on the millimetre grid
 * @param originY on the millimetre grid
 */
record FineGrid(Frame frame, int originX, int originY) {

  /** To a millimetre. */
  static final int STEPS = 100;

  double x(double millimetres) {
    return (millimetres - originX) * STEPS;
  }

  double y(double millimetres) {
    return (millimetres - originY) * STEPS;
  }

  Coordinate metres(int x, int y) {
    return frame.metres(originX + (double) x / STEPS, originY + (double) y / STEPS);
  }
}
