package org.lifecircle.walk;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;
import org.lifecircle.walk.Passages.Passage;

/**
 * The network as it is when a set of removables is gone: today's links, with those of the few nodes
 * that see a difference looked up afresh. Immutable.
 */
final class View {

  private static final BitSet NOWHERE = new BitSet();

  private final Links links;
  private final GroundLinks ground;
  private final Map<Integer, int[]> fresh; // by node: targets and lengths in turn
  private final Standing standing;
  private final boolean[] needsMet;
  private final int[] groups; // by compound
  private final Passages passages;
  private final Map<Integer, BitSet> sides; // of residents' gates, by group

  View(NetworkParts parts, BitSet gone) {
    links = parts.links();
    ground = parts.ground();
    passages = parts.passages();
    standing = parts.standing(gone);
    fresh = gone.isEmpty() ? Map.of() : lookAfresh(parts.world(), ground, standing, gone);
    needsMet = new boolean[links.needs().size()];
    for (int i = 0; i < needsMet.length; i++) {
      needsMet[i] = links.needs().get(i).areGone(gone);
    }
    BitSet joined = (BitSet) parts.survey().alreadyGone().clone();
    joined.or(gone);
    groups = parts.compounds().groups(joined, parts.survey().joins());
    sides = parts.compounds().count() == 0 ? Map.of() : sidesOfGates();
  }

  /** By group: the nodes on both sides of its residents' gates. */
  private Map<Integer, BitSet> sidesOfGates() {
    Map<Integer, BitSet> found = new HashMap<>();
    for (int i = 0; i < links.count(); i++) {
      Links.Link link = links.get(i);
      if (link.passage() != Links.NO_PASSAGE
          && passages.get(link.passage()).access() == Access.RESIDENTS) {
        for (int group : groupsOf(passages.get(link.passage()))) {
          BitSet both = found.computeIfAbsent(group, k -> new BitSet());
          both.set(link.from());
          both.set(link.to());
        }
      }
    }
    return found;
  }

  /** The nodes on both sides of a group's residents' gates. */
  BitSet sides(int group) {
    return sides.getOrDefault(group, NOWHERE);
  }

  private static Map<Integer, int[]> lookAfresh(
      Ground world, GroundLinks ground, Standing standing, BitSet gone) {
    Map<Integer, int[]> fresh = new HashMap<>();
    Sight sight = world.sight(standing);
    for (int node : ground.affectedBy(gone)) {
      sight.look(node, standing);
      int[] row = new int[2 * sight.count()];
      for (int i = 0; i < sight.count(); i++) {
        row[2 * i] = sight.to(i);
        row[2 * i + 1] = sight.lengthMillimetres(i);
      }
      fresh.put(node, row);
    }
    return fresh;
  }

  Links links() {
    return links;
  }

  GroundLinks ground() {
    return ground;
  }

  Standing standing() {
    return standing;
  }

  /** The node's links over ground where they differ from today's, targets and lengths in turn. */
  int @Nullable [] fresh(int node) {
    return fresh.isEmpty() ? null : fresh.get(node);
  }

  boolean isThere(int position) {
    int needed = links.needed(position);
    return needed == 0 || needsMet[needed];
  }

  Passage passage(int number) {
    return passages.get(number);
  }

  /** The group of a compound: those that share residents' gates; compounds nowhere have none. */
  int group(int compound) {
    return compound == CompoundMap.NOWHERE ? CompoundMap.NOWHERE : groups[compound];
  }

  /** The group as the base of a search: none where no residents' gate makes a difference. */
  int baseOf(int group) {
    return sides.containsKey(group) ? group : CompoundMap.NOWHERE;
  }

  /** The groups whose residents may pass. */
  int[] groupsOf(Passage passage) {
    return passage.compounds().stream().mapToInt(this::group).distinct().sorted().toArray();
  }
}
