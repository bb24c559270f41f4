package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.coverage.LiftStudy;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Group;
import org.lifecircle.model.Lift;
import org.lifecircle.model.LiftGain;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** Which stairwells gain most from a lift, and who gains on which floor. */
final class LiftGainAnswers implements Endpoint {

  private static final int MOST = 10_000;

  private final OpenArea area;
  private final Parameter<Group> group;
  private final Parameter<String> lift =
      Parameters.oneOf(
              "lift",
              new Text("平层入户或错半层", "to the flats' doors, or between floors"),
              List.of(Lift.LEVEL.code(), Lift.HALF_LANDING.code()))
          .or(Lift.LEVEL.code());
  private final Parameter<Integer> top =
      Parameters.integer("top", new Text("列出前几个", "how many are listed"), 1, MOST).or(20);
  private final Parameter<String> population =
      Parameters.oneOf(
          "population",
          new Text("all：全体居民；group：仅该人群", "all residents, or the group's own people"),
          List.of("all", "group"));
  private final Parameter<String> entrance =
      Parameters.text("entrance", new Text("只看一个单元门", "only this stairwell"));

  LiftGainAnswers(OpenArea area) {
    this.area = area;
    group = Groups.parameter(area);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(group, lift, top, population, entrance);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    Lift type = org.lifecircle.model.Coded.of(Lift.class, question.get(lift));
    CoverageQuery query = CoverageQuery.by(By.REQUIREMENT).atThePaceOf(question.get(group).id());
    if (question.find(population).orElse("all").equals("group")) {
      query = query.ofTheGroupOnly();
    }
    List<LiftGain> ranked = ranked(area, type, query);
    String only = question.find(entrance).orElse(null);
    List<Row> rows = new ArrayList<>();
    for (LiftGain gain : ranked) {
      if ((only == null || only.equals(gain.entranceId())) && rows.size() < question.get(top)) {
        rows.add(new Row(gain.geometry(), values(gain)));
      }
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    members.put("standard", area.standard().id());
    members.put("criterion", "time");
    members.put("group", query.group());
    members.put("door_to_door", true);
    members.put("lift", type.code());
    members.put("stairwells", ranked.size());
    List<Column> columns = new ArrayList<>();
    for (String name : List.of("id", "building_id", "compound_id")) {
      columns.add(new Column(name, String.class));
    }
    for (String name : List.of("residents_gained", "residents_released", "person_seconds_saved")) {
      columns.add(new Column(name, Double.class));
    }
    columns.add(new Column("floors", List.class));
    FeatureTable table =
        new FeatureTable("lift_gains", new Text("加梯收益", "Gains from lifts"), columns, rows);
    return new Answer.Findings(table, members, false);
  }

  /** Every stairwell by what such a lift would bring there, best first. */
  static List<LiftGain> ranked(OpenArea area, Lift type, CoverageQuery query) {
    try {
      CoverageStudy before = area.coverage();
      String name = "lifts " + type.code() + " " + query.group() + query.populationOfGroup();
      return area.keptHere(
          name,
          () -> {
            CoverageStudy after =
                CoverageStudy.of(
                    LiftStudy.everywhere(area.area(), type),
                    area.standard(),
                    area.rules(),
                    area.network());
            return new LiftStudy(area.area(), area.rules(), before, after, type).ranked(query);
          });
    } catch (BadValueException e) {
      throw Problem.badQuery(List.of(Complaint.aboutQuery("population", e.reason()))).asException();
    }
  }

  static Map<String, @Nullable Object> values(LiftGain gain) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", gain.entranceId());
    values.put("building_id", gain.buildingId());
    values.put("compound_id", gain.compoundId());
    values.put("residents_gained", Numbers.rounded(gain.residentsGained(), 3));
    values.put("residents_released", Numbers.rounded(gain.residentsReleased(), 3));
    values.put("person_seconds_saved", Numbers.rounded(gain.personSecondsSaved(), 1));
    List<Map<String, @Nullable Object>> floors = new ArrayList<>();
    for (LiftGain.Floor floor : gain.floors()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("floor", floor.floor());
      row.put("residents", Numbers.rounded(floor.residents(), 3));
      row.put("seconds_before", floor.secondsBefore());
      row.put("seconds_after", floor.secondsAfter());
      row.put("residents_gained", Numbers.rounded(floor.residentsGained(), 3));
      floors.add(row);
    }
    values.put("floors", floors);
    return values;
  }
}
