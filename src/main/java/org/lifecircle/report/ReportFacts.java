package org.lifecircle.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.ComparisonRow;
import org.lifecircle.model.Compound;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.Gap;
import org.lifecircle.model.LaneWidth;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.SpaceDeductions;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.SupplyRow;
import org.lifecircle.model.WalkingRules;

/**
 * All a report tells, found out by whoever has it made: the report computes nothing but sums of
 * what it is given, so that its figures are everybody's.
 *
 * @param ground null where nothing is taken down
 * @param difference null for a baseline
 * @param plan the scenario was made by; null where it was made by hand
 */
public record ReportFacts(
    Subject subject,
    Served served,
    @Nullable Ground ground,
    List<DataIssue> issues,
    @Nullable Difference difference,
    @Nullable PlannedWorks plan) {

  /**
   * What the report is about.
   *
   * @param area as the scenario leaves it
   * @param baseline without the scenario's changes; the same for a baseline
   * @param at when the data was imported, or the scenario last changed
   * @param scenario null for a baseline
   * @param mapApproval number of the map's approval; empty where there is none
   */
  public record Subject(
      StudyArea area,
      StudyArea baseline,
      Standard standard,
      WalkingRules walking,
      RenewalRules renewal,
      String datasetVersion,
      Instant at,
      @Nullable Scenario scenario,
      @Nullable Integer revision,
      String mapApproval) {

    /** The compound of this id. */
    public Optional<Compound> findCompound(@Nullable String id) {
      return area.compounds().stream().filter(compound -> compound.id().equals(id)).findFirst();
    }

    /** What a compound is called: its name, else its id. */
    public String nameOf(Compound compound) {
      String name = compound.name();
      return name == null || name.isBlank() ? compound.id() : name;
    }
  }

  /**
   * Who reaches what, by metres and at the planning pace, as the standard judges.
   *
   * @param requirements one row each, over the whole area
   * @param complete one row for each tier, over the whole area
   * @param compounds one row each, all that must be met up to 15 minutes judged together
   * @param compoundsEach each compound by each requirement, where a sheet is made of one
   * @param sharesOfBuildings by requirement: ids of buildings and the share of their people covered
   * @param gaps compound by requirement, the largest first
   */
  public record Served(
      List<CoverageRow> requirements,
      List<CoverageRow> complete,
      List<CoverageRow> compounds,
      List<CoverageRow> compoundsEach,
      Function<String, Map<String, Double>> sharesOfBuildings,
      List<SupplyRow> supply,
      List<Gap> gaps) {}

  /**
   * What taking things down frees, and what could stand there.
   *
   * @param everything whether all goes that may, for nobody chose
   * @param walls ids of what goes
   * @param structures ids of what goes
   * @param deductions of the spaces, in their order
   * @param kinds ids of the kinds candidates were looked for
   */
  public record Ground(
      boolean everything,
      List<String> walls,
      List<String> structures,
      FreedGround freed,
      List<SpaceDeductions> deductions,
      List<String> kinds,
      List<Candidate> candidates,
      List<LaneWidth> lanes) {}

  /**
   * Before and after.
   *
   * @param requirements one row each, over the whole area
   * @param tiers what each tier asks for as a whole, over the whole area
   * @param compounds each, all that must be met up to 15 minutes judged together
   * @param groups the same over the whole area, by minutes at each group's pace
   */
  public record Difference(
      List<ComparisonRow> requirements,
      List<ComparisonRow> tiers,
      List<ComparisonRow> compounds,
      Map<String, ComparisonRow> groups) {}
}
