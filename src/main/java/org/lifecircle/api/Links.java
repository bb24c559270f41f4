package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Links as OGC API writes them. */
final class Links {

  private Links() {}

  static Map<String, Object> link(String rel, String type, String href, String title) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("rel", rel);
    link.put("type", type);
    link.put("href", href);
    link.put("title", title);
    return link;
  }

  static Map<String, Object> json(String rel, String href, String title) {
    return link(rel, Format.JSON.mediaType(), href, title);
  }

  static Map<String, Object> geoJson(String rel, String href, String title) {
    return link(rel, Format.GEOJSON.mediaType(), href, title);
  }

  /** The same answer in the other forms there are. */
  static List<Map<String, Object>> alternates(Question question, String title) {
    List<Map<String, Object>> links = new ArrayList<>();
    for (Format format : question.formats()) {
      if (!format.mediaType().equals(question.format().mediaType())) {
        String there = question.urlWith("f", format.code());
        links.add(link("alternate", format.mediaType(), there, title + " (" + format.code() + ")"));
      }
    }
    return links;
  }
}
