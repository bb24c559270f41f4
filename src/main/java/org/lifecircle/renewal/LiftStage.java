package org.lifecircle.renewal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Coded;
import org.lifecircle.model.programme.Ballot;
import org.lifecircle.model.programme.LiftPlan;

/** How far a lift has come. */
public enum LiftStage implements Coded {
  /** Nobody has asked for it yet. */
  NOT_YET("not_yet"),
  WISHED("wished"),
  VOTING("voting"),
  /** The vote is closed and not lawful. */
  NOT_PASSED("not_passed"),
  VOTED("voted"),
  APPROVED("approved"),
  UNDER_WAY("under_way"),
  REGISTERED("registered");

  private final String code;

  LiftStage(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  static LiftStage of(
      LiftPlan plan, @Nullable Ballot ballot, @Nullable BallotResult result, LocalDate day) {
    LocalDate started = plan.startedOn();
    if (plan.registered(day)) {
      return REGISTERED;
    } else if (started != null && !started.isAfter(day)) {
      return UNDER_WAY;
    } else if (plan.approved(day)) {
      return APPROVED;
    } else if (result != null && result.lawful()) {
      return VOTED;
    } else if (ballot != null) {
      return ballot.closedOn() == null ? VOTING : NOT_PASSED;
    }
    return plan.wishedOn().isAfter(day) ? NOT_YET : WISHED;
  }
}
