package org.lifecircle.walk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.lifecircle.model.Facility;
import org.lifecircle.walk.Foothold.Seen;
import org.locationtech.jts.geom.Coordinate;

/**
 * Places on open ground, each with the nodes it sees. Looking round takes long and is done once;
 * how far all of them are from facilities is then one search and a few additions each. For land,
 * which has no doors: people are counted from entrances.
 *
 * <p>A place is as far as the shortest walk from it, as {@link WalkNetwork#walk} has it. Immutable
 * and safe for many threads.
 */
public final class Vantages {

  private final WalkNetwork network;
  private final int[] group;
  private final int[][] nodes;
  private final int[][] millimetres;

  Vantages(WalkNetwork network, List<Coordinate> places) {
    this.network = network;
    group = new int[places.size()];
    nodes = new int[places.size()][];
    millimetres = new int[places.size()][];
    IntStream.range(0, places.size()).parallel().forEach(i -> look(i, places.get(i)));
  }

  private void look(int place, Coordinate at) {
    View view = network.view();
    group[place] = view.group(network.parts().compounds().at(at));
    List<Seen> seen = new Footing(network).sightsOnGround(at, view);
    nodes[place] = seen.stream().mapToInt(Seen::node).toArray();
    millimetres[place] = seen.stream().mapToInt(Seen::lengthMillimetres).toArray();
  }

  /**
   * What it costs to walk from each place to the nearest of some facilities.
   *
   * @param cutoff in the unit of the measure
   * @return by place: millimetres or milliseconds; {@link WalkNetwork#UNREACHED} when that is more
   *     than the cutoff, and for what is not on open ground
   */
  public int[] costsToNearest(List<Facility> facilities, Measure measure, int cutoff) {
    Costs costs = network.costs(measure);
    int count = network.parts().nodes().count();
    try (Search search = new Search(network.view(), costs, count, true, cutoff)) {
      network.runFrom(facilities, search);
      int[] least = new int[group.length];
      Arrays.setAll(least, place -> least(place, search, costs, cutoff));
      return least;
    }
  }

  private int least(int place, Search search, Costs costs, int cutoff) {
    int least = WalkNetwork.UNREACHED;
    for (int i = 0; i < nodes[place].length; i++) {
      int step = costs.ground(millimetres[place][i]);
      if (step <= cutoff) {
        int rest = search.costTo(nodes[place][i], group[place]);
        if (rest != WalkNetwork.UNREACHED && rest <= cutoff - step) {
          least = Math.min(least, step + rest);
        }
      }
    }
    return least;
  }
}
