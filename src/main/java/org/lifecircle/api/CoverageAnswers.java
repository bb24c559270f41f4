package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;
import org.locationtech.jts.geom.Geometry;

/** Who reaches what, and who is left out. */
final class CoverageAnswers implements Endpoint {

  private static final RecordColumns COLUMNS = new RecordColumns(CoverageRow.class);

  private final OpenArea area;
  private final CoverageParameters asked;

  CoverageAnswers(OpenArea area) {
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
  public boolean lasting() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    CoverageQuery query = asked.query(question);
    List<CoverageRow> rows = asked.judged(query, q -> area.coverage().table(q).rows());
    return new Findings(table(query.by(), rows), asked.members(query), false);
  }

  private FeatureTable table(By by, List<CoverageRow> rows) {
    boolean whole = by == By.AREA || !by.places();
    RowPlaces places = new RowPlaces(area.area());
    List<Row> located = new ArrayList<>();
    for (CoverageRow row : rows) {
      Geometry place =
          whole
              ? area.area().boundary()
              : places.find(row.unitId(), row.compoundId(), row.buildingId());
      located.add(new Row(place, COLUMNS.values(row)));
    }
    return new FeatureTable("coverage", new Text("覆盖率", "Coverage"), COLUMNS.columns(), located);
  }
}
