package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lifecircle.model.Layer;

/**
 * Everything that lines of the arrangement can belong to, by number. What can be taken down also
 * has a removable number; a wall and the strip of ground it would leave share one.
 */
final class Things {

  /** What a thing does to walking. */
  enum Role {
    /** Feet cannot cross it. */
    BARRIER(1),
    /** Feet cannot enter it. */
    SOLID(2),
    /** Feet may cross it freely. */
    GROUND(4),
    /** Ground once its removable is gone. */
    STRIP(8),
    /** Walked along. */
    PATH(16);

    private final int bit;

    Role(int bit) {
      this.bit = bit;
    }

    /** For sets of roles in one int. */
    int bit() {
      return bit;
    }
  }

  /**
   * @param removable number of the removable it is or depends on, or -1
   * @param inferred true for the outline of a gated compound standing in for its wall
   */
  record Thing(Role role, Layer layer, String id, int removable, boolean inferred) {}

  /** Something that can be taken down. */
  record Removable(Layer layer, String id) {}

  static final int FIXED = -1;

  private final List<Thing> things = new ArrayList<>();
  private final List<Removable> removables = new ArrayList<>();
  private final Map<Removable, Integer> numbers = new HashMap<>();

  int add(Role role, Layer layer, String id, int removable, boolean inferred) {
    things.add(new Thing(role, layer, id, removable, inferred));
    return things.size() - 1;
  }

  /** The number of a removable, new or known. */
  int removable(Layer layer, String id) {
    return numbers.computeIfAbsent(
        new Removable(layer, id),
        key -> {
          removables.add(key);
          return removables.size() - 1;
        });
  }

  Optional<Integer> findRemovable(Layer layer, String id) {
    return Optional.ofNullable(numbers.get(new Removable(layer, id)));
  }

  Thing get(int thing) {
    return things.get(thing);
  }

  Removable removable(int number) {
    return removables.get(number);
  }

  int count() {
    return things.size();
  }

  int removableCount() {
    return removables.size();
  }
}
