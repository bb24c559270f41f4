package org.lifecircle.report.map;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** Ticks at round coordinates of the area's CRS, with the coordinates written along two sides. */
final class GridTicks {

  private static final double[] ROUND = {1, 2, 5, 10};
  private static final double TICK = 3;

  private GridTicks() {}

  /** Metres between ticks: a round number, some five of them along the shorter side. */
  static double step(MapView view) {
    double wanted = Math.min(view.ground().getWidth(), view.ground().getHeight()) / 4;
    double power = Math.pow(10, Math.floor(Math.log10(wanted)));
    double best = power;
    for (double step : ROUND) {
      if (step * power <= wanted) {
        best = step * power;
      }
    }
    return best;
  }

  static void draw(Ink ink, MapView view, Color colour) {
    double step = step(view);
    Rectangle2D frame = view.frame();
    double labelWidth = ink.typeface().width("0000000", 5.5);
    for (double east = first(view.ground().getMinX(), step);
        east <= view.ground().getMaxX();
        east += step) {
      double x = view.x(east);
      ink.line(new Line2D.Double(x, frame.getMaxY(), x, frame.getMaxY() + TICK), colour, 0.4);
      ink.line(new Line2D.Double(x, frame.getY(), x, frame.getY() - TICK), colour, 0.4);
      if (x > frame.getX() + labelWidth / 2 && x < frame.getMaxX() - labelWidth / 2) {
        ink.textCentred(metres(east), x, frame.getMaxY() + TICK + 6, 5.5, colour);
      }
    }
    for (double north = first(view.ground().getMinY(), step);
        north <= view.ground().getMaxY();
        north += step) {
      double y = view.y(north);
      ink.line(new Line2D.Double(frame.getX() - TICK, y, frame.getX(), y), colour, 0.4);
      ink.line(new Line2D.Double(frame.getMaxX(), y, frame.getMaxX() + TICK, y), colour, 0.4);
      ink.textEndingAt(metres(north), frame.getX() - TICK - 1, y + 2, 5.5, colour);
    }
    crosses(ink, view, step, colour);
  }

  /** A small cross where two grid lines meet, so that one can measure inside the map too. */
  private static void crosses(Ink ink, MapView view, double step, Color colour) {
    Color faint = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 110);
    for (double east = first(view.ground().getMinX(), step);
        east <= view.ground().getMaxX();
        east += step) {
      for (double north = first(view.ground().getMinY(), step);
          north <= view.ground().getMaxY();
          north += step) {
        double x = view.x(east);
        double y = view.y(north);
        ink.line(new Line2D.Double(x - 2, y, x + 2, y), faint, 0.3);
        ink.line(new Line2D.Double(x, y - 2, x, y + 2), faint, 0.3);
      }
    }
  }

  private static double first(double from, double step) {
    return Math.ceil(from / step) * step;
  }

  private static String metres(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }
}
