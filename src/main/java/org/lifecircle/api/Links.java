package org.lifecircle.api;

import java.util.LinkedHashMap;
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
}
