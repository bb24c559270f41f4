package org.lifecircle.walk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Facility;

/**
 * What it costs to walk to the nearest of some facilities, from every node of a network: kept, so
 * that after a change it need not be computed again. Immutable; {@link #repair} makes what follows
 * changes.
 */
public final class CostField {

  private final WalkNetwork network;
  private final Labels labels;
  private final int[] plain; // by node: the cost with label 0
  private final int[] others; // states with another label: node, label and cost in turn
  private final Costs costs;
  private final int cutoff;
  private final List<Facility> facilities;
  private final List<Start> starts;
  private final int[] entranceCosts;
  private final Map<Integer, Integer> baseLimits = new HashMap<>();
  private final int[] doorLimits; // by compound

  /**
   * @param everywhere whether it is asked about any place, not only about entrances
   */
  CostField(
      WalkNetwork network,
      List<Facility> facilities,
      Measure measure,
      int cutoff,
      boolean everywhere) {
    this.network = network;
    this.cutoff = cutoff;
    costs = network.costs(measure);
    starts = Start.of(facilities, network, network.view(), costs);
    this.facilities = List.copyOf(facilities);
    plain = new int[network.parts().nodes().count()];
    try (Search search = network.search(starts, costs, cutoff, everywhere)) {
      entranceCosts = network.entranceCosts(search);
      labels = search.labels();
      Arrays.setAll(plain, search::plainCost);
      others = new int[3 * search.moreCount()];
      for (int i = 0; i < others.length; i += 3) {
        others[i] = search.moreNode(i / 3);
        others[i + 1] = search.moreLabel(i / 3);
        others[i + 2] = search.moreCost(i / 3);
      }
      for (Start start : starts) {
        int base = network.view().baseOf(network.view().group(start.compound()));
        if (base != Labels.NONE) {
          baseLimits.computeIfAbsent(base, b -> baseLimit(b, search));
        }
      }
    }
    doorLimits = doorLimits();
    if (everywhere) {
      Arrays.fill(doorLimits, WalkNetwork.UNREACHED);
    }
  }

  /**
   * The cost from which on a base is of no use: its gates' sides have all been reached for less, by
   * it or by walks that need no gate, and passing one again betters nothing.
   */
  private int baseLimit(int base, Search search) {
    return network.view().sides(base).stream()
        .map(side -> Math.min(plain[side], search.unclaimedCost(side, base)))
        .max()
        .orElse(0);
  }

  /** By compound: the cost from which on a claim to it is of no use to any of its doors. */
  private int[] doorLimits() {
    int[] limits = new int[network.parts().compounds().count()];
    for (int i = 0; i < entranceCosts.length; i++) {
      int compound = network.parts().entranceCompound(i);
      if (compound != CompoundMap.NOWHERE) {
        limits[compound] = Math.max(limits[compound], entranceCosts[i]);
      }
    }
    return limits;
  }

  /**
   * By entrance, in the area's order: today's costs, {@link WalkNetwork#UNREACHED} past the cutoff.
   */
  public int[] costs() {
    return entranceCosts.clone();
  }

  /** How many costs it keeps. */
  public int size() {
    return plain.length + others.length;
  }

  /** What follows changes of this field; for one thread. */
  public FieldRepair repair() {
    return new FieldRepair(this);
  }

  /** By node: the least cost, whoever it is of use to; a copy. */
  int[] least() {
    int[] least = plain.clone();
    for (int i = 0; i < others.length; i += 3) {
      least[others[i]] = Math.min(least[others[i]], others[i + 2]);
    }
    return least;
  }

  WalkNetwork network() {
    return network;
  }

  Labels labels() {
    return labels;
  }

  /** By node: the cost with label 0. */
  int[] plain() {
    return plain;
  }

  /** States with another label: node, label and cost in turn. */
  int[] others() {
    return others;
  }

  Costs linkCosts() {
    return costs;
  }

  /** Walks that cost more are not found. */
  public int cutoff() {
    return cutoff;
  }

  /** Where walks end in another view of the network. */
  List<Start> starts(View view) {
    return network.placed() != PlacedDoors.NONE
            && facilities.stream().anyMatch(facility -> network.placed().has(facility.id()))
        ? Start.of(facilities, network, view, costs)
        : starts;
  }

  int entranceCost(int entrance) {
    return entranceCosts[entrance];
  }

  int baseLimitOf(int base) {
    return baseLimits.getOrDefault(base, WalkNetwork.UNREACHED);
  }

  int doorLimitOf(int compound) {
    return doorLimits[compound];
  }

  int claimLimitOf(int group) {
    int limit = 0;
    for (int compound = 0; compound < doorLimits.length; compound++) {
      if (network.view().group(compound) == group) {
        limit = Math.max(limit, doorLimits[compound]);
      }
    }
    return limit;
  }
}
