package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lifecircle.model.Building;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.DeductionRules;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Facility;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Utility;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Polygonal;

/** The ground that must stay clear, by reason. */
final class Clearances {

  /** A door this near to a façade is in it. */
  private static final double DOOR_METRES = 0.5;

  private final DeductionRules rules;
  private final WalkingRules walking;
  private final Nearby<Building> buildings = new Nearby<>();
  private final Nearby<Entrance> entrances = new Nearby<>();
  private final Nearby<Path> paths = new Nearby<>();
  private final Nearby<Geometry> shedsThatStay = new Nearby<>();
  private final Nearby<Geometry> inUse = new Nearby<>();
  private final Nearby<Utility> utilities = new Nearby<>();

  Clearances(StudyArea area, Demolition demolition, DeductionRules rules, WalkingRules walking) {
    this.rules = rules;
    this.walking = walking;
    area.buildings().forEach(building -> buildings.add(building.geometry(), building));
    area.entrances().forEach(entrance -> entrances.add(entrance.geometry(), entrance));
    for (Path path : area.paths()) {
      if (path.onGround() && !path.tunnel()) {
        paths.add(path.geometry(), path);
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.blocksGround() && !demolition.takes(structure)) {
        shedsThatStay.add(structure.geometry(), structure.geometry());
      }
    }
    for (Facility facility : area.facilities()) {
      if (facility.geometry() instanceof Polygonal) {
        inUse.add(facility.geometry(), facility.geometry());
      }
    }
    for (Utility utility : area.utilities()) {
      utilities.add(utility.geometry(), utility);
    }
  }

  List<Path> pathsIn(Envelope box) {
    return paths.in(box);
  }

  List<Building> buildingsIn(Envelope box) {
    return buildings.in(box);
  }

  /** What these reasons keep clear in a window, in its coordinates. */
  Geometry of(Set<Deduction> reasons, Window window) {
    List<Geometry> all = new ArrayList<>();
    for (Deduction reason : reasons) {
      all.addAll(parts(reason, window));
    }
    return Areas.union(all);
  }

  /** What is never built on: facilities' own ground; by a building, paths and pipes either. */
  Geometry inUse(boolean indoor, Window window) {
    List<Geometry> all = new ArrayList<>();
    inUse.in(window.box()).forEach(ground -> all.add(window.local(ground)));
    if (indoor) {
      for (Path path : paths.in(window.box())) {
        all.add(window.local(Discs.thickened(path.geometry(), walking.widthMetres(path))));
      }
      for (Utility utility : utilities.in(window.box())) {
        Double clearance = utility.clearanceMetres();
        if (clearance != null && clearance > 0) {
          all.add(window.local(Discs.aroundAny(utility.geometry(), clearance)));
        }
      }
    }
    return Areas.union(all);
  }

  private List<Geometry> parts(Deduction reason, Window window) {
    List<Geometry> parts = new ArrayList<>();
    switch (reason) {
      case FIRE_LANE -> {
        for (Path path : paths.in(grown(window, rules.fireLaneMetres()))) {
          if (path.kind() == PathKind.LANE || path.kind() == PathKind.STREET) {
            parts.add(window.local(Discs.thickened(path.geometry(), rules.fireLaneMetres())));
          }
        }
      }
      case FACADE_SETBACKS -> {
        double most = Math.max(rules.facadeMetres(), rules.facadeWithDoorMetres());
        for (Building building : buildings.in(grown(window, most))) {
          Geometry local = window.local(building.geometry());
          parts.add(Discs.roughlyAround(local, rules.facadeMetres()));
          addFacadesWithDoors(parts, building, window);
        }
      }
      case FIRE_SPACING -> {
        double most = Math.max(rules.fireSpacingMetres(), rules.highRiseSpacingMetres());
        for (Building building : buildings.in(grown(window, most))) {
          Geometry local = window.local(building.geometry());
          parts.add(Discs.roughlyAround(local, rules.spacingMetres(building)));
        }
        for (Geometry shed : shedsThatStay.in(grown(window, rules.fireSpacingMetres()))) {
          parts.add(Discs.roughlyAround(window.local(shed), rules.fireSpacingMetres()));
        }
      }
      case DAYLIGHT -> {
        for (Building building : buildings.in(grown(window, rules.shadowMetres()))) {
          if (building.residential()) {
            parts.add(southOf(window.local(building.geometry()), rules.shadowMetres()));
          }
        }
      }
    }
    return parts;
  }

  private void addFacadesWithDoors(List<Geometry> parts, Building building, Window window) {
    Envelope box = new Envelope(building.geometry().getEnvelopeInternal());
    box.expandBy(DOOR_METRES);
    List<Entrance> doors = entrances.in(box);
    if (doors.isEmpty()) {
      return;
    }
    for (Polygon polygon : Areas.polygons(building.geometry())) {
      for (LinearRing ring : Areas.rings(polygon)) {
        for (int i = 1; i < ring.getNumPoints(); i++) {
          LineString facade =
              ring.getFactory()
                  .createLineString(
                      new Coordinate[] {ring.getCoordinateN(i - 1), ring.getCoordinateN(i)});
          if (doors.stream().anyMatch(d -> d.geometry().distance(facade) <= DOOR_METRES)) {
            parts.add(window.local(Discs.thickened(facade, 2 * rules.facadeWithDoorMetres())));
          }
        }
      }
    }
  }

  /** The ground within so many metres south of an area. */
  private static Geometry southOf(Geometry area, double metres) {
    List<Geometry> swept = new ArrayList<>();
    for (Polygon polygon : Areas.polygons(area)) {
      Coordinate[] ring = polygon.getExteriorRing().getCoordinates();
      for (int i = 1; i < ring.length; i++) {
        Coordinate a = ring[i - 1];
        Coordinate b = ring[i];
        if (a.x != b.x) {
          Coordinate[] corners = {
            a, b, new Coordinate(b.x, b.y - metres), new Coordinate(a.x, a.y - metres), a
          };
          swept.add(area.getFactory().createPolygon(corners));
        }
      }
    }
    return Areas.minus(Areas.union(swept), area);
  }

  private static Envelope grown(Window window, double metres) {
    Envelope grown = new Envelope(window.box());
    grown.expandBy(metres);
    return grown;
  }
}
