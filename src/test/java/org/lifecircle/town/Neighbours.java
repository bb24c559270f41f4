package org.lifecircle.town;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Gate;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;

/**
 * Whose residents' gates a compound may use: its own, and those of compounds it is joined to by a
 * removed wall.
 *
 * <p>Two compounds are joined when somewhere along a demolished wall one can step straight across
 * it from one into the other: every metre a perpendicular is drawn, 1.2 m to either side; it must
 * cross no barrier and no solid, and leave no more than the gap of the rules between the strips and
 * grounds it passes.
 */
final class Neighbours {

  private static final double REACH_METRES = 1.2;

  private final TownReading town;
  private final Map<String, Set<String>> joined = new LinkedHashMap<>();

  Neighbours(TownReading town) {
    this.town = town;
    for (Compound compound : town.area().compounds()) {
      joined.put(compound.id(), new TreeSet<>(Set.of(compound.id())));
    }
    List<Geometry> strips = TownReading.strips(town.area());
    for (Wall wall : town.area().walls()) {
      if (!wall.standing()) {
        joinAcross(wall, strips);
      }
    }
  }

  /** The compound a place stands in, none for a street. */
  List<String> compoundsAt(Coordinate place) {
    Geometry point = TownBuilder.point(place.x, place.y);
    return town.area().compounds().stream()
        .filter(c -> c.geometry().covers(point))
        .map(Compound::id)
        .limit(1)
        .toList();
  }

  /** The compounds whose residents may pass a residents' gate. */
  Set<String> usersOf(Gate gate) {
    StudyArea area = town.area();
    double near = town.rules().ground().gateToleranceMetres();
    Set<String> users = new TreeSet<>(gate.compoundIds());
    if (users.isEmpty()) {
      area.compounds().stream()
          .filter(c -> c.geometry().getBoundary().isWithinDistance(gate.geometry(), near))
          .forEach(c -> users.add(c.id()));
    }
    Set<String> all = new TreeSet<>();
    users.forEach(c -> all.addAll(joined.getOrDefault(c, Set.of(c))));
    return all;
  }

  private void joinAcross(Wall wall, List<Geometry> strips) {
    Coordinate[] line = wall.geometry().getCoordinates();
    for (int i = 1; i < line.length; i++) {
      LineSegment segment = new LineSegment(line[i - 1], line[i]);
      double length = segment.getLength();
      for (double at = Math.min(0.5, length / 2); at < length; at += 1) {
        LineString ray =
            town.area()
                .boundary()
                .getFactory()
                .createLineString(
                    new Coordinate[] {
                      segment.pointAlongOffset(at / length, -REACH_METRES),
                      segment.pointAlongOffset(at / length, REACH_METRES)
                    });
        joinAlong(ray, strips);
      }
    }
  }

  private void joinAlong(LineString ray, List<Geometry> strips) {
    boolean barred =
        town.barriers().stream().anyMatch(b -> b.line().intersects(ray))
            || town.solids().stream().anyMatch(s -> s.intersects(ray));
    List<Compound> met =
        town.area().compounds().stream()
            .filter(c -> c.geometry().intersection(ray).getLength() > 0)
            .toList();
    if (barred
        || met.size() < 2
        || widestGap(ray, met, strips) > town.rules().ground().gapMetres()) {
      return;
    }
    Set<String> together = new TreeSet<>();
    met.forEach(c -> together.addAll(joined.getOrDefault(c.id(), Set.of())));
    together.forEach(id -> joined.put(id, together));
  }

  private static double widestGap(LineString ray, List<Compound> met, List<Geometry> strips) {
    List<Geometry> grounds = new ArrayList<>(strips);
    met.forEach(c -> grounds.add(c.geometry()));
    Geometry bare = ray;
    for (Geometry ground : grounds) {
      bare = bare.difference(ground);
    }
    double widest = 0;
    for (int i = 0; i < bare.getNumGeometries(); i++) {
      Geometry gap = bare.getGeometryN(i);
      boolean atAnEnd = gap.intersects(ray.getStartPoint()) || gap.intersects(ray.getEndPoint());
      widest = atAnEnd ? widest : Math.max(widest, gap.getLength());
    }
    return widest;
  }
}
