package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Text;
import org.lifecircle.store.DatasetVersion;
import org.lifecircle.store.VersionSummary;
import org.lifecircle.store.Workspace;

/** The dataset versions of an area, newest first. */
final class VersionList implements Endpoint {

  private final Workspace workspace;

  VersionList(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Answer answer(Question question) {
    String area = question.path("area");
    List<Map<String, Object>> list = new ArrayList<>();
    for (DatasetVersion version : new Versions(workspace).all(area)) {
      list.add(json(version, question));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("area", area);
    json.put("versions", list);
    String title = question.in(new Text("数据版本", "Dataset versions"));
    json.put("links", List.of(Links.json("self", question.url(), title)));
    return new Document(json);
  }

  private Map<String, Object> json(DatasetVersion version, Question question) {
    String number = String.valueOf(version.number());
    String url = question.url() + "/" + number;
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("dataset_version", number);
    try {
      VersionSummary summary = workspace.describe(version);
      json.put("imported_at", summary.imported().at().toString());
      json.put("files", summary.imported().files());
      json.put("features", summary.features());
    } catch (BadInputException e) {
      json.put("damaged", question.in(e.faults().get(0).reason())); // the others are still good
    }
    String title = question.in(new Text("与上一版本的差异", "What changed since the one before"));
    json.put("links", List.of(Links.json("related", url + "/diff", title)));
    return json;
  }
}
