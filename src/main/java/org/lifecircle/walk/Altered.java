package org.lifecircle.walk;

import java.util.BitSet;
import java.util.Map;
import org.lifecircle.model.Access;

/**
 * What is different from today: a set, so that the order in which changes were made cannot matter.
 *
 * @param gone removables that are down, by number
 * @param access rules of passages that have another one, by number
 */
record Altered(BitSet gone, Map<Integer, Access> access) {

  Altered {
    access = Map.copyOf(access);
  }

  /** The same, and these are down as well. */
  Altered without(BitSet alsoGone) {
    BitSet all = (BitSet) gone.clone();
    all.or(alsoGone);
    return new Altered(all, access);
  }
}
