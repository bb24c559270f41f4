package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
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

  /** How far people from some entrances come, and what stops them. */
  public final class Front {
    private final int group;
    private final long[] reached; // cost and node, the nearest first
    private final int[] costOf; // by node

    private Front(int group, long[] reached, int[] costOf) {
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
        if (costOf[door] <= cutoff) {
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

  /**
   * How far people from some entrances come, each the way of whoever is nearest.
   *
   * @param entrances of one compound, or of compounds that share their gates
   */
  public Front from(List<Integer> entrances, Measure measure, int cutoff) {
    int group = view.group(parts.entranceCompound(entrances.get(0)));
    try (Search out = new Search(view, network.costs(measure), parts.nodes(), false, cutoff)) {
      int label = out.labels().of(view.baseOf(group), Labels.NONE);
      entrances.forEach(entrance -> out.start(parts.doors().entranceNode(entrance), 0, label));
      out.run();
      int count = 0;
      long[] reached = new long[256]; // cost and node, the nearest first
      int[] leastOf = new int[parts.nodes().count()];
      for (int n = 0; n < leastOf.length; n++) {
        int least = out.anyCost(n);
        leastOf[n] = least;
        if (least != Search.UNREACHED && removableAt(n).length + passageAt(n).length > 0) {
          if (count == reached.length) {
            reached = Arrays.copyOf(reached, 2 * count);
          }
          reached[count++] = (long) least << 32 | n;
        }
      }
      reached = Arrays.copyOf(reached, count);
      Arrays.sort(reached);
      return new Front(group, reached, leastOf);
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
