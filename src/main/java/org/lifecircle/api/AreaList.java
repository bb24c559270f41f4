package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.VersionSummary;

/** Which study areas there are. */
final class AreaList implements Endpoint {

  private final OpenAreas areas;

  AreaList(OpenAreas areas) {
    this.areas = areas;
  }

  @Override
  public Answer answer(Question question) {
    String root = question.url().replaceFirst("/(areas)?$", "") + "/areas";
    List<Map<String, Object>> list = new ArrayList<>();
    List<Map<String, Object>> damaged = new ArrayList<>();
    for (String id : areas.workspace().areas()) {
      DatasetVersion current = areas.workspace().findCurrent(id).orElse(null);
      if (current != null) {
        try {
          list.add(json(areas.workspace().describe(current), root + "/" + id, question));
        } catch (BadInputException e) {
          damaged.add(damaged(current, e.faults().get(0), question)); // the others are still good
        }
      }
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("areas", list);
    if (!damaged.isEmpty()) {
      json.put("damaged", damaged);
    }
    json.put("links", List.of(Links.json("self", root, question.in(new Text("研究范围", "Areas")))));
    return new Document(json);
  }

  private static Map<String, Object> json(VersionSummary summary, String url, Question question) {
    String title = question.in(summary.profile().name());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", summary.profile().id());
    json.put("title", title);
    json.put("crs", summary.profile().crs());
    json.put("dataset_version", String.valueOf(summary.version().number()));
    json.put("imported_at", summary.imported().at().toString());
    json.put("links", List.of(Links.json("item", url, title)));
    return json;
  }

  private static Map<String, Object> damaged(
      DatasetVersion version, Fault fault, Question question) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", version.area());
    json.put("dataset_version", String.valueOf(version.number()));
    json.put("reason", fault.file() + ": " + question.in(fault.reason()));
    return json;
  }
}
