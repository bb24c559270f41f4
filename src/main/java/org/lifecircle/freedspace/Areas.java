package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.overlayng.PrecisionReducer;

/**
 * The algebra of areas: polygons in, polygons out.
 *
 * <p>Robust overlay is asked for by name, because the default one of JTS gives up on lines that
 * nearly coincide, as surveyed walls and façades do. Points and lines in which areas merely touch
 * are dropped.
 */
final class Areas {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static final PrecisionModel TENTH_OF_A_MICROMETRE = new PrecisionModel(1e7);

  private Areas() {}

  static Geometry none() {
    return FACTORY.createPolygon();
  }

  static Geometry rectangle(Envelope box) {
    return FACTORY.toGeometry(box);
  }

  static Geometry point(Coordinate place) {
    return FACTORY.createPoint(place);
  }

  static Geometry union(Collection<Geometry> areas) {
    Geometry all = OverlayNGRobust.union(areas, FACTORY);
    return all == null ? none() : areal(all);
  }

  static Geometry minus(Geometry a, Geometry b) {
    return areal(OverlayNGRobust.overlay(a, b, OverlayNG.DIFFERENCE));
  }

  /**
   * The area with coordinates rounded to a tenth of a micrometre, so that threads of ground no
   * thicker than rounding errors close and tie nothing together.
   */
  static Geometry withoutThreads(Geometry area) {
    return area.isEmpty()
        ? area
        : areal(PrecisionReducer.reducePrecision(area, TENTH_OF_A_MICROMETRE));
  }

  /** The polygons of an area whose envelopes come this near to those of another. */
  static Geometry near(Geometry area, Geometry other, double metres) {
    List<Envelope> reaches = new ArrayList<>();
    for (Polygon polygon : polygons(other)) {
      Envelope reach = new Envelope(polygon.getEnvelopeInternal());
      reach.expandBy(metres);
      reaches.add(reach);
    }
    List<Polygon> near = new ArrayList<>();
    for (Polygon polygon : polygons(area)) {
      if (reaches.stream().anyMatch(polygon.getEnvelopeInternal()::intersects)) {
        near.add(polygon);
      }
    }
    return FACTORY.createMultiPolygon(GeometryFactory.toPolygonArray(near));
  }

  static Geometry common(Geometry a, Geometry b) {
    return areal(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
  }

  /** Square metres in common. */
  static double commonArea(Geometry a, Geometry b) {
    boolean apart = !a.getEnvelopeInternal().intersects(b.getEnvelopeInternal());
    return apart ? 0 : common(a, b).getArea();
  }

  @SuppressWarnings("unchecked") // JTS returns a raw list, of polygons
  static List<Polygon> polygons(Geometry geometry) {
    return PolygonExtracter.getPolygons(geometry);
  }

  /** The outline first, then the holes. */
  static List<LinearRing> rings(Polygon polygon) {
    List<LinearRing> rings = new ArrayList<>();
    rings.add(polygon.getExteriorRing());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      rings.add(polygon.getInteriorRingN(i));
    }
    return rings;
  }

  private static Geometry areal(Geometry geometry) {
    if (geometry instanceof Polygon) {
      return geometry;
    }
    return FACTORY.createMultiPolygon(GeometryFactory.toPolygonArray(polygons(geometry)));
  }
}
