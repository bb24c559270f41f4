package org.lifecircle.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.api.Collection.Item;
import org.lifecircle.io.Projection;
import org.lifecircle.io.mvt.Square;
import org.lifecircle.io.mvt.VectorTile;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** A collection made ready for tiles: its features in metres of the web map, found by place. */
final class TileLayer {

  /** In one tile; of more the smallest are left out. */
  private static final int MOST_FEATURES = 20_000;

  /** What is smaller than so many units of a tile is no more than a speck. */
  private static final int SPECK = 4;

  private record Placed(int number, Geometry mercator, Map<String, Object> values) {

    double size() {
      Envelope box = mercator.getEnvelopeInternal();
      return Math.max(box.getWidth(), box.getHeight());
    }
  }

  private final String name;
  private final STRtree index = new STRtree();

  private TileLayer(String name) {
    this.name = name;
  }

  /**
   * That of a collection, made once.
   *
   * @throws ProblemException if the collection is not ready in time
   */
  static TileLayer of(OpenArea area, Collection collection) {
    List<Item> items = collection.items().get();
    return area.keptHere(
        "tiles/" + collection.id(), () -> of(collection, items, area.projection()));
  }

  private static TileLayer of(Collection collection, List<Item> items, Projection projection) {
    TileLayer layer = new TileLayer(collection.id());
    for (int i = 0; i < items.size(); i++) {
      Geometry geometry = items.get(i).geometry();
      if (geometry != null && !geometry.isEmpty()) {
        Geometry mercator =
            Projection.moved(geometry, c -> WebMercator.ofLonLat(projection.toLonLat(c)));
        layer.index.insert(
            mercator.getEnvelopeInternal(), new Placed(i, mercator, known(items.get(i).values())));
      }
    }
    layer.index.build();
    return layer;
  }

  /** What is known, in the types a tile has; a share also as one of five classes, for styles. */
  private static Map<String, Object> known(Map<String, @Nullable Object> values) {
    Map<String, Object> known = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (value instanceof List<?> list) {
            known.put(name, String.join(",", list.stream().map(String::valueOf).toList()));
          } else if (value != null) {
            known.put(name, value);
          }
        });
    if (values.containsKey("share")) {
      known.put("class", values.get("share") instanceof Double share ? shareClass(share) : "none");
    }
    return known;
  }

  private static String shareClass(double share) {
    return String.valueOf(Math.max(0, Math.min(4, (int) Math.floor(share * 5))));
  }

  void addTo(VectorTile tile, Square square) {
    Envelope clip = square.clip();
    double speck = square.length(SPECK);
    List<Placed> seen = new ArrayList<>();
    for (Object found : index.query(clip)) {
      Placed placed = (Placed) found;
      if (placed.mercator().getDimension() == 0 || placed.size() >= speck) {
        seen.add(placed);
      }
    }
    if (seen.size() > MOST_FEATURES) {
      seen.sort(Comparator.comparing(Placed::size).reversed().thenComparing(Placed::number));
      seen = seen.subList(0, MOST_FEATURES);
    }
    tile.add(
        name,
        seen.stream()
            .sorted(Comparator.comparing(Placed::number))
            .map(placed -> new VectorTile.Feature(placed.mercator(), placed.values()))
            .toList());
  }
}
