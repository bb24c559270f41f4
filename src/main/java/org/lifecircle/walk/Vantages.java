package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Serves;
import org.locationtech.jts.geom.Coordinate;

/**
 * Places on open ground, each with the nodes it sees. Looking round takes long and is done once;
 * how far all of them are from facilities is then a few additions each. For land, which has no
 * doors: people are counted from entrances.
 *
 * <p>A place is as far as the shortest walk from it, as {@link WalkNetwork#walk} has it. Immutable
 * and safe for many threads.
 */
public final class Vantages {

  private final WalkNetwork network;
  private final List<Coordinate> places;
  private final int[] group;
  private final int[][] nodes;
  private final int[][] millimetres;
  private final int[][] met; // what could change what a place sees; null where to look again anyway
  private final BitSet changed = new BitSet(); // places that see something else than before

  Vantages(WalkNetwork network, List<Coordinate> places, @Nullable Vantages before) {
    this.network = network;
    this.places = List.copyOf(places);
    group = new int[places.size()];
    nodes = new int[places.size()][];
    millimetres = new int[places.size()][];
    met = new int[places.size()][];
    boolean known = before != null && before.network.parts() == network.parts();
    BitSet more = new BitSet();
    if (before != null && known) {
      more.or(network.view().standing().gone());
      more.andNot(before.network.view().standing().gone());
    }
    IntStream.range(0, places.size()).parallel().forEach(i -> look(i, known ? before : null, more));
    if (before != null) {
      for (int i = 0; i < group.length; i++) {
        changed.set(i, !isAsBefore(i, before));
      }
    }
  }

  private boolean isAsBefore(int place, Vantages before) {
    return group[place] == before.group[place]
        && Arrays.equals(nodes[place], before.nodes[place])
        && Arrays.equals(millimetres[place], before.millimetres[place]);
  }

  private void look(int place, @Nullable Vantages before, BitSet more) {
    View view = network.view();
    Coordinate at = places.get(place);
    group[place] = view.group(network.parts().compounds().at(at));
    int[] inSight = before == null ? null : before.met[place];
    if (before != null && inSight != null && Arrays.stream(inSight).noneMatch(more::get)) {
      nodes[place] = before.nodes[place];
      millimetres[place] = before.millimetres[place];
      met[place] = inSight;
      return;
    }
    int x = network.frame().x(at.x);
    int y = network.frame().y(at.y);
    List<Integer> ground = new Footing(network).groundAt(x, y, view);
    Sight sight = network.parts().sight();
    sight.lookFrom(x, y, ground, view.standing());
    Row row = network.parts().doors().doorsteps().nearest(Row.of(sight));
    int[] links = row.links();
    nodes[place] = new int[links.length / 2];
    Arrays.setAll(nodes[place], i -> links[2 * i]);
    millimetres[place] = new int[links.length / 2];
    Arrays.setAll(millimetres[place], i -> links[2 * i + 1]);
    met[place] = isInside(x, y, ground) ? row.met() : null;
  }

  /** Whether a place lies on ground and on no edge of the mesh. */
  private boolean isInside(int x, int y, List<Integer> ground) {
    return ground.size() == 1
        && network.world().arrangement().mesh().edgeThrough(3 * ground.get(0), x, y)
            == Triangulation.NONE;
  }

  /** The same places in the network as it is after changes; only what may differ is looked at. */
  public Vantages in(WalkNetwork changedNetwork) {
    return new Vantages(changedNetwork, places, this);
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
    Nodes all = network.parts().nodes();
    try (Search search = new Search(network.view(), costs, all, true, cutoff)) {
      network.runFrom(facilities, search);
      int[] least = new int[group.length];
      Arrays.setAll(least, place -> least(place, search::costTo, costs, cutoff));
      facilities.forEach(facility -> lookFrom(facility, costs, cutoff, least));
      return least;
    }
  }

  /**
   * The same by a field that was brought up to date for what is different here.
   *
   * @param repair of a network of the same arrangement that has followed its difference to this
   *     one; no facility of it was placed
   * @param before the costs by which places were reached before, within the same cutoff
   */
  public int[] costs(FieldRepair repair, int[] before, int cutoff) {
    BitSet moved = new BitSet();
    repair.addNodesChanged(moved);
    if (moved.isEmpty() && changed.isEmpty()) {
      return before;
    }
    int[] least = before.clone();
    for (int place = 0; place < least.length; place++) {
      if (changed.get(place) || (!moved.isEmpty() && seesAny(place, moved))) {
        least[place] = least(place, repair::costFor, repair.linkCosts(), cutoff);
      }
    }
    return least;
  }

  private boolean seesAny(int place, BitSet wanted) {
    for (int node : nodes[place]) {
      if (wanted.get(node)) {
        return true;
      }
    }
    return false;
  }

  /** What it costs to walk from a node, for somebody of a group. */
  private interface FromNode {
    int cost(int node, int group);
  }

  private int least(int place, FromNode from, Costs costs, int cutoff) {
    int least = WalkNetwork.UNREACHED;
    for (int i = 0; i < nodes[place].length; i++) {
      int step = costs.ground(millimetres[place][i]);
      if (step <= cutoff) {
        int rest = from.cost(nodes[place][i], group[place]);
        if (rest != WalkNetwork.UNREACHED && rest <= cutoff - step) {
          least = Math.min(least, step + rest);
        }
      }
    }
    return least;
  }

  /** A door that is no node is in sight of places without any node between. */
  private void lookFrom(Facility facility, Costs costs, int cutoff, int[] least) {
    if (!network.placed().has(facility.id())) {
      return;
    }
    View view = network.view();
    Footing footing = new Footing(network);
    int own = facility.serves() == Serves.COMPOUND ? network.groupOf(facility) : Labels.NONE;
    for (Foothold door : network.footholds(facility.id(), view)) {
      Lookout lookout = new Lookout(network.world().arrangement().mesh(), door, view.standing());
      for (int place = 0; place < least.length; place++) {
        boolean counts =
            facility.serves() == Serves.PUBLIC || (own != Labels.NONE && own == group[place]);
        int x = network.frame().x(places.get(place).x);
        int y = network.frame().y(places.get(place).y);
        int cost = costs.ground(door.tieMillimetres()) + costs.ground(lookout.millimetresTo(x, y));
        if (counts
            && cost <= cutoff
            && cost < least[place]
            && lookout.sees(x, y, footing.groundAt(x, y, view))) {
          least[place] = cost;
        }
      }
    }
  }
}
