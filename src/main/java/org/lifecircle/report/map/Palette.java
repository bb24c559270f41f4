package org.lifecircle.report.map;

import java.awt.Color;
import java.util.Map;
import java.util.TreeMap;

/**
 * The colours of meanings: {@code walls.removable}, {@code share.classes.0.colour}. One meaning,
 * one colour, on the web, in GIS files and on paper.
 */
public final class Palette {

  private static final int SHARE_CLASSES = 5;

  private final Map<String, Color> colours = new TreeMap<>();

  private Palette() {}

  /** The palette of nested maps and lists, as its file has them; what is no colour is passed by. */
  public static Palette of(Map<?, ?> nested) {
    Palette palette = new Palette();
    palette.add("", nested);
    return palette;
  }

  private void add(String name, Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> add(name.isEmpty() ? key + "" : name + "." + key, inner));
    } else if (value instanceof Iterable<?> list) {
      int i = 0;
      for (Object inner : list) {
        add(name + "." + i++, inner);
      }
    } else if (value instanceof String text && text.matches("#[0-9a-fA-F]{6}")) {
      colours.put(name, Color.decode(text));
    }
  }

  /**
   * The colour of a meaning.
   *
   * @throws IllegalArgumentException if the palette has none
   */
  public Color colour(String meaning) {
    Color colour = colours.get(meaning);
    if (colour == null) {
      throw new IllegalArgumentException("palette.json has no colour '" + meaning + "'");
    }
    return colour;
  }

  /** The colour of a share of 0 to 1, in fifths. */
  public Color share(double share) {
    int step = (int) Math.min(SHARE_CLASSES - 1, Math.floor(share * SHARE_CLASSES));
    return colour("share.classes." + Math.max(0, step) + ".colour");
  }

  /** The colour of a change of share from -1 to 1. */
  public Color difference(double difference) {
    int step;
    if (difference == 0) {
      step = 2;
    } else if (difference < 0) {
      step = difference < -0.5 ? 0 : 1;
    } else {
      step = difference <= 0.5 ? 3 : 4;
    }
    return colour("difference.classes." + step + ".colour");
  }
}
