package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Walk;
import org.lifecircle.walk.Foothold.Way;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** A walk being told, place by place, with its length and time. */
final class WalkLine {

  private final WalkNetwork network;
  private final List<Coordinate> places = new ArrayList<>();
  private final List<String> openings = new ArrayList<>();
  private final List<int[]> stretches = new ArrayList<>(); // path, from, to; or -1, length, 0
  private int cost;

  WalkLine(WalkNetwork network) {
    this.network = network;
  }

  void cost(int total) {
    cost = total;
  }

  int cost() {
    return cost;
  }

  void begin(Foothold start) {
    place(start.x(), start.y());
    place(start.groundX(), start.groundY());
    ground(start.tieMillimetres());
  }

  /** From a foothold to the first node. */
  void leave(Foothold start, Way way) {
    if (way.path() == Links.NO_PATH) {
      ground(sightLength(start, way.node()));
    } else {
      along(way.path(), way.fromChainage(), way.toChainage());
    }
    node(way.node());
  }

  /** From the last node to a foothold. */
  void arrive(Foothold end, Way way) {
    if (way.path() == Links.NO_PATH) {
      ground(sightLength(end, way.node()));
    } else {
      along(way.path(), way.toChainage(), way.fromChainage());
    }
    finish(end);
  }

  /** The straight link at the end. */
  void finish(Foothold end) {
    place(end.groundX(), end.groundY());
    ground(end.tieMillimetres());
    place(end.x(), end.y());
  }

  private static int sightLength(Foothold foothold, int node) {
    return foothold.sights().stream()
        .filter(seen -> seen.node() == node)
        .mapToInt(Foothold.Seen::lengthMillimetres)
        .min()
        .orElse(0);
  }

  /** From one node to the next, along a half-link or over open ground. */
  void step(int from, int to, int half) {
    if (half < 0) {
      Nodes nodes = network.parts().nodes();
      ground(
          Plane.lengthRoundedUp(
              (long) nodes.x(from) - nodes.x(to), (long) nodes.y(from) - nodes.y(to)));
    } else {
      followLink(network.links().get(half / 2), half % 2 == 1);
    }
    node(to);
  }

  /** Through a gate, if it is one. */
  void pass(int passage) {
    String gate =
        passage == Links.NO_PASSAGE ? null : network.parts().passages().get(passage).gate();
    boolean again = !openings.isEmpty() && openings.get(openings.size() - 1).equals(gate);
    if (gate != null && !again) {
      openings.add(gate);
    }
  }

  private void followLink(Links.Link link, boolean back) {
    pass(link.passage());
    if (link.path() == Links.NO_PATH) {
      ground(link.lengthMillimetres());
      return;
    }
    PathChain chain = network.chain(link.path());
    int from = chain.chainage(back ? link.toPosition() : link.fromPosition());
    int to = chain.chainage(back ? link.fromPosition() : link.toPosition());
    along(link.path(), from, to);
  }

  void ground(int millimetres) {
    stretches.add(new int[] {Links.NO_PATH, millimetres, 0});
  }

  /** Along a path from one chainage to another, round its bends. */
  void along(int path, int from, int to) {
    stretches.add(new int[] {path, from, to});
    PathChain chain = network.chain(path);
    List<Integer> between = new ArrayList<>();
    for (int i = 0; i < chain.size(); i++) {
      int at = chain.chainage(i);
      if (at > Math.min(from, to) && at < Math.max(from, to)) {
        between.add(i);
      }
    }
    for (int k = 0; k < between.size(); k++) {
      int i = between.get(from <= to ? k : between.size() - 1 - k);
      place(chain.x(i), chain.y(i));
    }
  }

  /** At a node. */
  void node(int node) {
    place(network.parts().nodes().x(node), network.parts().nodes().y(node));
  }

  private void place(int x, int y) {
    Coordinate place = network.frame().metres(x, y);
    if (places.isEmpty() || !places.get(places.size() - 1).equals2D(place)) {
      places.add(place);
    }
  }

  /** The walk told, measured in length and at the pace of the measure's group. */
  Walk toWalk(
      WalkNetwork of, Measure measure, Coordinate from, Coordinate to, GeometryFactory factory) {
    if (places.size() == 1) {
      places.add(places.get(0).copy());
    }
    return new Walk(
        total(of.costs(Measure.distance())),
        total(of.costs(Measure.time(of.paceOf(measure)))),
        from.distance(to),
        openings,
        List.of(),
        factory.createLineString(places.toArray(Coordinate[]::new)));
  }

  private int total(Costs costs) {
    int total = 0;
    for (int[] stretch : stretches) {
      total +=
          stretch[0] == Links.NO_PATH
              ? costs.ground(stretch[1])
              : Math.max(0, costs.stretch(stretch[0], stretch[1], stretch[2]));
    }
    return total;
  }
}
