package org.lifecircle.renewal;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Point;

/** Which compound a building and a stairwell belong to, and who lives in a compound. */
final class CompoundPlaces {

  private final StudyArea area;
  private final Map<String, Compound> compounds = new TreeMap<>();
  private final Map<String, String> compoundOfBuilding = new HashMap<>();
  private final Map<String, String> compoundOfEntrance = new HashMap<>();

  CompoundPlaces(StudyArea area) {
    this.area = area;
    area.compounds().forEach(compound -> compounds.put(compound.id(), compound));
    for (Building building : area.buildings()) {
      String compound = building.compoundId();
      if (compound == null) {
        compound = around(building.geometry().getInteriorPoint());
      }
      if (compound != null) {
        compoundOfBuilding.put(building.id(), compound);
      }
    }
    area.entrances()
        .forEach(
            e -> {
              String compound = compoundOfBuilding.get(String.valueOf(e.buildingId()));
              if (compound != null) {
                compoundOfEntrance.put(e.id(), compound);
              }
            });
  }

  private @Nullable String around(Point inside) {
    return area.compounds().stream()
        .filter(c -> c.geometry().intersects(inside))
        .map(Compound::id)
        .findFirst()
        .orElse(null);
  }

  /** All of them, by id. */
  Set<String> ids() {
    return compounds.keySet();
  }

  Compound compound(String id) {
    return Objects.requireNonNull(compounds.get(id));
  }

  boolean isIn(Building building, String compound) {
    return compound.equals(compoundOfBuilding.get(building.id()));
  }

  @Nullable String ofEntrance(String entrance) {
    return compoundOfEntrance.get(entrance);
  }

  /** As given, else those of its buildings. */
  double residents(String compound) {
    Compound place = compounds.get(compound);
    Double given = place == null ? null : place.residents();
    return given != null
        ? given
        : area.buildings().stream()
            .filter(b -> isIn(b, compound))
            .map(Building::residents)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .sum();
  }
}
