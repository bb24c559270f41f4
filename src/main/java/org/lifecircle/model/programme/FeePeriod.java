package org.lifecircle.model.programme;

import java.time.LocalDate;

/**
 * What was due and what came in over a period: never a bare percentage.
 *
 * @param to the last day
 * @param source the file the figures are from
 */
public record FeePeriod(
    LocalDate from,
    LocalDate to,
    long receivableFen,
    long receivedFen,
    int householdsDue,
    int householdsPaying,
    String source) {

  private static final String RULE_ZH = "收缴率须有分母：";
  private static final String RULE_EN = "a fee rate needs its denominator: ";

  public FeePeriod {
    Rules.inOrder(from, to, "from", "to");
    Rules.require(
        receivableFen > 0, RULE_ZH + "应收金额（receivable_yuan）", RULE_EN + "receivable_yuan");
    Rules.require(householdsDue > 0, RULE_ZH + "应缴户数（households_due）", RULE_EN + "households_due");
    Rules.require(
        householdsPaying >= 0 && householdsPaying <= householdsDue,
        "缴费户数须在 0 与应缴户数之间",
        "those who pay are between none and all who should");
    Rules.require(
        receivedFen >= 0 && receivedFen <= receivableFen,
        "实收须在 0 与应收之间；清欠另计",
        "what came in is between nothing and what was due; old debts are counted apart");
    Rules.require(
        from.getDayOfMonth() == 1 && to.plusDays(1).getDayOfMonth() == 1,
        "期间须为整月",
        "a period is of whole months");
  }

  /** Its length in whole months. */
  public int months() {
    return (to.getYear() - from.getYear()) * 12 + to.getMonthValue() - from.getMonthValue() + 1;
  }
}
