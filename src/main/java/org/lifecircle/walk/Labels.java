package org.lifecircle.walk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose residents' gates a walk counts on. A walk may pass those of the compound it started the
 * search from (its <em>base</em>) and those of the compound it will end in (its <em>claim</em>):
 * the first gate passed of any other compound makes the claim, and from then on the walk is of use
 * only to people of that compound.
 *
 * <p>Label 0 has neither. Compounds that share gates count as one.
 */
final class Labels {

  static final int NONE = CompoundMap.NOWHERE;

  private int[] base = new int[8];
  private int[] claim = new int[8];
  private int count;
  private final Map<Long, Integer> numbers = new HashMap<>();

  Labels() {
    of(NONE, NONE);
  }

  /** Labels of the same numbers, to which others may be added. */
  Labels copy() {
    Labels copy = new Labels();
    for (int label = 0; label < count; label++) {
      copy.of(base[label], claim[label]);
    }
    return copy;
  }

  int of(int itsBase, int itsClaim) {
    if (count > 0 && itsBase == NONE && itsClaim == NONE) {
      return 0;
    }
    long key = (long) itsBase << 32 | (itsClaim & 0xffff_ffffL);
    Integer known = numbers.get(key);
    if (known != null) {
      return known;
    }
    if (count == base.length) {
      base = Arrays.copyOf(base, 2 * count);
      claim = Arrays.copyOf(claim, 2 * count);
    }
    base[count] = itsBase;
    claim[count] = itsClaim;
    numbers.put(key, count);
    return count++;
  }

  /** Whether a walk with this label may pass a gate of this group as it is. */
  boolean allows(int label, int group) {
    return base[label] == group || claim[label] == group;
  }

  /** Whether it may still lay claim to a compound. */
  boolean isUnclaimed(int label) {
    return claim[label] == NONE;
  }

  int base(int label) {
    return base[label];
  }

  int claim(int label) {
    return claim[label];
  }

  int claimed(int label, int group) {
    return of(base[label], group);
  }

  /** Whether it is of use to people of this group, or of none. */
  boolean serves(int label, int group) {
    return claim[label] == NONE || claim[label] == group;
  }

  /** Whether a walk with the first label may have the second farther on. */
  boolean mayBecome(int first, int second) {
    boolean sameBase = base[second] == base[first] || base[second] == NONE;
    return sameBase && (claim[second] == claim[first] || claim[first] == NONE);
  }

  /** Whether the first, at no greater length, makes the second useless. */
  boolean dominates(int first, int second) {
    boolean servesAll = claim[first] == NONE || claim[first] == claim[second];
    boolean passesAll = base[second] == NONE || base[first] == base[second];
    return first == second || (servesAll && passesAll);
  }
}
