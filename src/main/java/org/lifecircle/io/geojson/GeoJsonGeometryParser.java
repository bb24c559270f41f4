package org.lifecircle.io.geojson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Millimetres;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * One GeoJSON geometry. Coordinates may come before the type, so they are first read as nested
 * lists, counted as they come.
 */
final class GeoJsonGeometryParser {

  private static final int COORDINATE_DEPTH = 4;
  private static final int COLLECTION_DEPTH = 8;

  private final JsonParser json;
  private final Limits limits;
  private final List<Text> repairs = new ArrayList<>();
  private @Nullable Text complaint;
  private int vertices;

  // Of a geometry that is a whole document.
  private @Nullable Object coordinates;
  private @Nullable List<Geometry> members;

  GeoJsonGeometryParser(JsonParser json, Limits limits) {
    this.json = json;
    this.limits = limits;
  }

  /** Reads the object the parser stands on to its end; null when there is a complaint. */
  @Nullable Geometry parse() throws IOException {
    Geometry geometry = geometry(0);
    return complaint == null ? geometry : null;
  }

  /** Takes a member of a document that may be a geometry; the parser stands on its value. */
  void member(String member) throws IOException {
    switch (member) {
      case "coordinates" -> coordinates = nested(0);
      case "geometries" -> members = geometries(0);
      default -> {}
    }
  }

  /** Whether the document had what geometries have. */
  boolean hasMembers() {
    return coordinates != null || members != null;
  }

  /** The geometry the document is. */
  @Nullable Geometry document(String type) {
    return complaint == null ? build(type, coordinates, members) : null;
  }

  List<Text> repairs() {
    return repairs;
  }

  @Nullable Text complaint() {
    return complaint;
  }

  private @Nullable Geometry geometry(int depth) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT || depth > COLLECTION_DEPTH) {
      complain("“geometry”不是几何对象", "'geometry' is not a geometry object");
      json.skipChildren();
      return null;
    }
    String type = null;
    Object positions = null;
    List<Geometry> geometries = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      switch (member) {
        case "type" -> type = json.getValueAsString();
        case "coordinates" -> positions = nested(0);
        case "geometries" -> geometries = geometries(depth);
        default -> {}
      }
      json.skipChildren();
    }
    return complaint == null ? build(type, positions, geometries) : null;
  }

  private List<Geometry> geometries(int depth) throws IOException {
    List<Geometry> read = new ArrayList<>();
    if (json.currentToken() != JsonToken.START_ARRAY) {
      complain("“geometries”不是数组", "'geometries' is not an array");
      return read;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Geometry member = geometry(depth + 1);
      if (member != null) {
        read.add(member);
      }
    }
    return read;
  }

  /** A position as a {@link Coordinate}, anything else as a list of what it holds. */
  private Object nested(int depth) throws IOException {
    List<Object> items = new ArrayList<>();
    if (json.currentToken() != JsonToken.START_ARRAY || depth > COORDINATE_DEPTH) {
      complain("“coordinates”不是坐标数组", "'coordinates' is not an array of positions");
      json.skipChildren();
      return items;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken().isNumeric() && items.isEmpty()) {
        return position();
      }
      Object item = nested(depth + 1);
      if (vertices <= limits.vertices() && complaint == null) {
        items.add(item);
      }
    }
    return items;
  }

  /** Reads to the end of the position's array. Heights and measures are dropped. */
  private Coordinate position() throws IOException {
    double[] xy = {Double.NaN, Double.NaN};
    int count = 0;
    do {
      if (!json.currentToken().isNumeric()) {
        complain("坐标中有非数值", "a position holds something that is not a number");
        json.skipChildren();
      } else if (count < 2) {
        xy[count] = json.getDoubleValue();
      }
      count++;
    } while (json.nextToken() != JsonToken.END_ARRAY);
    if (!Double.isFinite(xy[0]) || !Double.isFinite(xy[1])) {
      complain("坐标不完整，或不是有限数", "a position is incomplete, or one of its numbers is not finite");
    }
    if (++vertices > limits.vertices()) {
      complain("顶点过多，上限为 " + limits.vertices(), "too many vertices; at most " + limits.vertices());
    }
    return new Coordinate(xy[0], xy[1]);
  }

  private @Nullable Geometry build(
      @Nullable String type, @Nullable Object positions, @Nullable List<Geometry> geometries) {
    try {
      if ("GeometryCollection".equals(type)) {
        List<Geometry> parts = geometries == null ? List.of() : geometries;
        return Millimetres.FACTORY.createGeometryCollection(parts.toArray(new Geometry[0]));
      }
      return new GeoJsonShapes(repairs).of(String.valueOf(type), positions);
    } catch (BadValueException e) {
      complain(e.reason().zh(), e.reason().en());
      return null;
    }
  }

  private void complain(String zh, String en) {
    if (complaint == null) {
      complaint = new Text(zh, en);
    }
  }
}
