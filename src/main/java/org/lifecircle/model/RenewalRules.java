package org.lifecircle.model;

import java.util.List;
import java.util.Optional;
import org.lifecircle.model.programme.ProgrammeRules;

/**
 * What freed ground is held to, and what works cost: {@code config/renewal.yaml}.
 *
 * @param laneReachMetres nothing farther from a lane's centre line is looked for
 * @param laneClasses from narrow to wide
 * @param sizes of kinds the standards give none for
 * @param places of new facilities, where plans count them
 * @param plans what plans build where they are not told
 * @param programme what people, money and records are held to
 */
public record RenewalRules(
    double laneReachMetres,
    List<LaneClass> laneClasses,
    DeductionRules deductions,
    CandidateRules candidates,
    List<KindSize> sizes,
    List<KindPlaces> places,
    UnitCosts costs,
    PlanRules plans,
    ProgrammeRules programme) {

  public RenewalRules {
    laneClasses = List.copyOf(laneClasses);
    sizes = List.copyOf(sizes);
    places = List.copyOf(places);
    for (int i = 1; i < laneClasses.size(); i++) {
      if (laneClasses.get(i - 1).widthMetres() >= laneClasses.get(i).widthMetres()) {
        throw new BadValueException("道路分级须由窄到宽", "lane classes go from narrow to wide");
      }
    }
  }

  /** The size this file gives a kind, if it does. */
  public Optional<KindSize> findSize(String kindId) {
    return sizes.stream().filter(size -> size.id().equals(kindId)).findFirst();
  }

  /** The class of a lane this wide, as its width: {@code under_2.5}, {@code 2.5}, {@code 4}. */
  public String laneClass(double metres) {
    String reached = null;
    for (LaneClass lane : laneClasses) {
      // Coordinates are whole millimetres: what is drawn 4 m wide may come out a hair narrower.
      if (metres >= lane.widthMetres() - 0.002) {
        reached = plain(lane.widthMetres());
      }
    }
    return reached == null && !laneClasses.isEmpty()
        ? "under_" + plain(laneClasses.get(0).widthMetres())
        : String.valueOf(reached);
  }

  private static String plain(double metres) {
    return metres == Math.rint(metres) ? String.valueOf((long) metres) : String.valueOf(metres);
  }
}
