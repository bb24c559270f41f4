package org.lifecircle.walk;

/** Exact questions about points with millimetre coordinates. */
final class Plane {

  /** Relative rounding error of the in-circle determinant, generously. */
  private static final double IN_CIRCLE_ERROR = 4e-15;

  private Plane() {}

  /** Positive when c lies left of the line from a to b, zero when on it; exact. */
  static int orient(int ax, int ay, int bx, int by, int cx, int cy) {
    long cross =
        Math.subtractExact(
            ((long) bx - ax) * ((long) cy - ay), ((long) by - ay) * ((long) cx - ax));
    return Long.signum(cross);
  }

  /** The sign of the cross product of two vectors; exact. */
  static int turn(long ux, long uy, long vx, long vy) {
    return Long.signum(ux * vy - uy * vx);
  }

  /**
   * Whether d certainly lies inside the circle through a, b and c, given counter-clockwise.
   * Doubtful cases answer no: a triangulation may then be a hair less than Delaunay, but flipping
   * always ends.
   */
  static boolean inCircle(
      double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy) {
    double adx = ax - dx;
    double ady = ay - dy;
    double bdx = bx - dx;
    double bdy = by - dy;
    double cdx = cx - dx;
    double cdy = cy - dy;
    double ad = adx * adx + ady * ady;
    double bd = bdx * bdx + bdy * bdy;
    double cd = cdx * cdx + cdy * cdy;
    double bc = bdx * cdy - bdy * cdx;
    double ca = cdx * ady - cdy * adx;
    double ab = adx * bdy - ady * bdx;
    double size =
        ad * (Math.abs(bdx * cdy) + Math.abs(bdy * cdx))
            + bd * (Math.abs(cdx * ady) + Math.abs(cdy * adx))
            + cd * (Math.abs(adx * bdy) + Math.abs(ady * bdx));
    return ad * bc + bd * ca + cd * ab > IN_CIRCLE_ERROR * size;
  }

  /** The distance between two points, rounded up to whole millimetres; exact. */
  static int lengthRoundedUp(long dx, long dy) {
    long square = dx * dx + dy * dy;
    long root = (long) Math.sqrt((double) square);
    while (root * root < square) {
      root++;
    }
    while (root > 0 && (root - 1) * (root - 1) >= square) {
      root--;
    }
    return Math.toIntExact(root);
  }

  /** Where along a Hilbert curve of 2^32 cells a point lies: near in value means near in place. */
  static long hilbert(int x, int y) {
    long index = 0;
    int px = (x + 0x4000_0000) >>> 15;
    int py = (y + 0x4000_0000) >>> 15;
    for (int s = 1 << 15; s > 0; s >>= 1) {
      int rx = (px & s) > 0 ? 1 : 0;
      int ry = (py & s) > 0 ? 1 : 0;
      index += (long) s * s * ((3L * rx) ^ ry);
      if (ry == 0) {
        if (rx == 1) {
          px = (s - 1) - (px & (s - 1));
          py = (s - 1) - (py & (s - 1));
        }
        int swap = px;
        px = py;
        py = swap;
      }
    }
    return index;
  }
}
