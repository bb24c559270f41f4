package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.JudgedBy;
import org.lifecircle.model.Obligation;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Standard;
import org.lifecircle.model.Tier;

/**
 * A requirement to be judged, and the kinds that count: all it accepts, or fewer when only some are
 * asked about.
 *
 * @param singleKind the kind a row by kind is about
 */
record Ask(Requirement requirement, List<String> kinds, @Nullable String singleKind) {

  /**
   * What a query selects, in the order of the standard. Rates are never coverage.
   *
   * @throws IllegalArgumentException if it names what the standard has not, or selects nothing
   */
  static List<Ask> selectedBy(CoverageQuery query, Standard standard) {
    query.requirements().forEach(id -> requireJudged(standard.requirement(id)));
    query.kinds().forEach(standard::kind);
    boolean complete = query.by().places() && !query.selects();
    List<Ask> asks = new ArrayList<>();
    for (Requirement requirement : standard.requirements()) {
      boolean asked =
          complete ? countsTowards(requirement, query.tier()) : selects(query, requirement);
      if (asked) {
        add(asks, requirement, query);
      }
    }
    if (asks.isEmpty()) {
      throw new BadValueException(
          "标准“" + standard.id() + "”中没有可按此查询评价覆盖率的要求",
          "standard '"
              + standard.id()
              + "' has no requirement to judge coverage by for this query");
    }
    return asks;
  }

  /** Whether there is anything to judge coverage by. */
  static boolean anyIn(Standard standard) {
    return standard.requirements().stream().anyMatch(r -> r.judgedBy() != JudgedBy.RATE);
  }

  /** Whether the tier, with those below it, asks for anything that must be there. */
  static boolean anyFor(Tier tier, Standard standard) {
    return standard.requirements().stream().anyMatch(r -> countsTowards(r, tier));
  }

  private static boolean countsTowards(Requirement requirement, @Nullable Tier tier) {
    return requirement.obligation() == Obligation.MUST
        && requirement.judgedBy() != JudgedBy.RATE
        && (tier == null || requirement.tier().compareTo(tier) <= 0);
  }

  private static void requireJudged(Requirement requirement) {
    if (requirement.judgedBy() == JudgedBy.RATE) {
      throw new BadValueException(
          "要求“" + requirement.id() + "”按千人指标计数，不评价覆盖率",
          "requirement '"
              + requirement.id()
              + "' is counted against a rate and never covers anybody");
    }
  }

  private static boolean selects(CoverageQuery query, Requirement requirement) {
    return requirement.judgedBy() != JudgedBy.RATE
        && (query.tier() == null || requirement.tier() == query.tier())
        && (query.requirements().isEmpty() || query.requirements().contains(requirement.id()))
        && (query.kinds().isEmpty() || query.kinds().stream().anyMatch(requirement::acceptsKind));
  }

  private static void add(List<Ask> asks, Requirement requirement, CoverageQuery query) {
    List<String> kinds =
        requirement.accepts().stream()
            .filter(kind -> query.kinds().isEmpty() || query.kinds().contains(kind))
            .toList();
    if (query.by() == By.KIND) {
      kinds.forEach(kind -> asks.add(new Ask(requirement, List.of(kind), kind)));
    } else {
      asks.add(new Ask(requirement, kinds, null));
    }
  }
}
