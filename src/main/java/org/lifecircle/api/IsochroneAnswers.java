package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Group;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;
import org.lifecircle.walk.Direction;
import org.lifecircle.walk.Measure;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** How far people get from a place, or whence they get to it: a polygon for each threshold. */
final class IsochroneAnswers implements Endpoint {

  private static final List<Double> USUAL_MINUTES = List.of(5.0, 10.0, 15.0);
  private static final int MOST = 10;

  private final OpenArea area;
  private final Parameter<Coordinate> at =
      Places.parameter("at", new Text("起点（经度,纬度）", "the place, as LON,LAT"));
  private final Parameter<List<Double>> minutes =
      Parameters.numbers(
          "minutes", new Text("几分钟；缺省 5,10,15", "minutes; else 5,10,15"), 0.1, 120, MOST);
  private final Parameter<List<Double>> metres =
      Parameters.numbers(
          "metres", new Text("几米；与 minutes 二选一", "metres, instead of minutes"), 1, 10_000, MOST);
  private final Parameter<Group> group;
  private final Parameter<String> direction =
      Parameters.oneOf(
              "direction",
              new Text("out：从此处走出；in：走到此处", "out from the place, or in to it"),
              List.of("out", "in"))
          .or("out");

  IsochroneAnswers(OpenArea area) {
    this.area = area;
    group = Groups.parameter(area);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(at, minutes, metres, group, direction);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    boolean byDistance = question.find(metres).isPresent();
    if (byDistance && question.find(minutes).isPresent()) {
      throw Problem.badQuery(
              List.of(
                  Complaint.aboutQuery(
                      "metres", "minutes 与 metres 只能给一个", "give minutes or metres, not both")))
          .asException();
    }
    Coordinate place = Places.onGround(area, Map.of("at", question.get(at))).get(0);
    Measure measure = byDistance ? Measure.distance() : Measure.time(question.get(group));
    List<Double> thresholds = question.find(byDistance ? metres : minutes).orElse(USUAL_MINUTES);
    String unit = byDistance ? "metres" : "minutes";
    int[] cutoffs =
        thresholds.stream()
            .mapToInt(threshold -> (int) Math.round(threshold * (byDistance ? 1_000 : 60_000)))
            .toArray();
    Direction way = Direction.valueOf(question.get(direction).toUpperCase(Locale.ROOT));
    List<Geometry> reached = area.network().isochrones(place, measure, cutoffs, way).orElseThrow();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < cutoffs.length; i++) {
      rows.add(row(question, unit, thresholds.get(i), reached.get(i)));
    }
    return new Findings(table(unit, rows), area.restingOn(), false);
  }

  private Row row(Question question, String unit, double threshold, Geometry reached) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", unit + "-" + Parameters.plain(threshold));
    values.put(unit, Numbers.tidy(threshold));
    values.put("group", question.get(group).id());
    values.put("direction", question.get(direction));
    values.put("area_m2", Numbers.rounded(reached.getArea(), 1));
    return new Row(reached, values);
  }

  private static FeatureTable table(String unit, List<Row> rows) {
    return new FeatureTable(
        "isochrone",
        new Text("等时圈", "Isochrones"),
        List.of(
            new Column("id", String.class),
            new Column(unit, Double.class),
            new Column("group", String.class),
            new Column("direction", String.class),
            new Column("area_m2", Double.class)),
        rows);
  }
}
