package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Walk;
import org.lifecircle.walk.Foothold.Way;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Finds one walk between two free points and tells it as a line. */
final class WalkFinder {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final WalkNetwork network;
  private final Footing footing;

  WalkFinder(WalkNetwork network) {
    this.network = network;
    footing = new Footing(network);
  }

  /** Who walks: from and to places of such groups, at such costs, while things are as in a view. */
  private record Walker(View view, Costs costs, int fromGroup, int toGroup) {

    boolean mayPass(Way way) {
      return view.mayPass(way.passage(), fromGroup, toGroup);
    }
  }

  /** Where a traced search meets the way to the far foothold. */
  private record Meeting(int cost, int state, @Nullable Foothold end, @Nullable Way way) {}

  Optional<Walk> walk(Coordinate from, Coordinate to, Measure measure, View view) {
    return walk(from, to, measure, view, WalkNetwork.NO_CUTOFF);
  }

  /** The shortest walk if it costs no more than the cutoff. */
  Optional<Walk> walk(Coordinate from, Coordinate to, Measure measure, View view, int cutoff) {
    List<Foothold> start = footing.find(from, view);
    List<Foothold> end = footing.find(to, view);
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    Costs costs = network.costs(measure);
    CompoundMap compounds = network.parts().compounds();
    Walker walker =
        new Walker(view, costs, view.group(compounds.at(from)), view.group(compounds.at(to)));
    Optional<WalkLine> straight =
        new DirectWalk(network, view)
            .between(start, walker.fromGroup(), end, walker.toGroup(), costs);
    int limit = Math.min(cutoff, straight.map(WalkLine::cost).orElse(WalkNetwork.NO_CUTOFF));
    try (Search search = search(start, walker, limit)) {
      Meeting meeting = meet(search, end, walker);
      WalkLine line;
      if (straight.isEmpty() || meeting.cost() < straight.get().cost()) {
        if (meeting.state() < 0) {
          return Optional.empty();
        }
        line = trace(search, meeting, start, walker);
      } else {
        line = straight.get();
      }
      return Optional.of(line.toWalk(network, measure, from, to, FACTORY));
    }
  }

  private Search search(List<Foothold> starts, Walker walker, int cutoff) {
    View view = walker.view();
    Search search =
        new Search(view, walker.costs(), network.parts().nodes(), false, cutoff).traced();
    int label = search.labels().of(view.baseOf(walker.fromGroup()), Labels.NONE);
    for (Foothold start : starts) {
      for (Way way : start.ways(network, walker.costs(), false)) {
        search.start(way, label);
      }
    }
    search.run();
    return search;
  }

  private Meeting meet(Search search, List<Foothold> ends, Walker walker) {
    int group = walker.toGroup();
    Meeting best = new Meeting(Search.UNREACHED, -1, null, null);
    for (Foothold end : ends) {
      for (Way way : end.ways(network, walker.costs(), true)) {
        int state = search.stateFor(way.node(), group);
        if (state >= 0 && walker.mayPass(way)) {
          int cost = search.costTo(way.node(), group) + way.cost();
          if (cost >= 0 && cost < best.cost()) {
            best = new Meeting(cost, state, end, way);
          }
        }
      }
    }
    return best;
  }

  private WalkLine trace(Search search, Meeting meeting, List<Foothold> starts, Walker walker) {
    List<Integer> states = new ArrayList<>();
    for (int state = meeting.state(); state >= 0; state = search.parent(state)) {
      states.add(state);
    }
    Collections.reverse(states);
    WalkLine line = new WalkLine(network);
    line.cost(meeting.cost());
    leave(starts, search.node(states.get(0)), walker, line);
    for (int i = 1; i < states.size(); i++) {
      int node = search.node(states.get(i));
      int half = search.parentHalf(states.get(i));
      line.step(search.node(states.get(i - 1)), node, half);
    }
    Foothold end = meeting.end();
    Way in = meeting.way();
    if (end != null && in != null) {
      line.arrive(end, in);
    }
    return line;
  }

  /** Begins the line where it costs least to get to its first node. */
  private void leave(List<Foothold> starts, int first, Walker walker, WalkLine line) {
    Foothold best = starts.get(0);
    Way out = null;
    for (Foothold start : starts) {
      for (Way way : start.ways(network, walker.costs(), false)) {
        if (way.node() == first
            && walker.mayPass(way)
            && (out == null || way.cost() < out.cost())) {
          best = start;
          out = way;
        }
      }
    }
    line.begin(best);
    line.leave(best, Objects.requireNonNull(out));
  }

  /** Removables whose going alone shortens a walk enough, best first. */
  List<String> forcedBy(Coordinate from, Coordinate to, Measure measure, Walk walk) {
    return new ForcedBy(network, this).of(from, to, measure, walk);
  }
}
