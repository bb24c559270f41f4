package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.lifecircle.walk.Bands.Piece;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The {@link Bands} of links' paths as they are drawn. Where those of whole edges lie is kept, for
 * it depends on no question; the pieces would take more room than all else of a network. Where open
 * ground begins the ground has its own paint.
 */
final class PathBands {

  private static final double BESIDE = 1000; // millimetres: more than bands overlap

  private final NetworkParts parts;
  private final Bands bands;
  private final int[] first; // by link: the number of its first edge
  private final AtomicReferenceArray<int[]> triangles; // by edge: of each piece, once looked at

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
    triangles = new AtomicReferenceArray<>(first[links.count()]);
  }

  /**
   * The bands when some of the ground is different; those of edges far from it are as they were.
   *
   * @param different boxes round what is
   */
  PathBands(WalkNetwork network, Cells cells, PathBands today, List<Envelope> different) {
    this(network, cells);
    STRtree boxes = new STRtree();
    different.forEach(box -> boxes.insert(box, box));
    for (int number = 0; number + 1 < first.length; number++) {
      Links.Link link = parts.links().get(number);
      for (int strip = first[number]; strip < first[number + 1]; strip++) {
        int position = link.fromPosition() + strip - first[number];
        Envelope near = PathEdge.of(link, position, parts).within(halfWidth(link) + BESIDE);
        if (boxes.query(near).isEmpty()) {
          triangles.set(strip, today.triangles(strip));
        }
      }
    }
  }

  /** The edges of links that there are as things stand. */
  BitSet standing(Standing standing) {
    BitSet strips = new BitSet();
    for (int number = 0; number + 1 < first.length; number++) {
      if (parts.links().get(number).needs().areGone(standing.gone())) {
        strips.set(first[number], first[number + 1]);
      }
    }
    return strips;
  }

  /** Those of some edges' bands that others do not have. */
  BitSet others(BitSet strips, PathBands than, BitSet itsStrips) {
    BitSet others = new BitSet();
    for (int s = itsStrips.nextSetBit(0); s >= 0; s = itsStrips.nextSetBit(s + 1)) {
      if (!strips.get(s) || triangles.get(s) != than.triangles.get(s)) {
        others.set(s);
      }
    }
    return others;
  }

  /** The triangle of each piece of the band of a whole edge of a link's path, in their order. */
  int[] triangles(int strip) {
    if (triangles.get(strip) == null) {
      whole(strip);
    }
    return triangles.get(strip);
  }

  /** Half the width of a link's path, in millimetres. */
  double halfWidth(Links.Link link) {
    return bands.halfWidth(parts.paths().path(link.path()));
  }

  /** The number of an edge of a link's path, among all of all links. */
  int strip(int number, int position) {
    return first[number] + position - parts.links().get(number).fromPosition();
  }

  /** The band of a whole edge of a link's path. */
  List<Piece> whole(int strip) {
    int number = Arrays.binarySearch(first, strip);
    number = number < 0 ? -number - 2 : number;
    while (first[number + 1] == strip) {
      number++; // links without edges
    }
    Links.Link link = parts.links().get(number);
    int position = link.fromPosition() + strip - first[number];
    List<Piece> made = part(link, position, 0, 1, Bands.FAR, Bands.FAR);
    made.addAll(cap(link, position, false, Bands.FAR));
    made.addAll(cap(link, position, true, Bands.FAR));
    triangles.compareAndSet(strip, null, made.stream().mapToInt(Piece::triangle).toArray());
    return made;
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
