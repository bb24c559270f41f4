package org.lifecircle.report.map;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** A scale bar of a round number of metres, in four fields, with the scale in figures. */
final class ScaleBar {

  private static final double[] ROUND = {1, 2, 5, 10};

  private ScaleBar() {}

  /** How many metres a bar stands for that may be this wide. */
  static double metres(MapView view, double widest) {
    double room = view.metres(widest);
    double power = Math.pow(10, Math.floor(Math.log10(room)));
    double metres = power;
    for (double step : ROUND) {
      if (step * power <= room) {
        metres = step * power;
      }
    }
    return metres;
  }

  static void draw(Ink ink, MapView view, double x, double y, double widest, Color colour) {
    double metres = metres(view, widest);
    double width = view.points(metres);
    double height = 3;
    for (int field = 0; field < 4; field++) {
      Rectangle2D box = new Rectangle2D.Double(x + field * width / 4, y, width / 4, height);
      ink.fill(box, field % 2 == 0 ? colour : Color.WHITE);
      ink.line(box, colour, 0.4);
    }
    ink.text("0", x - 1.5, y + height + 7, 6, colour);
    ink.textCentred(length(metres), x + width, y + height + 7, 6, colour);
    ink.text(
        "1 : " + String.format(Locale.ROOT, "%,.0f", view.denominator()).replace(',', ' '),
        x,
        y - 3,
        6.5,
        colour);
  }

  private static String length(double metres) {
    return metres >= 1000
        ? String.format(Locale.ROOT, "%.0f km", metres / 1000)
        : String.format(Locale.ROOT, metres < 1 ? "%.1f m" : "%.0f m", metres);
  }
}
