package org.lifecircle.io.qgis;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Text;

/**
 * How one layer looks.
 *
 * @param group of the project's layers it stands in
 * @param shown whether it is on at first
 * @param symbol of all that is not said otherwise
 * @param by null when all look the same
 * @param classes null when nothing is coloured by a number
 * @param fromScale it is not drawn on smaller maps than 1 : this; null for no such limit
 */
record LayerLook(
    String id,
    String group,
    boolean shown,
    Symbol symbol,
    @Nullable By by,
    @Nullable Classes classes,
    @Nullable Label label,
    @Nullable Integer fromScale) {

  /**
   * The same for some features; the others are not drawn.
   *
   * @param where expression of QGIS that they meet
   * @throws IllegalStateException if it does not colour by a number
   */
  LayerLook only(String where) {
    if (classes == null) {
      throw new IllegalStateException(id + " has no classes");
    }
    String number = "CASE WHEN " + where + " THEN \"" + classes.column() + "\" END";
    Classes some = new Classes(number, classes.steps());
    return new LayerLook(id, group, shown, symbol, by, some, label, fromScale);
  }

  /** Different symbols by the value of an expression of QGIS. */
  record By(String expression, List<Category> categories) {
    By {
      categories = List.copyOf(categories);
    }
  }

  /**
   * One of them.
   *
   * @param value of the expression; empty stands for all others
   */
  record Category(String value, Text title, Symbol symbol) {}

  /**
   * Colours by a number.
   *
   * @param column or expression that is the number
   */
  record Classes(String column, List<Palette.Step> steps) {
    Classes {
      steps = List.copyOf(steps);
    }
  }

  /**
   * Words on the map.
   *
   * @param expression whether {@code field} is one, not a column
   * @param sizePoints of the letters
   */
  record Label(
      String field,
      boolean expression,
      String colour,
      String halo,
      double sizePoints,
      @Nullable Integer fromScale) {}
}
