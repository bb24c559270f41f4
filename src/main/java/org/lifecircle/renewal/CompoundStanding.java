package org.lifecircle.renewal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Text;
import org.lifecircle.model.programme.FeePeriod;
import org.lifecircle.model.programme.Management;
import org.lifecircle.model.programme.PartyBranch;
import org.lifecircle.model.programme.Phase;
import org.lifecircle.model.programme.Programme;
import org.lifecircle.model.programme.RelapseRules;
import org.lifecircle.model.programme.Work;
import org.lifecircle.model.programme.WorkItem;

/**
 * How a compound stands after its renewal.
 *
 * @param management that runs; null when nobody manages it
 * @param last fee period that has ended; null when there is none
 * @param branches party branches that cover it
 * @param renewedOn when the last of its works was done; null when they are not, or there are none
 * @param risks why it may look as before in some years; empty when nothing says so
 */
public record CompoundStanding(
    String compoundId,
    @Nullable Management management,
    @Nullable FeePeriod last,
    int branches,
    @Nullable LocalDate renewedOn,
    List<Text> risks) {

  public CompoundStanding {
    risks = List.copyOf(risks);
  }

  /** The standing of a compound at the end of a day. */
  public static CompoundStanding of(
      String compound, Programme programme, RelapseRules rules, LocalDate day) {
    Management running =
        programme.all(Management.class).stream()
            .filter(m -> m.compoundId().equals(compound) && m.runs(day))
            .reduce((a, b) -> b)
            .orElse(null);
    FeeHistory fees = FeeHistory.of(compound, programme, day);
    int branches =
        (int)
            programme.all(PartyBranch.class).stream()
                .filter(b -> b.exists(day) && b.compoundIds().contains(compound))
                .count();
    LocalDate renewed = renewed(compound, programme, day);
    List<Text> risks =
        renewed == null || renewed.plusYears(rules.yearsAfter()).isBefore(day)
            ? List.of()
            : risks(running, fees.periods(), rules);
    return new CompoundStanding(compound, running, fees.last(), branches, renewed, risks);
  }

  private static @Nullable LocalDate renewed(String compound, Programme programme, LocalDate day) {
    List<Work> works =
        programme.all(Work.class).stream()
            .filter(w -> w.compoundIds().contains(compound) && w.phase(day) != null)
            .toList();
    if (works.isEmpty() || works.stream().anyMatch(w -> w.phase(day) != Phase.DONE)) {
      return null;
    }
    return works.stream()
        .flatMap(w -> w.items().stream())
        .map(WorkItem::doneOn)
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private static List<Text> risks(
      @Nullable Management running, List<FeePeriod> periods, RelapseRules rules) {
    List<Text> risks = new ArrayList<>();
    if (running == null) {
      risks.add(new Text("改造后无人管理", "nobody manages it since its renewal"));
    }
    int n = periods.size();
    if (n > 0) {
      FeePeriod last = periods.get(n - 1);
      if (!rules.feeRate().reachedBy(last.householdsPaying(), last.householdsDue())) {
        risks.add(
            new Text(
                "按户收缴率低于 " + rules.feeRate(),
                "fewer than " + rules.feeRate() + " of the households pay"));
      }
    }
    if (n > 1) {
      FeePeriod a = periods.get(n - 2);
      FeePeriod b = periods.get(n - 1);
      // a − b ≥ points / 100, in whole numbers
      long fall =
          100L * a.householdsPaying() * b.householdsDue()
              - 100L * b.householdsPaying() * a.householdsDue();
      if (fall >= (long) rules.fallingPoints() * a.householdsDue() * b.householdsDue()) {
        risks.add(
            new Text(
                "按户收缴率较上一期下降 " + rules.fallingPoints() + " 个百分点以上",
                "the share of households who pay fell by "
                    + rules.fallingPoints()
                    + " points or more"));
      }
    }
    return risks;
  }
}
