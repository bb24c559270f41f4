package org.lifecircle.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The plan a scenario was made by, with what it promised then.
 *
 * @param residentsGained residents × requirements newly covered
 * @param gap how far from the best it may be, 0 to 1
 * @param owners who have to agree
 * @param edited whether the scenario has been changed since
 */
public record PlannedWorks(
    double budgetYuan,
    double costYuan,
    boolean costsVerified,
    double residentsGained,
    double residentsCompleted,
    double gap,
    boolean timeIsUp,
    List<Phase> phases,
    List<String> owners,
    boolean edited) {

  /** What is done at one time. */
  public record Phase(double costYuan, double residentsGained, List<Work> works) {}

  /**
   * One change.
   *
   * @param type of change, as scenarios have it
   * @param kind of the facility that is built; null for other works
   */
  public record Work(
      String type, String id, double costYuan, List<String> owners, @Nullable String kind) {}
}
