package org.lifecircle.town;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Spots joined by links, each with two lengths: the least and the most the text can be read to
 * mean. A link may need a right of way: walkers without it cannot use it.
 */
final class OracleGraph {

  static final double NEVER = Double.POSITIVE_INFINITY;

  /** The compounds whose residents may pass. */
  private record Link(int to, double low, double high, Set<String> users) {}

  private record Reached(int node, double metres) {}

  /** Everybody may pass. */
  static final Set<String> EVERYBODY = Set.of("*");

  private final List<Spot> spots = new ArrayList<>();
  private final List<List<Link>> links = new ArrayList<>();

  int add(Spot spot) {
    spots.add(spot);
    links.add(new ArrayList<>());
    return spots.size() - 1;
  }

  Spot spot(int node) {
    return spots.get(node);
  }

  int size() {
    return spots.size();
  }

  /** A link as long as it is straight. */
  void link(int a, int b) {
    double metres = spot(a).metresTo(spot(b));
    link(a, b, metres, metres, EVERYBODY);
  }

  void link(int a, int b, double low, double high, Set<String> users) {
    links.get(a).add(new Link(b, low, high, users));
    links.get(b).add(new Link(a, low, high, users));
  }

  /** Shortest lengths from a node to all nodes for somebody of these compounds. */
  double[] metresFrom(int start, Set<String> compounds, boolean lowest) {
    double[] metres = new double[spots.size()];
    Arrays.fill(metres, NEVER);
    metres[start] = 0;
    PriorityQueue<Reached> queue = new PriorityQueue<>(Comparator.comparingDouble(Reached::metres));
    queue.add(new Reached(start, 0));
    while (!queue.isEmpty()) {
      Reached next = queue.remove();
      if (next.metres() > metres[next.node()]) {
        continue;
      }
      for (Link link : links.get(next.node())) {
        double there = next.metres() + (lowest ? link.low() : link.high());
        if (there < metres[link.to()] && mayPass(link, compounds)) {
          metres[link.to()] = there;
          queue.add(new Reached(link.to(), there));
        }
      }
    }
    return metres;
  }

  private static boolean mayPass(Link link, Set<String> compounds) {
    return link.users() == EVERYBODY || link.users().stream().anyMatch(compounds::contains);
  }
}
