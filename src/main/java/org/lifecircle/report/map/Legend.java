package org.lifecircle.report.map;

import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** What the colours and signs of a map mean, in columns. */
final class Legend {

  static final double ROW = 10;
  private static final double SWATCH = 14;
  private static final double SIZE = 6.8;

  /** How an entry is drawn beside its words. */
  enum Sign {
    AREA,
    LINE,
    DASHED,
    DOT,
    DIAMOND,
    SQUARE
  }

  /** One colour or sign. */
  record Entry(Sign sign, Color colour, Color outline, String words) {}

  private final List<Entry> entries = new ArrayList<>();

  Legend add(Sign sign, Color colour, Color outline, String words) {
    entries.add(new Entry(sign, colour, outline, words));
    return this;
  }

  Legend add(Sign sign, Color colour, String words) {
    return add(sign, colour, colour.darker(), words);
  }

  List<Entry> entries() {
    return entries;
  }

  /** How many columns fit beside one another. */
  private int columns(Typeface typeface, double width) {
    double widest = 1;
    for (Entry entry : entries) {
      widest = Math.max(widest, SWATCH + 4 + typeface.width(entry.words(), SIZE) + 10);
    }
    return (int) Math.max(1, Math.floor(width / widest));
  }

  /** How high it is when it may be this wide. */
  double height(Typeface typeface, double width) {
    int columns = columns(typeface, width);
    int rows = (entries.size() + columns - 1) / columns;
    return ROW * rows;
  }

  void draw(Ink ink, double x, double y, double width, Color words) {
    if (entries.isEmpty()) {
      return;
    }
    int columns = columns(ink.typeface(), width);
    int rows = (entries.size() + columns - 1) / columns;
    double column = width / columns;
    for (int i = 0; i < entries.size(); i++) {
      int beside = i / rows;
      double left = x + beside * column;
      double top = y + (i % rows) * ROW;
      Entry entry = entries.get(i);
      sign(ink, entry, left, top);
      String text = ink.typeface().fitting(entry.words(), SIZE, column - SWATCH - 5);
      ink.text(text, left + SWATCH + 4, top + 7.2, SIZE, words);
    }
  }

  private static void sign(Ink ink, Entry entry, double left, double top) {
    double x = left + SWATCH / 2;
    double y = top + 4.8;
    switch (entry.sign()) {
      case AREA -> {
        Rectangle2D box = new Rectangle2D.Double(left, y - 3.4, SWATCH, 6.8);
        ink.fill(box, entry.colour());
        ink.line(box, entry.outline(), 0.4);
      }
      case LINE -> ink.line(new Line2D.Double(left, y, left + SWATCH, y), entry.colour(), 1.5);
      case DASHED ->
          ink.line(new Line2D.Double(left, y, left + SWATCH, y), entry.colour(), 1.3, 2.5f, 1.5f);
      case DOT -> marker(ink, Ink.dot(x, y, 2.6), entry);
      case DIAMOND -> marker(ink, Ink.diamond(x, y, 3.1), entry);
      case SQUARE -> marker(ink, Ink.square(x, y, 2.4), entry);
    }
  }

  private static void marker(Ink ink, java.awt.Shape shape, Entry entry) {
    ink.fill(shape, entry.colour());
    ink.line(shape, entry.outline(), 0.4);
  }
}
