package org.lifecircle.walk;

import org.locationtech.jts.geom.Coordinate;

/**
 * The grid on which an isochrone is sewn together: fractions of a millimetre, so that what is set
 * on a line bends it far less than the millimetre grid can tell apart. One for all of an area, so
 * that what is sewn once fits whatever is sewn later.
 *
 * @param steps to a millimetre
 */
record FineGrid(Frame frame, int steps) {

  private static final int FINEST_STEPS = 100;

  /**
   * A grid for places up to so far from the frame's origin; areas over 40 km have a coarser one.
   */
  static FineGrid reaching(Frame frame, int millimetres) {
    return new FineGrid(
        frame, Math.max(1, Math.min(FINEST_STEPS, Integer.MAX_VALUE / Math.max(1, millimetres))));
  }

  double of(double millimetres) {
    return millimetres * steps;
  }

  Coordinate metres(int x, int y) {
    return frame.metres((double) x / steps, (double) y / steps);
  }
}
