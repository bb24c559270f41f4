package org.lifecircle.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Text;
import org.lifecircle.model.Tier;
import org.locationtech.jts.geom.Geometry;

/**
 * Coverage as a map wants it: one row for each place with all tiers beside each other, and the
 * names of what is missing. By metres, at the planning pace.
 */
final class CoverageSheets {

  /** A requirement fewer than this share of a place's people reach is said to be missing there. */
  private static final double MISSING_BELOW = 0.5;

  private CoverageSheets() {}

  static Collection byCompound(OpenArea area) {
    return sheet(
        area, "coverage_compounds", new Text("小区覆盖率", "Coverage by compound"), By.COMPOUND);
  }

  static Collection byBuilding(OpenArea area) {
    return sheet(
        area, "coverage_buildings", new Text("楼栋覆盖率", "Coverage by building"), By.BUILDING);
  }

  private static Collection sheet(OpenArea area, String id, Text title, By by) {
    return new Collection(
        id,
        title,
        new Text(
            "各层级的齐备率与达标率并列，并列出所缺；按距离、规划步速",
            "all tiers beside each other, and what is missing; by metres, at the planning pace"),
        columns(by),
        () -> kept(area, by));
  }

  private static List<Item> kept(OpenArea of, By by) {
    CoverageStudy study = of.coverage();
    return of.kept("coverage sheet " + by, () -> List.copyOf(items(of, study, by).values()));
  }

  private static List<Column> columns(By by) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("id", String.class));
    columns.add(new Column(by == By.COMPOUND ? "name" : "compound_id", String.class));
    columns.add(new Column("residents", Double.class));
    columns.add(new Column("residents_source", String.class));
    for (Tier tier : Tier.values()) {
      columns.add(new Column("complete_" + tier.code(), Double.class));
      columns.add(new Column("compliance_" + tier.code(), Double.class));
    }
    columns.add(new Column("missing_zh", String.class));
    columns.add(new Column("missing_en", String.class));
    return columns;
  }

  private static Map<String, Item> items(OpenArea of, CoverageStudy study, By by) {
    CoverageQuery query = CoverageQuery.by(by);
    Map<String, @Nullable String> about = about(of, by);
    Map<String, Map<String, @Nullable Object>> values = new LinkedHashMap<>();
    for (CoverageRow row : study.complete(query)) {
      String id = id(row);
      Tier tier = row.tier();
      if (id != null && tier != null) {
        Map<String, @Nullable Object> place =
            values.computeIfAbsent(id, unused -> begun(by, id, about, row));
        place.put("complete_" + tier.code(), rounded(row.share()));
        place.put("compliance_" + tier.code(), rounded(row.compliance()));
      }
    }
    missing(of, study, query, values);
    RowPlaces places = new RowPlaces(of.area());
    Map<String, Item> items = new TreeMap<>();
    values.forEach(
        (id, place) ->
            items.put(id, ResultCollections.found(id, at(places, by, id), place, Map.of())));
    return items;
  }

  private static @Nullable Geometry at(RowPlaces places, By by, String id) {
    return by == By.COMPOUND ? places.find(null, id, null) : places.find(null, null, id);
  }

  private static @Nullable String id(CoverageRow row) {
    return row.buildingId() == null ? row.compoundId() : row.buildingId();
  }

  private static Map<String, @Nullable Object> begun(
      By by, String id, Map<String, @Nullable String> about, CoverageRow row) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put(by == By.COMPOUND ? "name" : "compound_id", about.get(id));
    values.put("residents", row.residents());
    values.put("residents_source", row.residentsSource());
    return values;
  }

  /** The name of each compound, or the compound of each building. */
  private static Map<String, @Nullable String> about(OpenArea of, By by) {
    Map<String, @Nullable String> about = new HashMap<>();
    if (by == By.COMPOUND) {
      of.area().compounds().forEach(compound -> about.put(compound.id(), compound.name()));
    } else {
      of.area().buildings().forEach(building -> about.put(building.id(), building.compoundId()));
    }
    return about;
  }

  private static void missing(
      OpenArea of,
      CoverageStudy study,
      CoverageQuery query,
      Map<String, Map<String, @Nullable Object>> values) {
    Map<String, List<Text>> missing = new LinkedHashMap<>();
    for (CoverageRow row : study.each(query)) {
      String id = id(row);
      String requirement = row.requirement();
      Double share = row.share();
      if (id != null && requirement != null && share != null && share < MISSING_BELOW) {
        missing
            .computeIfAbsent(id, unused -> new ArrayList<>())
            .add(of.standard().requirement(requirement).name());
      }
    }
    values.forEach(
        (id, place) -> {
          List<Text> names = missing.getOrDefault(id, List.of());
          place.put("missing_zh", String.join("、", names.stream().map(Text::zh).toList()));
          place.put("missing_en", String.join("; ", names.stream().map(Text::en).toList()));
        });
  }

  /** What a scenario changes, by compound. */
  static Collection change(OpenArea area) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("id", String.class));
    columns.add(new Column("name", String.class));
    columns.add(new Column("residents", Double.class));
    for (String figure : List.of("compliance", "complete")) {
      for (String when : List.of("before", "after", "change")) {
        columns.add(new Column(figure + "_" + when, Double.class));
      }
    }
    return new Collection(
        "coverage_change",
        new Text("覆盖率变化", "Change of coverage"),
        new Text(
            "情景前后各小区 15 分钟层级的达标率与齐备率",
            "compliance and completeness of the 15-minute tier, before and after the scenario"),
        columns,
        () -> changes(area));
  }

  private static List<Item> changes(OpenArea area) {
    Map<String, Item> before = new HashMap<>();
    kept(area.baseline(), By.COMPOUND).forEach(item -> before.put(item.id(), item));
    List<Item> items = new ArrayList<>();
    for (Item after : kept(area, By.COMPOUND)) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (String same : List.of("name", "residents")) {
        values.put(same, after.values().get(same));
      }
      Item then = before.get(after.id());
      for (String figure : List.of("compliance", "complete")) {
        Double was = then == null ? null : number(then, figure + "_15");
        Double is = number(after, figure + "_15");
        values.put(figure + "_before", was);
        values.put(figure + "_after", is);
        values.put(figure + "_change", was == null || is == null ? null : rounded(is - was));
      }
      items.add(ResultCollections.found(after.id(), after.geometry(), values, Map.of()));
    }
    return items;
  }

  private static @Nullable Double rounded(@Nullable Double share) {
    return share == null ? null : Numbers.rounded(share, 6);
  }

  private static @Nullable Double number(Item item, String column) {
    return item.values().get(column) instanceof Double number ? number : null;
  }
}
