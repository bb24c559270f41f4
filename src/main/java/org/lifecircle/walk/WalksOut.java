package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Serves;
import org.lifecircle.model.Walk;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The shortest walks from one entrance, in the direction of walking: the same costs as {@link
 * WalkNetwork#costsToNearest} finds the other way round, and the ways themselves. Closing it lets
 * the next search have its arrays.
 */
public final class WalksOut implements AutoCloseable {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int NOWHERE = -1;

  private final WalkNetwork network;
  private final Measure measure;
  private final int door;
  private final int group;
  private final Search search;

  private WalksOut(WalkNetwork network, Measure measure, int door, int group, Search search) {
    this.network = network;
    this.measure = measure;
    this.door = door;
    this.group = group;
    this.search = search;
  }

  static WalksOut of(WalkNetwork network, int entrance, Measure measure, int cutoff) {
    NetworkParts parts = network.parts();
    View view = network.view();
    int door = parts.doors().entranceNode(entrance);
    int group = view.group(parts.entranceCompound(entrance));
    Search search =
        new Search(view, network.costs(measure), parts.nodes().count(), false, cutoff).traced();
    search.start(door, 0, search.labels().of(view.baseOf(group), Labels.NONE));
    search.run();
    return new WalksOut(network, measure, door, group, search);
  }

  @Override
  public void close() {
    search.close();
  }

  /** The least cost of a place, whosever gates it takes. */
  int anyCost(int node) {
    return search.anyCost(node);
  }

  /** The compounds whose gates are open to those who live here, as one group. */
  int group() {
    return group;
  }

  /**
   * What it costs to walk to a facility, by whichever of its doors.
   *
   * @return millimetres or milliseconds, or {@link WalkNetwork#UNREACHED}: beyond the cutoff, or
   *     not for people who live here
   */
  public int costTo(Facility facility) {
    int node = doorOf(facility);
    return node == NOWHERE ? WalkNetwork.UNREACHED : search.costTo(node, network.groupOf(facility));
  }

  /** The walk that costs this; {@link Walk#forcedBy} stays empty. */
  public Optional<Walk> walkTo(Facility facility) {
    int node = doorOf(facility);
    return node == NOWHERE ? Optional.empty() : Optional.of(trace(node, network.groupOf(facility)));
  }

  /** Whether a gate lets those who live here through on their way to a facility. */
  public boolean mayPass(String gate, Facility to) {
    View view = network.view();
    return network
        .parts()
        .passages()
        .ofGate(gate)
        .map(view::passage)
        .map(
            passage ->
                switch (passage.access()) {
                  case PUBLIC -> true;
                  case CLOSED -> false;
                  case RESIDENTS ->
                      IntStream.of(view.groupsOf(passage))
                          .anyMatch(g -> g == group || g == network.groupOf(to));
                })
        .orElse(true);
  }

  /** The door that is nearest on foot; nowhere when none is within reach. */
  private int doorOf(Facility facility) {
    int at = network.groupOf(facility);
    if (facility.serves() == Serves.COMPOUND && (at == Labels.NONE || at != group)) {
      return NOWHERE;
    }
    int nearest = NOWHERE;
    int least = WalkNetwork.UNREACHED;
    for (int node : network.parts().doors().facilityNodes(facility.id())) {
      int cost = search.costTo(node, at);
      if (cost < least) {
        least = cost;
        nearest = node;
      }
    }
    return nearest;
  }

  private Walk trace(int node, int facilityGroup) {
    List<Integer> states = new ArrayList<>();
    for (int state = search.stateFor(node, facilityGroup);
        state >= 0;
        state = search.parent(state)) {
      states.add(state);
    }
    Collections.reverse(states);
    WalkLine line = new WalkLine(network);
    line.cost(search.costTo(node, facilityGroup));
    line.node(door);
    for (int i = 1; i < states.size(); i++) {
      line.step(
          search.node(states.get(i - 1)),
          search.node(states.get(i)),
          search.parentHalf(states.get(i)));
    }
    return line.toWalk(network, measure, place(door), place(node), FACTORY);
  }

  private Coordinate place(int node) {
    Nodes nodes = network.parts().nodes();
    return network.frame().metres(nodes.x(node), nodes.y(node));
  }
}
