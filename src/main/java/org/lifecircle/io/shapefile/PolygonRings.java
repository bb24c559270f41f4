package org.lifecircle.io.shapefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lifecircle.io.Shapes;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/**
 * Puts rings together to polygons. Outer rings go clockwise and holes the other way, says the
 * format; a hole belongs to the smallest outer ring around it. Where no ring goes clockwise, or a
 * hole lies in none, files are wrong and the ring is an outer one.
 */
final class PolygonRings {

  private record Ring(List<Coordinate> points, double signedArea) {
    double size() {
      return Math.abs(signedArea);
    }
  }

  /** An outer ring, with its holes, and what tells quickly whether a point is inside. */
  private static final class Outer {
    private final List<List<Coordinate>> rings = new ArrayList<>();
    private final Polygon shell;
    private final IndexedPointInAreaLocator locator;

    Outer(Ring ring) {
      rings.add(ring.points());
      shell = Shapes.polygon(List.of(ring.points()));
      locator = new IndexedPointInAreaLocator(shell);
    }

    /** Judged by the first of its points that is not on the outline itself. */
    boolean holds(Ring ring) {
      if (!shell.getEnvelopeInternal().contains(ring.points().get(0))) {
        return false;
      }
      for (Coordinate point : ring.points()) {
        int location = locator.locate(point);
        if (location != Location.BOUNDARY) {
          return location == Location.INTERIOR;
        }
      }
      return true;
    }
  }

  private PolygonRings() {}

  static Geometry polygon(List<List<Coordinate>> parts) {
    List<Ring> rings = new ArrayList<>();
    for (List<Coordinate> part : parts) {
      if (part.size() >= 3) {
        rings.add(new Ring(part, Area.ofRingSigned(closed(part))));
      }
    }
    // Positive is clockwise here. The smallest outer ring is asked first.
    boolean turned = rings.stream().noneMatch(r -> r.signedArea() > 0);
    List<Outer> outers = new ArrayList<>();
    List<Ring> holes = new ArrayList<>();
    rings.stream()
        .sorted(Comparator.comparingDouble(Ring::size))
        .forEach(
            ring -> {
              if (turned || ring.signedArea() >= 0) {
                outers.add(new Outer(ring));
              } else {
                holes.add(ring);
              }
            });
    for (Ring hole : holes) {
      outers.stream()
          .filter(outer -> outer.shell.getArea() >= hole.size() && outer.holds(hole))
          .findFirst()
          .ifPresentOrElse(
              outer -> outer.rings.add(hole.points()), () -> outers.add(new Outer(hole)));
    }
    List<Polygon> polygons = new ArrayList<>();
    outers.forEach(outer -> polygons.add(Shapes.polygon(outer.rings)));
    return polygons.isEmpty() ? Shapes.polygon(List.of()) : Shapes.together(polygons);
  }

  private static Coordinate[] closed(List<Coordinate> part) {
    List<Coordinate> ring = new ArrayList<>(part);
    ring.add(part.get(0));
    return ring.toArray(new Coordinate[0]);
  }
}
