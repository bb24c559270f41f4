package org.lifecircle.walk;

import java.util.Arrays;

/** A small convex polygon, counter-clockwise, being cut; coordinates in millimetres. */
final class Convex {

  /** Arcs are drawn as chords that stray from them by no more. */
  private static final double SAGITTA_MILLIMETRES = 20;

  private double[] xy;
  private int size; // of xy

  Convex(double... points) {
    xy = points.clone();
    size = points.length;
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
    double[] kept = new double[size + 4];
    int n = 0;
    for (int i = 0; i < size; i += 2) {
      int j = (i + 2) % size;
      double here = (bx - ax) * (xy[i + 1] - ay) - (by - ay) * (xy[i] - ax);
      double next = (bx - ax) * (xy[j + 1] - ay) - (by - ay) * (xy[j] - ax);
      if (here >= 0) {
        kept[n++] = xy[i];
        kept[n++] = xy[i + 1];
      }
      if ((here > 0 && next < 0) || (here < 0 && next > 0)) {
        double share = here / (here - next);
        kept[n++] = xy[i] + share * (xy[j] - xy[i]);
        kept[n++] = xy[i + 1] + share * (xy[j + 1] - xy[i + 1]);
      }
    }
    xy = kept;
    size = n;
    return this;
  }

  /** Whether every point lies within a distance of a place. */
  boolean within(double cx, double cy, double radius) {
    for (int i = 0; i < size; i += 2) {
      if (Math.hypot(xy[i] - cx, xy[i + 1] - cy) > radius) {
        return false;
      }
    }
    return true;
  }

  /** Keeps what lies within a circle. */
  Convex cutCircle(double cx, double cy, double radius) {
    double[] kept = new double[64];
    int n = 0;
    double exit = Double.NaN; // the angle at which the outline last left the circle
    double firstEntry = Double.NaN;
    for (int i = 0; i < size; i += 2) {
      int j = (i + 2) % size;
      double[] s = crossings(xy[i], xy[i + 1], xy[j], xy[j + 1], cx, cy, radius);
      if (s.length == 0) {
        continue;
      }
      double x0 = xy[i] + s[0] * (xy[j] - xy[i]);
      double y0 = xy[i + 1] + s[0] * (xy[j + 1] - xy[i + 1]);
      if (s[0] > 0) {
        double entry = Math.atan2(y0 - cy, x0 - cx);
        if (Double.isNaN(exit)) {
          firstEntry = entry;
        } else {
          double[] arc = arc(cx, cy, radius, exit, entry);
          kept = grow(kept, n + arc.length + 4);
          System.arraycopy(arc, 0, kept, n, arc.length);
          n += arc.length;
        }
      }
      kept = grow(kept, n + 4);
      kept[n++] = x0;
      kept[n++] = y0;
      if (s[1] < 1) {
        double x1 = xy[i] + s[1] * (xy[j] - xy[i]);
        double y1 = xy[i + 1] + s[1] * (xy[j + 1] - xy[i + 1]);
        kept[n++] = x1;
        kept[n++] = y1;
        exit = Math.atan2(y1 - cy, x1 - cx);
      }
    }
    if (!Double.isNaN(exit)) {
      double entry = Double.isNaN(firstEntry) ? exit : firstEntry;
      double[] arc = arc(cx, cy, radius, exit, entry);
      kept = grow(kept, n + arc.length);
      System.arraycopy(arc, 0, kept, n, arc.length);
      n += arc.length;
    } else if (n == 0 && holds(cx, cy)) {
      kept = arc(cx, cy, radius, 0, 0);
      n = kept.length;
    }
    xy = kept;
    size = n;
    return this;
  }

  private boolean holds(double px, double py) {
    for (int i = 0; i < size; i += 2) {
      int j = (i + 2) % size;
      if ((xy[j] - xy[i]) * (py - xy[i + 1]) - (xy[j + 1] - xy[i + 1]) * (px - xy[i]) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The shares of a segment between which it lies in the circle, or nothing. */
  private static double[] crossings(
      double ax, double ay, double bx, double by, double cx, double cy, double radius) {
    double dx = bx - ax;
    double dy = by - ay;
    double a = dx * dx + dy * dy;
    double b = (ax - cx) * dx + (ay - cy) * dy;
    double c = (ax - cx) * (ax - cx) + (ay - cy) * (ay - cy) - radius * radius;
    double root = b * b - a * c;
    if (a == 0 || root <= 0) {
      return new double[0];
    }
    double half = Math.sqrt(root);
    double from = Math.max(0, (-b - half) / a);
    double to = Math.min(1, (-b + half) / a);
    return from < to ? new double[] {from, to} : new double[0];
  }

  /** Points strictly between two angles, counter-clockwise; equal angles are a whole round. */
  private static double[] arc(double cx, double cy, double radius, double from, double to) {
    double sweep = to - from;
    while (sweep <= 0) {
      sweep += 2 * Math.PI;
    }
    double most = 2 * Math.acos(Math.max(0, 1 - SAGITTA_MILLIMETRES / radius));
    int steps = (int) Math.ceil(sweep / Math.max(most, 1e-3));
    double[] points = new double[2 * Math.max(0, steps - 1)];
    for (int i = 1; i < steps; i++) {
      double angle = from + sweep * i / steps;
      points[2 * i - 2] = cx + radius * Math.cos(angle);
      points[2 * i - 1] = cy + radius * Math.sin(angle);
    }
    return points;
  }

  private static double[] grow(double[] array, int needed) {
    return needed <= array.length
        ? array
        : Arrays.copyOf(array, Math.max(needed, 2 * array.length));
  }
}
