package org.lifecircle.api;

import java.util.List;
import java.util.stream.Stream;
import org.lifecircle.api.Collection.Item;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.hprtree.HPRtree;

/** Where the features of a collection are, so that a box is not looked for among all of them. */
final class ItemIndex {

  private final List<Item> items;
  private final Envelope around = new Envelope();
  private final HPRtree places = new HPRtree();

  private ItemIndex(List<Item> items) {
    this.items = items;
    for (int i = 0; i < items.size(); i++) {
      Geometry geometry = items.get(i).geometry();
      if (geometry != null && !geometry.isEmpty()) {
        around.expandToInclude(geometry.getEnvelopeInternal());
        places.insert(geometry.getEnvelopeInternal(), i);
      }
    }
    places.build();
  }

  /** The index of a collection, made when first asked for. */
  static ItemIndex of(OpenArea area, Collection collection) {
    List<Item> items = collection.items().get();
    return area.keptHere("index of " + collection.id(), () -> new ItemIndex(items));
  }

  /** The box around them all, in metres. */
  Envelope around() {
    return new Envelope(around);
  }

  /** Those whose boxes meet the box of one of these shapes, in their order. */
  Stream<Item> near(List<Geometry> shapes) {
    return shapes.stream()
        .flatMap(shape -> numbers(shape.getEnvelopeInternal()))
        .distinct()
        .sorted()
        .map(items::get);
  }

  @SuppressWarnings("unchecked") // nothing else was put in
  private Stream<Integer> numbers(Envelope box) {
    return ((List<Integer>) places.query(box)).stream();
  }
}
