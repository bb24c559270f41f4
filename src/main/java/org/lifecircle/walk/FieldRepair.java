package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Access;
import org.lifecircle.walk.Foothold.Way;
import org.lifecircle.walk.Passages.Passage;

/**
 * Brings a field of costs up to date for changes that only open, one change at a time: what is
 * newly there seeds the queue, and only what gets nearer is settled again. Source: Ramalingam and
 * Reps, "An incremental algorithm for a generalization of the shortest-path problem" (1996).
 *
 * <p>Invariant: every entrance has exactly the cost that a search of the changed network gives.
 * Where compounds join, the labels of each become one ({@code joined}): what they found stays true
 * of the whole, and is of use to all its people. Where either label had stopped spreading because
 * its own compound needed no more, it goes on, and so do all from the sides of the gates that more
 * people may pass now. A compound whose own residents' gates are opened again is treated alike.
 *
 * <p>For one thread. The field itself stays as it is; each change is undone by its own list.
 */
public final class FieldRepair {

  private static final int NOBODY = -1;

  /** A gate opens as many barriers as pass side by side: hardly ever more than two. */
  private static final int MOST_DOORWAYS = 8;

  private final CostField field;
  private final Costs costs;
  private final Labels labels;
  private final int nodes;
  private final int ends; // nodes and doorways: states below are theirs for label 0
  private final int[] plain;
  private final int[] more; // by node: first state with another label
  private int[] moreNode;
  private int[] moreLabel;
  private int[] moreCost;
  private int[] moreNext;
  private int moreCount;
  private final int keptCount;
  private final Buckets waiting = new Buckets();
  private int[] log = new int[256]; // state and what it cost, in turn
  private int logged;
  private Shortcuts now;
  private List<List<Way>> away = List.of(); // by doorway: what leads away from it to nodes
  private final Map<Integer, List<int[]>> into = new HashMap<>(); // by node: doorway, cost
  private final Map<Integer, Integer> joinedGroups = new HashMap<>(); // by group, the one it joined
  private int[] joinedLabels = new int[0]; // by label, when known; else -1
  private final Map<Integer, List<Integer>> statesOf; // by group: those that have it in their label
  private final Map<Integer, BitSet> sidesLeft = new HashMap<>(); // by new base
  private final Map<Integer, Integer> baseLimits = new HashMap<>();
  private final Map<Integer, Integer> claimLimits = new HashMap<>();
  private int[] changed = new int[64];
  private int changedCount;

  FieldRepair(CostField field) {
    this.field = field;
    costs = field.linkCosts();
    labels = field.labels().copy();
    nodes = field.network().parts().nodes().count();
    ends = nodes + MOST_DOORWAYS;
    plain = Arrays.copyOf(field.plain(), ends);
    Arrays.fill(plain, nodes, ends, Search.UNREACHED);
    more = new int[ends];
    Arrays.fill(more, NOBODY);
    int[] others = field.others();
    int states = others.length / 3;
    moreNode = new int[states + 64];
    moreLabel = new int[states + 64];
    moreCost = new int[states + 64];
    moreNext = new int[states + 64];
    for (int i = 0; i < states; i++) {
      add(others[3 * i], others[3 * i + 1]);
      moreCost[i] = others[3 * i + 2];
    }
    keptCount = moreCount;
    statesOf = statesByGroup();
    now = Shortcuts.through(field.network().view(), List.of());
  }

  private Map<Integer, List<Integer>> statesByGroup() {
    Map<Integer, List<Integer>> found = new HashMap<>();
    for (int i = 0; i < keptCount; i++) {
      int base = labels.base(moreLabel[i]);
      int claim = labels.claim(moreLabel[i]);
      if (base != Labels.NONE) {
        found.computeIfAbsent(base, k -> new ArrayList<>()).add(i);
      }
      if (claim != Labels.NONE && claim != base) {
        found.computeIfAbsent(claim, k -> new ArrayList<>()).add(i);
      }
    }
    return found;
  }

  /** Finds what a change does; answers hold until the next. */
  public void follow(Shortcuts shortcuts) {
    undo();
    waiting.clear();
    now = shortcuts;
    limit();
    enterDoorways();
    for (int i = 0; i < now.linkCount(); i++) {
      int step = costs.ground(now.lengthMillimetres(i));
      spread(now.from(i), now.to(i), step, Links.NO_PASSAGE);
    }
    for (int node = now.eased().nextSetBit(0); node >= 0; node = now.eased().nextSetBit(node + 1)) {
      pushAll(node);
    }
    for (Start start : field.starts(now.after())) {
      if (now.isJoined(start.compound()) || start.foothold() != null) {
        begin(start);
      }
    }
    joinedGroups.keySet().forEach(this::goOn);
    run();
    gather();
  }

  private void begin(Start start) {
    go(start.passage(), start.node(), start.label(now.after(), labels), start.cost());
  }

