package org.lifecircle.report.map;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The letters everything is set in, from one TrueType file. What it has no letter for is shown by
 * its code point, so that a rare name is never quietly shortened.
 */
public final class Typeface {

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

  private final File file;
  private final Font font;

  private Typeface(File file, Font font) {
    this.file = file;
    this.font = font;
  }

  /**
   * Reads a TrueType file.
   *
   * @throws IOException if there is none, or it is not one
   */
  public static Typeface read(Path file) throws IOException {
    try {
      return new Typeface(file.toFile(), Font.createFont(Font.TRUETYPE_FONT, file.toFile()));
    } catch (FontFormatException e) {
      throw new IOException(file + " 不是 TrueType 字体。It is no TrueType font.", e);
    }
  }

  public File file() {
    return file;
  }

  /** Its name, by which documents ask for it. */
  public String family() {
    return font.getFamily(Locale.ROOT);
  }

  /** It in a size, in points. */
  public Font size(double points) {
    return font.deriveFont((float) points);
  }

  /** How wide a text is, in points. */
  public double width(String text, double points) {
    return size(points).getStringBounds(text, EXACT).getWidth();
  }

  /** The text as it can be set: {@code [U+1F600]} for what there is no letter for. */
  public String settable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  private void append(StringBuilder shown, int codePoint) {
    if (Character.isWhitespace(codePoint)) {
      shown.append(' ');
    } else if (codePoint < 0x20 || isInvisible(codePoint) || !font.canDisplay(codePoint)) {
      shown.append(String.format(Locale.ROOT, "[U+%04X]", codePoint));
    } else {
      shown.appendCodePoint(codePoint);
    }
  }

  /** Marks that steer the direction of text or join letters: unseen, they could hide something. */
  private static boolean isInvisible(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.UNASSIGNED
        || type == Character.PRIVATE_USE;
  }

  /**
   * The longest beginning that is no wider than this, with an ellipsis if something is left out.
   */
  public String fitting(String text, double points, double width) {
    if (width(text, points) <= width) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (width(text.substring(0, middle) + "…", points) <= width) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return text.substring(0, low) + "…";
  }
}
