package org.lifecircle.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lifecircle.freedspace.Demolition;
import org.lifecircle.freedspace.Lanes;
import org.lifecircle.model.Building;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.LaneWidth;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Path;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.programme.ShaftRules;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.distance.DistanceOp;

/**
 * Whether a lift has room before its stairwell.
 *
 * @param footprint of shaft and landing, in metres
 * @param reasons why it has none, each with its rule; empty when it has
 * @param ledRound ids of paths that cross the footprint and have a fire lane's room beside it
 */
public record LiftFit(Geometry footprint, List<Text> reasons, List<String> ledRound) {

  /** So far off the façade, so that it does not stand on its own house. */
  private static final double HAIR = 0.01;

  /** What touches the edge of a lane does not narrow it. */
  private static final double FREE = 0.002;

  /** A path ends at a door when it comes so near. */
  private static final double AT_THE_DOOR_METRES = 1.5;

  /** From east or west of this bearing from south the sun of the rule's day does not shine. */
  private static final double SUN_BEARING_DEGREES = 60;

  public LiftFit {
    reasons = List.copyOf(reasons);
    ledRound = List.copyOf(ledRound);
  }

  /** The check of a lift at an entrance of a building. */
  public static LiftFit of(
      StudyArea area, Building building, Entrance entrance, RenewalRules rules) {
    ShaftRules shaft = rules.programme().shaft();
    Frame frame = Frame.at(building, entrance.geometry());
    Polygon footprint =
        frame.rectangle(shaft.widthMetres(), shaft.landingMetres() + shaft.depthMetres());
    List<Text> reasons = new ArrayList<>();
    room(area, building, footprint, reasons);
    List<String> crossing = crossing(area, entrance, footprint);
    boolean round = !crossing.isEmpty() && isClear(area, frame.around(shaft));
    if (!round) {
      crossing.forEach(path -> blocked(path, shaft, reasons));
    }
    lanes(area, building, entrance, footprint, rules, crossing, reasons);
    daylight(area, building, frame, footprint, shaft, reasons);
    return new LiftFit(footprint, reasons, round ? crossing : List.of());
  }

  /** The façade at a door: along it, and away from the house. */
  private record Frame(Point door, double alongX, double alongY, double outX, double outY) {

    static Frame at(Building building, Point door) {
      Coordinate[] ring = building.geometry().getBoundary().getCoordinates();
      Coordinate from = ring[0];
      Coordinate to = ring[1];
      double nearest = Double.POSITIVE_INFINITY;
      for (int i = 1; i < ring.length; i++) {
        double metres = Distance.pointToSegment(door.getCoordinate(), ring[i - 1], ring[i]);
        if (metres < nearest && ring[i - 1].distance(ring[i]) > 0) {
          nearest = metres;
          from = ring[i - 1];
          to = ring[i];
        }
      }
      double length = from.distance(to);
      double x = (to.x - from.x) / length;
      double y = (to.y - from.y) / length;
      Coordinate side = new Coordinate(door.getX() - 0.3 * y, door.getY() + 0.3 * x);
      boolean inside = building.geometry().intersects(door.getFactory().createPoint(side));
      return new Frame(door, x, y, inside ? y : -y, inside ? -x : x);
    }

    Polygon rectangle(double width, double depth) {
      double off = HAIR;
      return door.getFactory()
          .createPolygon(
              new Coordinate[] {
                corner(-width / 2, off),
                corner(width / 2, off),
                corner(width / 2, depth),
                corner(-width / 2, depth),
                corner(-width / 2, off)
              });
    }

    /** The ground beside and before a shaft where a fire lane would go round it. */
    Polygon around(ShaftRules shaft) {
      double wide = shaft.fireLaneMetres();
      double aside = shaft.widthMetres() / 2 + wide;
      double deep = shaft.landingMetres() + shaft.depthMetres();
      return door.getFactory()
          .createPolygon(
              new Coordinate[] {
                corner(-aside, FREE),
                corner(aside, FREE),
                corner(aside, deep + wide - FREE),
                corner(-aside, deep + wide - FREE),
                corner(-aside, FREE)
              });
    }

    private Coordinate corner(double along, double out) {
      return new Coordinate(
          door.getX() + along * alongX + out * outX, door.getY() + along * alongY + out * outY);
    }
  }

  private static void room(StudyArea area, Building own, Polygon footprint, List<Text> reasons) {
    area.buildings().stream()
        .filter(b -> !b.id().equals(own.id()) && b.geometry().intersects(footprint))
        .forEach(b -> stands(reasons, "楼栋", "building", b.id()));
    area.illegalStructures().stream()
        .filter(s -> s.blocksGround() && s.geometry().intersects(footprint))
        .forEach(s -> stands(reasons, "违建", "structure", s.id()));
    area.walls().stream()
        .filter(w -> w.standing() && w.geometry().intersects(footprint))
        .forEach(w -> stands(reasons, "围墙", "wall", w.id()));
    area.obstacles().stream()
        .filter(o -> o.geometry().intersects(footprint))
        .forEach(o -> stands(reasons, "障碍", "obstacle", o.id()));
  }

  private static void stands(List<Text> reasons, String zh, String en, String id) {
    reasons.add(
        new Text(
            "井道须落在空地上：压占" + zh + " " + id,
            "it takes free ground: it would stand on " + en + " " + id));
  }

