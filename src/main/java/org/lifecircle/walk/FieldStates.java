package org.lifecircle.walk;

import java.util.Arrays;

/**
 * The costs of a field while they are brought up to date: of each node one for every label that
 * nothing better makes useless. Every change is noted, and all are taken back together.
 *
 * <p>A state is a number. Those below {@link #ends} are the nodes and after them the doorways, each
 * with label 0; the others follow. A state that is not reached is as if it were not there.
 */
final class FieldStates {

  static final int NONE = -1;

  private final int ends;
  private final Labels labels;
  private final int[] plain;
  private final int[] first; // by node: its first state with another label
  private int[] moreNode; // by state, from ends on
  private int[] moreLabel;
  private int[] moreCost;
  private int[] moreNext;
  private int count;
  private final int kept;
  private int[] log = new int[256]; // state and what it cost, in turn
  private int logged;

  /**
   * @param doorways how many places there are to be beside the nodes; not reached yet
   */
  FieldStates(CostField field, int doorways) {
    labels = field.labels().copy();
    int nodes = field.plain().length;
    ends = nodes + doorways;
    plain = Arrays.copyOf(field.plain(), ends);
    Arrays.fill(plain, nodes, ends, Search.UNREACHED);
    first = new int[ends];
    Arrays.fill(first, NONE);
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
    kept = count;
  }

  Labels labels() {
    return labels;
  }

  /** Where the states with label 0 end, and those of the field with other labels begin. */
  int ends() {
    return ends;
  }

  /** Where the states of the field end, and those that were added begin. */
  int keptEnd() {
    return ends + kept;
  }

  /** The next state of the same node, or NONE; the first is the node itself. */
  int next(int state) {
    return state < ends ? first[state] : moreNext[state - ends];
  }

  int node(int state) {
    return state < ends ? state : moreNode[state - ends];
  }

  int label(int state) {
    return state < ends ? 0 : moreLabel[state - ends];
  }

  int cost(int state) {
    return state < ends ? plain[state] : moreCost[state - ends];
  }

  /** The state of a node with a label; a new one where there is none. */
  int of(int node, int label) {
    if (label == 0) {
      return node;
    }
    for (int state = first[node]; state != NONE; state = moreNext[state - ends]) {
      if (moreLabel[state - ends] == label) {
        return state;
      }
    }
    return ends + add(node, label);
  }

  private int add(int node, int label) {
    if (count == moreNode.length) {
      int n = 2 * count;
      moreNode = Arrays.copyOf(moreNode, n);
      moreLabel = Arrays.copyOf(moreLabel, n);
      moreCost = Arrays.copyOf(moreCost, n);
      moreNext = Arrays.copyOf(moreNext, n);
    }
    moreNode[count] = node;
    moreLabel[count] = label;
    moreCost[count] = Search.UNREACHED;
    moreNext[count] = first[node];
    first[node] = ends + count;
    return count++;
  }

  /** Sets a cost, and notes what it was. */
  void set(int state, int cost) {
    if (logged == log.length) {
      log = Arrays.copyOf(log, 2 * log.length);
    }
    log[logged++] = state;
    log[logged++] = cost(state);
    put(state, cost);
  }

  private void put(int state, int cost) {
    if (state < ends) {
      plain[state] = cost;
    } else {
      moreCost[state - ends] = cost;
    }
  }

  /** How many changes were noted. */
  int changeCount() {
    return logged / 2;
  }

  /** The state that a change was of. */
  int changed(int change) {
    return log[2 * change];
  }

  /** What it cost before that change. */
  int costBefore(int change) {
    return log[2 * change + 1];
  }

  /** Takes all changes back. */
  void undo() {
    while (logged > 0) {
      logged -= 2;
      put(log[logged], log[logged + 1]);
    }
    while (count > kept) {
      count--;
      first[moreNode[count]] = moreNext[count];
    }
  }
}
