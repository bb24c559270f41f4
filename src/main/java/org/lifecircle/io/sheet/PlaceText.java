package org.lifecircle.io.sheet;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Millimetres;
import org.lifecircle.io.Shapes;
import org.lifecircle.io.Wkb;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Places written as text: WKT, WKB in hexadecimal as PostGIS exports it, or a pair of numbers. */
final class PlaceText {

  private static final int DEPTH = 8;
  private static final Pattern PAIR =
      Pattern.compile("\\(?\\s*([-+0-9.eE]+)\\s*[,，;\\s]\\s*([-+0-9.eE]+)\\s*\\)?");
  private static final Pattern HEX = Pattern.compile("0[01][0-9A-Fa-f]{16,}");

  private PlaceText() {}

  /**
   * The geometry of a text; null for an empty one.
   *
   * @throws BadValueException if it is none
   */
  static @Nullable Geometry geometry(String text, Limits limits) {
    if (text.isEmpty()) {
      return null;
    }
    Matcher pair = PAIR.matcher(text);
    if (pair.matches()) {
      return point(pair.group(1), pair.group(2));
    }
    if (HEX.matcher(text).matches() && text.length() % 2 == 0) {
      return Wkb.read(ByteBuffer.wrap(HexFormat.of().parseHex(text)), limits);
    }
    return wkt(text, limits);
  }

  private static Geometry wkt(String text, Limits limits) {
    requireShallow(text);
    limits.requireVertices(text.chars().filter(c -> c == ',').count());
    try {
      // "SRID=4490;POINT (…)" is PostGIS's dialect.
      Geometry geometry =
          new WKTReader(Millimetres.FACTORY).read(text.replaceFirst("(?i)^SRID=[0-9]+;", ""));
      for (Coordinate c : geometry.getCoordinates()) {
        Shapes.at(c.x, c.y);
      }
      return geometry;
    } catch (ParseException | IllegalArgumentException e) {
      if (e instanceof BadValueException bad) {
        throw bad;
      }
      throw new BadValueException(
          "不是有效的 WKT：" + shown(text), "it is not valid WKT: " + shown(text));
    }
  }

  private static void requireShallow(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
      if (depth > DEPTH) {
        throw new BadValueException(
            "几何嵌套超过 " + DEPTH + " 层", "the geometry is nested deeper than " + DEPTH);
      }
    }
  }

  /** The point of two numbers; null when both are empty. */
  static @Nullable Geometry point(String east, String north) {
    if (east.isEmpty() && north.isEmpty()) {
      return null;
    }
    return Shapes.point(Shapes.at(number(east), number(north)));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text.replaceFirst("[°度]$", ""));
    } catch (NumberFormatException e) {
      throw new BadValueException(
          "坐标“" + shown(text) + "”不是数", "coordinate '" + shown(text) + "' is not a number");
    }
  }

  private static String shown(String text) {
    return text.length() > 60 ? text.substring(0, 60) + "…" : text;
  }
}