  private static List<String> crossing(StudyArea area, Entrance entrance, Polygon footprint) {
    return area.paths().stream()
        .filter(p -> p.onGround() && !endsAt(p, entrance) && p.geometry().intersects(footprint))
        .map(Path::id)
        .toList();
  }

  private static boolean isClear(StudyArea area, Polygon ground) {
    return area.buildings().stream().noneMatch(b -> b.geometry().intersects(ground))
        && area.illegalStructures().stream()
            .noneMatch(s -> s.blocksGround() && s.geometry().intersects(ground))
        && area.walls().stream().noneMatch(w -> w.standing() && w.geometry().intersects(ground))
        && area.obstacles().stream().noneMatch(o -> o.geometry().intersects(ground));
  }

  private static void blocked(String path, ShaftRules shaft, List<Text> reasons) {
    double wide = shaft.fireLaneMetres();
    reasons.add(
        new Text(
            String.format(Locale.ROOT, "不得阻断通路：压占道路 %s，旁边不足 %.1f 米，无法绕行", path, wide),
            String.format(
                Locale.ROOT,
                "it blocks no path: it would stand on path %s, with less than %.1f m to lead it"
                    + " round",
                path,
                wide)));
  }

  private static boolean endsAt(Path path, Entrance entrance) {
    Point door = entrance.geometry();
    return path.geometry().getStartPoint().isWithinDistance(door, AT_THE_DOOR_METRES)
        || path.geometry().getEndPoint().isWithinDistance(door, AT_THE_DOOR_METRES);
  }

  private static void lanes(
      StudyArea area,
      Building own,
      Entrance entrance,
      Polygon footprint,
      RenewalRules rules,
      List<String> crossing,
      List<Text> reasons) {
    double wide = rules.programme().shaft().fireLaneMetres();
    List<Path> near =
        area.paths().stream()
            .filter(p -> p.geometry().isWithinDistance(footprint, rules.laneReachMetres()))
            .filter(p -> !endsAt(p, entrance)) // its own door is moved with it
            .filter(p -> !crossing.contains(p.id())) // they are led round, or blocked
            .toList();
    StudyArea before = area.with(Layer.PATHS, near);
    List<Building> buildings = new ArrayList<>(area.buildings());
    buildings.add(
        new Building("shaft", own.compoundId(), null, own.floors(), null, 0, 0.0, null, footprint));
    StudyArea after = before.with(Layer.BUILDINGS, buildings);
    Demolition nothing = new Demolition(Set.of(), Set.of());
    Map<String, LaneWidth> widths = new HashMap<>();
    Lanes.of(before, nothing, rules).forEach(lane -> widths.put(lane.id(), lane));
    for (LaneWidth lane : Lanes.of(after, nothing, rules)) {
      LaneWidth known = widths.get(lane.id());
      Double was = known == null ? null : known.widthBeforeMetres();
      Double is = lane.widthBeforeMetres();
      boolean wasLane = was == null || was >= wide - 0.002;
      if (is != null && is < wide - 0.002 && wasLane && !is.equals(was)) {
        reasons.add(
            new Text(
                String.format(
                    Locale.ROOT, "消防车道净宽须不小于 %.1f 米：道路 %s 只剩 %.2f 米", wide, lane.id(), is),
                String.format(
                    Locale.ROOT,
                    "a fire lane keeps %.1f m: path %s would have %.2f m",
                    wide,
                    lane.id(),
                    is)));
      }
    }
  }

  private static void daylight(
      StudyArea area,
      Building own,
      Frame frame,
      Polygon footprint,
      ShaftRules shaft,
      List<Text> reasons) {
    if (frame.outY() < -Math.cos(Math.toRadians(SUN_BEARING_DEGREES))) {
      reasons.add(
          new Text(
              "日照：井道立在本楼朝南立面，遮挡首层住户",
              "daylight: it stands before the south windows of its own house"));
    }
    double across = footprint.getEnvelopeInternal().getDiameter();
    for (Building home : area.buildings()) {
      if (!home.residential() || home.id().equals(own.id())) {
        continue;
      }
      Coordinate[] nearest = DistanceOp.nearestPoints(home.geometry(), footprint);
      double east = nearest[1].x - nearest[0].x;
      double south = nearest[0].y - nearest[1].y;
      double bearing = Math.toDegrees(Math.atan2(Math.abs(east), south));
      double metres = nearest[0].distance(nearest[1]);
      double hours =
          metres == 0
              ? 24
              : Math.toDegrees(2 * Math.atan(across / 2 / metres)) / shaft.sunDegreesPerHour();
      if (bearing < SUN_BEARING_DEGREES && hours > shaft.daylightHours()) {
        reasons.add(
            new Text(
                String.format(
                    Locale.ROOT,
                    "日照：%s 首层至多被遮挡 %.1f 小时，超过 %.1f 小时",
                    home.id(),
                    hours,
                    shaft.daylightHours()),
                String.format(
                    Locale.ROOT,
                    "daylight: the ground floor of %s may lose up to %.1f h of sun, more than %.1f h",
                    home.id(),
                    hours,
                    shaft.daylightHours())));
      }
    }
  }
}
