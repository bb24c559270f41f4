package org.lifecircle.io.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.BadValueException;

/**
 * The {@code crs} member of GeoJSON 2008. RFC 7946 dropped it, GDAL and QGIS still write it, with
 * longitude or east first whatever the authority's axis order.
 */
final class GeoJsonCrs {

  private static final Pattern NAMED =
      Pattern.compile(
          "(?:urn:ogc:def:crs:EPSG:[0-9.]*:|EPSG:|https?://www.opengis.net/def/crs/EPSG/[0-9.]+/)"
              + "([0-9]{4,6})",
          Pattern.CASE_INSENSITIVE);

  private GeoJsonCrs() {}

  /** Reads the member whose value the parser stands on, and leaves it at the value's end. */
  static String read(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return RawLayer.LON_LAT;
    }
    String name = null;
    // {"type": "name", "properties": {"name": "..."}} or {"type": "EPSG", "properties": {"code":
    // 1}}
    int depth = json.currentToken() == JsonToken.START_OBJECT ? 1 : 0;
    while (depth > 0) {
      JsonToken token = json.nextToken();
      if (token == null) {
        break;
      } else if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token.isScalarValue() && depth == 2) {
        name = nameOf(json, name);
      }
    }
    return code(name);
  }

  private static @Nullable String nameOf(JsonParser json, @Nullable String known)
      throws IOException {
    return switch (String.valueOf(json.currentName())) {
      case "name" -> json.getValueAsString();
      case "code" -> "EPSG:" + json.getValueAsString();
      default -> known;
    };
  }

  private static String code(@Nullable String name) {
    if (name != null && name.endsWith("CRS84")) {
      return RawLayer.LON_LAT;
    }
    Matcher named = NAMED.matcher(String.valueOf(name));
    if (!named.matches()) {
      throw new BadValueException(
          "看不懂 crs 成员“" + name + "”；请写成 EPSG:4490 这样，或删去",
          "the crs member '"
              + name
              + "' is not understood; write it like EPSG:4490, or leave it out");
    }
    return "EPSG:" + named.group(1);
  }
}
