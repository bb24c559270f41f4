package org.lifecircle.model.programme;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Lift;

/**
 * The plan of one lift 一梯一策, from the wish to the day it may be used.
 *
 * @param costFen all of it, before anything is taken off
 * @param subsidyFen what is granted; null takes what the policy grants
 * @param otherFen from elsewhere, for example advertising or a work unit
 * @param subsidised whether it is paid out of another programme's money already, which rules out
 *     the subsidy
 * @param table id of a table of shares; null takes the policy's usual one
 * @param factors a table of its own, by floor from the ground floor up; empty for a table by id
 * @param registeredOn of its use: from this day it is a lift
 */
public record LiftPlan(
    String id,
    String entranceId,
    Lift type,
    long costFen,
    @Nullable Long subsidyFen,
    long otherFen,
    boolean subsidised,
    @Nullable String table,
    List<BigDecimal> factors,
    List<Flat> flats,
    @Nullable Compensation compensation,
    LocalDate wishedOn,
    @Nullable LocalDate approvedOn,
    @Nullable String approvalNumber,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate registeredOn)
    implements ProgrammeRecord {

  public LiftPlan {
    factors = List.copyOf(factors);
    flats = List.copyOf(flats);
    Rules.id(id);
    Rules.require(
        type != Lift.NONE, "电梯须为 level 或 half_landing", "a lift is level or half_landing");
    Rules.require(costFen > 0, "造价须为正", "a lift has a cost");
    Rules.require(
        subsidyFen == null || (subsidyFen >= 0 && subsidyFen <= costFen),
        "补助不得为负，也不得超过造价",
        "a subsidy is not negative, and not above the cost");
    Rules.require(
        otherFen >= 0 && otherFen + (subsidyFen == null ? 0 : subsidyFen) <= costFen,
        "补助与其他资金之和不得超过造价",
        "subsidy and other money are not above the cost");
    Rules.require(
        !subsidised || subsidyFen == null || subsidyFen == 0,
        "已用老旧小区改造资金的电梯不再补助",
        "a lift paid out of old-compound funds gets no subsidy");
    Rules.require(!flats.isEmpty(), "须列出本单元各户", "the flats of the stairwell are needed");
    Rules.distinct(flats.stream().map(Flat::flat).toList(), "同一户写了两次", "a flat is named twice");
    Rules.require(
        table == null || factors.isEmpty(),
        "table 与 factors 只能有一个",
        "either table or factors, not both");
    Rules.require(
        factors.stream().allMatch(f -> f.signum() >= 0), "分摊系数不得为负", "a share is not negative");
    Rules.inOrder(wishedOn, approvedOn, "wished_on", "approved_on");
    Rules.needs(approvedOn, startedOn, "approved_on", "started_on");
    Rules.needs(startedOn, registeredOn, "started_on", "registered_on");
    Rules.require(
        (approvedOn == null) == (approvalNumber == null),
        "批准须同时有日期（approved_on）和文号（approval_no）",
        "an approval has its date (approved_on) and its number (approval_no)");
    if (compensation != null) {
      List<String> known = flats.stream().map(Flat::flat).toList();
      Rules.require(
          known.contains(compensation.beneficiary()) && known.containsAll(compensation.payers()),
          "补偿只涉及本单元的住户",
          "compensation is between flats of this stairwell");
    }
  }

  /** Whether it may be used on a day. */
  public boolean registered(LocalDate day) {
    return Rules.by(registeredOn, day);
  }

  /** Whether it is approved on a day. */
  public boolean approved(LocalDate day) {
    return Rules.by(approvedOn, day);
  }
}
