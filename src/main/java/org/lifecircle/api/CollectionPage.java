package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Envelope;

/** What a collection is. */
final class CollectionPage implements Endpoint {

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
    json.put("extent", extent(area, collection));
    json.put("crs", ServedCrs.uris(area.projection()));
    json.put("storageCrs", ServedCrs.storage(area.projection()));
    json.put("links", links(question, url, title));
    return json;
  }

  private static List<Map<String, Object>> links(Question question, String url, String title) {
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(Links.json("self", url, title));
    String items = url + "/items";
    links.add(Links.geoJson("items", items + "?f=geojson", title));
    links.add(Links.link("items", Format.HTML.mediaType(), items + "?f=html", title));
    links.add(Links.link("items", Format.CSV.mediaType(), items + "?f=csv", title));
    links.add(
        Links.link(
            "http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector",
            Format.JSON.mediaType(),
            url + "/tiles",
            question.in(new Text("矢量瓦片", "Vector tiles"))));
    links.add(
        Links.link(
            "http://www.opengis.net/def/rel/ogc/1.0/queryables",
            Format.JSON_SCHEMA.mediaType(),
            url + "/queryables",
            question.in(new Text("可筛选的属性", "Queryables"))));
    return links;
  }

  /** Around a layer's features; results lie where the whole area is. */
  private static Map<String, Object> extent(OpenArea area, Collection collection) {
    for (Layer layer : Layer.values()) {
      if (layer.code().equals(collection.id()) && !area.area().layer(layer).isEmpty()) {
        Envelope box = BoundingBox.around(area.area().layer(layer).stream().map(Feature::geometry));
        return extent(Extent.toLonLat(box, area.projection()));
      }
    }
    return extent(area);
  }

  /** Around all there is. */
  static Map<String, Object> extent(OpenArea area) {
    return extent(Extent.toLonLat(around(area), area.projection()));
  }

  /** Around all there is, in metres. */
  static Envelope around(OpenArea area) {
    Envelope box = area.area().boundary().getEnvelopeInternal();
    for (Layer layer : Layer.values()) {
      area.area()
          .layer(layer)
          .forEach(f -> box.expandToInclude(f.geometry().getEnvelopeInternal()));
    }
    return box;
  }

  private static Map<String, Object> extent(Envelope degrees) {
    List<Double> box =
        List.of(degrees.getMinX(), degrees.getMinY(), degrees.getMaxX(), degrees.getMaxY());
    return Map.of("spatial", Map.of("bbox", List.of(box), "crs", ServedCrs.LON_LAT));
  }
}
