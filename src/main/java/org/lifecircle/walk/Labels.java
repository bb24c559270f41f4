package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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

  private record Label(int base, int claim) {}

  private final List<Label> labels = new ArrayList<>();
  private final Map<Label, Integer> numbers = new HashMap<>();

  Labels() {
    of(NONE, NONE);
  }

  int of(int base, int claim) {
    return numbers.computeIfAbsent(
        new Label(base, claim),
        key -> {
          labels.add(key);
          return labels.size() - 1;
        });
  }

  /** Whether a walk with this label may pass a gate of this group as it is. */
  boolean allows(int label, int group) {
    return labels.get(label).base() == group || labels.get(label).claim() == group;
  }

  /** Whether it may still lay claim to a compound. */
  boolean isUnclaimed(int label) {
    return labels.get(label).claim() == NONE;
  }

  int base(int label) {
    return labels.get(label).base();
  }

  int claim(int label) {
    return labels.get(label).claim();
  }

  int claimed(int label, int group) {
    return of(labels.get(label).base(), group);
  }

  /** Whether it is of use to people of this group, or of none. */
  boolean serves(int label, int group) {
    int claim = labels.get(label).claim();
    return claim == NONE || claim == group;
  }

  /** Whether the first, at no greater length, makes the second useless. */
  boolean dominates(int first, int second) {
    if (first == second) {
      return true;
    }
    Label a = labels.get(first);
    Label b = labels.get(second);
    boolean servesAll = a.claim() == NONE || a.claim() == b.claim();
    boolean passesAll = b.base() == NONE || a.base() == b.base();
    return servesAll && passesAll;
  }
}
