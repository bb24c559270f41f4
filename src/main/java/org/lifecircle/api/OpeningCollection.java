package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Opening;
import org.lifecircle.model.Text;

/** What could be opened: every wall that may go, gate, structure and new gate, best first. */
final class OpeningCollection {

  private static final RecordColumns OPENING = new RecordColumns(Opening.class);

  private OpeningCollection() {}

  static Collection of(OpenArea area) {
    List<Column> columns =
        ResultCollections.columns(
            OPENING, "standard", "criterion", "group", "scenario", "dataset_version");
    return new Collection(
        "openings",
        new Text("打开收益", "Openings"),
        new Text(
            "单独拆一段墙、开一处门、拆一处违建或新开一处门可多覆盖多少居民×要求，由大到小；按距离、规划步速",
            "residents × requirements that one wall, gate, structure or new gate alone would newly"
                + " cover, the most first; by metres, at the planning pace"),
        columns,
        () -> {
          List<Item> items = new ArrayList<>();
          Map<String, @Nullable Object> restingOn = CoverageCollection.restingOn(area);
          for (Opening opening :
              Rankings.of(area, Rankings.USUAL, false, Rankings.MOST).openings()) {
            Map<String, @Nullable Object> values = OpeningsAnswers.tidy(OPENING.values(opening));
            String id = opening.layer().code() + "/" + opening.id();
            items.add(ResultCollections.found(id, opening.geometry(), values, restingOn));
          }
          return items;
        });
  }
}
