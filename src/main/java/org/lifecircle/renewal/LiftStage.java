package org.lifecircle.renewal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Text;
import org.lifecircle.model.programme.Ballot;
import org.lifecircle.model.programme.LiftPlan;

/** How far a lift has come. */
public enum LiftStage implements Coded {
  /** Nobody has asked for it yet. */
  NOT_YET("not_yet", "尚未提出", "not yet"),
  WISHED("wished", "已提出", "wished for"),
  VOTING("voting", "表决中", "voting"),
  /** The vote is closed and not lawful. */
  NOT_PASSED("not_passed", "表决未通过", "voted down"),
  VOTED("voted", "已表决", "voted"),
  APPROVED("approved", "已批准", "approved"),
  UNDER_WAY("under_way", "施工中", "under way"),
  REGISTERED("registered", "已登记使用", "registered");

  private final String code;
  private final String zh;
  private final String en;

  LiftStage(String code, String zh, String en) {
    this.code = code;
    this.zh = zh;
    this.en = en;
  }

  /** What people call it. */
  public Text title() {
    return new Text(zh, en);
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
