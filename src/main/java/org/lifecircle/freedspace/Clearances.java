package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.freedspace.Band.Kind;
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
  private final Notebook notebook;

  Clearances(
      StudyArea area,
      Demolition demolition,
      DeductionRules rules,
      WalkingRules walking,
      Notebook notebook) {
    this.notebook = notebook;
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

  /** What nothing is laid on: facilities' own ground and paths; by a building, pipes neither. */
  List<Geometry> inUse(boolean indoor, Envelope box) {
    List<Geometry> all = new ArrayList<>(inUse.in(box));
    for (Path path : paths.in(box)) {
      all.add(thickened(path.geometry(), walking.widthMetres(path)));
    }
    if (indoor) {
      for (Utility utility : utilities.in(box)) {
        Double clearance = utility.clearanceMetres();
        if (clearance != null && clearance > 0) {
          all.add(
              new Band(Kind.AROUND, clearance, utility.geometry())
                  .drawn(notebook, near -> Discs.aroundAny(near, clearance)));
        }
      }
    }
    return all;
  }

  /** What this reason keeps clear in a box, piece by piece. */
  List<Geometry> of(Deduction reason, Envelope box) {
    List<Geometry> parts = new ArrayList<>();
    switch (reason) {
      case FIRE_LANE -> {
        for (Path path : paths.in(grown(box, rules.fireLaneMetres()))) {
          if (path.kind() == PathKind.LANE || path.kind() == PathKind.STREET) {
            parts.add(thickened(path.geometry(), rules.fireLaneMetres()));
          }
        }
      }
      case FACADE_SETBACKS -> {
        double most = Math.max(rules.facadeMetres(), rules.facadeWithDoorMetres());
        for (Building building : buildings.in(grown(box, most))) {
          parts.add(around(building.geometry(), rules.facadeMetres()));
          parts.add(beforeDoors(building.geometry()));
        }
      }
      case FIRE_SPACING -> {
        double most = Math.max(rules.fireSpacingMetres(), rules.highRiseSpacingMetres());
        for (Building building : buildings.in(grown(box, most))) {
          parts.add(around(building.geometry(), rules.spacingMetres(building)));
        }
        for (Geometry shed : shedsThatStay.in(grown(box, rules.fireSpacingMetres()))) {
          parts.add(around(shed, rules.fireSpacingMetres()));
        }
      }
      case DAYLIGHT -> {
        double shadow = rules.shadowMetres();
        for (Building building : buildings.in(grown(box, shadow))) {
          if (building.residential()) {
            parts.add(
                new Band(Kind.SOUTH, shadow, building.geometry())
                    .drawn(notebook, near -> southOf(near, shadow)));
          }
        }
      }
    }
    return parts;
  }

  private Geometry around(Geometry area, double metres) {
    return new Band(Kind.ROUGHLY_AROUND, metres, area)
        .drawn(notebook, near -> Discs.roughlyAround(near, metres));
  }

  private Geometry thickened(LineString line, double metres) {
    return new Band(Kind.THICKENED, metres, line)
        .drawn(notebook, near -> Discs.thickened((LineString) near, metres));
  }

  /** The ground before façades that have doors. */
  private Geometry beforeDoors(Geometry building) {
    double metres = rules.facadeWithDoorMetres();
    List<Geometry> doors = new ArrayList<>();
    Envelope box = grown(building.getEnvelopeInternal(), DOOR_METRES);
    entrances.in(box).forEach(door -> doors.add(door.geometry()));
    return doors.isEmpty()
        ? Areas.none()
        : new Band(Kind.BEFORE_DOORS, metres, building, doors)
            .drawn(notebook, near -> beforeDoors(building, near, doors, 2 * metres));
  }

  private static Geometry beforeDoors(
      Geometry building, Geometry near, List<Geometry> doors, double thicknessMetres) {
    List<LineString> facades = facades(building);
    List<LineString> facadesNear = facades(near);
    List<Geometry> parts = new ArrayList<>();
    for (int i = 0; i < facades.size(); i++) {
      LineString facade = facades.get(i);
      if (doors.stream().anyMatch(door -> door.distance(facade) <= DOOR_METRES)) {
        parts.add(Discs.thickened(facadesNear.get(i), thicknessMetres));
      }
    }
    return Areas.union(parts);
  }

  private static List<LineString> facades(Geometry building) {
    List<LineString> facades = new ArrayList<>();
    for (Polygon polygon : Areas.polygons(building)) {
      for (LinearRing ring : Areas.rings(polygon)) {
        for (int i = 1; i < ring.getNumPoints(); i++) {
          Coordinate[] ends = {ring.getCoordinateN(i - 1), ring.getCoordinateN(i)};
          facades.add(ring.getFactory().createLineString(ends));
        }
      }
    }
    return facades;
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

  private static Envelope grown(Envelope box, double metres) {
    Envelope grown = new Envelope(box);
    grown.expandBy(metres);
    return grown;
  }
}
