package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * How far labels spread while a field is brought up to date, and what they say where compounds have
 * joined.
 *
 * <p>A base is of use until its gates' sides have all been reached, a claim until all doors of its
 * compound have: see {@link BasesAndClaims}. The costs by which that was so in the field hold until
 * compounds join or one of those sides or doors is withdrawn. Then the costs are open until all of
 * them have been settled again, and the labels that had stopped there {@linkplain #eachStopped go
 * on}. An opening leaves limits higher than they need be, which only costs time.
 */
final class LabelLimits {

  private static final int UNKNOWN = -1;

  /**
   * Nodes that a limit waits for.
   *
   * @param atLeast the limit for all others
   */
  private record Open(BitSet left, int atLeast) {}

  private final CostField field;
  private final FieldStates states;
  private final Labels labels;
  private final Doors doors;
  private final Map<Integer, List<Integer>> statesOf; // by group: those that have it in their label
  private final Map<Integer, Integer> goingOn = new HashMap<>(); // by group, what it is now
  private int[] joinedLabels = new int[0]; // by label, when known
  private final Map<Integer, Open> openSides = new HashMap<>(); // by base, as it is now
  private final Map<Integer, Open> openDoors = new HashMap<>(); // by claim, as it is now
  private final Map<Integer, Integer> baseLimits = new HashMap<>();
  private final Map<Integer, Integer> claimLimits = new HashMap<>();
  private View view;

  LabelLimits(CostField field, FieldStates states) {
    this.field = field;
    this.states = states;
    labels = states.labels();
    doors = field.network().parts().doors();
    view = field.network().view();
    statesOf = statesByGroup();
  }

  private Map<Integer, List<Integer>> statesByGroup() {
    Map<Integer, List<Integer>> found = new HashMap<>();
    for (int state = states.ends(); state < states.keptEnd(); state++) {
      int base = labels.base(states.label(state));
      int claim = labels.claim(states.label(state));
      if (base != Labels.NONE) {
        found.computeIfAbsent(base, k -> new ArrayList<>()).add(state);
      }
      if (claim != Labels.NONE && claim != base) {
        found.computeIfAbsent(claim, k -> new ArrayList<>()).add(state);
      }
    }
    return found;
  }

  /**
   * Begins with a change.
   *
   * @param withdrawn nodes with states that were; their costs are gone already
   */
  void begin(Difference now, BitSet withdrawn) {
    baseLimits.clear();
    claimLimits.clear();
    openSides.clear();
    openDoors.clear();
    goingOn.clear();
    joinedLabels = new int[0];
    view = now.after();
    View before = field.network().view();
    for (int compound = 0; compound < field.network().parts().compounds().count(); compound++) {
      int group = view.group(compound);
      claimLimits.merge(group, field.doorLimitOf(compound), Math::max);
      if (now.isJoined(compound)) {
        goingOn.put(before.group(compound), group);
        wait(group, (BitSet) view.sides(group).clone(), 0);
      }
    }
    if (!withdrawn.isEmpty()) {
      raiseBases(withdrawn);
      raiseClaims(withdrawn);
    }
  }

  private void wait(int base, BitSet sides, int atLeast) {
    openSides.put(base, new Open(sides, atLeast));
    baseLimits.put(base, Math.max(atLeast, limitOf(sides)));
  }

  private void raiseBases(BitSet withdrawn) {
    for (int base : view.bases()) {
      int limit = field.baseLimitOf(base);
      BitSet left = (BitSet) view.sides(base).clone();
      left.and(withdrawn);
      if (!left.isEmpty() && limit != Search.UNREACHED && !openSides.containsKey(base)) {
        goingOn.put(base, base);
        wait(base, left, limit);
      }
    }
  }

