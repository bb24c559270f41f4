package org.lifecircle.report.map;

import java.awt.Graphics2D;

/** The legend of several small maps. */
record LegendOnly(
    double widthPoints, Legend legend, String description, Typeface typeface, Palette palette)
    implements Drawing {

  @Override
  public double heightPoints() {
    return legend.height(typeface, widthPoints) + 2;
  }

  @Override
  public void draw(Graphics2D graphics) {
    legend.draw(new Ink(graphics, typeface), 0, 1, widthPoints, palette.colour("paper.ink"));
  }
}
