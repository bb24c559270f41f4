package org.lifecircle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Coverage as it was asked for: who reaches what, row by row.
 *
 * @param area id of the study area
 * @param scenario id, or null for the baseline
 * @param datasetVersion the figures rest on; null until a store says so
 * @param standard id of the standard they are judged by
 * @param group id of the group at whose pace all are judged
 * @param doorToDoor whether stairs and lifts count
 * @param populationOfGroup whether only the group's own people are counted
 */
public record CoverageTable(
    String area,
    @Nullable String scenario,
    @Nullable String datasetVersion,
    String standard,
    Criterion criterion,
    String group,
    boolean doorToDoor,
    boolean populationOfGroup,
    List<CoverageRow> rows) {

  public CoverageTable {
    rows = List.copyOf(rows);
  }

  /** The same table, saying what it rests on. */
  public CoverageTable restingOn(@Nullable String newScenario, @Nullable String newVersion) {
    return new CoverageTable(
        area,
        newScenario,
        newVersion,
        standard,
        criterion,
        group,
        doorToDoor,
        populationOfGroup,
        rows);
  }
}
