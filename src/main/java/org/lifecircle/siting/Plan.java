package org.lifecircle.siting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Change;
import org.lifecircle.model.Text;

/**
 * What to do with a budget 方案, first things first, and what it yields: promises that the scenario
 * of its changes keeps to the person.
 *
 * @param phases in the order in which they are worth most for their money
 * @param residentsGained residents × requirements newly covered, every group counted
 * @param residentsCompleted people who then have all that must be there, at the first group's pace
 * @param worth the same as residents gained, weighted
 * @param bound no plan within the budget, of the works that were looked at, is worth more
 * @param gains by requirement and group
 * @param owners who have to be convinced, sorted
 * @param worksConsidered how many works it was chosen from
 * @param candidatesLeftOut candidates beside others of their kind that cost no more
 * @param timeIsUp whether it is what was found when the time was up, before all was tried
 * @param whyNothing why nothing is proposed; null when something is
 */
public record Plan(
    List<Phase> phases,
    double residentsGained,
    double residentsCompleted,
    double worth,
    double bound,
    List<Gain> gains,
    List<String> owners,
    int worksConsidered,
    int candidatesLeftOut,
    boolean timeIsUp,
    @Nullable Text whyNothing) {

  /**
   * What is done at one time.
   *
   * @param residentsGained what it adds to the phases before it
   */
  public record Phase(List<Work> works, double residentsGained) {

    public Phase {
      works = List.copyOf(works);
    }

    /** What it costs. */
    public double costYuan() {
      return works.stream().mapToLong(Work::cents).sum() / 100.0;
    }
  }

  /** Residents newly covered. */
  public record Gain(String requirement, String group, double residents) {}

  public Plan {
    phases = List.copyOf(phases);
    gains = List.copyOf(gains);
    owners = List.copyOf(owners);
  }

  static Plan nothing(Text why, int worksConsidered, int candidatesLeftOut) {
    return new Plan(
        List.of(),
        0,
        0,
        0,
        0,
        List.of(),
        List.of(),
        worksConsidered,
        candidatesLeftOut,
        false,
        why);
  }

  /** How far from the best it may be, 0 to 1. */
  public double gap() {
    return bound <= 0 ? 0 : Math.max(0, (bound - worth) / bound);
  }

  /** All works. */
  public List<Work> works() {
    return phases.stream().flatMap(phase -> phase.works().stream()).toList();
  }

  /** What makes of the area what it promises. */
  public List<Change> changes() {
    return works().stream().map(Work::change).toList();
  }

  /** What all of it costs. */
  public double costYuan() {
    return works().stream().mapToLong(Work::cents).sum() / 100.0;
  }
}
