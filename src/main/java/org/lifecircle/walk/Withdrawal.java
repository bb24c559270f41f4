package org.lifecircle.walk;

import java.util.BitSet;

/**
 * Takes back the costs that rest on ways which are closed, before they are found anew: those that
 * come out by such a way, and whatever may follow from one of them. Two walks as long leave it open
 * by which a cost came; then it is taken back as well. Source: the first phase of Ramalingam and
 * Reps (1996) for links that go, without their count of the ways there are.
 */
final class Withdrawal {

  private final CostField field;
  private final FieldStates states;
  private final Labels labels;
  private final View before;
  private final Costs costs;

  Withdrawal(CostField field, FieldStates states) {
    this.field = field;
    this.states = states;
    labels = states.labels();
    before = field.network().view();
    costs = field.linkCosts();
  }

  /**
   * Takes back what rests on passages that let fewer people by. Costs are those of the field, and
   * no change is noted yet.
   *
   * @return the nodes with a state that is no longer reached
   */
  BitSet of(BitSet closed) {
    BitSet nodes = new BitSet();
    for (int passage = closed.nextSetBit(0);
        passage >= 0;
        passage = closed.nextSetBit(passage + 1)) {
      BitSet sides = field.network().parts().gateSides().of(passage);
      for (int side = sides.nextSetBit(0); side >= 0; side = sides.nextSetBit(side + 1)) {
        withdrawBeyond(passage, side);
      }
    }
    for (Start start : field.starts(before)) {
      if (start.passage() != Links.NO_PASSAGE && closed.get(start.passage())) {
        withdrawStart(start);
      }
    }
    // what was taken back waits in the list of changes for what follows from it
    for (int i = 0; i < states.changeCount(); i++) {
      nodes.set(states.node(states.changed(i)));
      follow(states.changed(i), states.costBefore(i));
    }
    return nodes;
  }

  private void withdrawBeyond(int passage, int side) {
    for (int state = side; state != FieldStates.NONE; state = states.next(state)) {
      if (goesOn(state, states.cost(state))) {
        followLinks(state, states.cost(state), passage);
      }
    }
  }

  private void withdrawStart(Start start) {
    for (int state = start.node(); state != FieldStates.NONE; state = states.next(state)) {
      if (states.cost(state) == start.cost()) {
        states.set(state, Search.UNREACHED);
      }
    }
  }

  private boolean goesOn(int state, int cost) {
    return cost != Search.UNREACHED
        && (cost == 0 || !field.network().parts().nodes().isDoor(states.node(state)));
  }

  private void follow(int state, int cost) {
    if (!goesOn(state, cost)) {
      return;
    }
    followLinks(state, cost, Links.NO_PASSAGE);
    int node = states.node(state);
    int[] fresh = before.fresh(node);
    if (fresh != null) {
      for (int i = 0, end = before.freshThrough(node); i < end; i += 2) {
        withdraw(fresh[i], state, cost + costs.ground(fresh[i + 1]));
      }
      return;
    }
    GroundLinks ground = before.ground();
    for (int at = ground.first(node), end = ground.end(node, true); at < end; at++) {
      withdraw(ground.to(at), state, cost + costs.ground(ground.lengthMillimetres(at)));
    }
  }

  /**
   * @param only the passage whose links are followed; all are for {@link Links#NO_PASSAGE}
   */
  private void followLinks(int state, int cost, int only) {
    Links links = before.links();
    int node = states.node(state);
    for (int at = links.first(node), end = links.end(node, true); at < end; at++) {
      int step = costs.half(links.half(at) ^ 1);
      if (step != Costs.IMPASSABLE
          && (only == Links.NO_PASSAGE || links.passage(at) == only)
          && before.isThere(at)) {
        withdraw(links.target(at), state, cost + step);
      }
    }
  }

  private void withdraw(int node, int from, int cost) {
    for (int state = node; state != FieldStates.NONE; state = states.next(state)) {
      if (states.cost(state) == cost && labels.mayBecome(states.label(from), states.label(state))) {
        states.set(state, Search.UNREACHED);
      }
    }
  }
}
