package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Access;
import org.lifecircle.walk.Foothold.Way;
import org.lifecircle.walk.Passages.Passage;

/**
 * Settles states of a field in order of cost, as {@link Search} does, from those that wait: nothing
 * else of the field is looked at, but for what it beats.
 */
final class Settling {

  private static final List<int[]> NO_WAYS = List.of();

  private final CostField field;
  private final FieldStates states;
  private final LabelLimits limits;
  private final Labels labels;
  private final Costs costs;
  private final Nodes all;
  private final int nodes;
  private final Buckets waiting = new Buckets();
  private View view;
  private List<Doorway> doorways = List.of();
  private List<List<Way>> away = List.of(); // by doorway: what leads away from it to nodes
  private final Map<Integer, List<int[]>> into = new HashMap<>(); // by node: doorway, cost, passage

  Settling(CostField field, FieldStates states, LabelLimits limits) {
    this.field = field;
    this.states = states;
    this.limits = limits;
    labels = states.labels();
    costs = field.linkCosts();
    all = field.network().parts().nodes();
    nodes = all.count();
    view = field.network().view();
  }

  /** Begins with a change; nothing waits. */
  void begin(Difference now) {
    waiting.clear();
    view = now.after();
    enterDoorways(now.doorways());
  }

  private void enterDoorways(List<Doorway> some) {
    into.clear();
    doorways = some;
    away = new ArrayList<>();
    for (int d = 0; d < doorways.size(); d++) {
      Doorway doorway = doorways.get(d);
      // the search runs against the walk: it enters a doorway where a walk leaves it
      for (Way way : doorway.ways(field.network(), costs, false)) {
        int[] entry = {nodes + d, way.cost(), way.passage()};
        into.computeIfAbsent(way.node(), n -> new ArrayList<>()).add(entry);
      }
      away.add(doorway.ways(field.network(), costs, true));
    }
    into.forEach((node, ways) -> ways.forEach(way -> spread(node, way[0], way[1], way[2])));
  }

  /** Walks on from a node by one way. */
  void spread(int from, int to, int step, int passage) {
    for (int state = from; state != FieldStates.NONE; state = states.next(state)) {
      int cost = states.cost(state);
      if (cost != Search.UNREACHED) {
        go(passage, to, limits.reduced(limits.joined(states.label(state)), cost), cost + step);
      }
    }
  }

  /** Walks on from a node by all its ways. */
  void pushAll(int node) {
    for (int state = node; state != FieldStates.NONE; state = states.next(state)) {
      push(state);
    }
  }

  void push(int state) {
    if (states.cost(state) != Search.UNREACHED) {
      waiting.push(states.cost(state), state);
    }
  }

  /** Begins where walks end. */
  void begin(Start start) {
    go(start.passage(), start.node(), start.label(view, labels), start.cost());
  }

  /** Settles until nothing waits. */
  void run() {
    while (!waiting.isEmpty()) {
      long least = waiting.pop();
      int cost = (int) (least >>> 32);
      int state = (int) least;
      if (cost == states.cost(state)) {
        settle(state, cost);
      }
    }
  }

  private void settle(int state, int cost) {
    int node = states.node(state);
    int settled = limits.joined(states.label(state));
    limits.settled(node, settled, cost);
    int label = limits.reduced(settled, cost);
    if (node >= nodes) {
      leaveDoorway(node - nodes, label, cost);
      return;
    }
    if (cost > 0 && all.isDoor(node)) {
      return;
    }
    for (int[] way : into.getOrDefault(node, NO_WAYS)) {
      go(way[2], way[0], label, cost + way[1]);
    }
    Links links = view.links();
    for (int at = links.first(node), end = links.end(node, true); at < end; at++) {
      int step = costs.half(links.half(at) ^ 1);
      if (step != Costs.IMPASSABLE && view.isThere(at)) {
        go(links.passage(at), links.target(at), label, cost + step);
      }
    }
    int[] fresh = view.fresh(node);
    if (fresh != null) {
      for (int i = 0, end = view.freshThrough(node); i < end; i += 2) {
        relax(fresh[i], label, cost + costs.ground(fresh[i + 1]));
      }
      return;
    }
    GroundLinks ground = view.ground();
    for (int at = ground.first(node), end = ground.end(node, true); at < end; at++) {
      relax(ground.to(at), label, cost + costs.ground(ground.lengthMillimetres(at)));
    }
  }

  private void leaveDoorway(int doorway, int label, int cost) {
    for (Way way : away.get(doorway)) {
      go(way.passage(), way.node(), label, cost + way.cost());
    }
    Doorway here = doorways.get(doorway);
    for (int d = 0; d < doorways.size(); d++) {
      if (d != doorway) {
        Doorway there = doorways.get(d);
        long dx = (long) here.x() - there.x();
        long dy = (long) here.y() - there.y();
        relax(nodes + d, label, cost + costs.ground(Plane.lengthRoundedUp(dx, dy)));
      }
    }
  }

  private void go(int passage, int to, int label, int cost) {
    if (passage == Links.NO_PASSAGE) {
      relax(to, label, cost);
    } else {
      pass(view.passage(passage), to, label, cost);
    }
  }

  private void pass(Passage passage, int to, int label, int cost) {
    if (passage.access() == Access.PUBLIC) {
      relax(to, label, cost);
    } else if (passage.access() == Access.RESIDENTS) {
      int[] groups = view.groupsOf(passage);
      for (int group : groups) {
        if (labels.allows(label, group)) {
          relax(to, label, cost);
          return;
        }
      }
      if (labels.isUnclaimed(label)) {
        for (int group : groups) {
          relax(to, labels.claimed(label, group), cost);
        }
      }
    }
  }

  private void relax(int node, int label, int cost) {
    if (cost > field.cutoff() || cost < 0) {
      return;
    }
    if (label == 0 ? cost >= states.cost(node) : limits.isUseless(label, cost)) {
      return;
    }
    if (isBeaten(node, label, cost)) {
      return;
    }
    int state = states.of(node, label);
    states.set(state, cost);
    waiting.push(cost, state);
  }

  private boolean isBeaten(int node, int label, int cost) {
    for (int state = node; state != FieldStates.NONE; state = states.next(state)) {
      if (states.cost(state) <= cost
          && labels.dominates(limits.joined(states.label(state)), label)) {
        return true;
      }
    }
    return false;
  }
}
