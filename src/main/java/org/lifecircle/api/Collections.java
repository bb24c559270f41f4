package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/** The collections of an area: its input layers, then what was found out about it. */
final class Collections {

  private static final Text INPUT = new Text("输入图层", "input layer");

  private record LayerItem(Feature feature, Columns columns) implements Item {
    @Override
    public String id() {
      return feature.id();
    }

    @Override
    public Geometry geometry() {
      return feature.geometry();
    }

    @Override
    public Map<String, @Nullable Object> values() {
      return columns.values(feature);
    }
  }

  private record ResultItem(
      String id, @Nullable Geometry geometry, Map<String, @Nullable Object> values)
      implements Item {}

  private Collections() {}

  static List<Collection> of(OpenArea area) {
    List<Collection> collections = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      collections.add(of(area, layer));
    }
    collections.add(issues(area));
    return collections;
  }

  /**
   * The collection of this id.
   *
   * @throws ProblemException if there is none
   */
  static Collection of(OpenArea area, String id) {
    List<Collection> all = of(area);
    return all.stream()
        .filter(collection -> collection.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> {
              String ids = String.join(", ", all.stream().map(Collection::id).toList());
              return Problem.of(
                      ProblemKind.UNKNOWN_COLLECTION,
                      "没有图层“" + Parameters.shown(id) + "”，现有：" + ids,
                      "there is no collection '" + Parameters.shown(id) + "', only: " + ids)
                  .asException();
            });
  }

  private static Collection of(OpenArea area, Layer layer) {
    Columns columns = Columns.of(layer);
    return new Collection(
        layer.code(),
        layer.title(),
        INPUT,
        columns.columns(),
        () ->
            area.area().layer(layer).stream()
                .map(feature -> (Item) new LayerItem(feature, columns))
                .toList());
  }

  private static Collection issues(OpenArea area) {
    List<Column> columns =
        Stream.of("id", "layer", "feature_id", "code", "action", "message_zh", "message_en")
            .map(name -> new Column(name, String.class))
            .toList();
    return new Collection(
        "issues",
        new Text("数据问题", "Data issues"),
        new Text("输入数据有何问题、如何处理", "what was wrong with the input, and what was done"),
        columns,
        () -> {
          List<Item> items = new ArrayList<>();
          for (DataIssue issue : area.issues()) {
            items.add(issue("issue-" + (items.size() + 1), issue));
          }
          return items;
        });
  }

  private static Item issue(String id, DataIssue issue) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", id);
    values.put("layer", issue.layer());
    values.put("feature_id", issue.featureId());
    values.put("code", issue.code());
    values.put("action", issue.action().code());
    values.put("message_zh", issue.message().zh());
    values.put("message_en", issue.message().en());
    return new ResultItem(id, issue.geometry(), values);
  }
}
