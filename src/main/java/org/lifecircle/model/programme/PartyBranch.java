package org.lifecircle.model.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A party branch, and what it covers; branches and compounds need not be one to one.
 *
 * @param compoundIds compounds it covers
 * @param courtyards names of courtyards that are no compounds of the area
 */
public record PartyBranch(
    String id,
    LocalDate foundedOn,
    @Nullable LocalDate dissolvedOn,
    List<String> compoundIds,
    List<String> courtyards)
    implements ProgrammeRecord {

  public PartyBranch {
    compoundIds = List.copyOf(compoundIds);
    courtyards = List.copyOf(courtyards);
    Rules.id(id);
    Rules.inOrder(foundedOn, dissolvedOn, "founded_on", "dissolved_on");
    Rules.require(
        !compoundIds.isEmpty() || !courtyards.isEmpty(),
        "支部须覆盖至少一个小区或庭院",
        "a branch covers a compound or a courtyard at least");
  }

  /** Whether there is one on a day. */
  public boolean exists(LocalDate day) {
    return Rules.by(foundedOn, day) && !Rules.by(dissolvedOn, day);
  }
}
