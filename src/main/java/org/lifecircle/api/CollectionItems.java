package org.lifecircle.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;
import org.locationtech.jts.geom.Geometry;

/** The features of a collection, a page at a time. */
final class CollectionItems implements Endpoint {

  private static final int LAST = Integer.MAX_VALUE;

  private final OpenArea area;
  private final Parameter<Integer> limit;
  private final Parameter<Integer> offset =
      Parameters.integer("offset", new Text("跳过多少个要素", "features to skip"), 0, LAST).or(0);
  private final Parameter<BoundingBox> bbox = BoundingBox.parameter();
  private final Parameter<String> datetime = Moment.parameter();

  CollectionItems(OpenArea area) {
    this.area = area;
    int most = area.settings().maxPageItems();
    Parameter<Integer> any =
        Parameters.integer(
            "limit",
            new Text(
                "一页多少个要素；再大也按上限", "features on a page; more than the maximum gets the maximum"),
            1,
            LAST);
    Map<String, Object> schema = new LinkedHashMap<>(any.schema());
    schema.put("maximum", most); // OGC API: asking for more is no error
    schema.put("default", area.settings().pageItems());
    limit =
        new Parameter<>(
            any.name(),
            any.about(),
            schema,
            area.settings().pageItems(),
            false,
            text -> Math.min(any.reader().read(text), most));
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(limit, offset, bbox, datetime);
  }

  @Override
  public Answer answer(Question question) {
    Collection collection = Collections.of(area, question.path("collection"));
    List<Item> matched = matched(collection, question.find(bbox));
    int from = Math.min(question.get(offset), matched.size());
    int to = (int) Math.min((long) from + question.get(limit), matched.size());
    List<Row> rows =
        matched.subList(from, to).stream()
            .map(item -> new Row(item.geometry(), item.values()))
            .toList();
    FeatureTable table =
        new FeatureTable(collection.id(), collection.title(), collection.columns(), rows);
    return new Findings(table, members(question, collection, matched.size(), from, to), false);
  }

  private List<Item> matched(Collection collection, Optional<BoundingBox> box) {
    List<Item> all = collection.items().get();
    if (box.isEmpty()) {
      return all;
    }
    Stream<@Nullable Geometry> geometries = all.stream().map(Item::geometry);
    Predicate<@Nullable Geometry> meets =
        box.get().filter(BoundingBox.around(geometries), area.projection());
    return all.stream().filter(item -> meets.test(item.geometry())).toList();
  }

  private Map<String, Object> members(
      Question question, Collection collection, int matched, int from, int to) {
    String name = question.in(collection.title());
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(Links.geoJson("self", question.self(), name));
    if (to < matched) {
      links.add(Links.geoJson("next", question.urlWith("offset", String.valueOf(to)), name));
    }
    if (from > 0) {
      String before = String.valueOf(Math.max(0, from - question.get(limit)));
      links.add(Links.geoJson("prev", question.urlWith("offset", before), name));
    }
    links.add(Links.json("collection", question.url().replaceFirst("/items$", ""), name));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("numberMatched", matched);
    members.put("numberReturned", to - from);
    members.put("timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    members.put("dataset_version", area.version());
    members.put("links", links);
    return members;
  }
}
