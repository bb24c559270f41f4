package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The rings of a polygon, seen in the frame of a turn and counted from where that turns. */
record Outline(List<Coordinate[]> rings, Envelope box) {

  /** Ground this near to the edge of a rectangle is beside it: rounding put it there. */
  private static final double BESIDE_METRES = 1e-6;

  /** The polygons of these areas. */
  static List<Outline> of(Collection<? extends Geometry> areas, Turn turn) {
    List<Outline> outlines = new ArrayList<>();
    for (Geometry area : areas) {
      for (Polygon polygon : Areas.polygons(area)) {
        outlines.add(of(polygon, turn));
      }
    }
    return outlines;
  }

  private static Outline of(Polygon polygon, Turn turn) {
    List<Coordinate[]> rings = new ArrayList<>();
    Envelope box = new Envelope();
    for (LinearRing ring : Areas.rings(polygon)) {
      Coordinate[] turned = turn.square(ring.getCoordinates());
      rings.add(turned);
      for (Coordinate corner : turned) {
        box.expandToInclude(corner);
      }
    }
    return new Outline(rings, box);
  }

  /** Whether it reaches into a rectangle. */
  boolean reachesInto(Envelope rectangle) {
    Envelope inner = new Envelope(rectangle);
    inner.expandBy(-BESIDE_METRES);
    return box.intersects(inner) && (crosses(inner) || contains(inner.centre()));
  }

  private boolean crosses(Envelope inner) {
    for (Coordinate[] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        if (crosses(ring[i - 1], ring[i], inner)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Liang and Barsky (1984): what is left of an edge when each side has cut it off. */
  private static boolean crosses(Coordinate a, Coordinate b, Envelope inner) {
    double[] steps = {a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y};
    double[] rooms = {
      a.x - inner.getMinX(), inner.getMaxX() - a.x, a.y - inner.getMinY(), inner.getMaxY() - a.y
    };
    double from = 0;
    double to = 1;
    for (int side = 0; side < 4; side++) {
      if (steps[side] == 0 && rooms[side] < 0) {
        return false;
      } else if (steps[side] < 0) {
        from = Math.max(from, rooms[side] / steps[side]);
      } else if (steps[side] > 0) {
        to = Math.min(to, rooms[side] / steps[side]);
      }
    }
    return from <= to;
  }

  private boolean contains(Coordinate point) {
    boolean inside = false;
    for (Coordinate[] ring : rings) {
      for (int i = 1; i < ring.length; i++) {
        Coordinate a = ring[i - 1];
        Coordinate b = ring[i];
        if (a.y > point.y != b.y > point.y
            && point.x < a.x + (b.x - a.x) * (point.y - a.y) / (b.y - a.y)) {
          inside = !inside;
        }
      }
    }
    return inside;
  }
}
