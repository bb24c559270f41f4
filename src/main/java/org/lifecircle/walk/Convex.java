package org.lifecircle.walk;

import java.util.Arrays;

/**
 * A small convex polygon, counter-clockwise, being cut; coordinates in millimetres. It keeps its
 * room, so that one can be used again and again.
 */
final class Convex {

  /** Arcs are drawn as chords that stray from them by no more. */
  private static final double SAGITTA_MILLIMETRES = 20;

  /** A side that cuts less deep into a circle does not cut it: the angle would be too small. */
  private static final double GRAZE_MILLIMETRES = 1e-4;

  /** Angles this far apart may be the same. */
  private static final double NO_ANGLE = 1e-6;

  private double[] xy = new double[32];
  private double[] spare = new double[32];
  private int size; // of xy

  Convex(double... points) {
    set(points);
  }

  /** Starts again with these points. */
  Convex set(double... points) {
    size = 0;
    room(points.length);
    System.arraycopy(points, 0, xy, 0, points.length);
    size = points.length;
    return this;
  }

  boolean isEmpty() {
    return size < 6;
  }

  double[] points() {
    return Arrays.copyOf(xy, size);
  }

  /** Whether all of it lies left of a line through a point in a direction. */
  boolean isLeftOf(double px, double py, double dx, double dy) {
    for (int i = 0; i < size; i += 2) {
      if (dx * (xy[i + 1] - py) - dy * (xy[i] - px) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Keeps what lies left of the line from a to b. */
  Convex cut(double ax, double ay, double bx, double by) {
    double dx = bx - ax;
    double dy = by - ay;
    int n = 0;
    for (int i = 0; i < size; i += 2) {
      int j = i + 2 == size ? 0 : i + 2;
      double here = dx * (xy[i + 1] - ay) - dy * (xy[i] - ax);
      double next = dx * (xy[j + 1] - ay) - dy * (xy[j] - ax);
      n = roomToSpare(n);
      if (here >= 0) {
        spare[n++] = xy[i];
        spare[n++] = xy[i + 1];
      }
      if ((here > 0 && next < 0) || (here < 0 && next > 0)) {
        double share = here / (here - next);
        spare[n++] = xy[i] + share * (xy[j] - xy[i]);
        spare[n++] = xy[i + 1] + share * (xy[j + 1] - xy[i + 1]);
      }
    }
    swap(n);
    return this;
  }

  /** Whether every point lies within a distance of a place. */
  boolean within(double cx, double cy, double radius) {
    for (int i = 0; i < size; i += 2) {
      double dx = xy[i] - cx;
      double dy = xy[i + 1] - cy;
      if (dx * dx + dy * dy > radius * radius) {
        return false;
      }
    }
    return true;
  }

  /**
   * Keeps what lies within a circle. Each corner is inside or outside once and for all, so that the
   * outline leaves the circle exactly as often as it comes back, whatever rounding does.
   */
  Convex cutCircle(double cx, double cy, double radius) {
    if (isEmpty()) {
      return this;
    }
    int n = 0;
    double exit = Double.NaN; // the angle at which the outline left the circle it is outside of
    double firstEntry = Double.NaN;
    for (int i = 0; i < size; i += 2) {
      int j = i + 2 == size ? 0 : i + 2;
      double px = xy[i] - cx;
      double py = xy[i + 1] - cy;
      double dx = xy[j] - xy[i];
      double dy = xy[j + 1] - xy[i + 1];
      boolean begins = isInside(i, cx, cy, radius);
      boolean ends = isInside(j, cx, cy, radius);
      double a = dx * dx + dy * dy;
      double along = a == 0 ? 0 : -(px * dx + py * dy) / a; // to the point nearest to the centre
      double across = a == 0 ? 0 : Math.abs(px * dy - py * dx) / Math.sqrt(a);
      boolean through = along > 0 && along < 1 && across < radius - GRAZE_MILLIMETRES;
      if (!begins && !ends && !through) {
        continue;
      }
      double half = a == 0 ? 0 : Math.sqrt(Math.max(0, (radius - across) * (radius + across)) / a);
      n = roomToSpare(n);
      if (begins) {
        spare[n++] = xy[i];
        spare[n++] = xy[i + 1];
      } else {
        double at = Math.max(0, Math.min(1, along - half));
        double entry = Math.atan2(py + at * dy, px + at * dx);
        if (Double.isNaN(exit)) {
          firstEntry = entry;
        } else {
          n = roomToSpare(arc(n, cx, cy, radius, exit, entry));
          exit = Double.NaN;
        }
        spare[n++] = xy[i] + at * dx;
        spare[n++] = xy[i + 1] + at * dy;
      }
      if (!ends) {
        double at = Math.max(0, Math.min(1, along + half));
        spare[n++] = xy[i] + at * dx;
        spare[n++] = xy[i + 1] + at * dy;
        exit = Math.atan2(py + at * dy, px + at * dx);
      }
    }
    if (n == 0 && holds(cx, cy) && area() >= radius * radius) { // cut to a line it holds nothing
      n = arc(0, cx, cy, radius, 0, 2 * Math.PI);
    } else if (!Double.isNaN(exit) && !Double.isNaN(firstEntry)) {
      n = arc(n, cx, cy, radius, exit, firstEntry);
    }
    swap(n);
    return this;
  }

  private double area() {
    double twice = 0;
    for (int i = 0; i < size; i += 2) {
      int j = i + 2 == size ? 0 : i + 2;
      twice += (xy[i] - xy[0]) * (xy[j + 1] - xy[1]) - (xy[i + 1] - xy[1]) * (xy[j] - xy[0]);
    }
    return twice / 2;
  }

  private boolean isInside(int i, double cx, double cy, double radius) {
    double dx = xy[i] - cx;
    double dy = xy[i + 1] - cy;
    return dx * dx + dy * dy <= radius * radius;
  }

  /** Whether a point lies in it or on its outline. */
  boolean holds(double px, double py) {
    for (int i = 0; i < size; i += 2) {
      int j = i + 2 == size ? 0 : i + 2;
      if ((xy[j] - xy[i]) * (py - xy[i + 1]) - (xy[j + 1] - xy[i + 1]) * (px - xy[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Points strictly between two angles, counter-clockwise; nearly the same angle is the same. */
  private int arc(int at, double cx, double cy, double radius, double from, double to) {
    double sweep = to - from;
    while (sweep < 0) {
      sweep += 2 * Math.PI;
    }
    if (to - from < 2 * Math.PI && sweep > 2 * Math.PI - NO_ANGLE) {
      return at;
    }
    double most = 2 * Math.acos(Math.max(0, 1 - SAGITTA_MILLIMETRES / radius));
    int steps = (int) Math.ceil(sweep / Math.max(most, 1e-3));
    int n = at;
    for (int i = 1; i < steps; i++) {
      double angle = from + sweep * i / steps;
      n = roomToSpare(n);
      spare[n++] = cx + radius * Math.cos(angle);
      spare[n++] = cy + radius * Math.sin(angle);
    }
    return n;
  }

  private void swap(int n) {
    double[] kept = spare;
    spare = xy;
    xy = kept;
    size = n;
  }

  /** Makes sure that two more points fit. */
  private int roomToSpare(int n) {
    if (n + 4 > spare.length) {
      spare = Arrays.copyOf(spare, 2 * n + 8);
    }
    return n;
  }

  private void room(int needed) {
    if (needed > xy.length) {
      xy = new double[2 * needed];
    }
  }
}
