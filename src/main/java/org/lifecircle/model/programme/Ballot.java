package org.lifecircle.model.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vote of owners on one matter, with every owner's record. Who has not voted is in the totals and
 * nowhere else: silence is not consent.
 *
 * @param subject what is decided, for example {@code lifts/l-1}
 * @param place the entrance, building or compound whose owners vote
 * @param owners how many there are by the register, those who did not vote too
 * @param areaSquareDecimetres their exclusive area by the register
 */
public record Ballot(
    String id,
    String subject,
    Matter matter,
    VoteScope scope,
    String place,
    int owners,
    long areaSquareDecimetres,
    LocalDate openedOn,
    @Nullable LocalDate closedOn,
    List<Vote> votes)
    implements ProgrammeRecord {

  private static final String RULE_ZH = "《民法典》第二百七十八条：参与表决者以专有部分面积和业主人数计，";
  private static final String RULE_EN =
      "Civil Code art. 278 counts those who take part by exclusive area and by heads: ";

  public Ballot {
    votes = List.copyOf(votes);
    Rules.id(id);
    Rules.require(owners > 0, "须有业主总人数", "the number of all owners is needed");
    Rules.require(areaSquareDecimetres > 0, "须有专有部分总面积", "the area of all owners is needed");
    Rules.inOrder(openedOn, closedOn, "opened_on", "closed_on");
    Rules.distinct(
        votes.stream().map(Vote::owner).toList(),
        RULE_ZH + "每位业主只计一次，有业主投了两次票",
        RULE_EN + "each owner once, and one has voted twice");
    Rules.require(
        votes.size() <= owners,
        RULE_ZH + "参与人数不得超过业主总数（超过 100%）",
        RULE_EN + "more take part than there are owners (over 100 %)");
    Rules.require(
        votes.stream().mapToLong(Vote::areaSquareDecimetres).sum() <= areaSquareDecimetres,
        RULE_ZH + "参与面积不得超过总面积（超过 100%）",
        RULE_EN + "more area takes part than there is (over 100 %)");
    for (Vote vote : votes) {
      Rules.inOrder(openedOn, vote.castOn(), "opened_on", "cast_on");
      Rules.inOrder(vote.castOn(), closedOn, "cast_on", "closed_on");
    }
  }

  /** The same ballot as it stood at the end of a day; null when it was not open yet. */
  public @Nullable Ballot asOf(LocalDate day) {
    if (openedOn.isAfter(day)) {
      return null;
    }
    return new Ballot(
        id,
        subject,
        matter,
        scope,
        place,
        owners,
        areaSquareDecimetres,
        openedOn,
        Rules.by(closedOn, day) ? closedOn : null,
        votes.stream().filter(vote -> Rules.by(vote.castOn(), day)).toList());
  }
}
