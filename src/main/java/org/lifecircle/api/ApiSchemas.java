package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What answers look like, as schemas of OpenAPI 3.0: the members every client may count on. */
final class ApiSchemas {

  private ApiSchemas() {}

  /** The members of {@code type: object} in this form. */
  static Map<String, Object> of(Format format, Endpoint endpoint) {
    if (endpoint instanceof CollectionItem) {
      return with("type", "geometry", "properties", "links");
    }
    if (format == Format.GEOJSON || format == Format.FEATURES) {
      return endpoint instanceof WalkAnswers
          ? with("type", "geometry", "properties")
          : with("type", "features");
    }
    if (format == Format.TILEJSON) {
      return with("tilejson", "tiles", "vector_layers", "bounds");
    }
    if (format == Format.JSON_SCHEMA) {
      return with("type", "properties");
    }
    if (endpoint instanceof LandingPage) {
      return with("title", "links");
    }
    if (endpoint instanceof Conformance) {
      return with("conformsTo");
    }
    if (endpoint instanceof CollectionList) {
      return with("links", "collections");
    }
    if (endpoint instanceof CollectionPage) {
      return with("id", "title", "description", "extent", "crs", "links");
    }
    if (endpoint instanceof TileSetList) {
      return with("tilesets");
    }
    return endpoint instanceof CoverageAnswers
        ? with("area", "dataset_version", "standard", "criterion", "group", "rows")
        : Map.of();
  }

  private static Map<String, Object> with(String... required) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (String name : required) {
      properties.put(name, schema(name));
    }
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("required", List.of(required));
    members.put("properties", properties);
    return members;
  }

  private static Map<String, Object> schema(String name) {
    return switch (name) {
      case "links", "features", "collections", "rows", "tilesets", "vector_layers" ->
          array(Parameters.schema("object"));
      case "conformsTo", "crs", "tiles" -> array(Parameters.schema("string"));
      case "bounds" -> array(Parameters.schema("number"));
      case "properties", "extent" -> Parameters.schema("object");
      case "geometry" -> {
        Map<String, Object> geometry = Parameters.schema("object");
        geometry.put("nullable", true);
        yield geometry;
      }
      default -> Parameters.schema("string");
    };
  }

  private static Map<String, Object> array(Map<String, Object> items) {
    Map<String, Object> array = Parameters.schema("array");
    array.put("items", items);
    return array;
  }
}
