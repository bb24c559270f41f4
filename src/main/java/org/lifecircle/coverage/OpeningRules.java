package org.lifecircle.coverage;

/**
 * How openings are ranked.
 *
 * @param top how many are listed
 * @param pairs whether pairs are tried as well
 * @param gateStepMetres how far apart the points of a wall are where a gate is tried
 * @param pairReachMetres how far apart the two of a pair may be
 * @param mostPairs how many pairs are tried at most, the nearest first
 */
public record OpeningRules(
    int top, boolean pairs, double gateStepMetres, double pairReachMetres, int mostPairs) {

  /** The usual steps and bounds. */
  public static OpeningRules usual(int top, boolean pairs) {
    return new OpeningRules(top, pairs, 10, 150, 2000);
  }
}
