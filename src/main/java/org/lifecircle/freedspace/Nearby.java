package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Things by place. Answers keep the order in which the things came. */
final class Nearby<T> {

  private record Entry<T>(int rank, T thing) {}

  private final STRtree tree = new STRtree();
  private int size;

  void add(Geometry place, T thing) {
    if (!place.isEmpty()) {
      tree.insert(place.getEnvelopeInternal(), new Entry<>(size++, thing));
    }
  }

  /** All whose envelope meets the box. */
  @SuppressWarnings("unchecked") // the tree is raw; only entries are put in
  List<T> in(Envelope box) {
    List<Entry<T>> found = new ArrayList<>((List<Entry<T>>) tree.query(box));
    found.sort((a, b) -> Integer.compare(a.rank(), b.rank()));
    return found.stream().map(Entry::thing).toList();
  }
}
