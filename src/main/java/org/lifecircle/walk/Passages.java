package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;

/** The rules that links are ruled by: gates, and paths for residents only. */
final class Passages {

  /**
   * @param gate id of the gate, or null for a path that only residents may use
   * @param compounds by number: whose residents may pass
   */
  record Passage(@Nullable String gate, Access access, List<Integer> compounds) {}

  private final List<Passage> passages = new ArrayList<>();

  int add(@Nullable String gate, Access access, List<Integer> compounds) {
    passages.add(new Passage(gate, access, List.copyOf(compounds)));
    return passages.size() - 1;
  }

  Passage get(int passage) {
    return passages.get(passage);
  }

  int count() {
    return passages.size();
  }
}
