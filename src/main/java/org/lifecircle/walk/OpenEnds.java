package org.lifecircle.walk;

import java.util.Arrays;

/**
 * Closes an outline that rounding has left open. Near the tip of a needle of a triangle its two
 * edges run within a step of each other, and a stretch of one may be taken for one of the other:
 * the outline then lacks, or has too much, a straight stretch from where it ends to where it begins
 * again.
 */
final class OpenEnds {

  /** Farther apart than this, ends are not joined: something else is wrong. */
  private static final double FARTHEST_MILLIMETRES = 2_000;

  /** More ends than this are not joined. */
  private static final int MOST = 64;

  private OpenEnds() {}

  /** Segments that close what is open, both ends of each; none where nothing is or all too far. */
  static int[] closing(Welding segments, int steps) {
    int[] excess = new int[segments.places()]; // of segments that leave a place
    for (int s = 0; s < segments.count(); s++) {
      excess[segments.from(s)]++;
      excess[segments.to(s)]--;
    }
    int open = 0;
    for (int e : excess) {
      open += Math.max(0, e);
    }
    if (open > MOST) {
      return new int[0];
    }
    int[] closing = new int[4 * open];
    for (int i = 0; i < closing.length; i += 4) {
      if (!join(segments, excess, FARTHEST_MILLIMETRES * steps, closing, i)) {
        return Arrays.copyOf(closing, i);
      }
    }
    return closing;
  }

  /** Joins the nearest two ends; whether there are two near enough. */
  private static boolean join(
      Welding segments, int[] excess, double farthest, int[] closing, int at) {
    double nearest = farthest;
    int from = Welding.NONE;
    int to = Welding.NONE;
    for (int a = 0; a < excess.length; a++) {
      for (int b = 0; excess[a] < 0 && b < excess.length; b++) {
        if (excess[b] > 0) {
          double apart =
              Math.hypot(
                  (double) segments.x(a) - segments.x(b), (double) segments.y(a) - segments.y(b));
          if (apart < nearest) {
            nearest = apart;
            from = a;
            to = b;
          }
        }
      }
    }
    if (from == Welding.NONE) {
      return false;
    }
    excess[from]++;
    excess[to]--;
    closing[at] = segments.x(from);
    closing[at + 1] = segments.y(from);
    closing[at + 2] = segments.x(to);
    closing[at + 3] = segments.y(to);
    return true;
  }
}
