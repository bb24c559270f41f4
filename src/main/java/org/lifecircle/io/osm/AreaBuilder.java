package org.lifecircle.io.osm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes polygons of rings: which is a shell and which a hole is told by how many are round it. The
 * answer may still be invalid where rings cross; mending is not done here.
 */
final class AreaBuilder {

  /** More rings than any real relation has; finding what is round what takes their square. */
  static final int MAX_RINGS = 5_000;

  /** A ring, and what is inside it. */
  private static final class Piece {
    private final Polygon polygon;
    private final IndexedPointInAreaLocator locator;
    private final List<LinearRing> holes = new ArrayList<>();
    private int depth;

    private Piece(Polygon polygon) {
      this.polygon = polygon;
      this.locator = new IndexedPointInAreaLocator(polygon);
    }

    private boolean contains(Coordinate place, Polygon of) {
      return polygon.getEnvelopeInternal().contains(of.getEnvelopeInternal())
          && locator.locate(place) == Location.INTERIOR;
    }
  }

  private final GeometryFactory factory;

  AreaBuilder(GeometryFactory factory) {
    this.factory = factory;
  }

  /** The area inside an odd number of these rings: a Polygon or a MultiPolygon. */
  Geometry build(List<LinearRing> rings) {
    List<Piece> largestFirst =
        rings.stream()
            .map(ring -> new Piece(factory.createPolygon(ring)))
            .sorted(Comparator.comparingDouble((Piece piece) -> -piece.polygon.getArea()))
            .toList();
    List<Piece> shells = new ArrayList<>();
    for (int i = 0; i < largestFirst.size(); i++) {
      Piece piece = largestFirst.get(i);
      Piece parent = nest(piece, largestFirst.subList(0, i));
      if (parent != null && piece.depth % 2 == 1) {
        parent.holes.add(piece.polygon.getExteriorRing());
      } else {
        shells.add(piece);
      }
    }
    Polygon[] polygons =
        shells.stream()
            .map(
                shell ->
                    factory.createPolygon(
                        shell.polygon.getExteriorRing(), shell.holes.toArray(LinearRing[]::new)))
            .toArray(Polygon[]::new);
    return polygons.length == 1 ? polygons[0] : factory.createMultiPolygon(polygons);
  }

  /** Counts how many of the larger rings are round this one; gives the innermost of them. */
  private static @org.jspecify.annotations.Nullable Piece nest(Piece piece, List<Piece> larger) {
    Coordinate inside = piece.polygon.getInteriorPoint().getCoordinate();
    Piece innermost = null;
    for (Piece other : larger) {
      if (other.contains(inside, piece.polygon)) {
        piece.depth++;
        innermost = other;
      }
    }
    return innermost;
  }
}
