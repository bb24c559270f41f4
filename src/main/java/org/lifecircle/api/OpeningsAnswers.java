package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Group;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Opening;
import org.lifecircle.model.OpeningPair;
import org.lifecircle.model.OpeningRanking;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** What could be opened, best first. */
final class OpeningsAnswers implements Endpoint {

  private static final RecordColumns COLUMNS = new RecordColumns(Opening.class);
  private static final RecordColumns PAIR = new RecordColumns(OpeningPair.class);

  private final OpenArea area;
  private final Parameter<Integer> top =
      Parameters.integer("top", new Text("列出前几项", "how many are listed"), 1, Rankings.MOST)
          .or(Rankings.FEW);
  private final Parameter<Integer> depth =
      Parameters.integer(
              "depth",
              new Text("2：也试成对打开", "2 tries pairs as well: two in series may gain nothing alone"),
              1,
              2)
          .or(1);
  private final Parameter<Group> group;
  private final Parameter<String> criterion =
      Parameters.oneOf(
          "criterion",
          new Text(
              "距离或时间；缺省：规划步速看距离，其他人群看时间",
              "metres or minutes; else metres, for a group its minutes"),
          Coded.codes(Criterion.class));
  private final Parameter<String> requirement;

  OpeningsAnswers(OpenArea area) {
    this.area = area;
    group = Groups.parameter(area);
    requirement =
        Parameters.oneOf(
            "requirement",
            new Text("只看一项配建要求", "only this requirement"),
            area.standard().requirements().stream()
                .filter(r -> r.judgedBy() == JudgedBy.WALK)
                .map(Requirement::id)
                .toList());
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(top, requirement, group, criterion, depth);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    Group people = question.get(group);
    Criterion usual = people.id().equals(Group.PLANNING) ? Criterion.DISTANCE : Criterion.TIME;
    Criterion judgedBy =
        question.find(criterion).map(code -> Coded.of(Criterion.class, code)).orElse(usual);
    List<String> requirements = question.find(requirement).map(List::of).orElse(List.of());
    CoverageQuery query = Rankings.query(judgedBy, people, requirements);
    boolean pairs = question.get(depth) == 2;
    int most = question.get(top);
    OpeningRanking ranking = Rankings.of(area, query, pairs, most);
    List<Row> rows = new ArrayList<>();
    ranking.openings().stream().limit(most).forEach(opening -> rows.add(row(opening)));
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    members.put("standard", area.standard().id());
    members.put("criterion", judgedBy.code());
    members.put("group", people.id());
    members.put("requirement", question.find(requirement).orElse(null));
    members.put("examined", ranking.examined());
    if (pairs) {
      members.put(
          "pairs", ranking.pairs().stream().limit(most).map(OpeningsAnswers::values).toList());
      members.put("pairs_examined", ranking.pairsExamined());
      members.put("pairs_left_out", ranking.pairsLeftOut());
    }
    FeatureTable table =
        new FeatureTable("openings", new Text("打开收益", "Openings"), COLUMNS.columns(), rows);
    return new Findings(table, members, false);
  }

  private static Row row(Opening opening) {
    return new Row(opening.geometry(), tidy(COLUMNS.values(opening)));
  }

  private static Map<String, @Nullable Object> values(OpeningPair pair) {
    return tidy(PAIR.values(pair));
  }

  /** Thousandths of people and of seconds: more would only seem exact. */
  static Map<String, @Nullable Object> tidy(Map<String, @Nullable Object> values) {
    values.replaceAll(
        (name, value) -> value instanceof Double number ? Numbers.rounded(number, 3) : value);
    return values;
  }
}
