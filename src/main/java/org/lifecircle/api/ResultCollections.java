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

  static final List<Function<OpenArea, Collection>> ALL =
      List.of(
          CoverageCollection::of,
          GapCollection::of,
          FreedGroundCollections::spaces,
          FreedGroundCollections::sites,
          FreedGroundCollections::lanes,
          OpeningCollection::of,
          IssueCollection::of);

  /** One found thing. */
  record Found(String id, @Nullable Geometry geometry, Map<String, @Nullable Object> values)
      implements Item {}

  private ResultCollections() {}

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
}
