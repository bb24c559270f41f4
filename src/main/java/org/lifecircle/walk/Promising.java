package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Layer;

/**
 * Which single openings could make a walk no longer than a cutoff: all that could, and some that
 * then do not. A new walk leaves today's network for the first time at a node that sees what goes,
 * and comes back to it for the last time at another; up to the one and from the other it is a walk
 * of today. So today's two fields bound it from below, and nothing has to be tried. Only where
 * compounds come to share their residents' gates can a walk change far away from what goes.
 */
final class Promising {

  private final WalkNetwork network;
  private final NetworkParts parts;
  private final View view;
  private final int cutoff;
  private final Costs costs;
  private final WalksOut out;
  private final Search in;
  private final GateSharing sharing;
  private final BitSet groups = new BitSet(); // of those who walk and of where they walk to
  private final Map<Integer, BitSet> waiting = new HashMap<>(); // by removable: ends of new links

  /**
   * @param out today's walks from the entrance
   * @param in today's walks to the facilities, run
   */
  Promising(
      WalkNetwork network,
      WalksOut out,
      Search in,
      Measure measure,
      List<Facility> to,
      int cutoff) {
    this.network = network;
    this.out = out;
    this.in = in;
    this.cutoff = cutoff;
    parts = network.parts();
    view = network.view();
    costs = network.costs(measure);
    addGroup(out.group());
    for (Facility facility : to) {
      addGroup(network.groupOf(facility));
    }
    sharing = new GateSharing(parts, view, groups);
    for (int i = 0; i < parts.links().count(); i++) {
      Links.Link link = parts.links().get(i);
      for (int removable : link.needs().removables()) {
        BitSet ends = waiting.computeIfAbsent(removable, k -> new BitSet());
        ends.set(link.from());
        ends.set(link.to());
      }
    }
  }

  private void addGroup(int group) {
    if (group != CompoundMap.NOWHERE) {
      groups.set(group);
    }
  }

  /** Removals of what stands and openings of gates, in the order of their layers. */
  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    for (int r = 0; r < parts.things().removableCount(); r++) {
      Things.Removable thing = parts.things().removable(r);
      boolean stands = !view.standing().gone().get(r);
      if (stands && (sharing.growsWithout(r) || couldPass(ends(r)))) {
        changes.add(
            thing.layer() == Layer.WALLS
                ? new Change.RemoveWall(thing.id())
                : new Change.RemoveStructure(thing.id()));
      }
    }
    for (Gate gate : network.area().gates()) {
      parts
          .passages()
          .ofGate(gate.id())
          .filter(number -> view.passage(number).access() != Access.PUBLIC)
          .filter(number -> couldPass(parts.gateSides().of(number)))
          .ifPresent(number -> changes.add(new Change.OpenGate(gate.id())));
    }
    changes.removeIf(
        change ->
            network.isChanged(change.layer(), change.id())
                || change.refusal(network.area()).isPresent());
    return changes;
  }

  private BitSet ends(int removable) {
    BitSet one = new BitSet();
    one.set(removable);
    BitSet ends = (BitSet) waiting.getOrDefault(removable, new BitSet()).clone();
    for (int node : parts.ground().affectedBy(one)) {
      ends.set(node);
    }
    return ends;
  }

  /** Whether a walk that leaves today's network at one of these and comes back could be enough. */
  private boolean couldPass(BitSet ends) {
    int[] leave = within(ends, out::anyCost);
    int[] comeBack = within(ends, in::anyCost);
    for (int from : leave) {
      int left = cutoff - out.anyCost(from);
      for (int to : comeBack) {
        int after = in.anyCost(to);
        if (after <= left && after + costs.least(millimetresApart(from, to)) <= left) {
          return true;
        }
      }
    }
    return false;
  }

  private static int[] within(BitSet ends, IntUnaryOperator cost) {
    return ends.stream().filter(end -> cost.applyAsInt(end) != WalkNetwork.UNREACHED).toArray();
  }

  private long millimetresApart(int a, int b) {
    Nodes nodes = parts.nodes();
    return (long) Math.hypot((double) nodes.x(a) - nodes.x(b), (double) nodes.y(a) - nodes.y(b));
  }
}
