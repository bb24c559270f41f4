package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final Map<String, Integer> byGate = new HashMap<>();

  int add(@Nullable String gate, Access access, List<Integer> compounds) {
    passages.add(new Passage(gate, access, List.copyOf(compounds)));
    int number = passages.size() - 1;
    if (gate != null) {
      byGate.put(gate, number);
    }
    return number;
  }

  /** The passage of a gate. */
  Optional<Integer> ofGate(String id) {
    return Optional.ofNullable(byGate.get(id));
  }

  Passage get(int passage) {
    return passages.get(passage);
  }

  int count() {
    return passages.size();
  }
}
