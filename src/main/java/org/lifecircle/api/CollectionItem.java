package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** A single feature of a collection. */
final class CollectionItem implements Endpoint {

  static final Text ABOUT_CRS =
      new Text("坐标的坐标系，轴序从其定义", "the CRS of coordinates, in its own order of axes");

  private final OpenArea area;
  private final Parameter<String> crs;

  CollectionItem(OpenArea area) {
    this.area = area;
    crs = ServedCrs.parameter("crs", ABOUT_CRS, area.projection());
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(crs);
  }

  @Override
  public Answer answer(Question question) {
    Collection collection = Collections.of(area, question.path("collection"));
    String id = question.path("feature");
    Item item =
        collection
            .findItem(id)
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemKind.UNKNOWN_FEATURE,
                            "图层 " + collection.id() + " 中没有“" + Parameters.shown(id) + "”",
                            collection.id() + " has no '" + Parameters.shown(id) + "'")
                        .asException());
    String name = question.in(collection.title());
    String above = question.url().substring(0, question.url().lastIndexOf("/items/"));
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(Links.link("self", question.format().mediaType(), question.self(), name));
    links.addAll(Links.alternates(question, name));
    links.add(Links.json("collection", above, name));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("links", links);
    FeatureTable table =
        new FeatureTable(
            collection.id(),
            collection.title(),
            collection.columns(),
            List.of(new Row(item.geometry(), item.values())));
    return new Findings(table, members, true, ServedCrs.of(question.get(crs), area.projection()));
  }
}
