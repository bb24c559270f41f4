package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.lifecircle.model.Access;
import org.lifecircle.walk.Passages.Passage;

/** The nodes on both sides of what passages rule. */
final class GateSides {

  private final List<List<Integer>> byPassage = new ArrayList<>(); // few nodes each

  GateSides(Links links, Passages passages) {
    for (int i = 0; i < passages.count(); i++) {
      byPassage.add(new ArrayList<>());
    }
    for (int i = 0; i < links.count(); i++) {
      Links.Link link = links.get(i);
      if (link.passage() != Links.NO_PASSAGE) {
        byPassage.get(link.passage()).add(link.from());
        byPassage.get(link.passage()).add(link.to());
      }
    }
  }

  /** The nodes at which links that a passage rules begin or end. */
  BitSet of(int passage) {
    BitSet nodes = new BitSet();
    byPassage.get(passage).forEach(nodes::set);
    return nodes;
  }

  /** By group: the nodes on both sides of its residents' gates. */
  Map<Integer, BitSet> byGroup(IntFunction<Passage> rule, Function<Passage, int[]> groups) {
    Map<Integer, BitSet> found = new HashMap<>();
    for (int i = 0; i < byPassage.size(); i++) {
      Passage passage = rule.apply(i);
      if (passage.access() == Access.RESIDENTS && !byPassage.get(i).isEmpty()) {
        for (int group : groups.apply(passage)) {
          BitSet sides = found.computeIfAbsent(group, k -> new BitSet());
          byPassage.get(i).forEach(sides::set);
        }
      }
    }
    return found;
  }
}
