package org.lifecircle.api;

import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Document;

/** Which rules of OGC API this keeps. */
final class Conformance implements Endpoint {

  private static final String FEATURES = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";

  Conformance(OpenArea area) {}

  @Override
  public Answer answer(Question question) {
    return new Document(
        Map.of("conformsTo", List.of(FEATURES + "core", FEATURES + "oas30", FEATURES + "geojson")));
  }
}
