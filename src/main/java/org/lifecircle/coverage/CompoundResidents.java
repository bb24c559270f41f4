package org.lifecircle.coverage;

import java.util.List;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Layer;
import org.lifecircle.model.ResidentsSource;
import org.lifecircle.model.StudyArea;

/**
 * Second source: what is given for a compound. Less what its buildings have of their own, it is
 * split evenly over the dwellings (entrances × floors) of its residential buildings that have none.
 */
final class CompoundResidents {

  private CompoundResidents() {}

  /** Settles homes, and adds one for each compound whose people have no building. */
  static void settle(StudyArea area, List<Home> homes, ResidentIssues issues) {
    List<List<Home>> byCompound = HomeGroups.byCompound(area, homes);
    for (int c = 0; c < byCompound.size(); c++) {
      Compound compound = area.compounds().get(c);
      if (compound.residents() != null) {
        long total = Millionths.of(compound.residents().doubleValue());
        if (!share(compound, total, byCompound.get(c), issues) && total > 0) {
          homes.add(homeless(compound, c, total));
          issues.withoutBuilding(Layer.COMPOUNDS, compound, total);
        }
      }
    }
  }

  /** Whether there was anybody to share among. */
  private static boolean share(
      Compound compound, long total, List<Home> members, ResidentIssues issues) {
    long given = HomeGroups.residents(members);
    List<Home> takers = HomeGroups.takers(members);
    if (takers.isEmpty() && given == 0) {
      // A table whose empty cells were read as zeros: the compound knows better.
      takers = members.stream().filter(h -> h.housing() == Home.Housing.RESIDENTIAL).toList();
      if (takers.isEmpty()) {
        return false;
      }
      if (total > 0) {
        issues.disagree(Layer.COMPOUNDS, compound, total, given);
      }
    } else if (given > total || (takers.isEmpty() && given < total)) {
      issues.disagree(Layer.COMPOUNDS, compound, total, given);
    }
    HomeGroups.settleByFloors(takers, Math.max(0, total - given), ResidentsSource.COMPOUND);
    return true;
  }

  private static Home homeless(Compound compound, int number, long total) {
    Home home =
        new Home(
            new Home.Address(
                Home.NONE,
                Home.NONE,
                number,
                compound.geometry().getInteriorPoint().getCoordinate()),
            Home.Housing.OTHER,
            1);
    home.settle(total, ResidentsSource.COMPOUND);
    return home;
  }
}
