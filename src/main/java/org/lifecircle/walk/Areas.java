package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Makes polygons of rings: holes go to the smallest shell that holds them. */
final class Areas {

  private static final double HAIR_METRES = 1e-4;

  /** Square metres: so much open ends may leave out. */
  private static final double SPECK = 0.01;

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private Areas() {}

  /** A shell with its holes. */
  private static final class Shell {
    private final LinearRing ring;
    private final Envelope box;
    private final List<LinearRing> holes = new ArrayList<>();
    private @Nullable IndexedPointInAreaLocator locator;

    Shell(LinearRing ring) {
      this.ring = ring;
      box = ring.getEnvelopeInternal();
    }

    boolean holds(LinearRing hole) {
      if (locator == null) {
        locator = new IndexedPointInAreaLocator(FACTORY.createPolygon(ring));
      }
      for (int i = 0; i < hole.getNumPoints(); i++) {
        int where = locator.locate(hole.getCoordinateN(i));
        if (where != Location.BOUNDARY) {
          return where == Location.INTERIOR;
        }
      }
      return true;
    }

    Polygon polygon() {
      return FACTORY.createPolygon(ring, holes.toArray(LinearRing[]::new));
    }
  }

  /** A ring on the grid, in metres. */
  static LinearRing ring(int[] xy, FineGrid grid) {
    Coordinate[] points = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < points.length; i++) {
      int at = 2 * i == xy.length ? 0 : 2 * i;
      points[i] = grid.metres(xy[at], xy[at + 1]);
    }
    return FACTORY.createLinearRing(points);
  }

  /** Whether a ring bounds an area. */
  static boolean isProper(LinearRing ring) {
    return FACTORY.createPolygon(ring).isValid();
  }

  /**
   * The area that rings bound, in metres. Where a triangle is thinner than a step of the grid rings
   * may cross by a hair, which is mended.
   *
   * @param sewn shells counter-clockwise and holes clockwise, to be looked over
   * @param ready the same, known to be proper and to lie apart from all others
   * @return empty if there is more to mend
   */
  static Optional<Geometry> of(List<LinearRing> sewn, List<LinearRing> ready) {
    Geometry area = assembled(sewn, List.of());
    TopologyValidationError fault = new IsValidOp(area).getValidationError();
    if (fault == null) {
      return Optional.of(ready.isEmpty() ? area : assembled(sewn, ready));
    }
    if (fault.getErrorType() == TopologyValidationError.NESTED_SHELLS && !ready.isEmpty()) {
      // a shell may lie in a hole of another that is not laid on yet
      return Optional.of(assembled(sewn, ready)).filter(Geometry::isValid);
    }
    Geometry mended = GeometryFixer.fix(area);
    boolean same = Math.abs(mended.getArea() - area.getArea()) < HAIR_METRES * area.getLength();
    return same && mended.isValid()
        ? Optional.of(assembled(turned(mended), ready))
        : Optional.empty();
  }

  /**
   * The area that seams and rings enclose, however they are put together: what is on the left of
   * each, counted once for each time round.
   */
  static double squareMetres(int[] seams, FineGrid grid, List<LinearRing> ready) {
    double twice = 0;
    for (int i = 0; i < seams.length; i += 4) {
      double x = (double) seams[i] - seams[0];
      double y = (double) seams[i + 1] - seams[1];
      twice += x * ((double) seams[i + 3] - seams[1]) - y * ((double) seams[i + 2] - seams[0]);
    }
    double metre = 1000.0 * grid.steps();
    double area = twice / 2 / metre / metre;
    for (LinearRing ring : ready) {
      area -= Area.ofRingSigned(ring.getCoordinateSequence()); // clockwise is positive there
    }
    return area;
  }

  /** Whether polygons that rounding has moved by a hair could be of this size. */
  static boolean isAsLarge(Geometry area, double squareMetres) {
    return Math.abs(area.getArea() - squareMetres) <= HAIR_METRES * area.getLength() + SPECK;
  }

  /** The rings of polygons, shells counter-clockwise and holes clockwise. */
  private static List<LinearRing> turned(Geometry polygons) {
    List<LinearRing> rings = new ArrayList<>();
    for (int i = 0; i < polygons.getNumGeometries(); i++) {
      if (polygons.getGeometryN(i).norm().reverse() instanceof Polygon polygon) {
        rings.add(polygon.getExteriorRing());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          rings.add(polygon.getInteriorRingN(hole));
        }
      }
    }
    return rings;
  }

  private static Geometry assembled(List<LinearRing> sewn, List<LinearRing> ready) {
    List<Shell> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (List<LinearRing> rings : List.of(sewn, ready)) {
      for (LinearRing ring : rings) {
        if (Orientation.isCCW(ring.getCoordinateSequence())) {
          shells.add(new Shell(ring));
        } else {
          holes.add(ring);
        }
      }
    }
    shells.sort(Comparator.comparingDouble(shell -> shell.box.getArea()));
    holes.forEach(hole -> assign(hole, shells));
    Polygon[] polygons = shells.stream().map(Shell::polygon).toArray(Polygon[]::new);
    return polygons.length == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons);
  }

  /** The union of convex polygons given in millimetres, in metres and on the millimetre grid. */
  static Geometry union(List<double[]> convex, Frame frame) {
    List<Geometry> polygons = new ArrayList<>();
    for (double[] xy : convex) {
      Coordinate[] points = new Coordinate[xy.length / 2];
      for (int i = 0; i < points.length; i++) {
        points[i] = frame.metres(Math.rint(xy[2 * i]), Math.rint(xy[2 * i + 1]));
      }
      Geometry hull = new ConvexHull(points, FACTORY).getConvexHull();
      if (hull instanceof Polygon) {
        polygons.add(hull);
      }
    }
    if (polygons.isEmpty()) {
      return FACTORY.createPolygon();
    }
    return UnaryUnionNG.union(FACTORY.buildGeometry(polygons), new PrecisionModel(1000));
  }

  private static void assign(LinearRing hole, List<Shell> smallestFirst) {
    for (Shell shell : smallestFirst) {
      if (shell.box.contains(hole.getEnvelopeInternal()) && shell.holds(hole)) {
        shell.holes.add(hole);
        return;
      }
    }
  }
}
