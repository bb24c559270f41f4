package org.lifecircle.model.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who manages a compound from when to when, and how the fees come in.
 *
 * @param standard whether it is the standard service 标准化物业服务
 */
public record Management(
    String id,
    String compoundId,
    ManagementMode mode,
    boolean standard,
    LocalDate contractOn,
    @Nullable LocalDate endedOn,
    List<FeePeriod> periods)
    implements ProgrammeRecord {

  public Management {
    periods = List.copyOf(periods);
    Rules.id(id);
    Rules.inOrder(contractOn, endedOn, "contract_on", "ended_on");
    for (int i = 1; i < periods.size(); i++) {
      Rules.require(
          periods.get(i).from().isAfter(periods.get(i - 1).to()),
          "收费期间须按时间先后且不重叠",
          "fee periods follow one another without overlap");
    }
  }

  /** Whether it runs on a day. */
  public boolean runs(LocalDate day) {
    return Rules.by(contractOn, day) && !Rules.by(endedOn, day);
  }
}