  private void limit() {
    baseLimits.clear();
    claimLimits.clear();
    sidesLeft.clear();
    joinedGroups.clear();
    joinedLabels = new int[0];
    View view = now.after();
    for (int compound = 0; compound < field.network().parts().compounds().count(); compound++) {
      claimLimits.merge(view.group(compound), field.doorLimitOf(compound), Math::max);
      if (now.isJoined(compound)) {
        int group = view.group(compound);
        joinedGroups.put(field.network().view().group(compound), group);
        BitSet sides = sidesLeft.computeIfAbsent(group, g -> (BitSet) view.sides(g).clone());
        baseLimits.put(group, limitOf(sides));
      }
    }
  }

  /** Lets the labels of a group that has joined others go on from where they stopped. */
  private void goOn(int group) {
    int baseLimit = field.baseLimitOf(group);
    int claimLimit = field.claimLimitOf(group);
    for (int i : statesOf.getOrDefault(group, List.of())) {
      int label = moreLabel[i];
      boolean stopped =
          (labels.base(label) == group && moreCost[i] >= baseLimit)
              || (labels.claim(label) == group && moreCost[i] >= claimLimit);
      if (stopped) {
        waiting.push(moreCost[i], ends + i);
      }
    }
  }

  /** What a label says now that some compounds have joined. */
  private int joined(int label) {
    if (joinedGroups.isEmpty() || label == 0) {
      return label;
    }
    if (label >= joinedLabels.length) {
      int known = joinedLabels.length;
      joinedLabels = Arrays.copyOf(joinedLabels, 2 * label + 16);
      Arrays.fill(joinedLabels, known, joinedLabels.length, NOBODY);
    }
    if (joinedLabels[label] == NOBODY) {
      int base = labels.base(label);
      int claim = labels.claim(label);
      joinedLabels[label] =
          labels.of(joinedGroups.getOrDefault(base, base), joinedGroups.getOrDefault(claim, claim));
    }
    return joinedLabels[label];
  }

