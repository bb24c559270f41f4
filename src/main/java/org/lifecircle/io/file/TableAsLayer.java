package org.lifecircle.io.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.CrsText;
import org.lifecircle.io.Degrees;
import org.lifecircle.io.FaultList;
import org.lifecircle.io.FileFormat;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Projection;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawIssue;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.RawTable.Remark;
import org.lifecircle.io.ShiftedDatum;
import org.lifecircle.io.sheet.PlaceColumns;
import org.lifecircle.model.Fault;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/** One table as the layer it is: placed, named by the contract, with ids. */
final class TableAsLayer {

  private static final Set<FileFormat> SHEETS =
      Set.of(FileFormat.CSV, FileFormat.XLSX, FileFormat.DBF);

  /** GeoJSON and KML are in degrees by their standards; others should say so. */
  private static final Set<FileFormat> DEGREES = Set.of(FileFormat.GEOJSON, FileFormat.KML);

  /** Programs put these into every file; beside an id they tell nothing. */
  private static final Set<String> ROW_NUMBERS = Set.of("fid", "ogc_fid");

  private final RawTable table;
  private final String layer;
  private final Naming naming;
  private final ReadOptions options;
  private final Limits limits;
  private final List<Remark> remarks = new ArrayList<>();
  private final FaultList faults = new FaultList();
  private @Nullable RawLayer made;

  TableAsLayer(RawTable table, String layer, Naming naming, ReadOptions options, Limits limits) {
    this.table = table;
    this.layer = layer;
    this.naming = naming;
    this.options = options;
    this.limits = limits;
  }

  /**
   * Makes it.
   *
   * @param number of the table among those of its layer, from 1
   */
  TableAsLayer of(@Nullable FileFormat format, int number) {
    boolean sheet = format != null && SHEETS.contains(format);
    RawTable placed = sheet ? PlaceColumns.placed(table, limits) : table;
    Placement.Found found = Placement.of(placed, options);
    if (placed.features().isEmpty()) {
      note("no_features", IssueAction.NOTED, "没有任何要素", "it holds no features");
    }
    String datum = Degrees.datumOf(found.crs());
    if (datum != null) {
      note(
          "datum_converted",
          IssueAction.REPAIRED,
          "坐标由 " + datum + " 按 EPSG 库参数换算到 WGS 84，本地误差可达数米至数十米；要求更准时请先用本地参数转换到 CGCS2000",
          "its coordinates were brought from "
              + datum
              + " to WGS 84 by the parameters of the EPSG tables, which may be metres to tens of"
              + " metres off here; for better, convert to CGCS2000 with local parameters first");
    }
    RawTable fitted = GeometryFit.fitted(placed, layer, !CrsText.isDegrees(found.crs()));
    remarks.addAll(fitted.remarks());
    faults.addAll(fitted.faults());
    if (found.assumed() && (format == null || !DEGREES.contains(format))) {
      note(
          "crs_assumed",
          IssueAction.DERIVED,
          "文件没有注明坐标系，坐标按 WGS 84（CGCS2000）经纬度读取",
          "the file names no CRS; its coordinates were read as degrees of WGS 84 (CGCS2000)");
    }
    List<RawFeature> features = withIds(renamed(fitted.features()), number);
    made = unshifted(new RawLayer(layer, table.file(), found.crs(), features));
    return this;
  }

  RawLayer layer() {
    if (made == null) {
      throw new IllegalStateException("of() comes first");
    }
    return made;
  }

  List<Fault> faults() {
    return faults.list();
  }

  List<RawIssue> issues() {
    List<RawIssue> issues = new ArrayList<>();
    for (Remark remark : remarks) {
      String id = "";
      if (remark.index() != RawTable.WHOLE) {
        String found = layer().features().get(remark.index()).id();
        id = found == null ? "" : found;
      }
      Text message = remark.message();
      if (remark.index() == RawTable.WHOLE) {
        message = new Text(table.file() + "：" + message.zh(), table.file() + ": " + message.en());
      }
      issues.add(new RawIssue(layer, id, remark.code(), remark.action(), message, null));
    }
    return issues;
  }

  private List<RawFeature> renamed(List<RawFeature> features) {
    Set<String> given = new LinkedHashSet<>();
    features.forEach(f -> given.addAll(f.properties().keySet()));
    Map<String, String> names = naming.columns(layer, given);
    Map<String, String> otherwise = new LinkedHashMap<>(naming.otherwise(layer));
    otherwise.keySet().removeAll(names.values());
    otherwise.forEach(
        (column, value) ->
            note(
                "value_assumed",
                IssueAction.DERIVED,
                "没有“" + column + "”列，均按“" + value + "”处理",
                "there is no column '" + column + "'; '" + value + "' was taken for all"));
    List<RawFeature> renamed = new ArrayList<>(features.size());
    for (RawFeature feature : features) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      feature
          .properties()
          .forEach(
              (column, value) -> {
                String name = names.getOrDefault(column, column);
                Object known = naming.value(layer, name, value);
                boolean counted = ROW_NUMBERS.contains(name) && names.containsValue("id");
                if (!counted && values.get(name) == null) {
                  values.put(name, known);
                }
              });
      values.putAll(otherwise);
      renamed.add(new RawFeature(feature.index(), feature.geometry(), values));
    }
    return renamed;
  }

  /** A table without any ids gets the numbers of its rows; one with some is left to be refused. */
  private List<RawFeature> withIds(List<RawFeature> features, int number) {
    boolean some = features.stream().anyMatch(f -> f.id() != null);
    if (some
        || features.isEmpty()
        || layer.equals(RawLayer.BOUNDARY)
        || layer.equals("population")) {
      return features;
    }
    note(
        "id_derived",
        IssueAction.DERIVED,
        "没有编号列，以行号为编号；重新导入时行序不可改变",
        "it has no column of ids; the numbers of its rows were taken, so their order must not change");
    List<RawFeature> numbered = new ArrayList<>(features.size());
    String prefix = number == 1 ? layer + "-" : layer + "-" + number + "-";
    for (RawFeature feature : features) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>(feature.properties());
      values.put("id", prefix + (feature.index() + 1));
      numbered.add(new RawFeature(feature.index(), feature.geometry(), values));
    }
    return numbered;
  }

  private RawLayer unshifted(RawLayer given) {
    ShiftedDatum datum = options.datum();
    if (datum == null) {
      return given;
    }
    RawLayer degrees = Degrees.of(given, faults);
    List<RawFeature> moved = new ArrayList<>(degrees.features().size());
    for (RawFeature feature : degrees.features()) {
      Geometry geometry = feature.geometry();
      Geometry there = geometry == null ? null : Projection.moved(geometry, datum::toWgs84);
      moved.add(new RawFeature(feature.index(), there, feature.properties()));
    }
    note(
        "datum_unshifted",
        IssueAction.REPAIRED,
        "坐标已由 " + datum + " 换算为 WGS 84",
        "its coordinates were brought from " + datum + " to WGS 84");
    return new RawLayer(degrees.layer(), degrees.file(), degrees.crs(), moved);
  }

  private void note(String code, IssueAction action, String zh, String en) {
    remarks.add(new Remark(RawTable.WHOLE, code, action, new Text(zh, en)));
  }
}
