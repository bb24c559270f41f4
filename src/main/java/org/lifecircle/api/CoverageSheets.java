package org.lifecircle.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.io.FileTable;
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

  private final OpenArea area;
  private final String language;

  CoverageSheets(OpenArea area, String language) {
    this.area = area;
    this.language = language;
  }

  ExportLayer byCompound() {
    return layer("coverage_compounds", new Text("小区覆盖率", "Coverage by compound"), By.COMPOUND);
  }

  ExportLayer byBuilding() {
    return layer("coverage_buildings", new Text("楼栋覆盖率", "Coverage by building"), By.BUILDING);
  }

  private ExportLayer layer(String id, Text title, By by) {
    return new ExportLayer(id, title, false, columns(by), () -> kept(area, by));
  }

  private List<FileTable.Row> kept(OpenArea of, By by) {
    CoverageStudy study = of.coverage();
    return of.kept(
        "coverage sheet " + by + language, () -> List.copyOf(rows(of, study, by).values()));
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
    columns.add(new Column("missing", String.class));
    return columns;
  }

  private Map<String, FileTable.Row> rows(OpenArea of, CoverageStudy study, By by) {
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
    Map<String, FileTable.Row> rows = new TreeMap<>();
    values.forEach((id, place) -> rows.put(id, new FileTable.Row(at(places, by, id), place)));
    return rows;
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
    values.put("id", id);
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

  private void missing(
      OpenArea of,
      CoverageStudy study,
      CoverageQuery query,
      Map<String, Map<String, @Nullable Object>> values) {
    Map<String, List<String>> missing = new LinkedHashMap<>();
    for (CoverageRow row : study.each(query)) {
      String id = id(row);
      String requirement = row.requirement();
      Double share = row.share();
      if (id != null && requirement != null && share != null && share < MISSING_BELOW) {
        missing
            .computeIfAbsent(id, unused -> new ArrayList<>())
            .add(of.standard().requirement(requirement).name().in(language));
      }
    }
    String between = language.equals(Languages.CHINESE) ? "、" : "; ";
    values.forEach(
        (id, place) ->
            place.put("missing", String.join(between, missing.getOrDefault(id, List.of()))));
  }

  /** What a scenario changes, by compound. */
  ExportLayer change() {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("id", String.class));
    columns.add(new Column("name", String.class));
    columns.add(new Column("residents", Double.class));
    for (String figure : List.of("compliance", "complete")) {
      for (String when : List.of("before", "after", "change")) {
        columns.add(new Column(figure + "_" + when, Double.class));
      }
    }
    return new ExportLayer(
        "coverage_change", new Text("覆盖率变化", "Change of coverage"), false, columns, this::changes);
  }

  private List<FileTable.Row> changes() {
    Map<String, FileTable.Row> before = new LinkedHashMap<>();
    for (FileTable.Row row : kept(area.baseline(), By.COMPOUND)) {
      before.put(String.valueOf(row.values().get("id")), row);
    }
    List<FileTable.Row> rows = new ArrayList<>();
    for (FileTable.Row after : kept(area, By.COMPOUND)) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (String same : List.of("id", "name", "residents")) {
        values.put(same, after.values().get(same));
      }
      FileTable.Row then = before.get(String.valueOf(values.get("id")));
      for (String figure : List.of("compliance", "complete")) {
        Double was = then == null ? null : number(then, figure + "_15");
        Double is = number(after, figure + "_15");
        values.put(figure + "_before", was);
        values.put(figure + "_after", is);
        values.put(figure + "_change", was == null || is == null ? null : rounded(is - was));
      }
      rows.add(new FileTable.Row(after.geometry(), values));
    }
    return rows;
  }

  private static @Nullable Double rounded(@Nullable Double share) {
    return share == null ? null : Numbers.rounded(share, 6);
  }

  private static @Nullable Double number(FileTable.Row row, String column) {
    return row.values().get(column) instanceof Double number ? number : null;
  }
}
