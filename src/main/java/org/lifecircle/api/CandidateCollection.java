package org.lifecircle.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.freedspace.Candidates;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.Text;

/** What could stand on the ground that is freed, and what could not, and why. */
final class CandidateCollection {

  private CandidateCollection() {}

  static Collection of(OpenArea area) {
    List<Column> columns =
        new ArrayList<>(
            ResultCollections.columns(
                CandidateAnswers.COLUMNS, "scenario", "dataset_version", "standard"));
    columns.add(new Column("needs", Map.class));
    columns.add(new Column("refusals_en", List.class));
    return new Collection(
        "candidates",
        new Text("候选点", "Candidates"),
        new Text(
            "新腾退的土地上可建什么、各需拆什么、向谁征求同意、多少费用；fits 为 false 的列明原因；其他拆除组合见 /candidates",
            "what could stand on newly usable ground, what each needs, who must agree and what it"
                + " costs; fits=false says why not; other sets are asked of /candidates"),
        columns,
        () ->
            area.kept("candidates", () -> found(area)).stream()
                .map(
                    candidate ->
                        FreedGroundCollections.item(
                            area, candidate.id(), candidate.geometry(), values(area, candidate)))
                .toList());
  }

  private static Map<String, @Nullable Object> values(OpenArea area, Candidate candidate) {
    Map<String, @Nullable Object> values = CandidateAnswers.values(candidate, Text::zh);
    values.put("refusals_en", candidate.refusals().stream().map(Text::en).toList());
    values.put("standard", area.standard().id());
    return values;
  }

  private static List<Candidate> found(OpenArea area) {
    Works works = Works.usual(area);
    return new Candidates(
            works.area(),
            works.demolition(),
            area.renewal(),
            area.rules(),
            EnumSet.allOf(Deduction.class),
            area.notebook())
        .of(area.standard().kinds(), share -> {});
  }
}
