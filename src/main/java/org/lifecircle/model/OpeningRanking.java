package org.lifecircle.model;

import java.util.List;

/**
 * What could be opened, best first.
 *
 * @param examined how many openings were tried, new gates not counted
 * @param pairs only those worth more than their parts; empty unless asked for
 * @param pairsExamined how many pairs were tried
 * @param pairsLeftOut how many more could have been in series, but were too many to try
 */
public record OpeningRanking(
    int examined,
    List<Opening> openings,
    List<OpeningPair> pairs,
    int pairsExamined,
    int pairsLeftOut) {

  public OpeningRanking {
    openings = List.copyOf(openings);
    pairs = List.copyOf(pairs);
  }
}
