package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.io.Millimetres;
import org.locationtech.jts.algorithm.Angle;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.Polygon;

/**
 * One side of a building, from corner to corner. Points of the outline where it turns by less than
 * 20° are no corners: what is drawn with a kink in it is still one façade.
 *
 * @param chord from its first corner to its last, with the building on its right
 */
record Facade(LineSegment chord) {

  private static final double CORNER_RADIANS = Math.toRadians(20);

  double length() {
    return chord.getLength();
  }

  /** Doors evenly spaced, in whole millimetres, counted from the west (else from the south). */
  List<Coordinate> doors(int count) {
    List<Coordinate> doors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Coordinate door = chord.pointAlong((i + 0.5) / count);
      doors.add(Millimetres.round(door.x, door.y));
    }
    doors.sort(null);
    return doors;
  }

  /** The place half a metre in front of each door. */
  List<Coordinate> doorsteps(int count) {
    List<Coordinate> steps = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      steps.add(chord.pointAlongOffset((i + 0.5) / count, 0.5));
    }
    return steps;
  }

  /** The façades of the largest part of a building, whose outline must run clockwise. */
  static List<Facade> of(Geometry building) {
    Polygon largest = (Polygon) building.getGeometryN(0);
    for (int i = 1; i < building.getNumGeometries(); i++) {
      if (building.getGeometryN(i).getArea() > largest.getArea()) {
        largest = (Polygon) building.getGeometryN(i);
      }
    }
    List<Coordinate> corners = corners(largest.getExteriorRing().getCoordinates());
    List<Facade> facades = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      Coordinate next = corners.get((i + 1) % corners.size());
      facades.add(new Facade(new LineSegment(corners.get(i), next)));
    }
    return facades;
  }

  private static List<Coordinate> corners(Coordinate[] ring) {
    List<Coordinate> corners = new ArrayList<>();
    int count = ring.length - 1;
    for (int i = 0; i < count; i++) {
      double in = new LineSegment(ring[(i + count - 1) % count], ring[i]).angle();
      double out = new LineSegment(ring[i], ring[i + 1]).angle();
      if (Angle.diff(in, out) >= CORNER_RADIANS) {
        corners.add(ring[i]);
      }
    }
    // A round house has none: then every point is one.
    return corners.size() >= 3 ? corners : List.of(ring).subList(0, count);
  }
}
