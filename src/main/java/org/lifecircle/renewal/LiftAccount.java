package org.lifecircle.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Lift;
import org.lifecircle.model.Text;
import org.lifecircle.model.programme.Ballot;
import org.lifecircle.model.programme.Compensation;
import org.lifecircle.model.programme.Flat;
import org.lifecircle.model.programme.LiftPlan;
import org.lifecircle.model.programme.Matter;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.ProgrammeRules;
import org.lifecircle.model.programme.ShareTable;

/**
 * The account of one lift: what it costs, who pays, how far it is, and what it still lacks.
 *
 * @param netFen what the owners pay
 * @param shareFen of each flat, in the order of the plan's flats
 * @param compensationFen of each flat, what it pays for the sunroom downstairs
 * @param ballot the last vote on it, as of the day; null when there is none
 * @param missing why it may not be built yet; empty when it may
 */
public record LiftAccount(
    LiftPlan plan,
    ShareTable table,
    int floors,
    Subsidy subsidy,
    long netFen,
    List<Long> shareFen,
    List<Long> compensationFen,
    @Nullable BallotResult ballot,
    LiftStage stage,
    List<Text> missing) {

  public LiftAccount {
    shareFen = List.copyOf(shareFen);
    compensationFen = List.copyOf(compensationFen);
    missing = List.copyOf(missing);
  }

  /**
   * The account of a plan as of a day.
   *
   * @param floors the house has
   * @throws BadValueException if the plan cannot be accounted for: an unknown table, a floor that
   *     does not exist, more money than it costs
   */
  public static LiftAccount of(
      LiftPlan plan, int floors, Programme programme, ProgrammeRules rules, LocalDate day) {
    ShareTable table = table(plan, rules);
    Subsidy subsidy = subsidy(plan, floors, rules);
    long net = plan.costFen() - subsidy.fen() - plan.otherFen();
    if (net < 0) {
      throw new BadValueException(
          "补助与其他资金之和不得超过造价", "subsidy and other money are not above the cost");
    }
    List<Long> shares =
        net == 0
            ? plan.flats().stream().map(flat -> 0L).toList()
            : CostShares.of(net, plan.flats(), table, floors);
    Ballot last = ballot(plan, programme, day).orElse(null);
    BallotResult result = last == null ? null : BallotResult.of(last, rules.votes());
    return new LiftAccount(
        plan,
        table,
        floors,
        subsidy,
        net,
        shares,
        compensation(plan),
        result,
        LiftStage.of(plan, last, result, day),
        missing(plan, last, result, rules, day));
  }

  private static ShareTable table(LiftPlan plan, ProgrammeRules rules) {
    String id = plan.table();
    if (!plan.factors().isEmpty()) {
      ShareTable usual = rules.shareTables().get(0);
      return new ShareTable(
          "own", new Text("本梯自定", "of its own"), plan.factors(), null, false, usual.provenance());
    }
    if (id == null) {
      return rules.shareTables().get(0);
    }
    return rules
        .findTable(id)
        .orElseThrow(
            () -> {
              String all =
                  String.join(", ", rules.shareTables().stream().map(ShareTable::id).toList());
              return new BadValueException(
                  "没有这张分摊表，现有：" + all, "there is no such table, only " + all);
            });
  }

  private static Subsidy subsidy(LiftPlan plan, int floors, ProgrammeRules rules) {
    if (plan.subsidised()) {
      return Subsidy.NONE;
    }
    Subsidy granted = Subsidy.granted(plan.costFen(), floors, rules.subsidy());
    Long own = plan.subsidyFen();
    if (own == null) {
      return granted;
    }
    if (own > granted.fen()) {
      throw new BadValueException(
          "补助不得超过规定：造价的 "
              + rules.subsidy().share()
              + "，每部至多 "
              + rules.subsidy().capFen() / 100
              + " 元（"
              + rules.subsidy().provenance().source()
              + "）",
          "a subsidy is at most "
              + rules.subsidy().share()
              + " of the cost and "
              + rules.subsidy().capFen() / 100
              + " yuan a lift ("
              + rules.subsidy().provenance().source()
              + ")");
    }
    return Subsidy.split(own, rules.subsidy());
  }

  private static List<Long> compensation(LiftPlan plan) {
    long[] pays = new long[plan.flats().size()];
    Compensation compensation = plan.compensation();
    if (compensation != null && !compensation.payers().isEmpty()) {
      long[] parts =
          LargestRemainders.share(
              compensation.costFen(),
              compensation.payers().stream().mapToLong(payer -> 1).toArray());
      List<String> flats = plan.flats().stream().map(Flat::flat).toList();
      for (int i = 0; i < parts.length; i++) {
        pays[flats.indexOf(compensation.payers().get(i))] = parts[i];
      }
    }
    return java.util.Arrays.stream(pays).boxed().toList();
  }

  private static Optional<Ballot> ballot(LiftPlan plan, Programme programme, LocalDate day) {
    return programme.all(Ballot.class).stream()
        .filter(ballot -> ballot.subject().equals("lifts/" + plan.id()))
        .map(ballot -> ballot.asOf(day))
        .filter(java.util.Objects::nonNull)
        .reduce((a, b) -> b.openedOn().isBefore(a.openedOn()) ? a : b);
  }

  private static List<Text> missing(
      LiftPlan plan,
      @Nullable Ballot ballot,
      @Nullable BallotResult result,
      ProgrammeRules rules,
      LocalDate day) {
    List<Text> missing = new ArrayList<>();
    if (ballot == null || result == null) {
      missing.add(
          new Text(
              "《民法典》第二百七十八条：加装电梯须经业主表决，尚无表决",
              "Civil Code art. 278: owners vote on a lift, and no vote has been opened"));
    } else {
      if (ballot.matter() != Matter.MAJOR) {
        missing.add(
            new Text(
                "《民法典》第二百七十八条：加装电梯属改建共有部分，须按重大事项表决",
                "Civil Code art. 278: a lift rebuilds what is common, a major matter; this vote was an"
                    + " ordinary one"));
      }
      if (ballot.scope() != rules.votes().liftScope()) {
        missing.add(
            new Text(
                "本地规则：表决范围应为 " + rules.votes().liftScope().code(),
                "local rule: the vote's scope is " + rules.votes().liftScope().code()));
      }
      missing.addAll(result.reasons());
    }
    if (!plan.approved(day)) {
      missing.add(new Text("尚未取得规划批准", "there is no planning approval yet"));
    }
    Compensation compensation = plan.compensation();
    if (compensation != null && compensation.approvedOn().isAfter(day)) {
      missing.add(new Text("阳光房尚未取得批准", "the sunroom is not approved yet"));
    }
    return missing;
  }

  /** What the flats of a floor pay together, by floor. */
  public Map<Integer, Long> floorFen() {
    Map<Integer, Long> floors = new TreeMap<>();
    for (int i = 0; i < shareFen.size(); i++) {
      floors.merge(plan.flats().get(i).floor(), shareFen.get(i), Long::sum);
    }
    return floors;
  }

  /** Whether every floor can get home without a stair. */
  public boolean stepFree() {
    return plan.type() == Lift.LEVEL;
  }

  /** Whether a vote, if there was one, is lawful. */
  public boolean voted() {
    return ballot != null && ballot.lawful();
  }
}
