package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.freedspace.Lanes;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.LaneWidth;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/** How wide every path is clear, before and after things are taken down. */
final class LaneAnswers implements Endpoint {

  private static final RecordColumns COLUMNS = new RecordColumns(LaneWidth.class);

  private final OpenArea area;
  private final Removal removal;
  private final Parameter<Boolean> changed =
      Parameters.truth("changed", new Text("只列净宽改变的", "only paths whose clear width changes"))
          .or(false);

  LaneAnswers(OpenArea area) {
    this.area = area;
    removal = new Removal(area);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(removal.remove, changed);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    Map<String, Integer> before = new TreeMap<>();
    Map<String, Integer> after = new TreeMap<>();
    List<Row> rows = new ArrayList<>();
    Works works = removal.works(question);
    for (LaneWidth lane : Lanes.of(works.area(), works.demolition(), area.renewal())) {
      before.merge(lane.classBefore(), 1, Integer::sum);
      after.merge(lane.classAfter(), 1, Integer::sum);
      if (!question.get(changed) || changes(lane)) {
        rows.add(new Row(lane.geometry(), values(lane)));
      }
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    members.put("demolition", works.chosenBy());
    members.put("classes_before", before);
    members.put("classes_after", after);
    List<Column> columns = new ArrayList<>(COLUMNS.columns());
    columns.add(new Column("at", List.class));
    FeatureTable table = new FeatureTable("lanes", new Text("道路净宽", "Lanes"), columns, rows);
    return new Findings(table, members, false);
  }

  private static boolean changes(LaneWidth lane) {
    Double before = lane.widthBeforeMetres();
    return before != null && !before.equals(lane.widthAfterMetres());
  }

  private Map<String, @Nullable Object> values(LaneWidth lane) {
    Map<String, @Nullable Object> values = COLUMNS.values(lane);
    values.replaceAll(
        (name, value) -> value instanceof Double number ? Numbers.rounded(number, 3) : value);
    Point at = lane.at();
    if (at != null) {
      Coordinate place = area.projection().toLonLat(at.getCoordinate());
      values.put("at", List.of(Numbers.rounded(place.x, 7), Numbers.rounded(place.y, 7)));
    }
    return values;
  }
}
