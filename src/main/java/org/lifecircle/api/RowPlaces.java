package org.lifecircle.api;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Geometry;

/** Where on the map the place is that a row of a result is about. */
final class RowPlaces {

  private final Map<String, Geometry> units;
  private final Map<String, Geometry> compounds;
  private final Map<String, Geometry> buildings;

  RowPlaces(StudyArea area) {
    units = geometries(area, Layer.UNITS);
    compounds = geometries(area, Layer.COMPOUNDS);
    buildings = geometries(area, Layer.BUILDINGS);
  }

  private static Map<String, Geometry> geometries(StudyArea area, Layer layer) {
    Map<String, Geometry> geometries = new HashMap<>();
    for (Feature feature : area.layer(layer)) {
      geometries.put(feature.id(), feature.geometry());
    }
    return geometries;
  }

  /** The place of these ids, of which at most one is not null; null when all are. */
  @Nullable Geometry find(
      @Nullable String unit, @Nullable String compound, @Nullable String building) {
    if (building != null) {
      return buildings.get(building);
    }
    if (compound != null) {
      return compounds.get(compound);
    }
    return unit == null ? null : units.get(unit);
  }
}
