package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.model.Columns;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.locationtech.jts.geom.Geometry;

/** The collections of an area: its input layers, then what was found out about it. */
final class Collections {

  private record LayerItem(Feature feature, Columns columns) implements Item {
    @Override
    public String id() {
      return feature.id();
    }

    @Override
    public Geometry geometry() {
      return feature.geometry();
    }

    @Override
    public Map<String, @Nullable Object> values() {
      return columns.values(feature);
    }
  }

  private Collections() {}

  /** All of an area, put together once. */
  static List<Collection> of(OpenArea area) {
    return area.keptHere("collections", () -> made(area));
  }

  private static List<Collection> made(OpenArea area) {
    List<Collection> collections = new ArrayList<>();
    for (Layer layer : Layer.values()) {
      collections.add(of(area, layer));
    }
    collections.add(BoundaryCollection.of(area));
    collections.addAll(ResultCollections.of(area));
    return List.copyOf(collections);
  }

  /**
   * The collection of this id.
   *
   * @throws ProblemException if there is none
   */
  static Collection of(OpenArea area, String id) {
    List<Collection> all = of(area);
    return all.stream()
        .filter(collection -> collection.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> {
              String ids = String.join(", ", all.stream().map(Collection::id).toList());
              return Problem.of(
                      ProblemKind.UNKNOWN_COLLECTION,
                      "没有图层“" + Parameters.shown(id) + "”，现有：" + ids,
                      "there is no collection '" + Parameters.shown(id) + "', only: " + ids)
                  .asException();
            });
  }

  private static Collection of(OpenArea area, Layer layer) {
    Columns columns = Columns.of(layer);
    return new Collection(
        layer.code(),
        layer.title(),
        LayerWords.about(layer),
        columns.columns(),
        () -> area.keptHere("items of " + layer.code(), () -> items(area, layer, columns)));
  }

  private static List<Item> items(OpenArea area, Layer layer, Columns columns) {
    return area.area().layer(layer).stream()
        .map(feature -> (Item) new LayerItem(feature, columns))
        .toList();
  }
}
