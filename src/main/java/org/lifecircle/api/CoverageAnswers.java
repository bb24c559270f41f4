package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.model.Coded;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Group;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Text;
import org.lifecircle.model.Tier;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;
import org.locationtech.jts.geom.Geometry;

/** Who reaches what, and who is left out. */
final class CoverageAnswers implements Endpoint {

  private static final RecordColumns COLUMNS = new RecordColumns(CoverageRow.class);

  private final OpenArea area;
  private final Parameter<String> by =
      Parameters.oneOf("by", new Text("每行代表什么", "what each row stands for"), Coded.codes(By.class))
          .or(By.REQUIREMENT.code());
  private final Parameter<String> criterion =
      Parameters.oneOf(
              "criterion", new Text("距离或时间", "metres or minutes"), Coded.codes(Criterion.class))
          .or(Criterion.DISTANCE.code());
  private final Parameter<Group> group;
  private final Parameter<String> tier =
      Parameters.oneOf("tier", new Text("生活圈层级", "tier"), Coded.codes(Tier.class));
  private final Parameter<Boolean> doorToDoor =
      Parameters.truth("door_to_door", new Text("计入楼梯或电梯", "stairs or lift included"));
  private final Parameter<String> population =
      Parameters.oneOf(
          "population",
          new Text("all：全体居民；group：仅该人群", "all residents, or the group's own people"),
          List.of("all", "group"));
  private final Parameter<List<String>> requirements;
  private final Parameter<List<String>> kinds;

  CoverageAnswers(OpenArea area) {
    this.area = area;
    group = Groups.parameter(area);
    requirements =
        Parameters.someOf(
            "requirement",
            new Text("配建要求", "requirements"),
            area.standard().requirements().stream().map(Requirement::id).toList());
    kinds =
        Parameters.someOf(
            "kind",
            new Text("设施类别", "kinds of facility"),
            area.standard().kinds().stream().map(kind -> kind.id()).toList());
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.JSON, Format.GEOJSON, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(by, criterion, group, tier, doorToDoor, population, requirements, kinds);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    By rowsAre = Coded.of(By.class, question.get(by));
    boolean stairs = question.find(doorToDoor).orElse(false);
    Criterion judgedBy = Coded.of(Criterion.class, question.get(criterion));
    if (stairs && judgedBy == Criterion.DISTANCE) {
      throw Problem.badQuery(
              List.of(
                  Complaint.aboutQuery(
                      "door_to_door",
                      "楼梯只有时间没有距离，请同时给 criterion=time",
                      "stairs have seconds, not metres: ask with criterion=time")))
          .asException();
    }
    CoverageQuery query =
        new CoverageQuery(
            rowsAre,
            judgedBy,
            question.get(group).id(),
            question.find(tier).map(code -> Coded.of(Tier.class, code)).orElse(null),
            stairs,
            question.find(population).orElse("all").equals("group"),
            question.find(requirements).orElse(List.of()),
            question.find(kinds).orElse(List.of()));
    List<CoverageRow> rows = rows(query);
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    members.put("standard", area.standard().id());
    members.put("criterion", judgedBy.code());
    members.put("group", query.group());
    members.put("door_to_door", stairs);
    members.put("population", query.populationOfGroup() ? "group" : "all");
    return new Findings(table(rowsAre, rows), members, false);
  }

  private List<CoverageRow> rows(CoverageQuery query) {
    CoverageStudy study = area.coverage();
    try {
      return study.table(query).rows();
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      throw Problem.badQuery(List.of(Complaint.aboutQuery("requirement", "无法评价：" + reason, reason)))
          .asException();
    }
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
