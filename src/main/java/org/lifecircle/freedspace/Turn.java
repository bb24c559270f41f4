package org.lifecircle.freedspace;

import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;

/** A frame of reference turned about a place, in which houses stand square. */
record Turn(Coordinate about, double radians) {

  private static final int BINS = 90;

  /** Bins this near to a peak belong to it. */
  private static final int NEAR_BINS = 2;

  /**
   * The directions in which most edges of these areas run, the first more than the second; right
   * angles are one direction. A second is only given where it is not a mere echo of the first.
   */
  static List<Turn> along(Collection<? extends Geometry> areas, Coordinate about) {
    double[] metres = new double[BINS];
    double[] offsets = new double[BINS];
    for (Geometry area : areas) {
      for (Polygon polygon : Areas.polygons(area)) {
        Areas.rings(polygon).forEach(ring -> count(ring.getCoordinates(), metres, offsets));
      }
    }
    int first = peak(metres, -1);
    if (around(metres, first) == 0) {
      return List.of(new Turn(about, 0));
    }
    int second = peak(metres, first);
    Turn main = new Turn(about, direction(metres, offsets, first));
    if (second < 0 || around(metres, second) < 0.3 * around(metres, first)) {
      return List.of(main);
    }
    return List.of(main, new Turn(about, direction(metres, offsets, second)));
  }

  /** The same in a window's coordinates. */
  Turn seenThrough(Window window) {
    return new Turn(
        new Coordinate(about.x - window.eastOfCorner(), about.y - window.northOfCorner()), radians);
  }

  Geometry square(Geometry area) {
    return AffineTransformation.rotationInstance(-radians, about.x, about.y).transform(area);
  }

  /** These places as counted from where this turns; the sine and cosine are taken once. */
  Coordinate[] square(Coordinate[] places) {
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    Coordinate[] turned = new Coordinate[places.length];
    for (int i = 0; i < places.length; i++) {
      double x = places[i].x - about.x;
      double y = places[i].y - about.y;
      turned[i] = new Coordinate(x * cos + y * sin, y * cos - x * sin);
    }
    return turned;
  }

  /** A rectangle counted from where this turns, as it lies in the world. */
  Geometry back(Envelope rectangle) {
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    Geometry turned = Areas.rectangle(rectangle);
    for (Coordinate corner : turned.getCoordinates()) {
      double x = corner.x;
      corner.x = about.x + x * cos - corner.y * sin;
      corner.y = about.y + x * sin + corner.y * cos;
    }
    turned.geometryChanged();
    return turned;
  }

  Geometry back(Geometry area) {
    return AffineTransformation.rotationInstance(radians, about.x, about.y).transform(area);
  }

  private static void count(Coordinate[] ring, double[] metres, double[] offsets) {
    for (int i = 1; i < ring.length; i++) {
      double length = ring[i].distance(ring[i - 1]);
      double degrees =
          Math.toDegrees(Math.atan2(ring[i].y - ring[i - 1].y, ring[i].x - ring[i - 1].x));
      double turned = ((degrees % BINS) + BINS) % BINS;
      int bin = Math.floorMod((int) Math.rint(turned), BINS);
      metres[bin] += length;
      offsets[bin] += length * (turned - Math.rint(turned));
    }
  }

  /** The fullest stretch of bins, away from another peak if there is one. */
  private static int peak(double[] metres, int butNot) {
    int best = -1;
    for (int bin = 0; bin < BINS; bin++) {
      int apart = Math.floorMod(bin - butNot, BINS);
      boolean allowed = butNot < 0 || Math.min(apart, BINS - apart) > 8;
      if (allowed && (best < 0 || metres[bin] > metres[best] + 1e-9)) {
        best = bin;
      }
    }
    return best;
  }

  private static double around(double[] metres, int bin) {
    double sum = 0;
    for (int i = -NEAR_BINS; i <= NEAR_BINS; i++) {
      sum += metres[Math.floorMod(bin + i, BINS)];
    }
    return sum;
  }

  private static double direction(double[] metres, double[] offsets, int bin) {
    double sum = 0;
    for (int i = -NEAR_BINS; i <= NEAR_BINS; i++) {
      int other = Math.floorMod(bin + i, BINS);
      sum += metres[other] * (bin + i) + offsets[other];
    }
    return Math.toRadians(sum / around(metres, bin));
  }
}
