package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Compound;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/** Says quickly which compound a place is in. */
final class CompoundIndex {

  private record Entry(Compound compound, double area, IndexedPointInAreaLocator locator) {}

  private static final Comparator<Entry> SMALLEST_FIRST =
      Comparator.comparingDouble(Entry::area).thenComparing(entry -> entry.compound().id());

  private final STRtree tree = new STRtree();

  CompoundIndex(List<Compound> compounds) {
    for (Compound compound : compounds) {
      tree.insert(
          compound.geometry().getEnvelopeInternal(),
          new Entry(
              compound,
              compound.geometry().getArea(),
              new IndexedPointInAreaLocator(compound.geometry())));
    }
    tree.build();
  }

  /** The id of the compound the place is in or on the edge of; where several are, the smallest. */
  @Nullable String at(Coordinate place) {
    List<Entry> around = new ArrayList<>();
    tree.query(
        new Envelope(place),
        item -> {
          Entry entry = (Entry) item;
          if (entry.locator().locate(place) != Location.EXTERIOR) {
            around.add(entry);
          }
        });
    return around.stream().min(SMALLEST_FIRST).map(entry -> entry.compound().id()).orElse(null);
  }
}
