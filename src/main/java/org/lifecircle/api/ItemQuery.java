package org.lifecircle.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.api.filter.Filter;
import org.lifecircle.api.filter.Type;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/** Which features of a collection are wanted, in what order, and what of them. */
final class ItemQuery {

  private static final String TEXT = "cql2-text";
  private static final String JSON = "cql2-json";

  private final OpenArea area;
  private final Parameter<double[]> bbox = BoundingBox.parameter();
  private final Parameter<String> bboxCrs;
  private final Parameter<String> datetime = Moment.parameter();
  private final Parameter<String> filter =
      Parameters.text(
          "filter", new Text("筛选条件（CQL2）；可用属性见 queryables", "a filter in CQL2, on the queryables"));
  private final Parameter<String> filterLanguage =
      Parameters.oneOf(
          "filter-lang",
          new Text("筛选条件的写法；缺省看其首字符", "how the filter is written; else its first character says"),
          List.of(TEXT, JSON));
  private final Parameter<String> filterCrs;
  private final Parameter<List<String>> sortby =
      names(
          "sortby", new Text("排序属性，前加 - 为降序", "properties to sort by, behind - the largest first"));
  private final Parameter<List<String>> properties =
      names(
          "properties",
          new Text("只要这些属性（编号总在）", "only these properties; the id always comes along"));

  ItemQuery(OpenArea area) {
    this.area = area;
    Text about = new Text("bbox 的坐标系", "the CRS of bbox");
    bboxCrs = ServedCrs.parameter("bbox-crs", about, area.projection());
    Text aboutFilter = new Text("筛选条件中几何的坐标系", "the CRS of geometries in the filter");
    filterCrs = ServedCrs.parameter("filter-crs", aboutFilter, area.projection());
  }

  List<Parameter<?>> parameters() {
    return List.of(bbox, bboxCrs, datetime, filter, filterLanguage, filterCrs, sortby, properties);
  }

  private static Parameter<List<String>> names(String name, Text about) {
    Map<String, Object> schema = Parameters.schema("array");
    schema.put("items", Parameters.schema("string"));
    schema.put("minItems", 1);
    return new Parameter<>(
        name,
        about,
        schema,
        null,
        false,
        text -> List.of(Parameters.notTooLong(text).split(",", -1)));
  }

  /**
   * The wanted features, in order.
   *
   * @throws ProblemException if the question does not fit the collection
   */
  List<Item> matched(Collection collection, Question question) {
    Stream<Item> matched =
        question.find(bbox).isPresent()
            ? inBox(collection, question)
            : collection.items().get().stream();
    if (question.find(filter).isPresent()) {
      matched = matched.filter(filtered(collection, question));
    }
    if (question.find(sortby).isPresent()) {
      matched = matched.sorted(order(collection, question));
    }
    return matched.toList();
  }

  private Stream<Item> inBox(Collection collection, Question question) {
    ServedCrs crs = ServedCrs.of(question.get(bboxCrs), area.projection());
    BoundingBox box = understood(bbox, () -> BoundingBox.of(question.get(bbox), crs));
    ItemIndex index = ItemIndex.of(area, collection);
    List<Geometry> shapes = box.shapes(index.around(), area.projection());
    Predicate<@Nullable Geometry> meets = BoundingBox.meets(shapes);
    return index.near(shapes).filter(item -> meets.test(item.geometry()));
  }

  private Predicate<Item> filtered(Collection collection, Question question) {
    String text = question.get(filter);
    ServedCrs crs = ServedCrs.of(question.get(filterCrs), area.projection());
    String usual = text.stripLeading().startsWith("{") ? JSON : TEXT;
    boolean json = question.find(filterLanguage).orElse(usual).equals(JSON);
    Map<String, Type> queryables = Queryables.of(collection);
    Filter wanted =
        understood(
            filter,
            () ->
                json
                    ? Filter.ofJson(text, queryables, crs::read)
                    : Filter.ofText(text, queryables, crs::read));
    return item -> wanted.test(item.values(), () -> lonLat(item.geometry()));
  }

  private @Nullable Geometry lonLat(@Nullable Geometry metres) {
    return metres == null ? null : area.projection().toLonLat(metres);
  }

  private Comparator<Item> order(Collection collection, Question question) {
    List<Comparator<Map<String, @Nullable Object>>> keys = new ArrayList<>();
    for (String key : question.get(sortby)) {
      // A plus that was not percent-encoded arrives as a blank.
      String name = key.replaceFirst("^[-+ ]", "");
      requireColumn(collection, name, sortby);
      keys.add(by(name, key.startsWith("-")));
    }
    // Values of a row are made anew each time they are asked for; here once.
    IdentityHashMap<Item, Map<String, @Nullable Object>> known = new IdentityHashMap<>();
    return (a, b) -> {
      var left = known.computeIfAbsent(a, Item::values);
      var right = known.computeIfAbsent(b, Item::values);
      return keys.stream()
          .mapToInt(key -> key.compare(left, right))
          .filter(order -> order != 0)
          .findFirst()
          .orElse(0);
    };
  }

  /** What is unknown comes last, either way. */
  @SuppressWarnings({"unchecked", "rawtypes"}) // a column holds one type
  private static Comparator<Map<String, @Nullable Object>> by(String name, boolean falling) {
    return (a, b) -> {
      Object x = a.get(name);
      Object y = b.get(name);
      if (x == null || y == null) {
        return Boolean.compare(x == null, y == null);
      }
      int rising =
          x instanceof Comparable comparable && x.getClass() == y.getClass()
              ? comparable.compareTo(y)
              : x.toString().compareTo(y.toString());
      return falling ? -rising : rising;
    };
  }

  /**
   * The columns that are wanted.
   *
   * @throws ProblemException if one is not there
   */
  List<Column> columns(Collection collection, Question question) {
    List<String> wanted = question.find(properties).orElse(null);
    if (wanted == null) {
      return collection.columns();
    }
    wanted.forEach(name -> requireColumn(collection, name, properties));
    return collection.columns().stream()
        .filter(column -> column.name().equals("id") || wanted.contains(column.name()))
        .toList();
  }

  /** What of a feature is wanted. */
  static Map<String, @Nullable Object> values(Item item, List<Column> columns) {
    Map<String, @Nullable Object> all = item.values();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (Column column : columns) {
      if (all.containsKey(column.name())) {
        values.put(column.name(), all.get(column.name()));
      }
    }
    return values;
  }

  private static void requireColumn(Collection collection, String name, Parameter<?> parameter) {
    List<String> names = collection.columns().stream().map(Column::name).toList();
    if (!names.contains(name)) {
      String all = String.join(", ", names);
      String shown = Parameters.shown(name);
      throw refused(
          parameter,
          new Text(
              "没有属性“" + shown + "”，可用的有：" + all,
              "there is no property '" + shown + "', only " + all));
    }
  }

  private static <T> T understood(Parameter<?> parameter, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (BadValueException e) {
      throw refused(parameter, e.reason());
    }
  }

  private static ProblemException refused(Parameter<?> parameter, Text reason) {
    return Problem.badQuery(
            new ArrayList<>(List.of(Complaint.aboutQuery(parameter.name(), reason))))
        .asException();
  }
}
