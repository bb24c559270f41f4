package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.api.filter.Filter;
import org.lifecircle.api.filter.Type;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Text;

/** What a filter may ask of the features of a collection, as a JSON schema. */
final class Queryables implements Endpoint {

  private final OpenArea area;

  Queryables(OpenArea area) {
    this.area = area;
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.JSON_SCHEMA);
  }

  /** The properties of a collection, and its place. */
  static Map<String, Type> of(Collection collection) {
    Map<String, Type> types = new LinkedHashMap<>();
    for (Column column : collection.columns()) {
      types.put(column.name(), Type.of(column.type()));
    }
    types.put(Filter.GEOMETRY, Type.GEOMETRY);
    return types;
  }

  @Override
  public Answer answer(Question question) {
    Collection collection = Collections.of(area, question.path("collection"));
    Map<String, Object> properties = properties(collection);
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("title", question.in(new Text("位置", "Place")));
    place.put("format", "geometry-any");
    place.put("x-ogc-role", "primary-geometry");
    properties.put(Filter.GEOMETRY, place);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    json.put("$id", question.url());
    json.put("type", "object");
    json.put("title", question.in(collection.title()));
    json.put("description", question.in(collection.about()));
    json.put("properties", properties);
    json.put("additionalProperties", false);
    return new Document(json);
  }

  /** What the features of a collection say of themselves. */
  static Map<String, Object> properties(Collection collection) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Column column : collection.columns()) {
      properties.put(column.name(), schema(column));
    }
    return properties;
  }

  private static Map<String, Object> schema(Column column) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", column.name());
    switch (Type.of(column.type())) {
      case NUMBER -> schema.put("type", column.type() == Integer.class ? "integer" : "number");
      case TRUTH -> schema.put("type", "boolean");
      case LIST -> {
        schema.put("type", "array");
        schema.put("items", Parameters.schema("string"));
      }
      default -> schema.put("type", "string");
    }
    if (column.name().equals("id")) {
      schema.put("x-ogc-role", "id");
    }
    return schema;
  }
}
