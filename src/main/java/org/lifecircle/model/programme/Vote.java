package org.lifecircle.model.programme;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One owner's vote. All of it is personal.
 *
 * @param owner as the register of property has it
 * @param areaSquareDecimetres exclusive floor area by the deed
 * @param evidence where the signed paper is
 */
public record Vote(
    String owner,
    @Nullable String person,
    long areaSquareDecimetres,
    Choice choice,
    LocalDate castOn,
    @Nullable String evidence) {

  public Vote {
    Rules.require(areaSquareDecimetres > 0, "专有面积须为正", "an owner's exclusive area is positive");
  }
}
