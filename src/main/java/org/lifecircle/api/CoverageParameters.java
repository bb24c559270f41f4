package org.lifecircle.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Group;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Text;
import org.lifecircle.model.Tier;

/** How coverage is asked about, whether of one area or of two side by side. */
final class CoverageParameters {

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
  private final Parameter<Boolean> capacity =
      Parameters.truth(
          "capacity",
          new Text(
              "腾退空间上新建且填写容量的设施只服务其容量所及的居民",
              "facilities on freed space that say their capacity serve no more than it is enough"
                  + " for"));
  private final Parameter<List<String>> requirements;
  private final Parameter<List<String>> kinds;

  CoverageParameters(OpenArea area) {
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

  List<Parameter<?>> all() {
    return List.of(
        by, criterion, group, tier, doorToDoor, population, requirements, kinds, capacity);
  }

  /**
   * What was asked.
   *
   * @throws ProblemException if stairs are asked for in metres
   */
  CoverageQuery query(Question question) {
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
    return new CoverageQuery(
        Coded.of(By.class, question.get(by)),
        judgedBy,
        question.get(group).id(),
        question.find(tier).map(code -> Coded.of(Tier.class, code)).orElse(null),
        stairs,
        question.find(population).orElse("all").equals("group"),
        question.find(requirements).orElse(List.of()),
        question.find(kinds).orElse(List.of()),
        question.find(capacity).orElse(false));
  }

  /** What an answer says of itself. */
  Map<String, @Nullable Object> members(CoverageQuery query) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    members.put("standard", area.standard().id());
    members.put("criterion", query.criterion().code());
    members.put("group", query.group());
    members.put("door_to_door", query.doorToDoor());
    members.put("population", query.populationOfGroup() ? "group" : "all");
    members.put("capacity", query.capacity());
    return members;
  }

  /**
   * What a study says to a query.
   *
   * @throws ProblemException if the query asks what cannot be judged
   */
  <T> T judged(CoverageQuery query, Function<CoverageQuery, T> study) {
    String about = "population";
    try {
      area.coverage().requireCounted(query);
      about = query.requirements().isEmpty() ? "tier" : "requirement";
      return study.apply(query);
    } catch (BadValueException e) {
      throw Problem.badQuery(List.of(Complaint.aboutQuery(about, e.reason()))).asException();
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      throw Problem.badQuery(List.of(Complaint.aboutQuery(about, "无法评价：" + reason, reason)))
          .asException();
    }
  }
}
