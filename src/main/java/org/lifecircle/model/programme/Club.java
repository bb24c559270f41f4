package org.lifecircle.model.programme;

import java.time.LocalDate;

/** A club residents have founded, and how many belong to it. */
public record Club(String id, String compoundId, String name, int members, LocalDate countedOn)
    implements ProgrammeRecord {

  public Club {
    Rules.id(id);
    Rules.require(members >= 0, "人数不得为负", "a number of members is not negative");
  }
}