  private void enterDoorways() {
    into.clear();
    away = new ArrayList<>();
    List<Doorway> doorways = now.doorways();
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

  private void pushAll(int node) {
    if (plain[node] != Search.UNREACHED) {
      waiting.push(plain[node], node);
    }
    for (int i = more[node]; i != NOBODY; i = moreNext[i]) {
      waiting.push(moreCost[i], ends + i);
    }
  }

  private void spread(int from, int to, int step, int passage) {
    if (plain[from] != Search.UNREACHED) {
      go(passage, to, 0, plain[from] + step);
    }
    for (int i = more[from]; i != NOBODY; i = moreNext[i]) {
      go(passage, to, reduced(joined(moreLabel[i]), moreCost[i]), moreCost[i] + step);
    }
  }

  private void run() {
    while (!waiting.isEmpty()) {
      long least = waiting.pop();
      int cost = (int) (least >>> 32);
      int state = (int) least;
      if (cost == costOf(state)) {
        settle(state, cost);
      }
    }
  }

  private int costOf(int state) {
    return state < ends ? plain[state] : moreCost[state - ends];
  }

  private void settle(int state, int cost) {
    int node = state < ends ? state : moreNode[state - ends];
    int settled = state < ends ? 0 : joined(moreLabel[state - ends]);
    settledSide(node, settled, cost);
    int label = reduced(settled, cost);
    if (node >= nodes) {
      leaveDoorway(node - nodes, label, cost);
      return;
    }
    if (cost > 0 && field.network().parts().nodes().isDoor(node)) {
      return;
    }
    for (int[] way : into.getOrDefault(node, List.of())) {
      go(way[2], way[0], label, cost + way[1]);
    }
    View view = now.after();
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
    Doorway here = now.doorways().get(doorway);
    for (int d = 0; d < now.doorways().size(); d++) {
      if (d != doorway) {
        Doorway there = now.doorways().get(d);
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
      pass(now.after().passage(passage), to, label, cost);
    }
  }

  private void pass(Passage passage, int to, int label, int cost) {
    if (passage.access() == Access.PUBLIC) {
      relax(to, label, cost);
    } else if (passage.access() == Access.RESIDENTS) {
      int[] groups = now.after().groupsOf(passage);
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

  private void settledSide(int node, int label, int cost) {
    BitSet left = sidesLeft.isEmpty() ? null : sidesLeft.get(labels.base(label));
    if (left != null && labels.isUnclaimed(label) && left.get(node)) {
      left.clear(node);
      baseLimits.put(labels.base(label), Math.max(cost, limitOf(left)));
    }
  }

  /** The cost by which walks that need no gate have been at all of these sides. */
  private int limitOf(BitSet sides) {
    return sides.stream().map(side -> plain[side]).max().orElse(0);
  }

  /** The label without a base that can do no more. */
  private int reduced(int label, int cost) {
    int base = label == 0 ? Labels.NONE : labels.base(label);
    if (base == Labels.NONE) {
      return label;
    }
    int limit = baseLimits.computeIfAbsent(base, field::baseLimitOf);
    return cost > limit ? labels.of(Labels.NONE, labels.claim(label)) : label;
  }

  private void relax(int node, int label, int cost) {
    if (cost > field.cutoff() || cost < 0) {
      return;
    }
    if (label == 0) {
      if (cost < plain[node] && !isBeaten(node, 0, cost)) {
        remember(node, plain[node]);
        plain[node] = cost;
        waiting.push(cost, node);
      }
      return;
    }
    int claim = labels.claim(label);
    boolean useless =
        claim != Labels.NONE && cost >= claimLimits.getOrDefault(claim, Search.UNREACHED);
    if (useless
        || (plain[node] <= cost && labels.dominates(0, label))
        || isBeaten(node, label, cost)) {
      return;
    }
    int i = stateOf(node, label);
    remember(ends + i, moreCost[i]);
    moreCost[i] = cost;
    waiting.push(cost, ends + i);
  }

  private boolean isBeaten(int node, int label, int cost) {
    for (int i = more[node]; i != NOBODY; i = moreNext[i]) {
      if (moreCost[i] <= cost && labels.dominates(joined(moreLabel[i]), label)) {
        return true;
      }
    }
    return false;
  }

  private int stateOf(int node, int label) {
    for (int i = more[node]; i != NOBODY; i = moreNext[i]) {
      if (moreLabel[i] == label) {
        return i;
      }
    }
    return add(node, label);
  }

  private int add(int node, int label) {
    if (moreCount == moreNode.length) {
      int n = 2 * moreCount;
      moreNode = Arrays.copyOf(moreNode, n);
      moreLabel = Arrays.copyOf(moreLabel, n);
      moreCost = Arrays.copyOf(moreCost, n);
      moreNext = Arrays.copyOf(moreNext, n);
    }
    moreNode[moreCount] = node;
    moreLabel[moreCount] = label;
    moreCost[moreCount] = Search.UNREACHED;
    moreNext[moreCount] = more[node];
    more[node] = moreCount;
    return moreCount++;
  }

  private void remember(int state, int cost) {
    if (logged + 2 > log.length) {
      log = Arrays.copyOf(log, 2 * log.length);
    }
    log[logged++] = state;
    log[logged++] = cost;
  }

  private void undo() {
    while (logged > 0) {
      logged -= 2;
      int state = log[logged];
      if (state < ends) {
        plain[state] = log[logged + 1];
      } else {
        moreCost[state - ends] = log[logged + 1];
      }
    }
    while (moreCount > keptCount) {
      moreCount--;
      more[moreNode[moreCount]] = moreNext[moreCount];
    }
  }

  /** Finds the entrances that have come nearer. */
  private void gather() {
    changedCount = 0;
    if (logged == 0 && joinedGroups.isEmpty()) {
      return;
    }
    Doors doors = field.network().parts().doors();
    BitSet nearer = new BitSet();
    addNodesNearer(nearer);
    for (int node = nearer.nextSetBit(0); node >= 0; node = nearer.nextSetBit(node + 1)) {
      int entrance = doors.entranceAt(node);
      int cost = entrance < 0 ? Search.UNREACHED : costTo(node, entrance);
      if (entrance >= 0 && cost < field.entranceCost(entrance)) {
        if (changedCount + 2 > changed.length) {
          changed = Arrays.copyOf(changed, 2 * changed.length);
        }
        changed[changedCount++] = entrance;
        changed[changedCount++] = cost;
      }
    }
  }

  private int costTo(int node, int entrance) {
    return costFor(node, now.after().group(field.network().parts().entranceCompound(entrance)));
  }

  /** What it costs to walk from a node now, for somebody of a group. */
  int costFor(int node, int group) {
    int best = plain[node];
    for (int i = more[node]; i != NOBODY; i = moreNext[i]) {
      if (moreCost[i] < best && labels.serves(joined(moreLabel[i]), group)) {
        best = moreCost[i];
      }
    }
    return best;
  }

  /**
   * Adds the nodes that the last change brought nearer to anybody: also those that only people of
   * one compound could walk from, and now people of those that it has joined as well.
   */
  public void addNodesNearer(BitSet nearer) {
    for (int group : joinedGroups.keySet()) {
      statesOf.getOrDefault(group, List.of()).forEach(state -> nearer.set(moreNode[state]));
    }
    for (int i = 0; i < logged; i += 2) {
      nearer.set(log[i] < ends ? log[i] : moreNode[log[i] - ends]);
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
    return costs;
  }

  /** How many entrances the last change brought nearer. */
  public int changedCount() {
    return changedCount / 2;
  }

  /** The number of an entrance that came nearer. */
  public int entrance(int i) {
    return changed[2 * i];
  }

  /** What walking costs from there now. */
  public int cost(int i) {
    return changed[2 * i + 1];
  }
}
