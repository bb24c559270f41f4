package org.lifecircle.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import org.lifecircle.coverage.By;
import org.lifecircle.coverage.CoverageQuery;
import org.lifecircle.coverage.CoverageStudy;
import org.lifecircle.freedspace.Candidates;
import org.lifecircle.freedspace.Deductions;
import org.lifecircle.freedspace.Demolition;
import org.lifecircle.freedspace.FreedSpaceRules;
import org.lifecircle.freedspace.FreedSpaces;
import org.lifecircle.freedspace.Lanes;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.ComparisonRow;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.Group;
import org.lifecircle.model.Tier;
import org.lifecircle.report.ReportFacts;
import org.lifecircle.report.ReportFacts.Difference;
import org.lifecircle.report.ReportFacts.Ground;
import org.lifecircle.report.ReportFacts.Served;
import org.lifecircle.report.ReportFacts.Subject;

/**
 * Finds out what a report tells, by asking what the other endpoints ask: {@code /coverage}, {@code
 * /comparison}, {@code /freed-space}, {@code /lanes}, {@code /candidates} and the collections.
 */
final class ReportFinder {

  private final OpenArea area;
  private final CoverageStudy study;

  /** It may take as long as it takes. */
  ReportFinder(OpenArea area) {
    this.area = area;
    study = area.awaitCoverage();
  }

  /**
   * The facts.
   *
   * @param kinds of facility that places are looked for
   * @param sheet whether each compound is told by each requirement
   */
  ReportFacts facts(List<String> kinds, boolean sheet) {
    // Two long works that know nothing of each other; this one keeps one thread busy.
    Once<Served> served = new Once<>(() -> served(sheet), ForkJoinPool.commonPool());
    var unused = served.start(); // what it throws comes by await
    // The same in every language and kind of document, and half of the work.
    Ground ground = area.keptHere("ground of a report, " + kinds, () -> ground(kinds));
    return new ReportFacts(
        subject(), served.await(), ground, area.awaitIssues(), difference(), area.plan());
  }

  private Subject subject() {
    OpenScenario under = area.scenario();
    Instant at = area.stored().imported().at();
    return new Subject(
        area.area(),
        area.baseline().area(),
        area.standard(),
        area.rules(),
        area.renewal(),
        area.version(),
        under == null ? at : under.kept().changedAt(),
        under == null ? null : under.applicable(),
        under == null ? null : under.kept().revision(),
        area.settings().map().approval());
  }

  private Served served(boolean sheet) {
    CoverageQuery byCompound = CoverageCollection.BY_COMPOUND;
    boolean any = !area.standard().requirements().isEmpty();
    return new Served(
        any ? study.table(CoverageQuery.by(By.REQUIREMENT)).rows() : List.of(),
        study.complete(CoverageQuery.by(By.AREA)),
        any ? study.table(byCompound).rows() : List.of(),
        sheet ? study.each(byCompound) : List.of(),
        this::sharesOfBuildings,
        study.supply(),
        study.gaps(byCompound));
  }

  private Map<String, Double> sharesOfBuildings(String requirement) {
    Map<String, Double> shares = new HashMap<>();
    CoverageQuery query = CoverageQuery.by(By.BUILDING).ofRequirements(requirement);
    for (CoverageRow row : study.table(query).rows()) {
      Double share = row.share();
      if (row.buildingId() != null && share != null) {
        shares.put(row.buildingId(), share);
      }
    }
    return shares;
  }

  private Ground ground(List<String> kinds) {
    Works works = Works.usual(area);
    Demolition demolition = works.demolition();
    FreedGround freed =
        FreedSpaces.of(
            works.area(),
            demolition,
            FreedSpaceRules.of(area.rules()),
            area.notebook(),
            share -> {});
    Set<Deduction> all = EnumSet.allOf(Deduction.class);
    List<Candidate> candidates =
        kinds.isEmpty()
            ? List.of()
            : new Candidates(
                    works.area(), demolition, area.renewal(), area.rules(), all, area.notebook())
                .of(kinds.stream().map(area.standard()::kind).toList(), share -> {});
    return new Ground(
        works.chosenBy().equals(Works.ALL),
        new ArrayList<>(new TreeSet<>(demolition.walls())),
        new ArrayList<>(new TreeSet<>(demolition.illegalStructures())),
        freed,
        Deductions.of(
            works.area(), demolition, freed, area.renewal(), area.rules(), all, area.notebook()),
        kinds,
        candidates,
        Lanes.of(works.area(), demolition, area.renewal()));
  }

  private @Nullable Difference difference() {
    if (area.scenario() == null) {
      return null;
    }
    CoverageStudy before = area.baseline().awaitCoverage();
    List<ComparisonRow> tiers = new ArrayList<>();
    for (CoverageRow row : study.complete(CoverageQuery.by(By.AREA))) {
      Tier tier = row.tier();
      tiers.addAll(before.compare(study, CoverageQuery.by(By.AREA).atTier(tier)));
    }
    Map<String, ComparisonRow> groups = new LinkedHashMap<>();
    if (!tiers.isEmpty()) {
      for (Group group : area.rules().groups()) {
        CoverageQuery query = CoverageQuery.by(By.AREA).atThePaceOf(group.id());
        groups.put(group.id(), before.compare(study, query).get(0));
      }
    }
    boolean any = !area.standard().requirements().isEmpty();
    return new Difference(
        any ? before.compare(study, CoverageQuery.by(By.REQUIREMENT)) : List.of(),
        tiers,
        tiers.isEmpty() ? List.of() : before.compare(study, CoverageCollection.BY_COMPOUND),
        groups);
  }
}
