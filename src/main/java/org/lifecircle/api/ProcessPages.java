package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.api.Answer.Document;
import org.lifecircle.model.Text;

/** What can be computed on request: the list of it, or one of it in full. */
final class ProcessPages implements Endpoint {

  private static final String EXECUTE = "http://www.opengis.net/def/rel/ogc/1.0/execute";
  private static final String VERSION = "1.0.0";

  private final Processes processes;
  private final Parameter<Integer> limit =
      Parameters.integer("limit", new Text("最多列出多少项", "how many to list at most"), 1, 1000).or(100);

  ProcessPages(OpenArea area) {
    processes = new Processes(area);
  }

  @Override
  public List<Parameter<?>> parameters() {
    return List.of(limit);
  }

  @Override
  public Answer answer(Question question) {
    if (question.has("process")) {
      String id = Processes.require(question.path("process"));
      Map<String, Object> json = summary(id, question, question.url());
      json.put("inputs", processes.inputs(id, question));
      json.put("outputs", processes.outputs(id, question));
      return new Document(json);
    }
    List<Map<String, Object>> all = new ArrayList<>();
    for (String id : Processes.ids().stream().limit(question.get(limit)).toList()) {
      all.add(summary(id, question, question.url() + "/" + id));
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("processes", all);
    json.put(
        "links",
        List.of(Links.json("self", question.url(), question.in(new Text("计算", "Processes")))));
    return new Document(json);
  }

  private static Map<String, Object> summary(String id, Question question, String url) {
    String title = question.in(Processes.title(id));
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("title", title);
    json.put("version", VERSION);
    json.put("jobControlOptions", Processes.controls(id));
    json.put("outputTransmission", List.of("value"));
    json.put(
        "links",
        List.of(Links.json("self", url, title), Links.json(EXECUTE, url + "/execution", title)));
    return json;
  }
}
