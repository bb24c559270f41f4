package org.lifecircle.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable.Row;
import org.locationtech.jts.geom.Geometry;

/**
 * A study area as tables, and back: one for each layer, also the empty ones, one for the data
 * issues, and one whose single row is the profile and whose geometry is the boundary.
 */
final class AreaTables {

  static final String BOUNDARY = "boundary";
  static final String ISSUES = "issues";

  private static final List<Column> PROFILE_COLUMNS =
      columns("id", "name_zh", "name_en", "crs", "evidence", "standard", "imported_at", "files");
  private static final List<Column> ISSUE_COLUMNS =
      columns("layer", "feature_id", "code", "action", "message_zh", "message_en");

  /** No file name has a slash in it. */
  private static final String FILE_SEPARATOR = " / ";

  private AreaTables() {}

  static List<FeatureTable> of(StudyArea area, Imported imported) {
    List<FeatureTable> tables = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      Columns columns = Columns.of(layer);
      List<Row> rows =
          area.layer(layer).stream()
              .map(feature -> new Row(feature.geometry(), columns.values(feature)))
              .toList();
      tables.add(new FeatureTable(layer.code(), layer.title(), columns.columns(), rows));
    }
    tables.add(boundary(area, imported));
    tables.add(
        new FeatureTable(
            ISSUES,
            new Text("数据问题", "Data issues"),
            ISSUE_COLUMNS,
            area.issues().stream().map(AreaTables::row).toList()));
    return tables;
  }

  private static FeatureTable boundary(StudyArea area, Imported imported) {
    AreaProfile profile = area.profile();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", profile.id());
    values.put("name_zh", profile.name().zh());
    values.put("name_en", profile.name().en());
    values.put("crs", profile.crs());
    values.put("evidence", profile.evidence().code());
    values.put("standard", profile.standard());
    values.put("imported_at", imported.at().toString());
    values.put("files", String.join(FILE_SEPARATOR, imported.files()));
    return new FeatureTable(
        BOUNDARY,
        new Text("范围", "Boundary"),
        PROFILE_COLUMNS,
        List.of(new Row(area.boundary(), values)));
  }

  private static Row row(DataIssue issue) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("layer", issue.layer());
    values.put("feature_id", issue.featureId());
    values.put("code", issue.code());
    values.put("action", issue.action().code());
    values.put("message_zh", issue.message().zh());
    values.put("message_en", issue.message().en());
    return new Row(issue.geometry(), values);
  }

  /**
   * The study area of these tables.
   *
   * @param rows of every table {@link #of} makes, by the table's name
   * @throws IllegalArgumentException if a row is not what {@link #of} writes
   */
  static StudyArea area(Map<String, List<Row>> rows) {
    StudyArea area = StudyArea.empty(profile(rows), place(rows(rows, BOUNDARY).get(0)));
    for (Layer layer : Layer.values()) {
      Columns columns = Columns.of(layer);
      List<Feature> features = new ArrayList<>();
      for (Row row : rows(rows, layer.code())) {
        features.add(columns.feature(place(row), row.values()));
      }
      area = area.with(layer, features);
    }
    return area.withIssues(rows(rows, ISSUES).stream().map(AreaTables::issue).toList());
  }

  /** How the version of these tables came about. */
  static Imported imported(Map<String, List<Row>> rows) {
    Row profile = rows(rows, BOUNDARY).get(0);
    String files = text(profile, "files");
    return new Imported(
        Instant.parse(text(profile, "imported_at")),
        files.isEmpty() ? List.of() : List.of(files.split(FILE_SEPARATOR, -1)));
  }

  private static Geometry place(Row row) {
    if (row.geometry() == null) {
      throw new IllegalArgumentException("a feature has no geometry");
    }
    return row.geometry();
  }

  /** What the area of these tables says of itself. */
  static AreaProfile profile(Map<String, List<Row>> rows) {
    Row row = rows(rows, BOUNDARY).get(0);
    return new AreaProfile(
        text(row, "id"),
        new Text(text(row, "name_zh"), text(row, "name_en")),
        text(row, "crs"),
        Coded.of(Evidence.class, text(row, "evidence")),
        text(row, "standard"));
  }

  private static DataIssue issue(Row row) {
    return new DataIssue(
        text(row, "layer"),
        text(row, "feature_id"),
        text(row, "code"),
        Coded.of(IssueAction.class, text(row, "action")),
        new Text(text(row, "message_zh"), text(row, "message_en")),
        row.geometry());
  }

  private static List<Row> rows(Map<String, List<Row>> tables, String name) {
    List<Row> rows = tables.get(name);
    if (rows == null || (name.equals(BOUNDARY) && rows.size() != 1)) {
      throw new IllegalArgumentException("table " + name + " is missing");
    }
    return rows;
  }

  private static String text(Row row, String column) {
    Object value = row.values().get(column);
    if (value == null) {
      throw new IllegalArgumentException("'" + column + "' is missing");
    }
    return value.toString();
  }

  private static List<Column> columns(String... names) {
    List<Column> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(new Column(name, String.class));
    }
    return columns;
  }
}
