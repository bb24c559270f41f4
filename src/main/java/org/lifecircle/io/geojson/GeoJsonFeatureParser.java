package org.lifecircle.io.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawFeature;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/**
 * One GeoJSON feature, member by member. A complaint does not stop the parse: the rest of the file
 * is read on, so that all faults can be told at once.
 */
final class GeoJsonFeatureParser {

  private static final int LIST_ITEMS = 1000;

  private final JsonParser json;
  private final Limits limits;
  private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();
  private final List<Text> repairs = new ArrayList<>();
  private @Nullable Geometry geometry;
  private @Nullable Object id;
  private @Nullable Text complaint;

  GeoJsonFeatureParser(JsonParser json, Limits limits) {
    this.json = json;
    this.limits = limits;
  }

  /** Takes the member whose value the parser stands on; what is not understood stays unread. */
  void member(String member) throws IOException {
    switch (member) {
      case "id" -> id = scalar();
      case "properties" -> readProperties();
      case "geometry" -> readGeometry();
      default -> json.skipChildren();
    }
  }

  RawFeature feature(int index) {
    if (properties.get("id") == null && id != null) {
      properties.put("id", id);
    }
    return new RawFeature(index, geometry, properties);
  }

  List<Text> repairs() {
    return repairs;
  }

  @Nullable Text complaint() {
    return complaint;
  }

  private void readGeometry() throws IOException {
    if (json.currentToken() == JsonToken.VALUE_NULL) {
      return;
    }
    GeoJsonGeometryParser parser = new GeoJsonGeometryParser(json, limits);
    geometry = parser.parse();
    repairs.addAll(parser.repairs());
    complain(parser.complaint());
  }

  private void readProperties() throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      if (json.currentToken() != JsonToken.VALUE_NULL) {
        complain(new Text("“properties”不是对象", "'properties' is not an object"));
      }
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String column = json.currentName();
      json.nextToken();
      if (properties.size() < limits.columns()) {
        properties.put(column, value());
      } else {
        complain(
            new Text(
                "属性过多，上限为 " + limits.columns(),
                "too many properties; at most " + limits.columns()));
        json.skipChildren();
      }
    }
  }

  private @Nullable Object value() throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      Object value = scalar();
      json.skipChildren();
      return value;
    }
    List<Object> items = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Object item = scalar();
      json.skipChildren();
      if (item != null && items.size() < LIST_ITEMS) {
        items.add(item);
      }
    }
    return items;
  }

  /** Text, number or truth value; null for null, and for an object, which no column can hold. */
  private @Nullable Object scalar() throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT -> json.getText();
      case VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** As a number when it is one; text like 1e400 is left for the column to refuse. */
  private Object number() throws IOException {
    double number = json.getDoubleValue();
    if (!Double.isFinite(number)) {
      complain(new Text("数值过大：" + json.getText(), "the number is too large: " + json.getText()));
      return json.getText();
    }
    // An id that went through a table of doubles comes as 12.0 and means 12.
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? (Object) (long) number
        : (Object) number;
  }

  private void complain(@Nullable Text text) {
    if (complaint == null) {
      complaint = text;
    }
  }
}
