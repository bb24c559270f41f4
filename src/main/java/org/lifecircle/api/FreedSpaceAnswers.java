package org.lifecircle.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.freedspace.Demolition;
import org.lifecircle.freedspace.FreedSpaceRules;
import org.lifecircle.freedspace.FreedSpaces;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** What ground taking things down frees. */
final class FreedSpaceAnswers implements Endpoint {

  private static final RecordColumns COLUMNS = new RecordColumns(FreedSpace.class);

  private final OpenArea area;
  private final Parameter<Double> minWidth =
      Parameters.number(
              "min_width_m",
              new Text("至少多宽才算可用", "the width it must be usable at"),
              0,
              FreedSpaceRules.WIDEST_METRES)
          .or(4.0);
  private final Parameter<Double> minArea =
      Parameters.number(
          "min_area_m2", new Text("至少多大才列出", "pieces smaller are not listed"), 0, 1e9);
  private final Parameter<String> remove =
      Parameters.text(
          "remove",
          new Text(
              "拆除什么，用逗号分隔，如 walls:w-1,illegal_structures:s-2；缺省为全部可拆的",
              "what goes, separated by commas: walls:ID,illegal_structures:ID; else all that may"));

  FreedSpaceAnswers(OpenArea area) {
    this.area = area;
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(minWidth, minArea, remove);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    FreedSpaceRules rules = FreedSpaceRules.of(area.rules()).withMinWidth(question.get(minWidth));
    if (question.find(minArea).isPresent()) {
      rules = rules.withMinArea(question.find(minArea).get());
    }
    FreedGround ground = FreedSpaces.of(area.area(), demolition(question), rules);
    List<Row> rows = new ArrayList<>();
    for (FreedSpace space : ground.spaces()) {
      rows.add(new Row(space.geometry(), tidy(COLUMNS.values(space))));
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    Map<String, @Nullable Object> totals = new RecordColumns(FreedGround.class).values(ground);
    totals.remove("spaces");
    totals.remove("sites");
    members.putAll(tidy(totals));
    FeatureTable table =
        new FeatureTable("freed_spaces", new Text("腾退空间", "Freed space"), COLUMNS.columns(), rows);
    return new Findings(table, members, false);
  }

  private Demolition demolition(Question question) {
    String ids = question.find(remove).orElse(null);
    if (ids == null) {
      return Demolition.ofEverythingRemovable(area.area());
    }
    try {
      List<String> asked = Arrays.stream(ids.split(",", -1)).map(String::strip).toList();
      return Demolition.of(area.area(), asked);
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage());
      throw Problem.badQuery(List.of(Complaint.aboutQuery("remove", "无法拆除：" + reason, reason)))
          .asException();
    }
  }

  /** Square metres to the square centimetre: more would only seem exact. */
  private static Map<String, @Nullable Object> tidy(Map<String, @Nullable Object> values) {
    values.replaceAll(
        (name, value) -> value instanceof Double number ? Numbers.rounded(number, 4) : value);
    return values;
  }
}
