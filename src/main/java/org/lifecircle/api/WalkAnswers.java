package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Group;
import org.lifecircle.model.Text;
import org.lifecircle.model.Walk;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;
import org.lifecircle.walk.Measure;
import org.locationtech.jts.geom.Coordinate;

/** The walk from one place to another, and what it is forced round. */
final class WalkAnswers implements Endpoint {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", String.class),
          new Column("group", String.class),
          new Column("distance_m", Double.class),
          new Column("seconds", Double.class),
          new Column("straight_m", Double.class),
          new Column("openings", List.class),
          new Column("forced_by", List.class));

  private final OpenArea area;
  private final Parameter<Coordinate> from =
      Places.parameter("from", new Text("起点（经度,纬度）", "where it begins, as LON,LAT"));
  private final Parameter<Coordinate> to =
      Places.parameter("to", new Text("终点（经度,纬度）", "where it ends, as LON,LAT"));
  private final Parameter<Group> group;

  WalkAnswers(OpenArea area) {
    this.area = area;
    group = Groups.parameter(area);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(from, to, group);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    Map<String, Coordinate> ends = new LinkedHashMap<>();
    ends.put("from", question.get(from));
    ends.put("to", question.get(to));
    List<Coordinate> places = Places.onGround(area, ends);
    Group walker = question.get(group);
    Walk walk =
        area.network()
            .walkWithReasons(places.get(0), places.get(1), Measure.time(walker))
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemKind.NO_WALK,
                            "对该人群而言，两地之间走不通",
                            "for this group no walk leads from the one place to the other")
                        .asException());
    FeatureTable table =
        new FeatureTable("walk", new Text("步行路线", "Walk"), COLUMNS, List.of(row(walk, walker)));
    return new Findings(table, area.restingOn(), true);
  }

  private static Row row(Walk walk, Group walker) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", "walk");
    values.put("group", walker.id());
    values.put("distance_m", walk.distanceMillimetres() / 1000.0);
    values.put("seconds", walk.milliseconds() / 1000.0);
    values.put("straight_m", Numbers.rounded(walk.straightMetres(), 3));
    values.put("openings", walk.openings());
    values.put("forced_by", walk.forcedBy());
    return new Row(walk.geometry(), values);
  }
}
