package org.lifecircle.store;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The CRS of a file, with its definition, so that whoever opens the file needs no tables to know
 * where it lies.
 *
 * @param code for example {@code EPSG:4546}
 * @param definition as well-known text, east first
 */
public record Crs(String code, String definition) {

  private static final Pattern CODE = Pattern.compile("EPSG:([0-9]{1,6})");

  public Crs {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("'" + code + "' is not like EPSG:4546");
    }
  }

  /** The number of the code. */
  int srsId() {
    Matcher matcher = CODE.matcher(code);
    if (!matcher.matches()) {
      throw new IllegalStateException(code);
    }
    return Integer.parseInt(matcher.group(1));
  }
}
