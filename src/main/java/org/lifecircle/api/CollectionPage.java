package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Document;

/** What a collection is. */
final class CollectionPage implements Endpoint {

  static final String LON_LAT = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  private final OpenArea area;

  CollectionPage(OpenArea area) {
    this.area = area;
  }

  @Override
  public Answer answer(Question question) {
    Collection collection = Collections.of(area, question.path("collection"));
    return new Document(describe(area, collection, question, question.url()));
  }

  static Map<String, Object> describe(
      OpenArea area, Collection collection, Question question, String url) {
    String title = question.in(collection.title());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", collection.id());
    json.put("title", title);
    json.put("description", question.in(collection.about()));
    json.put("itemType", "feature");
    json.put("extent", extent(area));
    json.put("crs", List.of(LON_LAT));
    json.put(
        "links",
        List.of(
            Links.json("self", url, title),
            Links.geoJson("items", url + "/items", title),
            Links.link(
                "alternate", Format.CSV.mediaType(), url + "/items?f=csv", title + " (CSV)")));
    return json;
  }

  static Map<String, Object> extent(OpenArea area) {
    List<Double> box = Extent.box(area.area().boundary(), area.projection());
    return Map.of("spatial", Map.of("bbox", List.of(box), "crs", LON_LAT));
  }
}
