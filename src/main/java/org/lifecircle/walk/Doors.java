package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Layer;
import org.lifecircle.walk.GroundTies.Planned;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.algorithm.locate.PointOnGeometryLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The doors people come out of and go in by. An entrance is one door. A facility's doors are its
 * entrances; without any, a point is one door, and a polygon has the gates on its outline and every
 * place along its outline that is at ground.
 */
final class Doors {

  /** How far apart the places along a facility's outline are, and how far inside it. */
  private static final double OUTLINE_STEP_METRES = 5;

  private static final double INSIDE_METRES = 0.3;
  private static final int MOST_OUTLINE_PLACES = 400;

  /** A place of a facility's outline this near to ground is at ground. */
  private static final int AT_GROUND_MILLIMETRES = 2_000;

  /** By so much more a tie is when both its ends are whole millimetres. */
  private static final int ROUNDING_MILLIMETRES = 2;

  /** Whose door it is: people's, a facility's, or both. */
  private enum Owner {
    HOME,
    FACILITY,
    BOTH
  }

  /** One door before nodes are numbered: where it is, and its straight links to the ground. */
  private record Door(int x, int y, Owner owner, List<Planned> ties) {}

  /** A place that may become a door, and the ground it sees. */
  private record Found(int x, int y, List<Tie> ties) {

    /** How far the nearest ground is, today or later. */
    int reach(boolean today) {
      return ties.stream()
          .filter(tie -> !today || tie.needs().isEmpty())
          .mapToInt(Tie::lengthMillimetres)
          .min()
          .orElse(Integer.MAX_VALUE);
    }

    Door planned(Owner owner, GroundTies ground) {
      return new Door(x, y, owner, ties.stream().map(ground::plan).toList());
    }
  }

  private final Survey survey;
  private final List<Door> entrances = new ArrayList<>();
  private final Map<Facility, List<Door>> facilities = new HashMap<>();
  private final Map<Facility, List<Gate>> gates = new HashMap<>();
  private int[] entranceNodes = new int[0];
  private final Map<String, List<Integer>> facilityNodes = new HashMap<>();

  Doors(Survey survey, GroundTies ties, Issues issues) {
    this.survey = survey;
    for (Entrance entrance : survey.area().entrances()) {
      Owner owner = entrance.facilityId() == null ? Owner.HOME : Owner.BOTH;
      Door door = door(entrance.geometry().getCoordinate(), owner, ties);
      entrances.add(door);
      if (!seesGround(door)) {
        seesNothing(Layer.ENTRANCES, entrance.id(), entrance.geometry(), issues);
      }
    }
    Map<String, List<Entrance>> own = entrancesOfFacilities();
    for (Facility facility : survey.area().facilities()) {
      if (!own.containsKey(facility.id())) {
        addFacility(facility, ties, issues);
      }
    }
  }

  private boolean seesGround(Door door) {
    return door.ties().stream().anyMatch(tie -> tie.needs().areGone(survey.gone()));
  }

  private void seesNothing(Layer layer, String id, Point at, Issues issues) {
    double reach = survey.rules().tieMillimetres() / 1000.0;
    issues.seesNoGround(layer, id, reach, at.getCoordinate());
  }

  private Map<String, List<Entrance>> entrancesOfFacilities() {
    Map<String, List<Entrance>> own = new HashMap<>();
    for (Entrance entrance : survey.area().entrances()) {
      if (entrance.facilityId() != null) {
        own.computeIfAbsent(entrance.facilityId(), k -> new ArrayList<>()).add(entrance);
      }
    }
    return own;
  }

  private void addFacility(Facility facility, GroundTies ties, Issues issues) {
    List<Door> doors = new ArrayList<>();
    if (facility.geometry() instanceof Point point) {
      doors.add(door(point.getCoordinate(), Owner.FACILITY, ties));
    } else {
      gates.put(facility, gatesOn(facility));
      List<Coordinate> places = outlinePlaces(facility);
      List<Found> atGround =
          outline(places, AT_GROUND_MILLIMETRES + ROUNDING_MILLIMETRES, ties).stream()
              .filter(found -> found.reach(false) <= AT_GROUND_MILLIMETRES)
              .toList();
      atGround.forEach(found -> doors.add(found.planned(Owner.FACILITY, ties)));
      boolean nowhereYet =
          atGround.stream().noneMatch(found -> found.reach(true) <= AT_GROUND_MILLIMETRES);
      if (nowhereYet && !hasGates(facility)) {
        outline(places, survey.rules().tieMillimetres(), ties).stream()
            .limit(1)
            .forEach(found -> doors.add(found.planned(Owner.FACILITY, ties)));
      }
    }
    facilities.put(facility, doors);
    if (doors.stream().noneMatch(this::seesGround) && !hasGates(facility)) {
      Point at = facility.geometry().getInteriorPoint();
      seesNothing(Layer.FACILITIES, facility.id(), at, issues);
    }
  }

  /** The places along an outline that see ground, the nearest to it first. */
  private List<Found> outline(List<Coordinate> places, int maxMillimetres, GroundTies ties) {
    return places.stream()
        .map(place -> found(place, maxMillimetres, ties))
        .filter(found -> !found.ties().isEmpty())
        .sorted(Comparator.comparingInt(found -> found.reach(true)))
        .toList();
  }

  private boolean hasGates(Facility facility) {
    return !gates.getOrDefault(facility, List.of()).isEmpty();
  }

  private Door door(Coordinate at, Owner owner, GroundTies ties) {
    return found(at, survey.rules().tieMillimetres(), ties).planned(owner, ties);
  }

