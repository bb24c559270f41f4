package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.model.ComparisonRow;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;
import org.locationtech.jts.geom.Geometry;

/** Who is served before and after a scenario's changes; without a scenario nothing differs. */
final class ComparisonAnswers implements Endpoint {

  private static final RecordColumns COLUMNS = new RecordColumns(ComparisonRow.class);

  private final OpenArea area;
  private final CoverageParameters asked;

  ComparisonAnswers(OpenArea area) {
    this.area = area;
    asked = new CoverageParameters(area);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.JSON, Format.GEOJSON, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return asked.all();
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    CoverageQuery query = asked.query(question);
    List<ComparisonRow> rows =
        asked.judged(query, q -> area.baseline().coverage().compare(area.coverage(), q));
    RowPlaces places = new RowPlaces(area.area());
    boolean whole = query.by() == By.AREA || !query.by().places();
    List<Row> located = new ArrayList<>();
    for (ComparisonRow row : rows) {
      Geometry place =
          whole
              ? area.area().boundary()
              : places.find(row.unitId(), row.compoundId(), row.buildingId());
      located.add(new Row(place, COLUMNS.values(row)));
    }
    Map<String, @Nullable Object> members = asked.members(query);
    Text title = new Text("前后对比", "Before and after");
    return new Findings(
        new FeatureTable("comparison", title, COLUMNS.columns(), located), members, false);
  }
}
