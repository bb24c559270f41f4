package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lifecircle.model.Gap;
import org.lifecircle.model.Requirement;

/** Finds where a requirement leaves people uncovered. */
final class Gaps {

  private final Dwellings dwellings;
  private final HeadCount count;
  private final List<Gap> gaps = new ArrayList<>();

  Gaps(Dwellings dwellings, HeadCount count) {
    this.dwellings = dwellings;
    this.count = count;
  }

  void add(Requirement requirement, Verdicts verdicts, Grouping grouping) {
    Tally tally = new Tally(grouping, dwellings, count, verdicts);
    for (int r = 0; r < grouping.places().size(); r++) {
      if (tally.covered(r) < tally.residents(r)) {
        gaps.add(gap(requirement, grouping.places().get(r), tally, r));
      }
    }
  }

  private static Gap gap(Requirement requirement, Grouping.Place place, Tally tally, int r) {
    return new Gap(
        requirement.id(),
        requirement.tier(),
        requirement.obligation(),
        place.unitId(),
        place.unitKind(),
        place.compoundId(),
        place.buildingId(),
        Millionths.people(tally.residents(r) - tally.covered(r)),
        Millionths.people(tally.unreachable(r)),
        Millionths.people(tally.detoured(r)));
  }

  /** The largest first; of equals the first added. */
  List<Gap> ranked() {
    List<Gap> ranked = new ArrayList<>(gaps);
    ranked.sort(Comparator.comparingDouble(Gap::residents).reversed());
    return ranked;
  }
}
