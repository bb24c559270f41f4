package org.lifecircle.renewal;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Text;
import org.lifecircle.model.programme.Ballot;
import org.lifecircle.model.programme.Choice;
import org.lifecircle.model.programme.Fraction;
import org.lifecircle.model.programme.Matter;
import org.lifecircle.model.programme.Vote;
import org.lifecircle.model.programme.VoteRules;

/**
 * What came of a vote of owners, by the Civil Code art. 278: enough of them take part, by area and
 * by heads, and enough of those approve, by area and by heads. Who abstains takes part and does not
 * approve; who says nothing does neither.
 *
 * @param heads who took part
 * @param areaSquareDecimetres of those
 * @param yesHeads who approved
 * @param reasons why it is not lawful yet, each with its rule; empty when it is
 */
public record BallotResult(
    int owners,
    long ownersAreaSquareDecimetres,
    int heads,
    long areaSquareDecimetres,
    int yesHeads,
    long yesAreaSquareDecimetres,
    List<Text> reasons) {

  public BallotResult {
    reasons = List.copyOf(reasons);
  }

  /** Whether the decision stands. */
  public boolean lawful() {
    return reasons.isEmpty();
  }

  /** The result of a ballot as it stands. */
  public static BallotResult of(Ballot ballot, VoteRules rules) {
    int heads = ballot.votes().size();
    long area = ballot.votes().stream().mapToLong(Vote::areaSquareDecimetres).sum();
    List<Vote> yes = ballot.votes().stream().filter(v -> v.choice() == Choice.YES).toList();
    long yesArea = yes.stream().mapToLong(Vote::areaSquareDecimetres).sum();
    List<Text> reasons = new ArrayList<>();
    part(reasons, rules.participate(), heads, ballot.owners(), "人数", "heads");
    part(reasons, rules.participate(), area, ballot.areaSquareDecimetres(), "面积", "area");
    boolean major = ballot.matter() == Matter.MAJOR;
    approve(reasons, rules, major, yes.size(), heads, "人数", "heads");
    approve(reasons, rules, major, yesArea, area, "面积", "area");
    return new BallotResult(
        ballot.owners(), ballot.areaSquareDecimetres(), heads, area, yes.size(), yesArea, reasons);
  }

  private static void part(
      List<Text> reasons, Fraction rule, long part, long whole, String zh, String en) {
    if (!rule.reachedBy(part, whole)) {
      reasons.add(
          new Text(
              "《民法典》第二百七十八条：参与表决的" + zh + "须达 " + rule + "，现为 " + share(part, whole),
              "Civil Code art. 278: by "
                  + en
                  + ", "
                  + rule
                  + " of the owners must take part; now "
                  + share(part, whole)));
    }
  }

  private static void approve(
      List<Text> reasons,
      VoteRules rules,
      boolean major,
      long part,
      long whole,
      String zh,
      String en) {
    Fraction rule = major ? rules.approveMajor() : rules.approveOrdinary();
    boolean enough =
        whole > 0 && (major ? rule.reachedBy(part, whole) : rule.passedBy(part, whole));
    if (!enough) {
      String wordZh = major ? "须达 " + rule : "须过 " + rule;
      String wordEn = major ? rule + " of those who take part" : "more than " + rule + " of them";
      reasons.add(
          new Text(
              "《民法典》第二百七十八条：参与者中同意的" + zh + wordZh + "，现为 " + share(part, whole),
              "Civil Code art. 278: by "
                  + en
                  + ", "
                  + wordEn
                  + " must approve; now "
                  + share(part, whole)));
    }
  }

  private static String share(long part, long whole) {
    return whole == 0
        ? "0 %"
        : java.math.BigDecimal.valueOf(part * 100)
                .divide(java.math.BigDecimal.valueOf(whole), 1, java.math.RoundingMode.DOWN)
            + " %";
  }
}
