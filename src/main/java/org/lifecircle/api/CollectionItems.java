package org.lifecircle.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** The features of a collection, a page at a time. */
final class CollectionItems implements Endpoint {

  private static final int LAST = Integer.MAX_VALUE;

  private final OpenArea area;
  private final Parameter<Integer> limit;
  private final Parameter<Integer> offset =
      Parameters.integer("offset", new Text("跳过多少个要素", "features to skip"), 0, LAST).or(0);
  private final Parameter<String> crs;
  private final ItemQuery query;

  CollectionItems(OpenArea area) {
    this.area = area;
    query = new ItemQuery(area);
    crs = ServedCrs.parameter("crs", CollectionItem.ABOUT_CRS, area.projection());
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
    List<Parameter<?>> all = new ArrayList<>(List.of(limit, offset));
    all.addAll(query.parameters());
    all.add(crs);
    all.add(Question.VERSION);
    return all;
  }

  @Override
  public Answer answer(Question question) {
    Collection collection = Collections.of(area, question.path("collection"));
    List<Item> matched = query.matched(collection, question);
    List<Column> columns = query.columns(collection, question);
    int from = Math.min(question.get(offset), matched.size());
    int to = (int) Math.min((long) from + question.get(limit), matched.size());
    List<Row> rows =
        matched.subList(from, to).stream()
            .map(item -> new Row(item.geometry(), ItemQuery.values(item, columns)))
            .toList();
    FeatureTable table = new FeatureTable(collection.id(), collection.title(), columns, rows);
    return new Findings(
        table,
        members(question, collection, matched.size(), from, to),
        false,
        ServedCrs.of(question.get(crs), area.projection()));
  }

  private Map<String, Object> members(
      Question question, Collection collection, int matched, int from, int to) {
    String name = question.in(collection.title());
    List<Map<String, Object>> links = new ArrayList<>();
    links.add(Links.link("self", question.format().mediaType(), question.self(), name));
    links.addAll(Links.alternates(question, name));
    if (to < matched) {
      links.add(Links.geoJson("next", page(question, to), name));
    }
    if (from > 0) {
      links.add(
          Links.geoJson("prev", page(question, Math.max(0, from - question.get(limit))), name));
    }
    links.add(Links.json("collection", question.url().replaceFirst("/items$", ""), name));
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("numberMatched", matched);
    members.put("numberReturned", to - from);
    members.put("timeStamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    members.putAll(area.restingOn());
    members.put("links", links);
    return members;
  }

  /** Another page of the very data this one is of, whatever is imported meanwhile. */
  private String page(Question question, int newOffset) {
    return question.urlWith(
        Map.of("offset", String.valueOf(newOffset), Question.VERSION.name(), area.edition()));
  }
}
