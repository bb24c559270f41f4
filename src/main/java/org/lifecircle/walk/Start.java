package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Serves;
import org.lifecircle.walk.Foothold.Way;

/**
 * Where walks to a facility end: a door, or a node from which the door is straight ahead.
 *
 * @param cost from the node to the door
 * @param passage that is passed last of all, or {@link Links#NO_PASSAGE}
 * @param compound number of the one the facility stands in, or nowhere
 * @param onlyOwn whether it counts for that compound only
 * @param foothold of a door that is no node; null for one that is
 * @param way from the node to that
 */
record Start(
    int node,
    int cost,
    int passage,
    int compound,
    boolean onlyOwn,
    @Nullable Foothold foothold,
    @Nullable Way way) {

  /** Those of some facilities in a view of a network. */
  static List<Start> of(List<Facility> facilities, WalkNetwork network, View view, Costs costs) {
    List<Start> starts = new ArrayList<>();
    for (Facility facility : facilities) {
      int compound = network.compoundOf(facility);
      boolean onlyOwn = facility.serves() == Serves.COMPOUND;
      if (!onlyOwn || compound != CompoundMap.NOWHERE) {
        add(facility.id(), compound, onlyOwn, network, view, costs, starts);
      }
    }
    return starts;
  }

  private static void add(
      String facility,
      int compound,
      boolean onlyOwn,
      WalkNetwork network,
      View view,
      Costs costs,
      List<Start> into) {
    NetworkParts parts = network.parts();
    PlacedDoors placed = network.placed();
    if (!placed.has(facility)) {
      for (int node : parts.doors().facilityNodes(facility)) {
        into.add(new Start(node, 0, Links.NO_PASSAGE, compound, onlyOwn, null, null));
      }
      return;
    }
    for (Foothold foothold : network.footholds(facility, view)) {
      for (Way way : foothold.ways(network, costs, true)) {
        into.add(
            new Start(way.node(), way.cost(), way.passage(), compound, onlyOwn, foothold, way));
      }
    }
    for (Gate gate : placed.gates(facility)) {
      int passage = parts.gateways().passageOf(gate);
      for (int side : parts.gateways().sides(gate, parts.world().corners())) {
        into.add(new Start(side, 0, passage, compound, onlyOwn, null, null));
      }
    }
  }

  /** The label a search begins with here. */
  int label(View view, Labels labels) {
    int group = view.group(compound);
    return labels.of(view.baseOf(group), onlyOwn ? group : Labels.NONE);
  }
}
