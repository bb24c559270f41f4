package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Building;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Floor area of homes, in square metres: footprint × floors, evenly over a building's entrances.
 */
final class HousingFloorArea {

  private final StudyArea area;
  private final List<List<Home>> byBuilding;
  private final STRtree buildings = new STRtree();

  HousingFloorArea(StudyArea area, List<Home> homes) {
    this.area = area;
    byBuilding = HomeGroups.byBuilding(area, homes);
    for (int b = 0; b < byBuilding.size(); b++) {
      buildings.insert(area.buildings().get(b).geometry().getEnvelopeInternal(), b);
    }
    buildings.build();
  }

  /** The homes of every building that reaches into the cell, and their floor area in it. */
  Map<Home, Double> inside(Geometry cell) {
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(cell);
    List<Integer> near = new ArrayList<>();
    for (Object item : buildings.query(cell.getEnvelopeInternal())) {
      near.add((Integer) item);
    }
    near.sort(null);
    Map<Home, Double> inside = new LinkedHashMap<>();
    for (int b : near) {
      Building building = area.buildings().get(b);
      double ground = groundInside(prepared, building.geometry());
      if (ground > 0) {
        byBuilding.get(b).forEach(home -> inside.put(home, floorArea(home, ground)));
      }
    }
    return inside;
  }

  /** The floor area of a home, wherever it lies. */
  double of(Home home) {
    return floorArea(home, area.buildings().get(home.building()).geometry().getArea());
  }

  private double floorArea(Home home, double ground) {
    return ground * home.floors() / byBuilding.get(home.building()).size();
  }

  private static double groundInside(PreparedGeometry cell, Geometry building) {
    return cell.covers(building)
        ? building.getArea()
        : OverlayNGRobust.overlay(cell.getGeometry(), building, OverlayNG.INTERSECTION).getArea();
  }
}
