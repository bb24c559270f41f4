package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Serves;
import org.lifecircle.model.Walk;
import org.lifecircle.walk.Foothold.Way;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The shortest walks from one entrance, in the direction of walking: the same costs as {@link
 * WalkNetwork#costsToNearest} finds the other way round, and the ways themselves. Closing it lets
 * the next search have its arrays.
 */
public final class WalksOut implements AutoCloseable {

  private static final GeometryFactory FACTORY = new GeometryFactory();

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
    Search search = new Search(view, network.costs(measure), parts.nodes(), false, cutoff).traced();
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
    Start door = doorOf(facility);
    return door == null ? WalkNetwork.UNREACHED : costTo(door, network.groupOf(facility));
  }

  /** The walk that costs this; {@link Walk#forcedBy} stays empty. */
  public Optional<Walk> walkTo(Facility facility) {
    Start door = doorOf(facility);
    return door == null ? Optional.empty() : Optional.of(trace(door, network.groupOf(facility)));
  }

  /** Whether a gate lets those who live here through on their way to a facility. */
  public boolean mayPass(String gate, Facility to) {
    int groupThere = network.groupOf(to);
    return network
        .parts()
        .passages()
        .ofGate(gate)
        .map(passage -> mayPass(passage, groupThere))
        .orElse(true);
  }

  private boolean mayPass(int number, int groupThere) {
    if (number == Links.NO_PASSAGE) {
      return true;
    }
    View view = network.view();
    Passages.Passage passage = view.passage(number);
    return switch (passage.access()) {
      case PUBLIC -> true;
      case CLOSED -> false;
      case RESIDENTS ->
          IntStream.of(view.groupsOf(passage)).anyMatch(g -> g == group || g == groupThere);
    };
  }

  /** The door that is nearest on foot; null when none is within reach. */
  private @Nullable Start doorOf(Facility facility) {
    int at = network.groupOf(facility);
    if (facility.serves() == Serves.COMPOUND && (at == Labels.NONE || at != group)) {
      return null;
    }
    Start nearest = null;
    int least = WalkNetwork.UNREACHED;
    Costs costs = network.costs(measure);
    for (Start door : Start.of(List.of(facility), network, network.view(), costs)) {
      int cost = mayPass(door.passage(), at) ? costTo(door, at) : WalkNetwork.UNREACHED;
      if (cost < least) {
        least = cost;
        nearest = door;
      }
    }
    return nearest;
  }

  private int costTo(Start door, int facilityGroup) {
    int cost = search.costTo(door.node(), facilityGroup);
    return cost == WalkNetwork.UNREACHED || cost > search.cutoff() - door.cost()
        ? WalkNetwork.UNREACHED
        : cost + door.cost();
  }

  private Walk trace(Start to, int facilityGroup) {
    int node = to.node();
    List<Integer> states = new ArrayList<>();
    for (int state = search.stateFor(node, facilityGroup);
        state >= 0;
        state = search.parent(state)) {
      states.add(state);
    }
    Collections.reverse(states);
    WalkLine line = new WalkLine(network);
    line.cost(costTo(to, facilityGroup));
    line.node(door);
    for (int i = 1; i < states.size(); i++) {
      line.step(
          search.node(states.get(i - 1)),
          search.node(states.get(i)),
          search.parentHalf(states.get(i)));
    }
    Foothold end = to.foothold();
    Way way = to.way();
    if (end == null || way == null) {
      line.pass(to.passage());
      return line.toWalk(network, measure, place(door), place(node), FACTORY);
    }
    line.arrive(end, way);
    Coordinate at = network.frame().metres(end.x(), end.y());
    return line.toWalk(network, measure, place(door), at, FACTORY);
  }

  private Coordinate place(int node) {
    Nodes nodes = network.parts().nodes();
    return network.frame().metres(nodes.x(node), nodes.y(node));
  }
}
