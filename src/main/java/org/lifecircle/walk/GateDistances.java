package org.lifecircle.walk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lifecircle.model.Access;
import org.lifecircle.walk.Foothold.Way;
import org.lifecircle.walk.Passages.Passage;
import org.locationtech.jts.geom.Coordinate;

/**
 * How far it is on foot from places to the nearest gate that is not closed: one search from both
 * sides of all such gates at once. On the way people of a place's compound may use its residents'
 * gates, as on any walk.
 */
final class GateDistances {

  private final WalkNetwork network;
  private final Costs costs;

  GateDistances(WalkNetwork network) {
    this.network = network;
    costs = network.costs(Measure.distance());
  }

  /** By place, in millimetres; {@link WalkNetwork#UNREACHED} where no walk leads to a gate. */
  int[] from(List<Coordinate> places) {
    View view = network.view();
    NetworkParts parts = network.parts();
    List<List<Way>> ways =
        IntStream.range(0, places.size()).parallel().mapToObj(i -> ways(places.get(i))).toList();
    try (Search search = new Search(view, costs, parts.nodes(), true, WalkNetwork.NO_CUTOFF)) {
      int nobodys = view.baseOf(view.group(CompoundMap.NOWHERE));
      int label = search.labels().of(nobodys, Labels.NONE);
      for (int i = 0; i < parts.passages().count(); i++) {
        Passage passage = view.passage(i);
        if (passage.gate() != null && passage.access() != Access.CLOSED) {
          parts.gateSides().of(i).stream().forEach(node -> search.start(node, 0, label));
        }
      }
      search.run();
      int[] millimetres = new int[places.size()];
      Arrays.setAll(millimetres, i -> least(places.get(i), ways.get(i), search));
      return millimetres;
    }
  }

  private List<Way> ways(Coordinate place) {
    return new Footing(network)
        .find(place, network.view()).stream()
            .flatMap(foothold -> foothold.ways(network, costs, false).stream())
            .toList();
  }

  private int least(Coordinate place, List<Way> ways, Search search) {
    int group = network.view().group(network.parts().compounds().at(place));
    int least = WalkNetwork.UNREACHED;
    for (Way way : ways) {
      if (!network.view().mayPass(way.passage(), group, CompoundMap.NOWHERE)) {
        continue;
      }
      int rest = search.costTo(way.node(), group);
      if (rest != WalkNetwork.UNREACHED) {
        least = Math.min(least, way.cost() + rest);
      }
    }
    return least;
  }
}
