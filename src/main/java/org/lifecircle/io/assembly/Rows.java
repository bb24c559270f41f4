package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.FaultList;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Turns the rows of one layer, from however many files, into records; collects all their faults.
 */
final class Rows {

  private static final int COLUMNS_NAMED = 50;

  private final Layer layer;
  private final Columns columns;
  private final Set<String> known;
  private final GeometryCleaner cleaner;
  private final Set<String> facilityKinds;
  private final FaultList faults;
  private final IssueLog issues;

  private final List<Feature> features = new ArrayList<>();
  private final Map<String, String> fileOfId = new HashMap<>();
  private final Map<String, Integer> unknownColumns = new TreeMap<>();

  Rows(Layer layer, GeometryCleaner cleaner, Set<String> kinds, FaultList faults, IssueLog issues) {
    this.layer = layer;
    this.columns = Columns.of(layer);
    this.known =
        columns.columns().stream()
            .map(Columns.Column::name)
            .collect(Collectors.toUnmodifiableSet());
    this.cleaner = cleaner;
    this.facilityKinds = kinds;
    this.faults = faults;
    this.issues = issues;
  }

  void add(RawLayer raw) {
    for (RawFeature feature : raw.features()) {
      try {
        add(raw, feature);
      } catch (BadValueException e) {
        String pointer = "/features/" + feature.index();
        faults.add(new Fault(raw.file(), layer.code(), feature.id(), pointer, e.reason()));
      }
    }
  }

  /** All records made, with an issue for each column nobody knows. */
  List<Feature> features() {
    unknownColumns.entrySet().stream().limit(COLUMNS_NAMED).forEach(this::reportColumn);
    return features;
  }

  private void add(RawLayer raw, RawFeature feature) {
    for (String column : feature.properties().keySet()) {
      if (!known.contains(column) && feature.properties().get(column) != null) {
        unknownColumns.merge(column, 1, Integer::sum);
      }
    }
    String id = feature.id();
    if (id == null && layer != Layer.POPULATION) {
      throw new BadValueException("缺少编号；每个要素都要有 id", "it has no id; every feature needs one");
    }
    if (feature.geometry() != null && !feature.geometry().isEmpty()) {
      GeometryKinds.require(GeometryKinds.of(layer), feature.geometry());
    }
    String known = id == null ? "" : id;
    List<Geometry> parts = cleaner.clean(layer.code(), known, feature.geometry());
    for (int i = 0; i < parts.size(); i++) {
      String partId = parts.size() == 1 ? known : known + "/" + (i + 1);
      make(raw, feature, partId.isEmpty() ? cellId(parts.get(i)) : partId, parts.get(i));
    }
    if (parts.isEmpty()) {
      // An id stays taken even when its feature is left out.
      requireNew(raw, known);
    }
  }

  private void make(RawLayer raw, RawFeature feature, String id, Geometry geometry) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>(feature.properties());
    row.put("id", id);
    if (layer == Layer.WALLS && row.get("part_of") == null) {
      row.put("part_of", feature.id());
    }
    Feature made = columns.feature(geometry, row);
    if (made instanceof Facility facility) {
      requireKind(facility.kind());
    }
    requireNew(raw, id);
    features.add(made);
  }

  private void requireKind(String kind) {
    if (!facilityKinds.isEmpty() && !facilityKinds.contains(kind)) {
      String all = facilityKinds.stream().sorted().collect(Collectors.joining(", "));
      throw new BadValueException(
          "标准中没有设施类别“" + kind + "”；可用的有 " + all,
          "the standard has no facility kind '" + kind + "'; it has " + all);
    }
  }

  private void requireNew(RawLayer raw, String id) {
    String other = fileOfId.putIfAbsent(id, raw.file());
    if (other != null && !id.isEmpty()) {
      throw new BadValueException(
          "编号“" + id + "”重复(另见 " + other + ")",
          "id '" + id + "' comes twice (also in " + other + ")");
    }
  }

  /** Cells of a grid need no id of their own: where they are tells them apart. */
  private static String cellId(Geometry cell) {
    Coordinate centre = cell.getCentroid().getCoordinate();
    return "cell-" + Math.round(centre.x) + "-" + Math.round(centre.y);
  }

  private void reportColumn(Map.Entry<String, Integer> column) {
    Text message =
        new Text(
            "不认识的列“" + column.getKey() + "”，已忽略(" + column.getValue() + " 个要素)",
            "column '"
                + column.getKey()
                + "' is not known and was ignored ("
                + column.getValue()
                + " features)");
    issues.add(layer, "", "unknown_column", IssueAction.NOTED, message, null);
  }
}
