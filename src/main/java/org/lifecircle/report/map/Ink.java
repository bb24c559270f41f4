package org.lifecircle.report.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** The few strokes all drawings are made of. Lengths are points. */
final class Ink {

  private final Graphics2D graphics;
  private final Typeface typeface;

  Ink(Graphics2D graphics, Typeface typeface) {
    this.graphics = graphics;
    this.typeface = typeface;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  Typeface typeface() {
    return typeface;
  }

  void fill(Shape shape, Color colour) {
    graphics.setColor(colour);
    graphics.fill(shape);
  }

  void line(Shape shape, Color colour, double width, float... dashes) {
    graphics.setColor(colour);
    boolean dashed = dashes.length > 0;
    graphics.setStroke(
        new BasicStroke(
            (float) width,
            dashed ? BasicStroke.CAP_BUTT : BasicStroke.CAP_ROUND,
            BasicStroke.JOIN_ROUND,
            10,
            dashed ? dashes : null,
            0));
    graphics.draw(shape);
  }

  void text(String text, double x, double baseline, double size, Color colour) {
    if (text.isBlank()) {
      return;
    }
    graphics.setColor(colour);
    graphics.setFont(typeface.size(size));
    graphics.drawString(typeface.settable(text), (float) x, (float) baseline);
  }

  /** A rim around a text, so that it can be read on anything. */
  void halo(String text, double x, double baseline, double size, Color colour) {
    Shape outline =
        typeface
            .size(size)
            .createGlyphVector(graphics.getFontRenderContext(), text)
            .getOutline((float) x, (float) baseline);
    line(outline, colour, 1.4);
  }

  void textCentred(String text, double middle, double baseline, double size, Color colour) {
    text(text, middle - typeface.width(text, size) / 2, baseline, size, colour);
  }

  void textEndingAt(String text, double right, double baseline, double size, Color colour) {
    text(text, right - typeface.width(text, size), baseline, size, colour);
  }

  /** Draws with everything outside a rectangle left out. */
  void within(Rectangle2D frame, Runnable drawing) {
    Shape before = graphics.getClip();
    graphics.clip(frame);
    drawing.run();
    graphics.setClip(before);
  }

  static Shape dot(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  static Shape diamond(double x, double y, double radius) {
    Path2D path = new Path2D.Double();
    path.moveTo(x, y - radius);
    path.lineTo(x + radius, y);
    path.lineTo(x, y + radius);
    path.lineTo(x - radius, y);
    path.closePath();
    return path;
  }

  static Shape square(double x, double y, double radius) {
    return new Rectangle2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }
}
