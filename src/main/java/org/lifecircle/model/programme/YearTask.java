package org.lifecircle.model.programme;

import java.time.LocalDate;

/**
 * How many compounds a district is to renew in a year, as the city's plan has it.
 *
 * @param own whether the district is this one
 */
public record YearTask(
    String id,
    int year,
    String district,
    boolean own,
    int compounds,
    int households,
    LocalDate decidedOn,
    String source)
    implements ProgrammeRecord {

  public YearTask {
    Rules.id(id);
    Rules.require(compounds >= 0 && households >= 0, "数量不得为负", "numbers are not negative");
  }
}