  private Found found(Coordinate at, int maxMillimetres, GroundTies ties) {
    int x = survey.frame().x(at.x);
    int y = survey.frame().y(at.y);
    return new Found(x, y, ties.ofDoor(x, y, maxMillimetres));
  }

  private List<Gate> gatesOn(Facility facility) {
    double tolerance = survey.rules().gateMetres();
    Envelope near = facility.geometry().getEnvelopeInternal().copy();
    near.expandBy(tolerance);
    Geometry outline = facility.geometry().getBoundary();
    return survey.area().gates().stream()
        .filter(gate -> near.intersects(gate.geometry().getEnvelopeInternal()))
        .filter(gate -> outline.isWithinDistance(gate.geometry(), tolerance))
        .toList();
  }

  /**
   * Places along the outline, a little inside it: a wall along it keeps the street out of sight.
   */
  private static List<Coordinate> outlinePlaces(Facility facility) {
    List<Coordinate> places = new ArrayList<>();
    for (int i = 0; i < facility.geometry().getNumGeometries(); i++) {
      if (facility.geometry().getGeometryN(i) instanceof Polygon polygon) {
        addPlaces(polygon.getExteriorRing(), polygon, places);
      }
    }
    return places;
  }

  private static void addPlaces(LinearRing ring, Polygon polygon, List<Coordinate> places) {
    PointOnGeometryLocator inside = new IndexedPointInAreaLocator(polygon);
    double step = Math.max(OUTLINE_STEP_METRES, ring.getLength() / MOST_OUTLINE_PLACES);
    for (int i = 1; i < ring.getNumPoints(); i++) {
      Coordinate a = ring.getCoordinateN(i - 1);
      Coordinate b = ring.getCoordinateN(i);
      double length = a.distance(b);
      int steps = (int) Math.ceil(length / step);
      for (int k = 0; k < steps; k++) {
        double share = (k + 0.5) / steps;
        double x = a.x + share * (b.x - a.x);
        double y = a.y + share * (b.y - a.y);
        double nx = -(b.y - a.y) / length * INSIDE_METRES;
        double ny = (b.x - a.x) / length * INSIDE_METRES;
        addInside(inside, new Coordinate(x + nx, y + ny), places);
        addInside(inside, new Coordinate(x - nx, y - ny), places);
      }
    }
  }

  private static void addInside(
      PointOnGeometryLocator inside, Coordinate place, List<Coordinate> places) {
    if (inside.locate(place) == Location.INTERIOR) {
      places.add(place);
    }
  }

  /** Makes nodes and links of the doors. */
  void link(Corners corners, Nodes nodes, Links links, PathNet paths, Gateways gateways) {
    entranceNodes =
        entrances.stream().mapToInt(d -> link(d, corners, nodes, links, paths)).toArray();
    List<Entrance> rows = survey.area().entrances();
    for (int i = 0; i < rows.size(); i++) {
      String facility = rows.get(i).facilityId();
      if (facility != null) {
        nodesOf(facility).add(entranceNodes[i]);
      }
    }
    for (Facility facility : survey.area().facilities()) {
      for (Door door : facilities.getOrDefault(facility, List.of())) {
        nodesOf(facility.id()).add(link(door, corners, nodes, links, paths));
      }
      for (Gate gate : gates.getOrDefault(facility, List.of())) {
        nodesOf(facility.id()).add(behindGate(gate, corners, nodes, links, gateways));
      }
    }
  }

  private List<Integer> nodesOf(String facility) {
    return facilityNodes.computeIfAbsent(facility, k -> new ArrayList<>());
  }

  private int link(Door door, Corners corners, Nodes nodes, Links links, PathNet paths) {
    int node = nodes.add(door.x(), door.y());
    if (door.owner() == Owner.FACILITY) {
      nodes.connectFacility(node);
    }
    for (Planned tie : door.ties()) {
      int to = corners.towards(tie.to().vertex(), tie.to().intoX(), tie.to().intoY());
      if (door.owner() != Owner.FACILITY) {
        nodes.connectHome(to);
      }
      if (door.owner() != Owner.HOME) {
        nodes.connectFacility(to);
      }
      paths.split(to);
      int length =
          Plane.lengthRoundedUp((long) door.x() - nodes.x(to), (long) door.y() - nodes.y(to));
      links.add(node, to, length, Links.NO_PASSAGE, tie.needs());
    }
    return node;
  }

  /** A facility behind a gate on its outline is reached by passing the gate. */
  private int behindGate(Gate gate, Corners corners, Nodes nodes, Links links, Gateways gateways) {
    Coordinate at = gate.geometry().getCoordinate();
    int node = nodes.add(survey.frame().x(at.x), survey.frame().y(at.y));
    nodes.connectFacility(node);
    for (int side : gateways.sides(gate, corners)) {
      links.add(node, side, 0, gateways.passageOf(gate), Needs.NOTHING);
    }
    return node;
  }

  /** The node of each entrance, in the order of the area's entrances. */
  int entranceNode(int entrance) {
    return entranceNodes[entrance];
  }

  /** The entrance whose node this is, or less than 0. */
  int entranceAt(int node) {
    return Arrays.binarySearch(entranceNodes, node);
  }

  int entranceCount() {
    return entranceNodes.length;
  }

  /** The nodes of a facility's doors. */
  List<Integer> facilityNodes(String facility) {
    return facilityNodes.getOrDefault(facility, List.of());
  }
}
