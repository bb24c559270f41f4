package org.lifecircle.io.mvt;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * The square of ground a tile shows.
 *
 * @param west its left side, in the units of whatever geometries are given in, y up
 * @param north its upper side
 * @param size the length of a side
 */
public record Square(double west, double north, double size) {

  /** Units along a side of a tile. */
  public static final int EXTENT = 4096;

  /**
   * Units beyond each side that lines and areas are drawn, so that no seam is seen: 16 m at level
   * 16, half of a wide street.
   */
  static final int MARGIN = 128;

  int[] units(Coordinate c) {
    double scale = EXTENT / size;
    return new int[] {
      (int) Math.round((c.x - west) * scale), (int) Math.round((north - c.y) * scale)
    };
  }

  /** What is drawn of the ground: the square and its margin. */
  public Envelope clip() {
    double margin = size * MARGIN / EXTENT;
    return new Envelope(west - margin, west + size + margin, north - size - margin, north + margin);
  }

  /** So many tile units on the ground. */
  public double length(int units) {
    return units * size / EXTENT;
  }
}
