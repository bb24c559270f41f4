package org.lifecircle;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.Dwellings;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;

/**
 * What an import brought in, and what was wrong with it.
 *
 * @param version it was kept as; null when nothing was kept
 */
record ImportReport(
    StudyArea area,
    Dwellings dwellings,
    List<DataIssue> issues,
    @Nullable Integer version,
    double seconds) {

  private record Kind(String layer, String code, String action) {}

  /** For people. */
  void print(PrintWriter out, String name) {
    TextTable layers =
        new TextTable(Complaints.say("图层", "layer"), Complaints.say("要素", "features"));
    for (Layer layer : Layer.values()) {
      layers.add(
          Complaints.say(layer.title().zh() + " " + layer.code(), layer.code()),
          Shown.whole(area.layer(layer).size()));
    }
    layers.print(out);
    out.println(
        Complaints.say("居民：", "Residents: ")
            + Shown.whole(residents())
            + " ("
            + String.join(", ", sources())
            + ")");
    out.println();
    printIssues(out);
    out.println();
    if (version == null) {
      out.println(Complaints.say("仅检查，未保存。", "A dry run: nothing was kept."));
    } else {
      out.println(
          Complaints.say(
              "已保存为 " + name + " 第 " + version + " 版，用时 %.1f 秒。".formatted(seconds),
              "Kept as version " + version + " of " + name + ", in %.1f s.".formatted(seconds)));
    }
  }

  private void printIssues(PrintWriter out) {
    if (issues.isEmpty()) {
      out.println(Complaints.say("没有数据问题。", "No data issues."));
      return;
    }
    TextTable table =
        new TextTable(
            Complaints.say("数据问题", "data issue"),
            Complaints.say("图层", "layer"),
            Complaints.say("处理", "done"),
            Complaints.say("数量", "count"),
            Complaints.say("例如", "for example"));
    for (Map.Entry<Kind, List<DataIssue>> kind : byKind().entrySet()) {
      DataIssue first = kind.getValue().get(0);
      String example = Complaints.say(first.message());
      table.add(
          kind.getKey().code(),
          kind.getKey().layer(),
          done(first),
          Shown.whole(kind.getValue().size()),
          first.featureId().isEmpty() ? example : first.featureId() + ": " + example);
    }
    table.print(out);
    out.println(
        Complaints.say(
            "逐条见 /collections/issues（地图上也有）。",
            "Each of them: /collections/issues, and on the map."));
  }

  private static String done(DataIssue issue) {
    return switch (issue.action()) {
      case REPAIRED -> Complaints.say("已修复", "repaired");
      case REJECTED -> Complaints.say("已剔除", "rejected");
      case DERIVED -> Complaints.say("已推定", "derived");
      case NOTED -> Complaints.say("已记录", "noted");
    };
  }

  private Map<Kind, List<DataIssue>> byKind() {
    Map<Kind, List<DataIssue>> kinds = new LinkedHashMap<>();
    for (DataIssue issue : issues) {
      Kind kind = new Kind(issue.layer(), issue.code(), issue.action().code());
      kinds.computeIfAbsent(kind, k -> new ArrayList<>()).add(issue);
    }
    return kinds;
  }

  private long residents() {
    return Math.round(dwellings.residentsMillionths() / 1e6);
  }

  private Set<String> sources() {
    Set<String> sources = new TreeSet<>();
    for (int i = 0; i < dwellings.count(); i++) {
      sources.add(dwellings.residentsSource(i).code());
    }
    return sources;
  }

  /** For programs. */
  Map<String, @Nullable Object> toJson() {
    Map<String, Integer> layers = new LinkedHashMap<>();
    for (Layer layer : Layer.values()) {
      layers.put(layer.code(), area.layer(layer).size());
    }
    List<Map<String, Object>> kinds = new ArrayList<>();
    for (Map.Entry<Kind, List<DataIssue>> kind : byKind().entrySet()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("layer", kind.getKey().layer());
      one.put("code", kind.getKey().code());
      one.put("action", kind.getKey().action());
      one.put("count", kind.getValue().size());
      kinds.add(one);
    }
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("area", area.profile().id());
    json.put("dataset_version", version == null ? null : String.valueOf(version));
    json.put("crs", area.profile().crs());
    json.put("layers", layers);
    json.put("residents", residents());
    json.put("residents_source", List.copyOf(sources()));
    json.put("issue_kinds", kinds);
    json.put("issues", issues.stream().map(ImportReport::json).toList());
    json.put("seconds", seconds);
    return json;
  }

  private static Map<String, Object> json(DataIssue issue) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("layer", issue.layer());
    one.put("feature_id", issue.featureId());
    one.put("code", issue.code());
    one.put("action", issue.action().code());
    one.put("message_zh", issue.message().zh());
    one.put("message_en", issue.message().en());
    return one;
  }
}
