package org.lifecircle.model;

import java.util.regex.Pattern;

/**
 * What a study area says of itself.
 *
 * @param id short, lower-case letters, digits, dashes and underscores
 * @param crs the projected CRS all is computed in, for example {@code EPSG:4546}
 * @param evidence how it was mapped
 * @param standard id of the standard it is judged by
 */
public record AreaProfile(String id, Text name, String crs, Evidence evidence, String standard) {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

  public AreaProfile {
    if (!isId(id)) {
      throw new BadValueException(
          "研究范围编号“" + id + "”只能含小写字母、数字、- 和 _，最多 63 个字符",
          "area id '"
              + id
              + "' may hold only lower-case letters, digits, - and _, at most 63 of them");
    }
  }

  /** Whether this could be the id of an area. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }
}
