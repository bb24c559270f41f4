package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Brings a field of costs up to date, one change at a time. What rests on ways that are closed is
 * taken back first; then what is around that, and what is newly there, seeds the queue, and only
 * what that betters is settled again. Source: Ramalingam and Reps, "An incremental algorithm for a
 * generalization of the shortest-path problem" (1996).
 *
 * <p>Invariant: every entrance has exactly the cost that a search of the changed network gives.
 * Where compounds join, the labels of each become one: what they found stays true of the whole, and
 * is of use to all its people. Where either label had stopped spreading because its own compound
 * needed no more, it goes on, and so do all from the sides of the gates that more people may pass
 * now. A compound whose own residents' gates are opened again is treated alike; and labels that had
 * stopped also go on where what they had stopped at is taken back.
 *
 * <p>For one thread. The field itself stays as it is; each change is undone by its own list.
 */
public final class FieldRepair {

  /** A gate opens as many barriers as pass side by side: hardly ever more than two. */
  private static final int MOST_DOORWAYS = 8;

  private final CostField field;
  private final FieldStates states;
  private final LabelLimits limits;
  private final Withdrawal withdrawal;
  private final Settling settling;
  private View view;
  private int[] changed = new int[64];
  private int changedCount;

  FieldRepair(CostField field) {
    this.field = field;
    view = field.network().view();
    states = new FieldStates(field, MOST_DOORWAYS);
    limits = new LabelLimits(field, states);
    withdrawal = new Withdrawal(field, states);
    settling = new Settling(field, states, limits);
  }

  /** Finds what a change does; answers hold until the next. */
  public void follow(Difference difference) {
    states.undo();
    view = difference.after();
    BitSet withdrawn = withdrawal.of(difference.closed());
    limits.begin(difference, withdrawn);
    settling.begin(difference);
    for (int i = 0; i < difference.linkCount(); i++) {
      int step = field.linkCosts().ground(difference.lengthMillimetres(i));
      settling.spread(difference.from(i), difference.to(i), step, Links.NO_PASSAGE);
    }
    BitSet again = difference.eased();
    if (!withdrawn.isEmpty()) {
      again = (BitSet) again.clone();
      addNeighbours(withdrawn, again);
    }
    for (int node = again.nextSetBit(0); node >= 0; node = again.nextSetBit(node + 1)) {
      settling.pushAll(node);
    }
    for (Start start : field.starts(view)) {
      if (difference.isJoined(start.compound())
          || start.foothold() != null
          || start.passage() != Links.NO_PASSAGE
          || withdrawn.get(start.node())) {
        settling.begin(start);
      }
    }
    limits.eachStopped(settling::push);
    settling.run();
    gather();
  }

  /** Adds the nodes from which a search may come to some nodes: links are seen from both ends. */
  private void addNeighbours(BitSet some, BitSet into) {
    Links links = view.links();
    GroundLinks ground = view.ground();
    for (int node = some.nextSetBit(0); node >= 0; node = some.nextSetBit(node + 1)) {
      for (int at = links.first(node), end = links.end(node, false); at < end; at++) {
        into.set(links.target(at));
      }
      int[] fresh = view.fresh(node);
      if (fresh != null) {
        for (int i = 0; i < fresh.length; i += 2) {
          into.set(fresh[i]);
        }
      } else {
        for (int at = ground.first(node), end = ground.end(node, false); at < end; at++) {
          into.set(ground.to(at));
        }
      }
    }
  }

  /** Finds the entrances from which walks cost something else. */
  private void gather() {
    changedCount = 0;
    Doors doors = field.network().parts().doors();
    BitSet moved = new BitSet();
    addNodesChanged(moved);
    for (int node = moved.nextSetBit(0); node >= 0; node = moved.nextSetBit(node + 1)) {
      int entrance = doors.entranceAt(node);
      int cost = entrance < 0 ? Search.UNREACHED : costTo(node, entrance);
      if (entrance >= 0 && cost != field.entranceCost(entrance)) {
        if (changedCount + 2 > changed.length) {
          changed = Arrays.copyOf(changed, 2 * changed.length);
        }
        changed[changedCount++] = entrance;
        changed[changedCount++] = cost;
      }
    }
  }

  private int costTo(int node, int entrance) {
    return costFor(node, view.group(field.network().parts().entranceCompound(entrance)));
  }

  /** What it costs to walk from a node now, for somebody of a group. */
  int costFor(int node, int group) {
    int best = states.cost(node);
    for (int state = states.next(node); state != FieldStates.NONE; state = states.next(state)) {
      if (states.cost(state) < best
          && states.labels().serves(limits.joined(states.label(state)), group)) {
        best = states.cost(state);
      }
    }
    return best;
  }

  /**
   * Adds the nodes that the last change brought nearer to anybody, or took farther away: also those
   * that only people of one compound could walk from, and now people of those that it has joined as
   * well.
   */
  public void addNodesChanged(BitSet moved) {
    limits.addNodes(moved);
    for (int i = 0; i < states.changeCount(); i++) {
      moved.set(states.node(states.changed(i)));
    }
  }

  /** By entrance, in the area's order: what it costs to walk from there now. */
  public int[] costs() {
    int[] costs = field.costs();
    for (int i = 0; i < changedCount; i += 2) {
      costs[changed[i]] = changed[i + 1];
    }
    return costs;
  }

  /** What links cost in the field's measure. */
  Costs linkCosts() {
    return field.linkCosts();
  }

  /** How many entrances are nearer or farther after the last change. */
  public int changedCount() {
    return changedCount / 2;
  }

  /** The number of an entrance that is. */
  public int entrance(int i) {
    return changed[2 * i];
  }

  /** What walking costs from there now; {@link WalkNetwork#UNREACHED} past the cutoff. */
  public int cost(int i) {
    return changed[2 * i + 1];
  }
}
