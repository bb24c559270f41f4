package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.lifecircle.model.Access;
import org.lifecircle.model.Facility;
import org.lifecircle.walk.Passages.Passage;

/**
 * What stands between people and what they cannot reach in time: openings of which at least one has
 * to be made before any walk is short enough.
 *
 * <p>A walk over a network that is opened further follows today's links up to some node, and there
 * takes the first that is new: because something that the node looks at has gone, a need of the
 * link is met, or a gate lets more people through. So far it is as long as today, and from there on
 * no shorter than with everything open. Whatever can be such a first step is a hurdle; a set of
 * openings that contains none of them helps nobody here.
 *
 * <p>Safe for threads.
 */
public final class Hurdles {

  private static final int[] NOTHING = {};

  private final WalkNetwork network;
  private final NetworkParts parts;
  private final View view;
  private final Adjoining adjoining;
  private final int removables;
  private final AtomicReferenceArray<int[]> removableAt; // by node; null where not yet looked
  private final AtomicReferenceArray<int[]> passageAt; // by node, those not open to all
  private final Map<Integer, BitSet> growth = new ConcurrentHashMap<>(); // by group

  /**
   * Those of a network as it stands.
   *
   * @param adjoining of the same area
   */
  public Hurdles(WalkNetwork network, Adjoining adjoining) {
    this.network = network;
    this.adjoining = adjoining;
    parts = network.parts();
    view = network.view();
    removables = parts.things().removableCount();
    removableAt = new AtomicReferenceArray<>(parts.nodes().count());
    passageAt = new AtomicReferenceArray<>(parts.nodes().count());
  }

  /** How far people from one entrance come, and what stops them. */
  public final class Front {
    private final int group;
    private final long[] reached; // cost and node, the nearest first
    private final Map<Integer, Integer> costOf;

    private Front(int group, long[] reached, Map<Integer, Integer> costOf) {
      this.group = group;
      this.reached = reached;
      this.costOf = costOf;
    }

    /**
     * Whether somebody from here may come to a facility within a cutoff: never false where a walk
     * does.
     */
    public boolean mayReach(Facility facility, int cutoff) {
      if (network.placed().has(facility.id())) {
        return true; // not kept by node
      }
      for (int door : parts.doors().facilityNodes(facility.id())) {
        if (costOf.getOrDefault(door, Search.UNREACHED) <= cutoff) {
          return true;
        }
      }
      return false;
    }

    /**
     * Adds the numbers of the hurdles.
     *
     * @param open what it costs from every node when everything is open
     * @param cutoff no larger than that of the front
     */
    public void add(OpenCosts open, int cutoff, BitSet into) {
      for (long one : reached) {
        int left = cutoff - (int) (one >>> 32);
        if (left < 0) {
          return;
        }
        int node = (int) one;
        if (open.from(node) <= left) {
          for (int removable : removableAt(node)) {
            into.set(removable);
          }
          for (int passage : passageAt(node)) {
            addPassage(passage, group, into);
          }
        }
      }
    }
  }

  /** What it costs to walk to the nearest of some facilities when everything is open. */
  public static final class OpenCosts {
    private final int[] least;

    /**
     * @param field of the network with everything open
     */
    public OpenCosts(CostField field) {
      least = field.least();
    }

    int from(int node) {
      return least[node];
    }
  }

  /** How far people from an entrance come. */
  public Front from(int entrance, Measure measure, int cutoff) {
    try (WalksOut out = network.walksFrom(entrance, measure, cutoff)) {
      int count = 0;
      long[] reached = new long[256]; // cost and node, the nearest first
      Map<Integer, Integer> doors = new HashMap<>();
      for (int n = 0; n < parts.nodes().count(); n++) {
        int least = out.anyCost(n);
        if (least == Search.UNREACHED) {
          continue;
        }
        if (!parts.nodes().isCorner(n)) {
          doors.put(n, least);
        }
        if (removableAt(n).length > 0 || passageAt(n).length > 0) {
          if (count == reached.length) {
            reached = Arrays.copyOf(reached, 2 * count);
          }
          reached[count++] = (long) least << 32 | n;
        }
      }
      reached = Arrays.copyOf(reached, count);
      Arrays.sort(reached);
      return new Front(out.group(), reached, doors);
    }
  }

  private int[] removableAt(int node) {
    int[] known = removableAt.get(node);
    if (known == null) {
      known = lookForRemovables(node);
      removableAt.set(node, known);
    }
    return known;
  }

  private int[] lookForRemovables(int node) {
    BitSet found = new BitSet();
    if (parts.nodes().isCorner(node)) {
      for (int removable : view.met(node)) {
        found.set(removable);
      }
    }
    Links links = view.links();
    for (int at = links.first(node), end = links.end(node, false); at < end; at++) {
      if (!view.isThere(at)) {
        links.needs(links.needed(at)).removables().stream()
            .filter(removable -> !view.standing().gone().get(removable))
            .findFirst()
            .ifPresent(found::set);
      }
    }
    found.andNot(view.standing().gone());
    return found.isEmpty() ? NOTHING : found.stream().toArray();
  }

  private int[] passageAt(int node) {
    int[] known = passageAt.get(node);
    if (known == null) {
      BitSet found = new BitSet();
      Links links = view.links();
      for (int at = links.first(node), end = links.end(node, false); at < end; at++) {
        int passage = links.passage(at);
        if (passage != Links.NO_PASSAGE && view.passage(passage).access() != Access.PUBLIC) {
          found.set(passage);
        }
      }
      known = found.isEmpty() ? NOTHING : found.stream().toArray();
      passageAt.set(node, known);
    }
    return known;
  }

  private void addPassage(int number, int group, BitSet into) {
    Passage passage = view.passage(number);
    boolean residents = passage.access() == Access.RESIDENTS;
    int[] groups = residents ? view.groupsOf(passage) : NOTHING;
    for (int its : groups) {
      if (its == group) {
        return; // their own
      }
    }
    if (passage.gate() != null) {
      into.set(removables + number);
    }
    for (int its : groups) {
      into.or(growth.computeIfAbsent(its, g -> adjoining.growth(g, view)));
    }
  }
}
