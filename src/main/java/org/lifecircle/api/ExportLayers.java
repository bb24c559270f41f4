package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Answer.Findings;
import org.lifecircle.io.FileTable;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Text;
import org.lifecircle.store.FeatureTable;

/**
 * All layers of an area that can be exported: its input, the boundary with what the area says of
 * itself, and what was found out about it. The records of the renewal programme, which name
 * persons, are none of them.
 */
final class ExportLayers {

  private static final List<String> PROFILE =
      List.of("id", "name_zh", "name_en", "crs", "evidence", "standard", "imported_at", "files");

  private ExportLayers() {}

  /** The layers of an area, input first. */
  static List<ExportLayer> of(OpenArea area, String language) {
    List<ExportLayer> input = new ArrayList<>();
    List<ExportLayer> results = new ArrayList<>();
    for (Collection collection : Collections.of(area)) {
      boolean isInput = Coded.find(Layer.class, collection.id()).isPresent();
      (isInput ? input : results).add(ExportLayer.of(collection, isInput));
    }
    input.add(boundary(area));
    CoverageSheets sheets = new CoverageSheets(area, language);
    results.add(0, sheets.byCompound());
    results.add(1, sheets.byBuilding());
    if (results.stream().noneMatch(layer -> layer.id().equals("candidates"))) {
      results.add(candidates(area, language));
    }
    if (area.scenario() != null) {
      results.add(sheets.change());
    }
    input.addAll(results);
    return input;
  }

  private static ExportLayer boundary(OpenArea area) {
    AreaProfile profile = area.area().profile();
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", profile.id());
    values.put("name_zh", profile.name().zh());
    values.put("name_en", profile.name().en());
    values.put("crs", profile.crs());
    values.put("evidence", profile.evidence().code());
    values.put("standard", profile.standard());
    values.put("imported_at", area.stored().imported().at().toString());
    values.put("files", String.join(" / ", area.stored().imported().files()));
    return new ExportLayer(
        RawLayer.BOUNDARY,
        new Text("范围", "Boundary"),
        true,
        PROFILE.stream().map(name -> new Column(name, String.class)).toList(),
        () -> List.of(new FileTable.Row(area.area().boundary(), values)));
  }

  /** Those that fit where everything removable goes, as {@code /candidates} answers. */
  private static ExportLayer candidates(OpenArea area, String language) {
    return new ExportLayer(
        "candidates",
        new Text("候选点", "Candidates"),
        false,
        new RecordColumns(org.lifecircle.model.Candidate.class).columns(),
        () -> {
          FeatureTable table =
              area.keptHere("export candidates " + language, () -> fitting(area, language));
          Stream<FeatureTable.Row> rows = table.rows().stream();
          return rows.map(row -> ExportLayer.row(row.geometry(), row.values())).toList();
        });
  }

  private static FeatureTable fitting(OpenArea area, String language) {
    CandidateAnswers endpoint = new CandidateAnswers(area);
    Asked asked = new Asked("", Map.of(), Map.of("lang", language), List.of(), null, null);
    Answer answer = endpoint.answer(Question.of(asked, endpoint));
    return ((Findings) answer).table();
  }
}
