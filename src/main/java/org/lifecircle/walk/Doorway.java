package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.walk.Foothold.Way;

/**
 * A place where a barrier would be opened to everybody, and how its sides join the network.
 *
 * @param x millimetres
 */
record Doorway(int x, int y, List<Foothold> sides) {

  /** The ways between the place and nodes, with what they cost towards it or away from it. */
  List<Way> ways(WalkNetwork network, Costs costs, boolean towards) {
    List<Way> ways = new ArrayList<>();
    sides.forEach(side -> ways.addAll(side.ways(network, costs, towards)));
    return ways;
  }
}
