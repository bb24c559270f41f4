package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.ResidentRules;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Coordinate;

/**
 * Lists where people may live: every entrance of every building, each building without entrance,
 * and each entrance of no known building that residents are given for. In the order of the layers.
 */
final class Homes {

  /** No building on earth has more; figures beyond are errors of typing. */
  static final int MOST_FLOORS = 200;

  private final StudyArea area;
  private final ResidentRules rules;
  private final ResidentIssues issues;
  private final PolygonIndex compounds;
  private final Map<String, Integer> compoundNumbers = new HashMap<>();
  private final Map<String, List<Integer>> entrances = new HashMap<>();
  private final List<Home> homes = new ArrayList<>();

  private Homes(StudyArea area, ResidentRules rules, ResidentIssues issues) {
    this.area = area;
    this.rules = rules;
    this.issues = issues;
    compounds = new PolygonIndex(area.compounds().stream().map(Compound::geometry).toList());
    for (int i = 0; i < area.compounds().size(); i++) {
      compoundNumbers.put(area.compounds().get(i).id(), i);
    }
    for (int i = 0; i < area.entrances().size(); i++) {
      String building = area.entrances().get(i).buildingId();
      if (building != null) {
        entrances.computeIfAbsent(building, id -> new ArrayList<>()).add(i);
      }
    }
  }

  static List<Home> of(StudyArea area, ResidentRules rules, ResidentIssues issues) {
    Homes homes = new Homes(area, rules, issues);
    for (int b = 0; b < area.buildings().size(); b++) {
      homes.addBuilding(b);
    }
    homes.entrancesOfNoBuilding().forEach(homes::addStray);
    return homes.homes;
  }

  private void addBuilding(int number) {
    Building building = area.buildings().get(number);
    Coordinate place = building.geometry().getInteriorPoint().getCoordinate();
    int compound = compoundOf(building.compoundId(), place);
    int floors = floors(building);
    for (int entrance : entrances.getOrDefault(building.id(), List.of(Home.NONE))) {
      homes.add(
          new Home(new Home.Address(entrance, number, compound, place), housing(building), floors));
    }
    entrances.remove(building.id());
  }

  /** What is left when every building has taken its own, and entrances that name none. */
  private List<Integer> entrancesOfNoBuilding() {
    List<Integer> strays = new ArrayList<>();
    entrances.values().forEach(strays::addAll);
    for (int i = 0; i < area.entrances().size(); i++) {
      if (area.entrances().get(i).buildingId() == null) {
        strays.add(i);
      }
    }
    strays.sort(null);
    return strays;
  }

  private void addStray(int number) {
    Entrance entrance = area.entrances().get(number);
    if (entrance.residents() != null) {
      Coordinate place = entrance.geometry().getCoordinate();
      Home.Address address = new Home.Address(number, Home.NONE, compoundOf(null, place), place);
      homes.add(new Home(address, Home.Housing.OTHER, 1));
    }
  }

  private int compoundOf(@Nullable String id, Coordinate place) {
    Integer named = id == null ? null : compoundNumbers.get(id);
    return named != null ? named : compounds.at(place);
  }

  private static Home.Housing housing(Building building) {
    if (building.residential()) {
      return Home.Housing.RESIDENTIAL;
    }
    return building.use() == null ? Home.Housing.POSSIBLE : Home.Housing.OTHER;
  }

  private int floors(Building building) {
    Integer given = building.floors();
    if (given == null) {
      return rules.defaultFloors();
    }
    if (given > MOST_FLOORS) {
      issues.floorsCapped(building, given, MOST_FLOORS);
    }
    return Math.max(1, Math.min(given, MOST_FLOORS));
  }
}
