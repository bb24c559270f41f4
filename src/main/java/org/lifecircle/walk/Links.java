package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.walk.PathEdges.Side;

/**
 * Links that do not depend on sight: along paths, through gates, from doors to ground, from street
 * to yard. Each is walked in both directions. Gathered one by one, then packed by node.
 */
final class Links {

  /** Along no path: over open ground, through a gate, to a door. */
  static final int NO_PATH = -1;

  /** Nothing bars the way. */
  static final int NO_PASSAGE = -1;

  /**
   * @param lengthMillimetres walked, rounded up
   * @param path number of the path it runs along, in drawn order from {@code from}, or NO_PATH
   * @param fromPosition where on the path's chain of vertices it starts
   * @param side of the path it runs on
   * @param passage number of the passage that rules it, or NO_PASSAGE
   * @param needs what must be gone for it to be there
   */
  record Link(
      int from,
      int to,
      int lengthMillimetres,
      int path,
      int fromPosition,
      int toPosition,
      Side side,
      int passage,
      Needs needs) {}

  private final List<Link> links = new ArrayList<>();
  private final List<Needs> needs = new ArrayList<>(List.of(Needs.NOTHING));
  private final Map<Needs, Integer> numbers = new HashMap<>(Map.of(Needs.NOTHING, 0));
  private final Map<Integer, List<Integer>> needsOf = new HashMap<>();
  private final Map<Integer, List<Integer>> needing = new HashMap<>();
  private int[] bounds = new int[0]; // by twice the node; through: not to doors of facilities
  private int[] halves = new int[0];
  private int[] target = new int[0];
  private int[] passage = new int[0];
  private int[] needed = new int[0];
  private int[] plain = new int[0]; // the target where nothing rules or is needed, else -1

  void add(Link link) {
    links.add(link);
  }

  /** A link off the paths. */
  void add(int from, int to, int lengthMillimetres, int passage, Needs needs) {
    links.add(new Link(from, to, lengthMillimetres, NO_PATH, 0, 0, Side.BOTH, passage, needs));
  }

  Link get(int link) {
    return links.get(link);
  }

  int count() {
    return links.size();
  }

  /** Packs the links by node: from now on {@link #first} and {@link #half} answer. */
  void pack(Nodes nodes) {
    int[] head = new int[nodes.count() + 1];
    for (Link link : links) {
      head[link.from() + 1]++;
      head[link.to() + 1]++;
    }
    Arrays.parallelPrefix(head, Integer::sum);
    int[] at = head.clone();
    halves = new int[2 * links.size()];
    target = new int[halves.length];
    passage = new int[halves.length];
    needed = new int[halves.length];
    plain = new int[halves.length];
    placeAll(at, nodes, false);
    bounds = bounds(head, at);
    placeAll(at, nodes, true);
  }

  /** By twice the node: where its links begin, where those end that a search follows; in turn. */
  static int[] bounds(int[] head, int[] through) {
    int[] bounds = new int[2 * head.length - 1];
    for (int node = 0; node < head.length; node++) {
      bounds[2 * node] = head[node];
      if (node < head.length - 1) {
        bounds[2 * node + 1] = through[node];
      }
    }
    return bounds;
  }

  private void placeAll(int[] at, Nodes nodes, boolean toDoorsOfFacilities) {
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      if (nodes.isDoorOfFacility(link.to()) == toDoorsOfFacilities) {
        place(at[link.from()]++, 2 * i, link.to(), link);
      }
      if (nodes.isDoorOfFacility(link.from()) == toDoorsOfFacilities) {
        place(at[link.to()]++, 2 * i + 1, link.from(), link);
      }
      if (toDoorsOfFacilities && !link.needs().isEmpty()) {
        needing.computeIfAbsent(number(link.needs()), k -> new ArrayList<>()).add(i);
      }
    }
  }

  private void place(int position, int half, int to, Link link) {
    halves[position] = half;
    target[position] = to;
    passage[position] = link.passage();
    needed[position] = number(link.needs());
    plain[position] = link.passage() == NO_PASSAGE && link.needs().isEmpty() ? to : -1;
  }

  private int number(Needs asked) {
    return numbers.computeIfAbsent(
        asked,
        key -> {
          needs.add(key);
          int last = needs.size() - 1;
          key.removables()
              .forEach(r -> needsOf.computeIfAbsent(r, k -> new ArrayList<>()).add(last));
          return last;
        });
  }

  /** The node a half-link leads to. */
  int target(int position) {
    return target[position];
  }

  /** The passage that rules a half-link. */
  int passage(int position) {
    return passage[position];
  }

  /** The number of what must be gone for a half-link to be there; 0 is nothing. */
  int needed(int position) {
    return needed[position];
  }

  /** What must be gone, by its number. */
  Needs needs(int number) {
    return needs.get(number);
  }

  /** The links that have a need. */
  List<Integer> needing(int number) {
    return needing.getOrDefault(number, List.of());
  }

  /** The numbers of the needs that are met when these are gone, the one for nothing left out. */
  BitSet needsMet(BitSet gone) {
    BitSet met = new BitSet();
    gone.stream()
        .mapToObj(removable -> needsOf.getOrDefault(removable, List.of()))
        .flatMap(List::stream)
        .filter(number -> needs.get(number).areGone(gone))
        .forEach(met::set);
    return met;
  }

  /** Where the half-links of a node begin; those of the next node begin where they end. */
  int first(int node) {
    return bounds[2 * node];
  }

  /**
   * Where the half-links of a node end that a search follows.
   *
   * @param inward whether it searches from facilities, and need not come to the doors of others
   */
  int end(int node, boolean inward) {
    return bounds[2 * node + (inward ? 1 : 2)];
  }

  /** The node a half-link leads to if it is there for everybody, else -1. */
  int plainTarget(int position) {
    return plain[position];
  }

  /** A half-link: twice the link's number, plus one when it is walked backwards. */
  int half(int position) {
    return halves[position];
  }
}
