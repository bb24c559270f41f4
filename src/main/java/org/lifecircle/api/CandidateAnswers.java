package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.freedspace.Candidates;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.FeatureTable.Row;

/** What could stand on the ground that taking things down leaves, and what could not, and why. */
final class CandidateAnswers implements Endpoint {

  static final RecordColumns COLUMNS = new RecordColumns(Candidate.class);

  private final OpenArea area;
  private final Removal removal;
  private final Parameter<List<String>> kind;
  private final Parameter<Boolean> fits =
      Parameters.truth(
              "fits",
              new Text("true 列出放得下的，false 列出放不下的及原因", "those that fit, or those refused and why"))
          .or(true);
  private final Parameter<Boolean> share =
      Parameters.truth(
              "share",
              new Text(
                  "true 时 kind 所列各类合建一栋",
                  "true asks for one building that holds all the kinds named"))
          .or(false);

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
    return List.of(kind, fits, share, removal.remove, removal.deduct);
  }

  @Override
  public boolean heavy() {
    return true;
  }

  @Override
  public Answer answer(Question question) {
    Works works = removal.works(question);
    List<FacilityKind> kinds =
        question
            .find(kind)
            .map(ids -> ids.stream().map(area.standard()::kind).toList())
            .orElse(area.standard().kinds());
    Candidates candidates =
        new Candidates(
            works.area(),
            works.demolition(),
            area.renewal(),
            area.rules(),
            removal.heeded(question),
            area.notebook());
    Map<String, Integer> fitting = new TreeMap<>();
    List<Row> rows = new ArrayList<>();
    for (Candidate candidate : found(candidates, kinds, question)) {
      if (candidate.fits()) {
        fitting.merge(candidate.kind(), 1, Integer::sum);
      }
      if (candidate.fits() == question.get(fits)) {
        rows.add(new Row(candidate.geometry(), values(candidate, question::in)));
      }
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>(area.restingOn());
    members.put("standard", area.standard().id());
    members.put("demolition", works.chosenBy());
    members.put("fitting", fitting);
    members.put("without_size", candidates.withoutSize(kinds));
    members.put("issues", removal.issues(question, works));
    List<Column> columns = new ArrayList<>(COLUMNS.columns());
    columns.add(new Column("needs", Map.class));
    FeatureTable table =
        new FeatureTable("candidates", new Text("候选点", "Candidates"), columns, rows);
    return new Findings(table, members, false);
  }

  private List<Candidate> found(
      Candidates candidates, List<FacilityKind> kinds, Question question) {
    if (!question.get(share)) {
      return candidates.of(kinds, done -> {});
    }
    List<String> alone = candidates.standingAlone(kinds);
    if (alone.isEmpty() && question.find(kind).isPresent()) {
      return candidates.shared(kinds, done -> {});
    }
    String names = String.join(", ", alone);
    throw Problem.badQuery(
            List.of(
                alone.isEmpty()
                    ? Complaint.aboutQuery(
                        "kind", "合建须列明类别", "name the kinds that are to share a building")
                    : Complaint.aboutQuery(
                        "kind",
                        "不得合建或无面积指标：" + names,
                        "these may not share a building, or have no floor area: " + names)))
        .asException();
  }

  /** What is told of a candidate. */
  static Map<String, @Nullable Object> values(Candidate candidate, Function<Text, String> in) {
    Map<String, @Nullable Object> values = Removal.tidy(COLUMNS.values(candidate));
    values.put("refusals", candidate.refusals().stream().map(in).toList());
    Map<String, Object> needs = new LinkedHashMap<>();
    needs.put("walls", candidate.walls());
    needs.put("illegal_structures", candidate.illegalStructures());
    values.put("needs", needs);
    return values;
  }
}
