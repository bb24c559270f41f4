package org.lifecircle.siting;

import java.util.List;

/**
 * An answer.
 *
 * @param open the candidates chosen, ascending
 * @param servedBy by demand point: the candidate that serves it, or {@link #NOBODY}
 * @param objective what was asked for: weight covered, cost, weighted walk, longest walk
 * @param bound the objective is proven to be no better than this
 * @param gap how far the objective may be from the best, 0–1
 * @param costs of the candidates chosen
 */
public record Allocation(
    List<Integer> open,
    List<Integer> servedBy,
    long objective,
    long bound,
    double gap,
    long costs) {

  /** Of a demand point that nothing serves. */
  public static final int NOBODY = -1;

  public Allocation {
    open = List.copyOf(open);
    servedBy = List.copyOf(servedBy);
  }
}
