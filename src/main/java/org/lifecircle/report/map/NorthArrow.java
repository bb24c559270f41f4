package org.lifecircle.report.map;

import java.awt.Color;
import java.awt.geom.Path2D;

/** Points to grid north. */
final class NorthArrow {

  private NorthArrow() {}

  static void draw(Ink ink, double middle, double top, double height, Color colour) {
    double half = height * 0.24;
    double bottom = top + height;
    Path2D left = new Path2D.Double();
    left.moveTo(middle, top);
    left.lineTo(middle - half, bottom);
    left.lineTo(middle, bottom - height * 0.25);
    left.closePath();
    Path2D right = new Path2D.Double();
    right.moveTo(middle, top);
    right.lineTo(middle + half, bottom);
    right.lineTo(middle, bottom - height * 0.25);
    right.closePath();
    ink.fill(left, colour);
    ink.fill(right, Color.WHITE);
    ink.line(left, colour, 0.4);
    ink.line(right, colour, 0.4);
    ink.textCentred("N", middle, top - 2, 7, colour);
  }
}
