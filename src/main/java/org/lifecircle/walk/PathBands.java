package org.lifecircle.walk;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.lifecircle.walk.Bands.Piece;

/**
 * The {@link Bands} of links' paths as they are drawn; those of whole edges are kept, for they
 * depend on no question. Where open ground begins the ground has its own paint.
 */
final class PathBands {

  private final NetworkParts parts;
  private final Bands bands;
  private final int[] first; // by link: the number of its first edge
  private final AtomicReferenceArray<List<Piece>> whole; // by edge

  PathBands(WalkNetwork network, Cells cells) {
    parts = network.parts();
    bands =
        new Bands(
            parts.world().arrangement().mesh(),
            network.view().standing(),
            network.rules(),
            cells::of);
    Links links = parts.links();
    first = new int[links.count() + 1];
    for (int i = 0; i < links.count(); i++) {
      Links.Link link = links.get(i);
      int edges = link.path() == Links.NO_PATH ? 0 : link.toPosition() - link.fromPosition();
      first[i + 1] = first[i] + edges;
    }
    whole = new AtomicReferenceArray<>(first[links.count()]);
  }

  /** Half the width of a link's path, in millimetres. */
  double halfWidth(Links.Link link) {
    return bands.halfWidth(parts.paths().paths().get(link.path()));
  }

  /** The band of a whole edge of a link's path. */
  List<Piece> whole(int number, int position) {
    Links.Link link = parts.links().get(number);
    int edge = first[number] + position - link.fromPosition();
    List<Piece> known = whole.get(edge);
    if (known == null) {
      List<Piece> made = part(link, position, 0, 1, Bands.FAR, Bands.FAR);
      made.addAll(cap(link, position, false, Bands.FAR));
      made.addAll(cap(link, position, true, Bands.FAR));
      known = List.copyOf(made);
      whole.set(edge, known);
    }
    return known;
  }

  /** As {@link Bands#part}. */
  List<Piece> part(
      Links.Link link,
      int position,
      double nearShare,
      double farShare,
      double along,
      double across) {
    return bands.part(PathEdge.of(link, position, parts), nearShare, farShare, along, across);
  }

  /** As {@link Bands#cap}. */
  List<Piece> cap(Links.Link link, int position, boolean end, double reach) {
    return bands.cap(PathEdge.of(link, position, parts), end, reach);
  }
}
