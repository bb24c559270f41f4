package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.model.Building;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.EntranceWalk;
import org.lifecircle.model.Explanation;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Group;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.NearestInLine;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.SingleChange;
import org.lifecircle.model.Text;
import org.lifecircle.model.Walk;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** Why the people of a building are covered by a requirement, or are not. */
final class ExplainAnswers implements Endpoint {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("id", String.class),
          new Column("residents", Double.class),
          new Column("covered", Boolean.class),
          new Column("facility", String.class),
          new Column("facility_kind", String.class),
          new Column("facility_name", String.class),
          new Column("distance_m", Double.class),
          new Column("seconds", Double.class),
          new Column("straight_m", Double.class),
          new Column("detour_ratio", Double.class),
          new Column("openings", List.class),
          new Column("forced_by", List.class),
          new Column("nearest_straight", String.class),
          new Column("nearest_straight_name", String.class),
          new Column("nearest_straight_m", Double.class),
          new Column("nearest_straight_walk_m", Double.class),
          new Column("nearest_straight_why_not", String.class),
          new Column("nearest_straight_gates", List.class));

  private final OpenArea area;
  private final Parameter<String> building =
      Parameters.text("building", new Text("楼栋编号", "id of a building")).asRequired();
  private final Parameter<String> requirement;
  private final Parameter<String> criterion =
      Parameters.oneOf(
              "criterion", new Text("距离或时间", "metres or minutes"), Coded.codes(Criterion.class))
          .or(Criterion.DISTANCE.code());
  private final Parameter<Group> group;

  ExplainAnswers(OpenArea area) {
    this.area = area;
    requirement =
        Parameters.oneOf(
                "requirement",
                new Text("配建要求", "requirement"),
                area.standard().requirements().stream().map(Requirement::id).toList())
            .asRequired();
    group = Groups.parameter(area);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(building, requirement, criterion, group);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    String house = question.get(building);
    requireBuilding(house);
    Requirement owed = area.standard().requirement(question.get(requirement));
    requireJudged(owed);
    Criterion judgedBy = Coded.of(Criterion.class, question.get(criterion));
    Explanation told =
        area.explainer().explain(house, owed.id(), judgedBy, question.get(group).id());
    List<Row> rows = told.entrances().stream().map(walk -> row(told, walk)).toList();
    return new Findings(
        new FeatureTable("explanation", new Text("覆盖说明", "Explanation"), COLUMNS, rows),
        members(told, question),
        false);
  }

  private void requireBuilding(String id) {
    if (area.area().buildings().stream().map(Building::id).noneMatch(id::equals)) {
      throw Problem.of(
              ProblemKind.UNKNOWN_FEATURE,
              "没有楼栋“" + Parameters.shown(id) + "”，编号见 collections/buildings",
              "there is no building '"
                  + Parameters.shown(id)
                  + "'; collections/buildings has the ids there are")
          .asException();
    }
  }

  private static void requireJudged(Requirement owed) {
    if (owed.judgedBy() == JudgedBy.RATE) {
      throw Problem.of(
              ProblemKind.BAD_CHOICE,
              "要求“" + owed.id() + "”按千人指标计算，不按步行判定，无从说明",
              "requirement '"
                  + owed.id()
                  + "' is counted against a rate, not walked to: there is nothing to explain")
          .asException();
    }
  }

  private Map<String, @Nullable Object> members(Explanation told, Question question) {
    Requirement owed = told.requirement();
    boolean timed = told.criterion() == Criterion.TIME;
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    members.put("standard", area.standard().id());
    members.put("building", told.building());
    members.put("compound", told.compound());
    members.put("requirement", owed.id());
    members.put("requirement_name", question.in(owed.name()));
    members.put("tier", owed.tier().code());
    members.put("judged_by", owed.judgedBy().code());
    members.put("criterion", told.criterion().code());
    members.put("group", told.group().id());
    members.put("limit_m", owed.limit().metres());
    members.put("limit_minutes", owed.limit().minutes());
    members.put("limit_from", owed.limit().from().code());
    members.put("residents", told.residents());
    members.put("residents_covered", told.residentsCovered());
    members.put("covered", told.covered());
    members.put("sentences", ExplainWords.of(told).stream().map(question::in).toList());
    members.put("present", told.present().stream().map(Facility::id).toList());
    List<Map<String, @Nullable Object>> changes = new ArrayList<>();
    for (SingleChange single : told.changes()) {
      Map<String, @Nullable Object> change = new LinkedHashMap<>();
      change.put("type", single.change().type());
      change.put("layer", single.change().layer().code());
      change.put("id", single.change().id());
      change.put(timed ? "longest_seconds" : "longest_m", single.cost() / 1000.0);
      changes.add(change);
    }
    members.put("changes", changes);
    return members;
  }

  private static Row row(Explanation told, EntranceWalk entrance) {
    Walk walk = entrance.walk();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", entrance.entrance().id());
    values.put("residents", entrance.residents());
    values.put("covered", entrance.covered());
    Facility facility = entrance.facility();
    if (facility != null && walk != null) {
      Double ratio = entrance.detourRatio();
      values.put("facility", facility.id());
      values.put("facility_kind", facility.kind());
      values.put("facility_name", facility.name());
      values.put("distance_m", walk.distanceMillimetres() / 1000.0);
      values.put("seconds", seconds(told, walk));
      values.put("straight_m", Numbers.rounded(walk.straightMetres(), 3));
      values.put("detour_ratio", ratio == null ? null : Numbers.rounded(ratio, 3));
      values.put("openings", walk.openings());
      values.put("forced_by", walk.forcedBy());
    }
    NearestInLine inLine = entrance.inLine();
    if (inLine != null) {
      Integer millimetres = inLine.walkMillimetres();
      values.put("nearest_straight", inLine.facility().id());
      values.put("nearest_straight_name", inLine.facility().name());
      values.put("nearest_straight_m", Numbers.rounded(inLine.straightMetres(), 3));
      values.put("nearest_straight_walk_m", millimetres == null ? null : millimetres / 1000.0);
      values.put("nearest_straight_why_not", inLine.why().code());
      values.put("nearest_straight_gates", inLine.residentsGates());
    }
    return new Row(walk == null ? null : walk.geometry(), values);
  }

  /** The shortest way in metres may not be one the group can go: then it has no time. */
  private static @Nullable Double seconds(Explanation told, Walk walk) {
    boolean atItsPace =
        told.criterion() == Criterion.TIME || told.group().id().equals(Group.PLANNING);
    return atItsPace ? Double.valueOf(walk.milliseconds() / 1000.0) : null;
  }
}
