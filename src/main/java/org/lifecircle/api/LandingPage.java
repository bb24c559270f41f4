package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.api.MapSettings.Basemap;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;

/** Where an area begins: what it is, and what can be asked of it. */
final class LandingPage implements Endpoint {

  /** What the licence of OpenStreetMap's data asks everybody to say who shows them. */
  static final String OSM = "© OpenStreetMap contributors";

  private static final String OGC = "http://www.opengis.net/def/rel/ogc/1.0/";

  private final OpenArea area;

  LandingPage(OpenArea area) {
    this.area = area;
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.JSON, Format.HTML);
  }

  @Override
  public Answer answer(Question question) {
    AreaProfile profile = area.area().profile();
    if (question.format() == Format.HTML) {
      return WebFiles.map();
    }
    Map<String, Object> json = new LinkedHashMap<>();
    OpenScenario scenario = area.scenario();
    if (scenario != null) {
      json.putAll(scenario.json(area, question.language()));
    } else {
      json.put("id", profile.id());
    }
    json.put("title", question.in(profile.name()));
    json.put("title_zh", profile.name().zh());
    json.put("title_en", profile.name().en());
    json.put("crs", profile.crs());
    json.put("evidence", profile.evidence().code());
    if (profile.evidence() == Evidence.OSM) {
      json.put("attribution", OSM);
    }
    MapSettings map = area.settings().map();
    if (!map.approval().isEmpty()) {
      json.put("map_approval", map.approval());
    }
    Basemap basemap = map.basemap();
    if (basemap != null) {
      Map<String, Object> beneath = new LinkedHashMap<>();
      beneath.put("tiles", basemap.tiles());
      beneath.put("attribution", basemap.attribution());
      beneath.put("max_zoom", basemap.maxZoom());
      json.put("basemap", beneath);
    }
    json.put("standard", profile.standard());
    json.put("dataset_version", area.version());
    json.put("imported_at", area.stored().imported().at().toString());
    json.put("extent", CollectionPage.extent(area));
    json.put("features", counts());
    json.put("links", links(question));
    return new Document(json);
  }

  /** How many features each layer has. */
  private Map<String, Object> counts() {
    Map<String, Object> counts = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      counts.put(layer.code(), area.area().layer(layer).size());
    }
    return counts;
  }

  private static List<Map<String, Object>> links(Question question) {
    String url = question.url();
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(Links.json("self", url, question.in(new Text("首页", "Landing page"))));
    links.add(
        Links.link(
            "alternate", "text/html", url + "?f=html", question.in(new Text("网页", "Web page"))));
    links.add(
        Links.link(
            "service-desc",
            Format.OPENAPI.mediaType(),
            url + "/api",
            question.in(new Text("接口文档", "API document"))));
    links.add(
        Links.link(
            "service-doc",
            "text/html",
            url + "/api?f=html",
            question.in(new Text("接口文档网页", "API document for people"))));
    for (Routes.AreaRoute route : Routes.OF_AREA) {
      String rel =
          switch (route.path()) {
            case "/conformance" -> "conformance";
            case "/collections" -> "data";
            case "/tiles" -> OGC + "tilesets-vector";
            case "/tileMatrixSets" -> OGC + "tiling-schemes";
            case "/processes" -> OGC + "processes";
            case "/styles" -> OGC + "styles";
            default -> "related";
          };
      boolean fixed = !route.path().isEmpty() && !route.path().contains("{");
      if (fixed && !route.path().equals("/api")) {
        links.add(Links.json(rel, url + route.path(), question.in(route.summary())));
      }
    }
    links.add(Links.json(OGC + "job-list", url + "/jobs", question.in(new Text("计算任务", "Jobs"))));
    return links;
  }
}
