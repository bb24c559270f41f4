package org.lifecircle.api;

import java.util.List;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.coverage.OpeningRules;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.Group;
import org.lifecircle.model.OpeningRanking;
import org.lifecircle.walk.WalkNetwork;

/** Rankings of what could be opened, each made once: there are few that can be asked for. */
final class Rankings {

  /** More than these are not listed. */
  static final int MOST = 1000;

  /** So many are listed where nobody asks for more. */
  static final int FEW = 20;

  /** By the standard's metres, at the planning pace, all requirements. */
  static final CoverageQuery USUAL = CoverageQuery.by(By.REQUIREMENT);

  private Rankings() {}

  static CoverageQuery query(Criterion criterion, Group group, List<String> requirements) {
    return new CoverageQuery(
        By.REQUIREMENT, criterion, group.id(), null, false, false, requirements, List.of());
  }

  /**
   * The ranking of an area, of so many at least: a short one is sooner made.
   *
   * @throws ProblemException if it is not ready in time
   */
  static OpeningRanking of(OpenArea area, CoverageQuery query, boolean pairs, int top) {
    int listed = top <= FEW ? FEW : MOST;
    CoverageStudy study = area.coverage();
    WalkNetwork network = area.network();
    return area.kept(
        "openings " + query + pairs + listed,
        () -> {
          Thread here = Thread.currentThread();
          return study
              .openings(network, query)
              .ranked(OpeningRules.usual(listed, pairs), here::isInterrupted);
        });
  }
}
