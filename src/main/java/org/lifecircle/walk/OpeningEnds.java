package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lifecircle.walk.Foothold.Way;

/**
 * The nodes where walks by an opening leave today's network and come back to it, and what it costs
 * at least between them and the opening. A link that is new touches what has gone: from a node it
 * is as far at least as to the box round that. For one thread.
 */
final class OpeningEnds {

  /**
   * What it costs at least.
   *
   * @param leave nodes from where walks come to the opening
   * @param comeBack nodes to where they go on
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Ends(int[] leave, int[] before, int[] comeBack, int[] after) {}

  private final Function<Costs, Ends> make;
  private final boolean anyDirection; // whether walks may turn at them that could not
  private final Map<Costs, Ends> made = new HashMap<>();

  private OpeningEnds(Function<Costs, Ends> make, boolean anyDirection) {
    this.make = make;
    this.anyDirection = anyDirection;
  }

  /**
   * Those of what is opened or taken down.
   *
   * @param going removables
   * @param at nodes that are no way off
   */
  static OpeningEnds of(NetworkParts parts, View view, BitSet going, BitSet at) {
    BitSet all = (BitSet) at.clone();
    int[] seeing = view.affectedBy(going);
    Arrays.stream(seeing).forEach(all::set);
    int[] nodes = all.stream().toArray();
    List<int[]> boxes = going.stream().mapToObj(removable -> box(parts, removable)).toList();
    long[] millimetres =
        Arrays.stream(nodes)
            .mapToLong(node -> at.get(node) ? 0 : millimetres(parts.nodes(), node, boxes))
            .toArray();
    return new OpeningEnds(
        costs -> {
          int[] least =
              Arrays.stream(millimetres)
                  .mapToInt(far -> (int) Math.min(Integer.MAX_VALUE / 2, costs.least(far)))
                  .toArray();
          return new Ends(nodes, least, nodes, least);
        },
        true);
  }

  /** Those of a new gate. */
  static OpeningEnds of(WalkNetwork network, List<Doorway> doorways) {
    return new OpeningEnds(
        costs -> {
          List<Way> before = new ArrayList<>();
          List<Way> after = new ArrayList<>();
          for (Doorway doorway : doorways) {
            before.addAll(doorway.ways(network, costs, true));
            after.addAll(doorway.ways(network, costs, false));
          }
          return new Ends(nodes(before), costs(before), nodes(after), costs(after));
        },
        false);
  }

  private static int[] nodes(List<Way> ways) {
    return ways.stream().mapToInt(Way::node).toArray();
  }

  private static int[] costs(List<Way> ways) {
    return ways.stream().mapToInt(Way::cost).toArray();
  }

  /** West, south, east and north of all that a removable touches. */
  private static int[] box(NetworkParts parts, int removable) {
    Triangulation mesh = parts.world().arrangement().mesh();
    int[] box = {
      Integer.MAX_VALUE / 2, Integer.MAX_VALUE / 2, Integer.MIN_VALUE / 2, Integer.MIN_VALUE / 2
    };
    BitSet one = new BitSet();
    one.set(removable);
    for (int vertex : parts.world().effects().verticesOf(one)) {
      box[0] = Math.min(box[0], mesh.x(vertex));
      box[1] = Math.min(box[1], mesh.y(vertex));
      box[2] = Math.max(box[2], mesh.x(vertex));
      box[3] = Math.max(box[3], mesh.y(vertex));
    }
    return box;
  }

  /** How far it is from a node to the nearest box, rounded down. */
  private static long millimetres(Nodes nodes, int node, List<int[]> boxes) {
    double least = Double.MAX_VALUE;
    for (int[] box : boxes) {
      double dx =
          Math.max(0, Math.max((double) box[0] - nodes.x(node), nodes.x(node) - (double) box[2]));
      double dy =
          Math.max(0, Math.max((double) box[1] - nodes.y(node), nodes.y(node) - (double) box[3]));
      least = Math.min(least, dx * dx + dy * dy);
    }
    return (long) Math.sqrt(least);
  }

  private Ends ends(Costs costs) {
    return made.computeIfAbsent(costs, make);
  }

  /** The least that a walk costs up to the opening; {@link WalkNetwork#UNREACHED} if none comes. */
  int leastBefore(int[] costsToNode, Costs costs) {
    return least(costsToNode, ends(costs).leave, ends(costs).before);
  }

  /** The least that a walk costs from the opening on. */
  int leastAfter(int[] costsFromNode, Costs costs) {
    return least(costsFromNode, ends(costs).comeBack, ends(costs).after);
  }

  private static int least(int[] costsByNode, int[] nodes, int[] more) {
    int least = WalkNetwork.UNREACHED;
    for (int i = 0; i < nodes.length; i++) {
      int cost = costsByNode[nodes[i]];
      if (cost < least) {
        least = (int) Math.min(least, (long) cost + more[i]);
      }
    }
    return least;
  }

  /** Starts a search against the walk for what it costs at least up to the opening. */
  void startAt(Search search, Costs costs, View view) {
    Ends its = ends(costs);
    for (int i = 0; i < its.leave.length; i++) {
      int node = its.leave[i];
      search.start(node, its.before[i], 0);
      if (anyDirection) {
        startBeyond(node, its.before[i], search, costs, view);
      }
    }
  }

  /** Once something has gone from it, a walk may come to a node by links that led nowhere. */
  private static void startBeyond(int node, int cost, Search search, Costs costs, View view) {
    int[] fresh = view.fresh(node);
    if (fresh != null) {
      for (int i = view.freshThrough(node); i < fresh.length; i += 2) {
        search.start(fresh[i], cost + costs.ground(fresh[i + 1]), 0);
      }
      return;
    }
    GroundLinks ground = view.ground();
    for (int at = ground.end(node, true), end = ground.end(node, false); at < end; at++) {
      search.start(ground.to(at), cost + costs.ground(ground.lengthMillimetres(at)), 0);
    }
  }
}
