package org.lifecircle.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lifecircle.api.Answer.Document;

/** Which rules of OGC API this keeps. A class stands here only when a test holds it to that. */
final class Conformance implements Endpoint {

  static final List<String> CLASSES =
      Stream.of(
              classes("ogcapi-common-1/1.0", "core", "landing-page", "json", "html", "oas30"),
              classes("ogcapi-common-2/1.0", "collections"),
              classes("ogcapi-features-1/1.0", "core", "oas30", "html", "geojson"),
              classes("ogcapi-features-2/1.0", "crs"),
              classes("ogcapi-features-3/1.0", "queryables", "filter", "features-filter"),
              classes(
                  "ogcapi-tiles-1/1.0",
                  "core",
                  "tileset",
                  "tilesets-list",
                  "dataset-tilesets",
                  "geodata-tilesets",
                  "collections-selection",
                  "mvt",
                  "json",
                  "oas30"),
              classes(
                  "ogcapi-processes-1/1.0",
                  "core",
                  "ogc-process-description",
                  "json",
                  "oas30",
                  "dismiss"),
              classes(
                  "cql2/1.0",
                  "cql2-text",
                  "cql2-json",
                  "basic-cql2",
                  "advanced-comparison-operators",
                  "case-insensitive-comparison",
                  "accent-insensitive-comparison",
                  "basic-spatial-functions",
                  "basic-spatial-functions-plus",
                  "spatial-functions",
                  "array-functions",
                  "property-property",
                  "arithmetic"))
          .flatMap(uris -> uris)
          .toList();

  Conformance(OpenArea area) {}

  private static Stream<String> classes(String standard, String... names) {
    return Stream.of(names)
        .map(name -> "http://www.opengis.net/spec/" + standard + "/conf/" + name);
  }

  @Override
  public Answer answer(Question question) {
    return new Document(Map.of("conformsTo", CLASSES));
  }
}
