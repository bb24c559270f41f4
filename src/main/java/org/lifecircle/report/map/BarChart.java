package org.lifecircle.report.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shares before and after, bar above bar, with the figures beside them. */
public record BarChart(
    double widthPoints,
    List<Pair> pairs,
    String before,
    String after,
    String description,
    Typeface typeface,
    Palette palette)
    implements Drawing {

  private static final double ROW = 22;
  private static final double HEAD = 16;
  private static final double FOOT = 14;
  private static final double NAMES = 150;
  private static final double FIGURES = 84;

  /**
   * Two bars: shares of 0 to 1, with how they are written; null where there is nothing to share.
   */
  public record Pair(
      String name,
      @Nullable Double before,
      @Nullable Double after,
      String beforeWritten,
      String afterWritten) {

    /** Whether any of its bars is longer than nothing. */
    public boolean visible() {
      return any(before) || any(after);
    }

    private static boolean any(@Nullable Double share) {
      return share != null && share > 0;
    }
  }

  public BarChart {
    pairs = List.copyOf(pairs);
  }

  @Override
  public double heightPoints() {
    return HEAD + ROW * pairs.size() + FOOT;
  }

  @Override
  public void draw(Graphics2D graphics) {
    Ink ink = new Ink(graphics, typeface);
    Color black = palette.colour("paper.ink");
    Color was = palette.colour("paper.boundary");
    Color is = palette.colour("share.classes.4.colour");
    double left = NAMES;
    double full = widthPoints - NAMES - FIGURES;
    legend(ink, left, was, is, black);
    double bottom = HEAD + ROW * pairs.size();
    for (int tenth = 0; tenth <= 10; tenth += 2) {
      double x = left + full * tenth / 10;
      ink.line(new Line2D.Double(x, HEAD, x, bottom), palette.colour("paper.outside"), 0.5);
      ink.textCentred(tenth * 10 + " %", x, bottom + 9, 6.5, black);
    }
    for (int i = 0; i < pairs.size(); i++) {
      Pair pair = pairs.get(i);
      double top = HEAD + ROW * i;
      String name = typeface.fitting(typeface.settable(pair.name()), 7.5, NAMES - 8);
      ink.textEndingAt(name, left - 6, top + ROW / 2 + 2.5, 7.5, black);
      bar(ink, left, top + 4, full, pair.before(), was);
      bar(ink, left, top + 11.5, full, pair.after(), is);
      ink.text(
          pair.beforeWritten() + " → " + pair.afterWritten(), left + full + 6, top + 14, 7, black);
    }
    ink.line(new Line2D.Double(left, HEAD, left, bottom), black, 0.6);
  }

  private void legend(Ink ink, double left, Color was, Color is, Color black) {
    ink.fill(new Rectangle2D.Double(left, 3, 10, 6), was);
    ink.text(before, left + 14, 9, 7, black);
    double next = left + 14 + typeface.width(before, 7) + 14;
    ink.fill(new Rectangle2D.Double(next, 3, 10, 6), is);
    ink.text(after, next + 14, 9, 7, black);
  }

  private static void bar(
      Ink ink, double left, double top, double full, @Nullable Double share, Color colour) {
    if (share != null && share > 0) {
      ink.fill(new Rectangle2D.Double(left, top, full * Math.min(1, share), 6.5), colour);
    }
  }
}
