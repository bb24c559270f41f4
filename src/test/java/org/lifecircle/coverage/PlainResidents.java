package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.PopulationCell;
import org.lifecircle.model.StudyArea;

/**
 * Who lives where, worked out the long way in doubles, for towns whose buildings are all
 * residential and all have entrances.
 */
final class PlainResidents {

  private final StudyArea area;
  private final Map<String, Double> people = new HashMap<>();

  PlainResidents(StudyArea area) {
    this.area = area;
    area.buildings().forEach(this::fromBuilding);
    area.compounds().forEach(this::fromCompound);
    fromCells();
    for (Building building : area.buildings()) {
      List<Entrance> doors = doors(building);
      double each = building.geometry().getArea() * floors(building) / 30 / doors.size();
      doors.forEach(door -> people.putIfAbsent(door.id(), each));
    }
  }

  double of(Entrance entrance) {
    return Objects.requireNonNull(people.get(entrance.id()));
  }

  Building building(Entrance entrance) {
    return area.buildings().stream()
        .filter(b -> b.id().equals(entrance.buildingId()))
        .findFirst()
        .orElseThrow();
  }

  static int floors(Building building) {
    return building.floors() == null ? 3 : building.floors();
  }

  static @Nullable Compound compound(StudyArea area, Building building) {
    return area.compounds().stream()
        .filter(c -> c.geometry().covers(building.geometry().getInteriorPoint()))
        .findFirst()
        .orElse(null);
  }

  private List<Entrance> doors(Building building) {
    return area.entrances().stream().filter(e -> building.id().equals(e.buildingId())).toList();
  }

  private double known(List<Entrance> doors) {
    return doors.stream().mapToDouble(door -> people.getOrDefault(door.id(), 0.0)).sum();
  }

  private void fromBuilding(Building building) {
    List<Entrance> doors = doors(building);
    for (Entrance door : doors) {
      if (door.residents() != null) {
        people.put(door.id(), door.residents());
      }
    }
    List<Entrance> open = doors.stream().filter(d -> !people.containsKey(d.id())).toList();
    if (building.residents() != null) {
      double each = Math.max(0, building.residents() - known(doors)) / open.size();
      open.forEach(door -> people.put(door.id(), each));
    }
  }

  private void fromCompound(Compound compound) {
    List<Entrance> inside = new ArrayList<>();
    for (Building building : area.buildings()) {
      Compound its = compound(area, building);
      if (its != null && its.id().equals(compound.id())) {
        inside.addAll(doors(building));
      }
    }
    List<Entrance> open = inside.stream().filter(d -> !people.containsKey(d.id())).toList();
    if (compound.residents() != null) {
      double rest = Math.max(0, compound.residents() - known(inside));
      double floors = open.stream().mapToInt(d -> floors(building(d))).sum();
      open.forEach(d -> people.put(d.id(), rest * floors(building(d)) / floors));
    }
  }

  private void fromCells() {
    Map<String, Double> got = new HashMap<>();
    for (PopulationCell cell : area.population()) {
      double rest = cell.residents();
      double floorArea = 0;
      for (Entrance door : area.entrances()) {
        double share = inside(cell, door) / building(door).geometry().getArea();
        if (people.containsKey(door.id())) {
          rest -= of(door) * share;
        } else {
          floorArea += floorArea(cell, door);
        }
      }
      for (Entrance door : area.entrances()) {
        if (!people.containsKey(door.id()) && inside(cell, door) > 0) {
          got.merge(door.id(), Math.max(0, rest) * floorArea(cell, door) / floorArea, Double::sum);
        }
      }
    }
    people.putAll(got);
  }

  private double inside(PopulationCell cell, Entrance door) {
    return cell.geometry().intersection(building(door).geometry()).getArea();
  }

  private double floorArea(PopulationCell cell, Entrance door) {
    Building building = building(door);
    return inside(cell, door) * floors(building) / doors(building).size();
  }
}
