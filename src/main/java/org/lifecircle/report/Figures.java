package org.lifecircle.report;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How figures are written. What is not known is a dash, never a nought. */
public final class Figures {

  static final String UNKNOWN = "–";

  private Figures() {}

  /** Whole people, metres, square metres or yuan: {@code 31,552}. */
  public static String whole(@Nullable Number number) {
    return number == null
        ? UNKNOWN
        : String.format(Locale.ROOT, "%,d", Math.round(number.doubleValue()));
  }

  /** A share of 0 to 1 as {@code 11.3 %}. */
  public static String share(@Nullable Double share) {
    return share == null ? UNKNOWN : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** A difference of shares in percentage points, with its sign. */
  public static String points(@Nullable Double difference) {
    if (difference == null) {
      return UNKNOWN;
    }
    String written = String.format(Locale.ROOT, "%+.1f", 100 * difference);
    return written.matches("[+-]0\\.0") ? "0.0" : written;
  }

  /** One digit after the point: {@code 1,234.5}. */
  public static String tenths(@Nullable Double number) {
    return number == null ? UNKNOWN : String.format(Locale.ROOT, "%,.1f", number);
  }

  /** Two digits after the point, for widths. */
  public static String hundredths(@Nullable Double number) {
    return number == null ? UNKNOWN : String.format(Locale.ROOT, "%,.2f", number);
  }

  /** People more or fewer, with their sign. */
  public static String change(double number) {
    long whole = Math.round(number);
    return whole == 0 ? "0" : String.format(Locale.ROOT, "%+,d", whole);
  }

  static String plain(@Nullable Object value) {
    return value == null ? UNKNOWN : value.toString();
  }
}
