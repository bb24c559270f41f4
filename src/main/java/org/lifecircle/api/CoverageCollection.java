package org.lifecircle.api;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Text;
import org.lifecircle.model.Tier;

/**
 * Who is covered: each compound by each requirement, and by each tier as a whole. As the standard
 * judges: by metres, at the planning pace. Other questions are asked of {@code /coverage}.
 */
final class CoverageCollection {

  static final CoverageQuery BY_COMPOUND = CoverageQuery.by(By.COMPOUND);

  private static final RecordColumns ROW = new RecordColumns(CoverageRow.class);

  private CoverageCollection() {}

  static Collection of(OpenArea area) {
    return new Collection(
        "coverage",
        new Text("覆盖率", "Coverage"),
        new Text(
            "每个小区的每项配建要求，以及各层级是否齐备；按距离、规划步速",
            "each compound by each requirement, and by each tier as a whole; by metres, at the"
                + " planning pace"),
        ResultCollections.columns(
            ROW, "standard", "criterion", "group", "scenario", "dataset_version"),
        () -> {
          CoverageStudy study = area.coverage();
          return area.kept("coverage", () -> items(area, study));
        });
  }

  private static List<Item> items(OpenArea area, CoverageStudy study) {
    RowPlaces places = new RowPlaces(area.area());
    Map<String, @Nullable Object> restingOn = restingOn(area);
    List<CoverageRow> rows = new ArrayList<>(study.each(BY_COMPOUND));
    rows.addAll(study.complete(BY_COMPOUND));
    List<Item> items = new ArrayList<>();
    for (CoverageRow row : rows) {
      items.add(
          ResultCollections.found(
              what(row) + "/" + requireNonNullElse(row.compoundId(), "none"),
              places.find(row.unitId(), row.compoundId(), row.buildingId()),
              ROW.values(row),
              restingOn));
    }
    return items;
  }

  private static String what(CoverageRow row) {
    Tier tier = row.tier();
    String complete = tier == null ? "complete" : "complete-" + tier.code();
    return requireNonNullElse(row.requirement(), complete);
  }

  /** What the figures rest on, as columns beside them. */
  static Map<String, @Nullable Object> restingOn(OpenArea area) {
    Map<String, @Nullable Object> columns = new LinkedHashMap<>();
    columns.put("standard", area.standard().id());
    columns.put("criterion", BY_COMPOUND.criterion().code());
    columns.put("group", BY_COMPOUND.group());
    columns.put("scenario", area.restingOn().get("scenario"));
    columns.put("dataset_version", area.version());
    return columns;
  }
}
