package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Gate;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LinearLocation;
import org.locationtech.jts.linearref.LocationIndexedLine;

/**
 * Where gates open barriers: each gate on the nearest barrier within tolerance, and on any other
 * that passes it side by side (two walls back to back have one gate). A gate near no barrier bars
 * the path it stands on; one in a wall that has been taken down bars nothing any more.
 */
final class GatePlaces {

  /** A line that gates are set into: a standing wall, another barrier, or a path. */
  private record Line(Object feature, LineString geometry) {}

  private final STRtree barriers = new STRtree();
  private final Map<Object, List<Coordinate>> gates = new HashMap<>(); // by feature
  private final Map<Gate, List<Coordinate>> openings = new HashMap<>();
  private final Map<Gate, Coordinate> bars = new HashMap<>();
  private final List<Gate> lost = new ArrayList<>();

  GatePlaces(StudyArea area, double toleranceMetres) {
    STRtree paths = new STRtree();
    area.walls().forEach(wall -> insert(barriers, wall, wall.geometry()));
    area.obstacles().stream()
        .filter(o -> o.geometry() instanceof LineString)
        .forEach(o -> insert(barriers, o, (LineString) o.geometry()));
    area.paths().stream().filter(p -> p.onGround()).forEach(p -> insert(paths, p, p.geometry()));
    area.gates().forEach(gate -> place(gate, paths, toleranceMetres));
  }

  private static void insert(STRtree tree, Object feature, LineString geometry) {
    tree.insert(geometry.getEnvelopeInternal(), new Line(feature, geometry));
  }

  private void set(Line into, Coordinate gate) {
    gates.computeIfAbsent(into.feature(), k -> new ArrayList<>()).add(gate);
  }

  private void place(Gate gate, STRtree paths, double tolerance) {
    List<Line> near = near(barriers, gate.geometry(), tolerance);
    List<Coordinate> at = new ArrayList<>();
    opened(near, gate.geometry())
        .forEach(
            (line, place) -> {
              set(line, place);
              at.add(place);
            });
    if (!near.isEmpty()) {
      openings.put(gate, at); // even one whose wall has been taken down
      return;
    }
    List<Line> path = near(paths, gate.geometry(), tolerance);
    if (path.isEmpty()) {
      lost.add(gate);
      return;
    }
    Coordinate place = nearestPoint(path.get(0).geometry(), gate.geometry());
    set(path.get(0), place);
    bars.put(gate, place);
  }

  /** By barrier: where a gate opens it. */
  private static Map<Line, Coordinate> opened(List<Line> near, Point gate) {
    Map<Line, Coordinate> opened = new LinkedHashMap<>();
    for (int i = 0; i < near.size(); i++) {
      Coordinate place = nearestPoint(near.get(i).geometry(), gate);
      if (i == 0 || !isEnd(near.get(i).geometry(), place)) {
        opened.put(near.get(i), place);
      }
    }
    return opened;
  }

  /** Where a gate made at a place would open barriers. */
  List<Coordinate> wouldOpen(Point gate, double tolerance) {
    return List.copyOf(opened(near(barriers, gate, tolerance), gate).values());
  }

  private static List<Line> near(STRtree tree, Point point, double tolerance) {
    Envelope window = point.getEnvelopeInternal();
    window.expandBy(tolerance);
    List<Line> near = new ArrayList<>();
    for (Object item : tree.query(window)) {
      Line line = (Line) item;
      if (line.geometry().isWithinDistance(point, tolerance)) {
        near.add(line);
      }
    }
    near.sort(
        Comparator.<Line>comparingDouble(l -> l.geometry().distance(point))
            .thenComparing(l -> l.geometry().toText()));
    return near;
  }

  private static Coordinate nearestPoint(LineString line, Point point) {
    LocationIndexedLine index = new LocationIndexedLine(line);
    Coordinate c = index.extractPoint(index.project(point.getCoordinate()));
    return new Coordinate(Math.rint(c.x * 1000) / 1000, Math.rint(c.y * 1000) / 1000);
  }

  private static boolean isEnd(LineString line, Coordinate c) {
    return !line.isClosed()
        && (line.getCoordinateN(0).distance(c) < 0.0015
            || line.getCoordinateN(line.getNumPoints() - 1).distance(c) < 0.0015);
  }

  /** The feature's line with the gates on it as vertices. */
  LineString withGates(Object feature, LineString geometry) {
    LineString result = geometry;
    for (Coordinate gate : gates.getOrDefault(feature, List.of())) {
      result = withVertex(result, gate);
    }
    return result;
  }

  private static LineString withVertex(LineString line, Coordinate at) {
    LinearLocation where = new LocationIndexedLine(line).project(at);
    List<Coordinate> points = new ArrayList<>(List.of(line.getCoordinates()));
    for (Coordinate c : points) {
      if (c.distance(at) < 0.0005) {
        return line;
      }
    }
    int segment = Math.min(where.getSegmentIndex(), points.size() - 2);
    points.add(segment + 1, at);
    return line.getFactory().createLineString(points.toArray(Coordinate[]::new));
  }

  /** Where a gate opens barriers; empty for one that does not stand on any. */
  List<Coordinate> openings(Gate gate) {
    return openings.getOrDefault(gate, List.of());
  }

  /** Where gates without a barrier bar paths. */
  Map<Gate, Coordinate> bars() {
    return bars;
  }

  /** Gates that stand on nothing. */
  List<Gate> lost() {
    return lost;
  }
}
