package org.lifecircle.siting;

import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * What works do for people: the question that plans put to a place. Works and demands go by number.
 *
 * <p>Invariant: more works never cover less.
 */
interface Town {

  /** Whether a work builds something; all others only open. */
  boolean builds(int work);

  /** By demand: what covering it is worth; not negative. Of those who share places, at most. */
  long[] weights();

  /**
   * Who share places: their demands are worth no more than can be served. What is built opens no
   * way: whether they reach a facility depends on no other that is built.
   */
  default List<Shared> shared() {
    return List.of();
  }

  /** The demands that are covered when these works are done. */
  BitSet covered(BitSet works);

  /** The demands that are covered when all is done that may be. */
  BitSet possible();

  /**
   * For demands that are not covered when these works are done: works of which at least one more
   * must be done before it is; none where nothing helps.
   */
  Map<Integer, BitSet> hurdles(BitSet works, BitSet demands);

  /**
   * What is known of many demands at once before anything is done: each list has, for each demand,
   * works of which at least one must be done before it is covered. Coarser than {@link #hurdles}.
   */
  List<Map<Integer, BitSet>> outset(BitSet demands);

  /** For each bundle, the demands that it covers newly when these works are done already. */
  List<BitSet> gains(BitSet works, List<BitSet> bundles);

  /** Works that may gain more than they would have, now that these have been done. */
  BitSet stirred(BitSet works);
}
