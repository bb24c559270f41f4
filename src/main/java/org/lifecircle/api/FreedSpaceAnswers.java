package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.freedspace.Deductions;
import org.lifecircle.freedspace.FreedSpaceRules;
import org.lifecircle.freedspace.FreedSpaces;
import org.lifecircle.freedspace.GateWalks;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.model.SpaceDeductions;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** What ground taking things down frees. */
final class FreedSpaceAnswers implements Endpoint {

  private static final RecordColumns COLUMNS = new RecordColumns(FreedSpace.class);
  private static final RecordColumns DEDUCTIONS = new RecordColumns(SpaceDeductions.class);

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
  private final Removal removal;

  FreedSpaceAnswers(OpenArea area) {
    this.area = area;
    removal = new Removal(area);
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(minWidth, minArea, removal.remove, removal.deduct);
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
    Works works = removal.works(question);
    FreedGround ground =
        FreedSpaces.of(works.area(), works.demolition(), rules, area.notebook(), share -> {});
    List<SpaceDeductions> deductions =
        Deductions.of(
            works.area(),
            works.demolition(),
            ground,
            area.renewal(),
            area.rules(),
            removal.heeded(question),
            area.notebook());
    GateWalks walks = GateWalks.of(ground, area.network());
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < ground.spaces().size(); i++) {
      FreedSpace space = ground.spaces().get(i);
      Map<String, @Nullable Object> values = COLUMNS.values(space);
      values.putAll(DEDUCTIONS.values(deductions.get(i)));
      values.put("gate_walk_m", walks.metresFrom(space.id()));
      rows.add(new Row(space.geometry(), Removal.tidy(values)));
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    Map<String, @Nullable Object> totals = new RecordColumns(FreedGround.class).values(ground);
    totals.remove("spaces");
    totals.remove("sites");
    members.putAll(Removal.tidy(totals));
    members.put("demolition", works.chosenBy());
    members.put("deducted", removal.heeded(question).stream().map(Deduction::code).toList());
    members.put("issues", removal.issues(question, works));
    List<Column> columns = new ArrayList<>(COLUMNS.columns());
    DEDUCTIONS.columns().stream().filter(c -> !c.name().equals("id")).forEach(columns::add);
    columns.add(new Column("gate_walk_m", Double.class));
    FeatureTable table =
        new FeatureTable("freed_spaces", new Text("腾退空间", "Freed space"), columns, rows);
    return new Findings(table, members, false);
  }
}
