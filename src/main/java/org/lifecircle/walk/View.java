package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;
import org.lifecircle.walk.Passages.Passage;

/**
 * The network as it is when things are different from today: today's links, with those of the few
 * nodes that see a difference looked up afresh. A pure function of the frozen arrangement and of
 * what is different. Immutable.
 */
final class View {

  private static final BitSet NOWHERE = new BitSet();

  private final SearchSpace.Pool spaces;
  private final Links links;
  private final GroundLinks ground;
  private final Altered altered;
  private final Map<Integer, int[]> fresh = new HashMap<>(); // by node: targets, lengths in turn
  private final Map<Integer, Integer> freshThrough = new HashMap<>();
  private final BitSet inSight = new BitSet(); // removables in the way of what looked afresh
  private final Standing standing;
  private final BitSet needsMet;
  private final int[] groups; // by compound
  private final Passages passages;
  private final Map<Integer, BitSet> sides; // of residents' gates, by group

  /** Today. */
  View(NetworkParts parts, Standing today) {
    spaces = parts.spaces();
    links = parts.links();
    ground = parts.ground();
    passages = parts.passages();
    altered = new Altered(today.gone(), Map.of());
    standing = today;
    needsMet = links.needsMet(today.gone());
    groups = parts.joins().groups(today);
    sides = parts.gateSides().byGroup(this::passage, this::groupsOf);
  }

  /** Today, altered. */
  View(NetworkParts parts, View today, Altered altered) {
    spaces = today.spaces;
    links = today.links;
    ground = today.ground;
    passages = today.passages;
    this.altered = altered;
    BitSet gone = (BitSet) altered.gone().clone();
    gone.andNot(today.standing.gone());
    standing = gone.isEmpty() ? today.standing : parts.standing(gone);
    if (!gone.isEmpty()) {
      lookAfresh(parts, gone);
    }
    needsMet = links.needsMet(standing.gone());
    groups = numberedApart(today.groups, parts.joins().groups(standing));
    boolean sameGates = groups == today.groups && altered.access().isEmpty();
    sides = sameGates ? today.sides : parts.gateSides().byGroup(this::passage, this::groupsOf);
  }

  private void lookAfresh(NetworkParts parts, BitSet gone) {
    int[] affected = parts.ground().affectedBy(gone);
    Sight sight = parts.sight();
    for (int node : affected) {
      sight.look(node, standing);
      fresh.put(node, sight.row());
      freshThrough.put(node, 2 * sight.through());
      inSight.or(sight.met());
    }
  }

  SearchSpace.Pool spaces() {
    return spaces;
  }

  /** Groups that have grown get numbers by how many they are of, so that nobody mixes them up. */
  private static int[] numberedApart(int[] before, int[] after) {
    if (after == before) {
      return before;
    }
    Map<Integer, Set<Integer>> joined = new HashMap<>();
    for (int i = 0; i < after.length; i++) {
      joined.computeIfAbsent(after[i], k -> new HashSet<>()).add(before[i]);
    }
    return Arrays.stream(after)
        .map(g -> g + (joined.getOrDefault(g, Set.of()).size() - 1) * before.length)
        .toArray();
  }

  Links links() {
    return links;
  }

  GroundLinks ground() {
    return ground;
  }

  /** What is different from today. */
  Altered altered() {
    return altered;
  }

  /** Whether a removable, standing or not, is in the way of any node that looked afresh. */
  boolean isInSight(int removable) {
    return inSight.get(removable);
  }

  Standing standing() {
    return standing;
  }

  /**
   * The node's links over ground where they may differ from today's, targets and lengths in turn.
   */
  int @Nullable [] fresh(int node) {
    return fresh.isEmpty() ? null : fresh.get(node);
  }

  /** How much of {@link #fresh} a search from facilities follows; the rest leads nowhere. */
  int freshThrough(int node) {
    return freshThrough.getOrDefault(node, 0);
  }

  /** The nodes whose links over ground may differ from today's, in ascending order. */
  int[] freshNodes() {
    return fresh.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** The links over ground that a search from facilities follows: targets and lengths in turn. */
  int[] rowThrough(int node) {
    int @Nullable [] own = fresh(node);
    if (own != null) {
      return Arrays.copyOf(own, freshThrough(node));
    }
    int[] row = new int[2 * (ground.end(node, true) - ground.first(node))];
    for (int i = 0, at = ground.first(node); i < row.length; i += 2, at++) {
      row[i] = ground.to(at);
      row[i + 1] = ground.lengthMillimetres(at);
    }
    return row;
  }

  /** The nodes at links that need something gone, and are there now but were not before. */
  BitSet linksNewlyThere(View before) {
    BitSet met = (BitSet) needsMet.clone();
    met.andNot(before.needsMet);
    BitSet nodes = new BitSet();
    met.stream()
        .mapToObj(links::needing)
        .flatMap(List::stream)
        .forEach(
            link -> {
              nodes.set(links.get(link).from());
              nodes.set(links.get(link).to());
            });
    return nodes;
  }

  boolean isThere(int position) {
    int needed = links.needed(position);
    return needed == 0 || needsMet.get(needed);
  }

  Passage passage(int number) {
    Passage passage = passages.get(number);
    Access now = altered.access().get(number);
    return now == null ? passage : new Passage(passage.gate(), now, passage.compounds());
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

  /** The nodes on both sides of a group's residents' gates. */
  BitSet sides(int group) {
    return sides.getOrDefault(group, NOWHERE);
  }
}
