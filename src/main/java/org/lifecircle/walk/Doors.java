package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Layer;
import org.lifecircle.walk.DoorPlaces.Found;
import org.lifecircle.walk.DoorPlaces.OfFacility;
import org.lifecircle.walk.GroundTies.Planned;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

/**
 * The doors people come out of and go in by. An entrance is one door. A facility's doors are its
 * entrances; without any, a point is one door, and a polygon has the gates on its outline and every
 * place along its outline that is at ground.
 */
final class Doors {

  /** Whose door it is: people's, a facility's, or both. */
  private enum Owner {
    HOME,
    FACILITY,
    BOTH
  }

  /** One door before nodes are numbered: where it is, and its straight links to the ground. */
  private record Door(int x, int y, Owner owner, List<Planned> ties) {}

  private final Survey survey;
  private final List<Door> entrances = new ArrayList<>();
  private final Map<Facility, List<Door>> facilities = new HashMap<>();
  private final Map<Facility, List<Gate>> gates = new HashMap<>();
  private final Doorsteps doorsteps = new Doorsteps();
  private int[] entranceNodes = new int[0];
  private final Map<String, List<Integer>> facilityNodes = new HashMap<>();

  /** All doors look for their ground before any is set into the arrangement. */
  Doors(Survey survey, Arrangement arrangement, GroundTies ties, Issues issues) {
    this.survey = survey;
    DoorPlaces places = new DoorPlaces(survey, arrangement, new WidthTies(survey, arrangement));
    List<Found> found =
        survey.area().entrances().stream()
            .map(entrance -> places.at(entrance.geometry().getCoordinate()))
            .toList();
    Set<String> withEntrances = new HashSet<>();
    survey.area().entrances().forEach(e -> withEntrances.add(String.valueOf(e.facilityId())));
    Map<Facility, OfFacility> ofFacilities = new LinkedHashMap<>();
    for (Facility facility : survey.area().facilities()) {
      if (!withEntrances.contains(facility.id())) {
        ofFacilities.put(facility, places.of(facility.geometry()));
      }
    }
    for (int i = 0; i < found.size(); i++) {
      addEntrance(survey.area().entrances().get(i), found.get(i), ties, issues);
    }
    ofFacilities.forEach((facility, doors) -> addFacility(facility, doors, ties, issues));
  }

  private void addEntrance(Entrance entrance, Found found, GroundTies ties, Issues issues) {
    Door door = planned(found, entrance.facilityId() == null ? Owner.HOME : Owner.BOTH, ties);
    entrances.add(door);
    if (!seesGround(door)) {
      seesNothing(Layer.ENTRANCES, entrance.id(), entrance.geometry(), issues);
    }
  }

  private void addFacility(Facility facility, OfFacility found, GroundTies ties, Issues issues) {
    List<Door> doors =
        found.places().stream().map(place -> planned(place, Owner.FACILITY, ties)).toList();
    facilities.put(facility, doors);
    gates.put(facility, found.gates());
    if (doors.stream().noneMatch(this::seesGround) && found.gates().isEmpty()) {
      Point at = facility.geometry().getInteriorPoint();
      seesNothing(Layer.FACILITIES, facility.id(), at, issues);
    }
  }

  private static Door planned(Found found, Owner owner, GroundTies ties) {
    return new Door(found.x(), found.y(), owner, found.ties().stream().map(ties::plan).toList());
  }

  private boolean seesGround(Door door) {
    return door.ties().stream().anyMatch(tie -> tie.needs().areGone(survey.gone()));
  }

  private void seesNothing(Layer layer, String id, Point at, Issues issues) {
    double reach = survey.rules().tieMillimetres() / 1000.0;
    issues.seesNoGround(layer, id, reach, at.getCoordinate());
  }

  /** Makes nodes and links of the doors, once. */
  void link(Corners corners, Nodes nodes, Links links, PathNet paths, Gateways gateways) {
    entranceNodes =
        entrances.stream()
            .mapToInt(d -> link(d, corners, nodes, links, paths, Doorsteps.NONE))
            .toArray();
    List<Entrance> rows = survey.area().entrances();
    for (int i = 0; i < rows.size(); i++) {
      String facility = rows.get(i).facilityId();
      if (facility != null) {
        nodesOf(facility).add(entranceNodes[i]);
      }
    }
    for (Facility facility : survey.area().facilities()) {
      int number = doorsteps.nextFacility();
      for (Door door : facilities.getOrDefault(facility, List.of())) {
        nodesOf(facility.id()).add(link(door, corners, nodes, links, paths, number));
      }
      for (Gate gate : gates.getOrDefault(facility, List.of())) {
        nodesOf(facility.id()).add(behindGate(gate, corners, nodes, links, gateways));
      }
    }
    entrances.clear(); // what was planned is done
    facilities.clear();
    gates.clear();
  }

  private List<Integer> nodesOf(String facility) {
    return facilityNodes.computeIfAbsent(facility, k -> new ArrayList<>());
  }

  private int link(
      Door door, Corners corners, Nodes nodes, Links links, PathNet paths, int facility) {
    int node = nodes.addDoor(door.x(), door.y());
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
      doorsteps.add(to, facility, length, tie.needs());
    }
    return node;
  }

  /** A facility behind a gate on its outline is reached by passing the gate. */
  private int behindGate(Gate gate, Corners corners, Nodes nodes, Links links, Gateways gateways) {
    Coordinate at = gate.geometry().getCoordinate();
    int node = nodes.addDoor(survey.frame().x(at.x), survey.frame().y(at.y));
    nodes.connectFacility(node);
    for (int side : gateways.sides(gate, corners)) {
      links.add(node, side, 0, gateways.passageOf(gate), Needs.NOTHING);
    }
    return node;
  }

  /** Where facilities' doors are on open ground. */
  Doorsteps doorsteps() {
    return doorsteps;
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
