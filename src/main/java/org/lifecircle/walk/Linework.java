package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.noding.NodedSegmentString;
import org.locationtech.jts.noding.SegmentString;
import org.locationtech.jts.noding.snapround.SnapRoundingNoder;

/**
 * Lines of things on their way into the arrangement: gathered in millimetres, noded together by
 * snap rounding, and handed over as edges between vertices, none of which cross.
 */
final class Linework {

  /** Room for 2^22 vertices and 2^20 things in one key. */
  private static final int VERTEX_BITS = 22;

  private static final int THING_BITS = 20;
  private static final long VERTEX = (1L << VERTEX_BITS) - 1;
  private static final long THING = (1L << THING_BITS) - 1;

  /** Keys take all 64 bits: turned over, their order as signed numbers is that of their parts. */
  private static final long TURNED = Long.MIN_VALUE;

  private final Frame frame;
  private List<SegmentString> lines = new ArrayList<>();
  private long[] places = new long[0]; // where vertices are, sorted
  private int[] vertices = new int[0]; // by place

  Linework(Frame frame) {
    this.frame = frame;
  }

  /** Adds all lines and rings of a geometry in metres. */
  void add(int thing, Geometry metres) {
    for (int i = 0; i < metres.getNumGeometries(); i++) {
      Geometry part = metres.getGeometryN(i);
      if (part instanceof LineString line) {
        addLine(thing, line.getCoordinates());
      } else if (part instanceof Polygon polygon && !polygon.isEmpty()) {
        addLine(thing, polygon.getExteriorRing().getCoordinates());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          LinearRing ring = polygon.getInteriorRingN(hole);
          addLine(thing, ring.getCoordinates());
        }
      }
    }
  }

  private void addLine(int thing, Coordinate[] metres) {
    List<Coordinate> points = new ArrayList<>(metres.length);
    for (Coordinate c : metres) {
      Coordinate point = new Coordinate(frame.x(c.x), frame.y(c.y));
      if (points.isEmpty() || !points.get(points.size() - 1).equals2D(point)) {
        points.add(point);
      }
    }
    if (points.size() > 1) {
      lines.add(new NodedSegmentString(points.toArray(Coordinate[]::new), thing));
    }
  }

  /** Vertices, and edges between them that cross nowhere. */
  static final class Noded {

    private final int[] x;
    private final int[] y;
    private final long[] edges;
    private final Map<Integer, int[]> chains;

    private Noded(int[][] xy, long[] edges, Map<Integer, int[]> chains) {
      this.x = xy[0];
      this.y = xy[1];
      this.edges = edges;
      this.chains = chains;
    }

    int vertexCount() {
      return x.length;
    }

    int x(int vertex) {
      return x[vertex];
    }

    int y(int vertex) {
      return y[vertex];
    }

    int edgeCount() {
      return edges.length;
    }

    /** The lower vertex of an edge; edges come sorted by lower vertex, higher vertex and thing. */
    int from(int edge) {
      return (int) ((edges[edge] ^ TURNED) >>> (VERTEX_BITS + THING_BITS));
    }

    int to(int edge) {
      return (int) (edges[edge] >>> THING_BITS & VERTEX);
    }

    /** The thing an edge belongs to; one that runs along it twice comes twice. */
    int thing(int edge) {
      return (int) (edges[edge] & THING);
    }

    boolean sameEnds(int edge, int other) {
      return edges[edge] >>> THING_BITS == edges[other] >>> THING_BITS;
    }

    /** By path: its vertices from end to end. */
    Map<Integer, int[]> chains() {
      return chains;
    }
  }

  /** Nodes everything, once: the lines are let go. Chains are kept for things of the path role. */
  Noded node(Things things) {
    List<SegmentString> noded = new ArrayList<>();
    List<SegmentString> meeting = new ArrayList<>();
    Solitary solitary = new Solitary(lines);
    lines.forEach(line -> (solitary.holds(line) ? noded : meeting).add(line));
    SnapRoundingNoder noder = new SnapRoundingNoder(new PrecisionModel(1));
    noder.computeNodes(meeting);
    for (Object line : noder.getNodedSubstrings()) {
      noded.add((SegmentString) line);
    }
    places =
        noded.stream()
            .flatMap(s -> Arrays.stream(s.getCoordinates()))
            .mapToLong(c -> place((int) c.x, (int) c.y))
            .sorted()
            .distinct()
            .toArray();
    if (places.length > VERTEX || things.count() > THING) {
      throw new IllegalArgumentException(
          "the area has more than four million corners or a million features");
    }
    int[][] xy = inHilbertOrder();
    Map<Integer, int[]> chains = new HashMap<>();
    long[] edges = edges(noded, things, chains);
    lines = new ArrayList<>();
    places = new long[0];
    vertices = new int[0];
    return new Noded(xy, edges, chains);
  }

  /** Numbers the vertices along the curve, those that share a cell of it by place. */
  private int[][] inHilbertOrder() {
    long[] order = new long[places.length];
    Arrays.setAll(order, i -> Plane.hilbert(x(places[i]), y(places[i])) << VERTEX_BITS | i);
    Arrays.sort(order);
    int[][] xy = new int[2][order.length];
    vertices = new int[order.length];
    for (int vertex = 0; vertex < order.length; vertex++) {
      int i = (int) (order[vertex] & VERTEX);
      xy[0][vertex] = x(places[i]);
      xy[1][vertex] = y(places[i]);
      vertices[i] = vertex;
    }
    return xy;
  }

  private int vertex(Coordinate c) {
    return vertices[Arrays.binarySearch(places, place((int) c.x, (int) c.y))];
  }

  private long[] edges(List<SegmentString> noded, Things things, Map<Integer, int[]> chains) {
    long[] edges = new long[noded.stream().mapToInt(s -> s.size() - 1).sum()];
    int n = 0;
    for (SegmentString line : noded) {
      int thing = (Integer) line.getData();
      int[] chain = new int[line.size()];
      for (int i = 0; i < chain.length; i++) {
        chain[i] = vertex(line.getCoordinate(i));
        if (i > 0 && chain[i] != chain[i - 1]) {
          long low = Math.min(chain[i - 1], chain[i]);
          long high = Math.max(chain[i - 1], chain[i]);
          edges[n++] = ((low << VERTEX_BITS | high) << THING_BITS | thing) ^ TURNED;
        }
      }
      if (things.get(thing).role() == Things.Role.PATH) {
        chains.merge(thing, chain, Linework::joined);
      }
    }
    edges = Arrays.copyOf(edges, n);
    Arrays.sort(edges);
    return edges;
  }

  /** A piece of a path, and the next one: it begins where the first ends. */
  private static int[] joined(int[] piece, int[] next) {
    int[] both = Arrays.copyOf(piece, piece.length + next.length - 1);
    System.arraycopy(next, 1, both, piece.length, next.length - 1);
    return both;
  }

  private static long place(int x, int y) {
    return (long) x << 32 | (y & 0xffff_ffffL);
  }

  private static int x(long place) {
    return (int) (place >> 32);
  }

  private static int y(long place) {
    return (int) place;
  }
}
