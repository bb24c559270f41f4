package org.lifecircle.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.api.ResultCollections.Found;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Text;

/** What was wrong with the input, and what was done. */
final class IssueCollection {

  private static final List<Column> COLUMNS =
      Stream.of(
              "id",
              "layer",
              "feature_id",
              "code",
              "action",
              "message_zh",
              "message_en",
              "dataset_version")
          .map(name -> new Column(name, String.class))
          .toList();

  private IssueCollection() {}

  static Collection of(OpenArea area) {
    return new Collection(
        "issues",
        new Text("数据问题", "Data issues"),
        new Text("输入数据有何问题、如何处理", "what was wrong with the input, and what was done"),
        COLUMNS,
        () -> {
          List<Item> items = new ArrayList<>();
          for (DataIssue issue : area.issues()) {
            items.add(item("issue-" + (items.size() + 1), issue, area.version()));
          }
          return items;
        });
  }

  private static Item item(String id, DataIssue issue, String version) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    values.put("id", id);
    values.put("layer", issue.layer());
    values.put("feature_id", issue.featureId());
    values.put("code", issue.code());
    values.put("action", issue.action().code());
    values.put("message_zh", issue.message().zh());
    values.put("message_en", issue.message().en());
    values.put("dataset_version", version);
    return new Found(id, issue.geometry(), values);
  }
}
