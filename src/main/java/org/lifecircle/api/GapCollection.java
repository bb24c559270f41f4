package org.lifecircle.api;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Gap;
import org.lifecircle.model.Limit;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Text;

/** What is missing for whom: compound by requirement, the largest gap first. */
final class GapCollection {

  private static final RecordColumns GAP = new RecordColumns(Gap.class);

  private GapCollection() {}

  static Collection of(OpenArea area) {
    List<Column> columns =
        new ArrayList<>(
            ResultCollections.columns(
                GAP, "standard", "criterion", "group", "scenario", "dataset_version"));
    columns.add(new Column("limit_m", Integer.class));
    columns.add(new Column("limit_minutes", Integer.class));
    return new Collection(
        "gaps",
        new Text("缺口", "Gaps"),
        new Text(
            "哪个小区有多少居民未被哪项要求覆盖，由大到小；按距离、规划步速",
            "residents of a compound whom a requirement does not cover, the most first; by metres,"
                + " at the planning pace"),
        columns,
        () -> {
          CoverageStudy study = area.coverage();
          return area.kept("gaps", () -> items(area, study));
        });
  }

  private static List<Item> items(OpenArea area, CoverageStudy study) {
    RowPlaces places = new RowPlaces(area.area());
    Map<String, @Nullable Object> restingOn = CoverageCollection.restingOn(area);
    List<Item> items = new ArrayList<>();
    for (Gap gap : study.gaps(CoverageCollection.BY_COMPOUND)) {
      Requirement requirement = area.standard().requirement(gap.requirement());
      Limit limit = requirement.limit();
      Map<String, @Nullable Object> values = GAP.values(gap);
      values.put("limit_m", limit.metres());
      values.put("limit_minutes", limit.minutes());
      items.add(
          ResultCollections.found(
              gap.requirement() + "/" + requireNonNullElse(gap.compoundId(), "none"),
              places.find(gap.unitId(), gap.compoundId(), gap.buildingId()),
              values,
              restingOn));
    }
    return items;
  }
}
