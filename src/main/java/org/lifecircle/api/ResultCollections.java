package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.model.Columns.Column;
import org.locationtech.jts.geom.Geometry;

/**
 * The collections of what was found out about an area. A new one is a class that makes a {@link
 * Collection} of an {@link OpenArea}, and a line here.
 */
final class ResultCollections {

  private static final List<Function<OpenArea, Collection>> ALL =
      List.of(
          CoverageSheets::byCompound,
          CoverageSheets::byBuilding,
          CoverageCollection::of,
          GapCollection::of,
          FreedGroundCollections::spaces,
          FreedGroundCollections::sites,
          FreedGroundCollections::lanes,
          CandidateCollection::of,
          OpeningCollection::of,
          IssueCollection::of);

  /** One found thing. */
  record Found(String id, @Nullable Geometry geometry, Map<String, @Nullable Object> values)
      implements Item {}

  private ResultCollections() {}

  /** Those of an area; under a scenario also what it changes. */
  static List<Collection> of(OpenArea area) {
    List<Collection> all = new ArrayList<>();
    ALL.forEach(one -> all.add(restingOn(area, one.apply(area))));
    if (area.scenario() != null) {
      all.add(restingOn(area, CoverageSheets.change(area)));
    }
    return all;
  }

  /** Columns of a record, behind an id and before the columns that say what it rests on. */
  static List<Column> columns(RecordColumns record, String... restingOn) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("id", String.class));
    record.columns().stream().filter(c -> !c.name().equals("id")).forEach(columns::add);
    for (String name : restingOn) {
      columns.add(new Column(name, String.class));
    }
    return columns;
  }

  static Found found(
      String id,
      @Nullable Geometry geometry,
      Map<String, @Nullable Object> values,
      Map<String, ? extends @Nullable Object> restingOn) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    all.put("id", id);
    values.forEach(all::putIfAbsent);
    all.putAll(restingOn);
    return new Found(id, geometry, all);
  }

  /**
   * A collection with the columns every result has: the scenario, its revision and the dataset
   * version it rests on. The revision is null in the baseline.
   */
  private static Collection restingOn(OpenArea area, Collection collection) {
    Map<String, @Nullable Object> resting = new LinkedHashMap<>(area.restingOn());
    resting.putIfAbsent("scenario_revision", null);
    resting.remove("area");
    List<Column> columns = new ArrayList<>(collection.columns());
    for (String name : resting.keySet()) {
      if (columns.stream().noneMatch(column -> column.name().equals(name))) {
        boolean number = name.equals("scenario_revision");
        columns.add(new Column(name, number ? Integer.class : String.class));
      }
    }
    return new Collection(
        collection.id(),
        collection.title(),
        collection.about(),
        columns,
        () -> collection.items().get().stream().map(i -> restingOn(i, resting)).toList());
  }

  private static Item restingOn(Item item, Map<String, @Nullable Object> resting) {
    return new Item() {
      @Override
      public String id() {
        return item.id();
      }

      @Override
      public @Nullable Geometry geometry() {
        return item.geometry();
      }

      @Override
      public Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new LinkedHashMap<>(item.values());
        resting.forEach(values::putIfAbsent);
        return values;
      }
    };
  }
}
