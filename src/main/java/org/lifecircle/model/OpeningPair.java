package org.lifecircle.model;

import java.util.Comparator;

/**
 * Two openings that yield more together than each alone, such as two walls in series.
 *
 * @param residentsGained of both together
 * @param residentsExtra of those, how many neither yields alone
 */
public record OpeningPair(
    Layer layer,
    String id,
    Layer otherLayer,
    String otherId,
    double residentsGained,
    double residentsExtra,
    double residentsCompleted,
    double secondsSaved) {

  /** Best first, ties by seconds, then by what they are. */
  public static final Comparator<OpeningPair> BEST_FIRST =
      Comparator.comparingDouble(OpeningPair::residentsGained)
          .thenComparingDouble(OpeningPair::secondsSaved)
          .reversed()
          .thenComparing(OpeningPair::layer)
          .thenComparing(OpeningPair::id)
          .thenComparing(OpeningPair::otherLayer)
          .thenComparing(OpeningPair::otherId);
}
