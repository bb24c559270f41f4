package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;

/**
 * Whom openings could help at most, told without trying them. A new walk leaves today's network for
 * the first time at a place that sees what goes, and comes back to it for the last time at another;
 * up to the one it is a walk of today from somebody in want, and from the other one to a facility.
 * So two fields of today bound it from below. Only where compounds come to share their residents'
 * gates can a walk change far away from what goes, and by ways that today's fields do not keep:
 * then nobody is left out.
 *
 * <p>Safe for threads.
 */
public final class Prospects {

  /** Beyond so many places a trial is as soon made. */
  private static final int MOST_ENDS = 20_000;

  /**
   * People who are not within a cutoff of what they want.
   *
   * @param field of what it costs them today
   * @param cutoff no larger than the field's
   * @param entrances theirs
   */
  public record Want(CostField field, int cutoff, BitSet entrances) {}

  private final WalkNetwork network;
  private final NetworkParts parts;
  private final View view;
  private final List<Want> wants;
  private final int[][] out; // by want and node: the least cost from anybody in want
  private final int[][] in; // by want and node: the least cost to a facility
  private final GateSharing sharing;
  private final Map<Integer, List<Integer>>
      waiting; // by removable: ends of links that need it gone

  /** Those of a network as it stands, all fields being of it. */
  public Prospects(WalkNetwork network, List<Want> wants) {
    this.network = network;
    this.wants = List.copyOf(wants);
    parts = network.parts();
    view = network.view();
    BitSet groups = new BitSet();
    for (int compound = 0; compound < parts.compounds().count(); compound++) {
      groups.set(view.group(compound));
    }
    sharing = new GateSharing(parts, view, groups);
    View ungated = ungated();
    out = wants.parallelStream().map(want -> costsFrom(ungated, want)).toArray(int[][]::new);
    Map<CostField, int[]> least = new HashMap<>();
    in =
        wants.stream()
            .map(want -> least.computeIfAbsent(want.field(), CostField::least))
            .toArray(int[][]::new);
    waiting = waiting(parts.links());
  }

  private static Map<Integer, List<Integer>> waiting(Links links) {
    Map<Integer, List<Integer>> waiting = new HashMap<>();
    for (int i = 0; i < links.count(); i++) {
      Links.Link link = links.get(i);
      for (int removable : link.needs().removables()) {
        List<Integer> ends = waiting.computeIfAbsent(removable, k -> new ArrayList<>());
        ends.add(link.from());
        ends.add(link.to());
      }
    }
    return waiting;
  }

  /** The network as if everybody might pass residents' gates: no walk is longer in it. */
  private View ungated() {
    Map<Integer, Access> access = new HashMap<>(view.altered().access());
    for (int passage = 0; passage < parts.passages().count(); passage++) {
      if (view.passage(passage).access() == Access.RESIDENTS) {
        access.put(passage, Access.PUBLIC);
      }
    }
    return new View(parts, view, new Altered(view.altered().gone(), access));
  }

  private int[] costsFrom(View ungated, Want want) {
    int[] costs = new int[parts.nodes().count()];
    Costs its = want.field().linkCosts();
    try (Search search = new Search(ungated, its, parts.nodes(), false, want.cutoff())) {
      want.entrances().stream()
          .forEach(entrance -> search.start(parts.doors().entranceNode(entrance), 0, 0));
      search.run();
      Arrays.setAll(costs, search::anyCost);
    }
    return costs;
  }

  /** What some openings together could do. */
  public final class Hope {
    private final Collection<? extends Change> openings;
    private final BitSet going = new BitSet(); // removables
    private final BitSet ends = new BitSet(); // nodes where walks may leave today's network
    private final boolean anywhere; // whether that is not known, or not worth knowing
    private final BitSet wants;

    private Hope(Collection<? extends Change> openings) {
      this.openings = openings;
      for (Change opening : openings) {
        network.hurdle(opening).ifPresent(this::add);
      }
      for (int node : view.affectedBy(going)) {
        ends.set(node);
      }
      // doors that were placed are no places of the network
      anywhere =
          network.placed() != PlacedDoors.NONE
              || ends.cardinality() > MOST_ENDS
              || sharing.growsWithout(going);
      wants = new BitSet();
      for (int want = 0; want < Prospects.this.wants.size(); want++) {
        wants.set(want, anywhere || couldPass(ends, want));
      }
    }

    private void add(int hurdle) {
      int removables = parts.things().removableCount();
      if (hurdle < removables) {
        going.set(hurdle);
        waiting.getOrDefault(hurdle, List.of()).forEach(ends::set);
      } else {
        ends.or(parts.gateSides().of(hurdle - removables));
      }
    }

    /** The numbers of the wants that could be met for anybody. */
    public BitSet wants() {
      return (BitSet) wants.clone();
    }

    /** What they open. */
    public Difference shortcuts() {
      return network.difference(openings);
    }
  }

  /** What some openings together could do. */
  public Hope of(Collection<? extends Change> openings) {
    return new Hope(openings);
  }

  /** Whether a walk that leaves today's network at one of these and comes back could be enough. */
  private boolean couldPass(BitSet ends, int want) {
    long[] leave = nearestFirst(ends, out[want]);
    long[] comeBack = nearestFirst(ends, in[want]);
    Costs costs = wants.get(want).field().linkCosts();
    for (long from : leave) {
      int left = wants.get(want).cutoff() - (int) (from >>> 32);
      for (long to : comeBack) {
        int after = (int) (to >>> 32);
        if (after > left) {
          break;
        }
        if (after + costs.least(millimetresApart((int) from, (int) to)) <= left) {
          return true;
        }
      }
    }
    return false;
  }

  /** Cost and node. */
  private static long[] nearestFirst(BitSet ends, int[] costs) {
    return ends.stream()
        .filter(end -> costs[end] != WalkNetwork.UNREACHED)
        .mapToLong(end -> (long) costs[end] << 32 | end)
        .sorted()
        .toArray();
  }

  private long millimetresApart(int a, int b) {
    Nodes nodes = parts.nodes();
    return (long) Math.hypot((double) nodes.x(a) - nodes.x(b), (double) nodes.y(a) - nodes.y(b));
  }
}
