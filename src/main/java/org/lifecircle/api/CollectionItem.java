package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** One feature of a collection. */
final class CollectionItem implements Endpoint {

  private final OpenArea area;

  CollectionItem(OpenArea area) {
    this.area = area;
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES);
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
    Map<String, Object> members = new LinkedHashMap<>();
    members.put(
        "links",
        List.of(
            Links.geoJson("self", question.self(), name), Links.json("collection", above, name)));
    FeatureTable table =
        new FeatureTable(
            collection.id(),
            collection.title(),
            collection.columns(),
            List.of(new Row(item.geometry(), item.values())));
    return new Findings(table, members, true);
  }
}
