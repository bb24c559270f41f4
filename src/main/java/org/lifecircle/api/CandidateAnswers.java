package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.freedspace.Candidates;
import org.lifecircle.freedspace.Demolition;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** What could stand on the ground that taking things down leaves, and what could not, and why. */
final class CandidateAnswers implements Endpoint {

  private static final RecordColumns COLUMNS = new RecordColumns(Candidate.class);

  private final OpenArea area;
  private final Removal removal;
  private final Parameter<List<String>> kind;
  private final Parameter<Boolean> fits =
      Parameters.truth(
              "fits",
              new Text("true 列出放得下的，false 列出放不下的及原因", "those that fit, or those refused and why"))
          .or(true);

  CandidateAnswers(OpenArea area) {
    this.area = area;
    removal = new Removal(area);
    kind =
        Parameters.someOf(
            "kind",
            new Text("设施类别；缺省为全部有面积指标的", "kinds of facility; else all that have a size"),
            area.standard().kinds().stream().map(FacilityKind::id).toList());
  }

  @Override
  public List<Format> formats() {
    return List.of(Format.GEOJSON, Format.FEATURES, Format.CSV);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(kind, fits, removal.remove, removal.deduct);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    Demolition demolition = removal.demolition(question);
    List<FacilityKind> kinds =
        question
            .find(kind)
            .map(ids -> ids.stream().map(area.standard()::kind).toList())
            .orElse(area.standard().kinds());
    Candidates candidates =
        new Candidates(
            area.area(),
            demolition,
            area.renewal(),
            area.rules(),
            removal.heeded(question),
            area.notebook());
    Map<String, Integer> fitting = new TreeMap<>();
    List<Row> rows = new ArrayList<>();
    for (Candidate candidate : candidates.of(kinds, share -> {})) {
      if (candidate.fits()) {
        fitting.merge(candidate.kind(), 1, Integer::sum);
      }
      if (candidate.fits() == question.get(fits)) {
        rows.add(new Row(candidate.geometry(), values(candidate, question)));
      }
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    members.put("standard", area.standard().id());
    members.put("fitting", fitting);
    members.put("without_size", candidates.withoutSize(kinds));
    members.put("issues", removal.issues(question, demolition));
    List<Column> columns = new ArrayList<>(COLUMNS.columns());
    columns.add(new Column("needs", Map.class));
    FeatureTable table =
        new FeatureTable("candidates", new Text("候选点", "Candidates"), columns, rows);
    return new Findings(table, members, false);
  }

  private static Map<String, @Nullable Object> values(Candidate candidate, Question question) {
    Map<String, @Nullable Object> values = Removal.tidy(COLUMNS.values(candidate));
    values.put("refusals", candidate.refusals().stream().map(question::in).toList());
    Map<String, Object> needs = new LinkedHashMap<>();
    needs.put("walls", candidate.walls());
    needs.put("illegal_structures", candidate.illegalStructures());
    values.put("needs", needs);
    return values;
  }
}