  private void raiseClaims(BitSet withdrawn) {
    for (int node = withdrawn.nextSetBit(0); node >= 0; node = withdrawn.nextSetBit(node + 1)) {
      int entrance = doors.entranceAt(node);
      int compound =
          entrance < 0 ? CompoundMap.NOWHERE : field.network().parts().entranceCompound(entrance);
      if (compound != CompoundMap.NOWHERE) {
        int group = view.group(compound);
        goingOn.put(field.network().view().group(compound), group);
        int limit = claimLimits.getOrDefault(group, 0);
        openDoors.computeIfAbsent(group, g -> new Open(new BitSet(), limit)).left().set(node);
        claimLimits.put(group, Search.UNREACHED);
      }
    }
  }

  /** The cost by which walks that need no gate have been at all of these sides. */
  private int limitOf(BitSet sides) {
    return sides.stream().map(states::cost).max().orElse(0);
  }

  /** Tells of the states of the field whose labels had stopped spreading and now go on. */
  void eachStopped(IntConsumer push) {
    for (int group : goingOn.keySet()) {
      int baseLimit = field.baseLimitOf(group);
      int claimLimit = field.claimLimitOf(group);
      for (int state : statesOf.getOrDefault(group, List.of())) {
        int label = states.label(state);
        int cost = states.cost(state);
        if ((labels.base(label) == group && cost >= baseLimit)
            || (labels.claim(label) == group && cost >= claimLimit)) {
          push.accept(state);
        }
      }
    }
  }

  /** Adds the nodes with states whose labels are of use to others than before. */
  void addNodes(BitSet nodes) {
    for (int group : goingOn.keySet()) {
      statesOf.getOrDefault(group, List.of()).forEach(state -> nodes.set(states.node(state)));
    }
  }

  /** What a label says now that some compounds have joined. */
  int joined(int label) {
    if (goingOn.isEmpty() || label == 0) {
      return label;
    }
    if (label >= joinedLabels.length) {
      int known = joinedLabels.length;
      joinedLabels = Arrays.copyOf(joinedLabels, 2 * label + 16);
      Arrays.fill(joinedLabels, known, joinedLabels.length, UNKNOWN);
    }
    if (joinedLabels[label] == UNKNOWN) {
      int base = labels.base(label);
      int claim = labels.claim(label);
      joinedLabels[label] =
          labels.of(goingOn.getOrDefault(base, base), goingOn.getOrDefault(claim, claim));
    }
    return joinedLabels[label];
  }

  /** Takes note of what is settled, in order of cost. */
  void settled(int node, int label, int cost) {
    Open sides = openSides.isEmpty() ? null : openSides.get(labels.base(label));
    if (sides != null && labels.isUnclaimed(label) && sides.left().get(node)) {
      sides.left().clear(node);
      int limit = Math.max(sides.atLeast(), limitOf(sides.left()));
      baseLimits.put(labels.base(label), Math.max(cost, limit));
    }
    int entrance = openDoors.isEmpty() ? UNKNOWN : doors.entranceAt(node);
    if (entrance >= 0) {
      int group = view.group(field.network().parts().entranceCompound(entrance));
      Open its = openDoors.get(group);
      if (its != null && its.left().get(node) && labels.serves(label, group)) {
        its.left().clear(node);
        if (its.left().isEmpty()) {
          claimLimits.put(group, Math.max(cost, its.atLeast()));
        }
      }
    }
  }

  /** The label without a base that can do no more. */
  int reduced(int label, int cost) {
    int base = label == 0 ? Labels.NONE : labels.base(label);
    if (base == Labels.NONE) {
      return label;
    }
    int limit = baseLimits.computeIfAbsent(base, field::baseLimitOf);
    return cost > limit ? labels.of(Labels.NONE, labels.claim(label)) : label;
  }

  /** Whether nobody is left whom the label's claim could help. */
  boolean isUseless(int label, int cost) {
    int claim = labels.claim(label);
    return claim != Labels.NONE && cost >= claimLimits.getOrDefault(claim, Search.UNREACHED);
  }
}
