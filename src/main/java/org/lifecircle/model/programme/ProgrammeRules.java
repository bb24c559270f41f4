package org.lifecircle.model.programme;

import java.util.List;
import java.util.Optional;

/**
 * What a renewal programme is held to: the part of {@code config/renewal.yaml} about people, money
 * and records.
 *
 * @param shareTables the first is the usual one
 * @param liftCostFen of a lift that has no plan yet
 * @param wishWeight how much more a requirement counts in a plan that heeds wishes, at most
 * @param minimumPeople of whom sums are told
 */
public record ProgrammeRules(
    List<ShareTable> shareTables,
    SubsidyRules subsidy,
    long liftCostFen,
    VoteRules votes,
    ShaftRules shaft,
    RelapseRules relapse,
    double wishWeight,
    int minimumPeople,
    List<Quotation> quotations) {

  public ProgrammeRules {
    shareTables = List.copyOf(shareTables);
    quotations = List.copyOf(quotations);
    Rules.require(!shareTables.isEmpty(), "至少要有一张分摊表", "a table of shares is needed");
    Rules.distinct(
        shareTables.stream().map(ShareTable::id).toList(), "分摊表编号重复", "a table's id comes twice");
    Rules.require(minimumPeople >= 10, "汇总至少 10 人", "sums are of 10 people at least");
  }

  /** The table of this id, if there is one. */
  public Optional<ShareTable> findTable(String id) {
    return shareTables.stream().filter(table -> table.id().equals(id)).findFirst();
  }

  /** What was published about a figure, if anything was. */
  public Optional<Quotation> findQuotation(String figure) {
    return quotations.stream().filter(q -> q.figure().equals(figure)).findFirst();
  }
}
