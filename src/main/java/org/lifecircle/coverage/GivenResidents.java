package org.lifecircle.coverage;

import java.util.List;
import org.lifecircle.model.Building;
import org.lifecircle.model.Layer;
import org.lifecircle.model.ResidentsSource;
import org.lifecircle.model.StudyArea;

/**
 * First source: what is given for buildings and their entrances. An entrance keeps its own number;
 * the rest of its building's number is split evenly over the entrances that have none.
 */
final class GivenResidents {

  private GivenResidents() {}

  static void settle(StudyArea area, List<Home> homes, ResidentIssues issues) {
    for (Home home : homes) {
      Double own =
          home.entrance() == Home.NONE ? null : area.entrances().get(home.entrance()).residents();
      if (own != null) {
        home.settle(Millionths.of(own.doubleValue()), ResidentsSource.BUILDING);
      }
    }
    List<List<Home>> byBuilding = HomeGroups.byBuilding(area, homes);
    for (int b = 0; b < byBuilding.size(); b++) {
      settle(area.buildings().get(b), byBuilding.get(b), issues);
    }
  }

  private static void settle(Building building, List<Home> homes, ResidentIssues issues) {
    if (building.residents() == null) {
      return;
    }
    long total = Millionths.of(building.residents().doubleValue());
    long given = HomeGroups.residents(homes);
    List<Home> open = homes.stream().filter(home -> !home.settled()).toList();
    if (given > total || (open.isEmpty() && given < total)) {
      issues.disagree(Layer.BUILDINGS, building, total, given);
    }
    HomeGroups.settleByFloors(open, Math.max(0, total - given), ResidentsSource.BUILDING);
  }
}
