package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;

/**
 * All nodes of a network: first the corners of the arrangement, then those that are no corner of
 * it, such as doors and the ends of bridges.
 */
final class Nodes {

  private final Corners corners;
  private final Triangulation mesh;
  private int[] x = new int[64]; // of nodes that are no corners
  private int[] y = new int[64];
  private int extra;
  private int firstDoor;
  private int endDoor;
  private final BitSet ways = new BitSet();
  private final BitSet homes = new BitSet();
  private final BitSet facilities = new BitSet();

  Nodes(Corners corners, Triangulation mesh) {
    this.corners = corners;
    this.mesh = mesh;
  }

  /** A new node that is no corner. */
  int add(int px, int py) {
    if (extra == x.length) {
      x = Arrays.copyOf(x, 2 * extra);
      y = Arrays.copyOf(y, 2 * extra);
    }
    x[extra] = px;
    y[extra] = py;
    return corners.count() + extra++;
  }

  /** A new node for a door: doors are made one after the other. */
  int addDoor(int px, int py) {
    int node = add(px, py);
    firstDoor = endDoor == 0 ? node : firstDoor;
    endDoor = node + 1;
    return node;
  }

  /** Whether it is a door: walks begin and end there, and none leads through. */
  boolean isDoor(int node) {
    return node >= firstDoor && node < endDoor;
  }

  int count() {
    return corners.count() + extra;
  }

  boolean isCorner(int node) {
    return node < corners.count();
  }

  int x(int node) {
    return isCorner(node) ? mesh.x(corners.vertex(node)) : x[node - corners.count()];
  }

  int y(int node) {
    return isCorner(node) ? mesh.y(corners.vertex(node)) : y[node - corners.count()];
  }

  /** Marks a node where other links meet open ground: a walk may change direction there at will. */
  void connect(int node) {
    ways.set(node);
  }

  /** Marks a node where walks from a home begin or end. */
  void connectHome(int node) {
    homes.set(node);
  }

  /** Marks a node where walks to a facility end or begin. */
  void connectFacility(int node) {
    facilities.set(node);
  }

  boolean isConnector(int node) {
    return ways.get(node) || homes.get(node) || facilities.get(node);
  }

  /** Whether walks only begin or end here, at a home. */
  boolean isHomeOnly(int node) {
    return homes.get(node) && !ways.get(node) && !facilities.get(node);
  }

  /** Whether walks only end or begin here, at a facility. */
  boolean isFacilityOnly(int node) {
    return facilities.get(node) && !ways.get(node) && !homes.get(node);
  }

  /** Whether it is a door off the ground that only leads to a facility. */
  boolean isDoorOfFacility(int node) {
    return !isCorner(node) && isFacilityOnly(node);
  }

  /**
   * Whether no walk leads straight from one node to the other unless it turns at one: nobody walks
   * from home to home or from facility to facility.
   */
  boolean areEndsOfOneKind(int node, int other) {
    return (isHomeOnly(node) && isHomeOnly(other))
        || (isFacilityOnly(node) && isFacilityOnly(other));
  }
}
