package org.lifecircle.coverage;

import java.util.List;
import org.lifecircle.model.Building;
import org.lifecircle.model.ResidentRules;
import org.lifecircle.model.ResidentsSource;
import org.lifecircle.model.StudyArea;

/** Last source, an estimate: gross floor area of a residential building over area per person. */
final class FloorAreaResidents {

  private FloorAreaResidents() {}

  static void settle(StudyArea area, List<Home> homes, ResidentRules rules) {
    List<List<Home>> byBuilding = HomeGroups.byBuilding(area, homes);
    for (int b = 0; b < byBuilding.size(); b++) {
      List<Home> all = byBuilding.get(b);
      List<Home> open = all.stream().filter(home -> home.open(Home.Housing.RESIDENTIAL)).toList();
      if (!open.isEmpty()) {
        Building building = area.buildings().get(b);
        double floorArea = building.geometry().getArea() * open.get(0).floors();
        long people = Millionths.of(floorArea / rules.floorAreaSquareMetresPerPerson());
        long theirs = Millionths.ofProportion(people, open.size(), all.size());
        HomeGroups.settleByFloors(open, theirs, ResidentsSource.FLOOR_AREA);
      }
    }
  }
}
