package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.model.Text;
import org.lifecircle.store.VersionSummary;

/** Which study areas there are. */
final class AreaList implements Endpoint {

  private final OpenAreas areas;

  AreaList(OpenAreas areas) {
    this.areas = areas;
  }

  List<VersionSummary> summaries() {
    return areas.workspace().areas().stream()
        .flatMap(id -> areas.workspace().findCurrent(id).stream())
        .map(areas.workspace()::describe)
        .toList();
  }

  @Override
  public Answer answer(Question question) {
    String root = question.url().replaceFirst("/(areas)?$", "") + "/areas";
    List<Map<String, Object>> list = new ArrayList<>();
    for (VersionSummary summary : summaries()) {
      String url = root + "/" + summary.profile().id();
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("id", summary.profile().id());
      json.put("title", question.in(summary.profile().name()));
      json.put("crs", summary.profile().crs());
      json.put("dataset_version", String.valueOf(summary.version().number()));
      json.put("imported_at", summary.imported().at().toString());
      json.put("links", List.of(Links.json("item", url, question.in(summary.profile().name()))));
      list.add(json);
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("areas", list);
    json.put("links", List.of(Links.json("self", root, question.in(new Text("研究范围", "Areas")))));
    return new Document(json);
  }
}
