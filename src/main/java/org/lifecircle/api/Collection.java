package org.lifecircle.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Columns.Column;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;

/**
 * Features that can be looked at one by one: an input layer, or a result.
 *
 * @param items made when first asked for, in a fixed order
 */
record Collection(
    String id, Text title, Text about, List<Column> columns, Supplier<List<Item>> items) {

  /** One feature; its values are worked out only when it is shown. */
  interface Item {
    String id();

    @Nullable Geometry geometry();

    Map<String, @Nullable Object> values();
  }

  Optional<Item> findItem(String itemId) {
    return items.get().stream().filter(item -> item.id().equals(itemId)).findFirst();
  }
}
