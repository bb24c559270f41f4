package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a free point joins the network: from the ground it stands on, or from the nearest ground it
 * sees, to nodes in sight or along a path.
 *
 * @param x of the point itself, millimetres
 * @param groundX of the ground it is tied to; the same for a point on ground
 * @param tieMillimetres the straight link between them
 * @param triangles of open ground the ground point lies in; empty on a path
 * @param sights nodes in sight of the ground point
 * @param stand where on a path the ground point is, or null on open ground
 */
record Foothold(
    int x,
    int y,
    int groundX,
    int groundY,
    int tieMillimetres,
    List<Integer> triangles,
    List<Seen> sights,
    @Nullable OnPath stand) {

  /** A node in sight. */
  record Seen(int node, int lengthMillimetres) {}

  /**
   * A place along a path.
   *
   * @param chainage from the path's start, millimetres
   * @param links the links of the path that run past it
   */
  record OnPath(int path, int chainage, List<Integer> links) {}

  /**
   * A way from the foothold to a node or back.
   *
   * @param passage that rules the path it runs along, or {@link Links#NO_PASSAGE}
   */
  record Way(int node, int cost, int passage, int path, int fromChainage, int toChainage) {}

  /** The ways between the foothold and nodes, with what they cost outward or inward. */
  List<Way> ways(WalkNetwork network, Costs costs, boolean towardsFoothold) {
    List<Way> ways = new ArrayList<>();
    int tie = costs.ground(tieMillimetres);
    for (Seen seen : sights) {
      int cost = tie + costs.ground(seen.lengthMillimetres());
      ways.add(new Way(seen.node(), cost, Links.NO_PASSAGE, Links.NO_PATH, 0, 0));
    }
    if (stand != null) {
      for (int number : stand.links()) {
        Links.Link link = network.links().get(number);
        PathChain chain = network.chain(link.path());
        int from = chain.chainage(link.fromPosition());
        int to = chain.chainage(link.toPosition());
        addWay(link, link.from(), from, tie, costs, towardsFoothold, ways);
        addWay(link, link.to(), to, tie, costs, towardsFoothold, ways);
      }
    }
    return ways;
  }

  private void addWay(
      Links.Link link,
      int node,
      int chainage,
      int tie,
      Costs costs,
      boolean towardsFoothold,
      List<Way> ways) {
    if (stand == null) {
      return;
    }
    int step =
        towardsFoothold
            ? costs.stretch(stand.path(), chainage, stand.chainage())
            : costs.stretch(stand.path(), stand.chainage(), chainage);
    if (step != Costs.IMPASSABLE) {
      ways.add(new Way(node, tie + step, link.passage(), stand.path(), stand.chainage(), chainage));
    }
  }
}
