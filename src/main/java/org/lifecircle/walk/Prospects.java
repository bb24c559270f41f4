package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.lifecircle.model.Change;

/**
 * Whom openings could help at most, told without trying them. A new walk leaves today's network for
 * the first time at a place that sees what goes, and comes back to it for the last time at another;
 * up to the one it is a walk of today from somebody in want, and from the other one to a facility.
 * So two fields of today bound it from below. Only where compounds come to share their residents'
 * gates can a walk change far away from what goes: then nobody is left out.
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
  private final Map<Integer, BitSet> waiting = new HashMap<>(); // by removable: ends of new links

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
    out = wants.parallelStream().map(this::costsFrom).toArray(int[][]::new);
    Map<CostField, int[]> least = new HashMap<>();
    in =
        wants.stream()
            .map(want -> least.computeIfAbsent(want.field(), CostField::least))
            .toArray(int[][]::new);
    for (int i = 0; i < parts.links().count(); i++) {
      Links.Link link = parts.links().get(i);
      for (int removable : link.needs().removables()) {
        BitSet ends = waiting.computeIfAbsent(removable, k -> new BitSet());
        ends.set(link.from());
        ends.set(link.to());
      }
    }
  }

  private int[] costsFrom(Want want) {
    int[] costs = new int[parts.nodes().count()];
    try (Search search =
        new Search(view, want.field().linkCosts(), parts.nodes(), false, want.cutoff())) {
      want.entrances().stream()
          .forEach(
              entrance -> {
                int group = view.group(parts.entranceCompound(entrance));
                int label = search.labels().of(view.baseOf(group), Labels.NONE);
                search.start(parts.doors().entranceNode(entrance), 0, label);
              });
      search.run();
      Arrays.setAll(costs, search::anyCost);
    }
    return costs;
  }

  /** The numbers of the wants that some openings together could meet for anybody. */
  public BitSet of(Collection<? extends Change> openings) {
    BitSet all = new BitSet();
    all.set(0, wants.size());
    if (network.placed() != PlacedDoors.NONE) {
      return all; // their doors are no places of the network
    }
    BitSet going = new BitSet();
    BitSet ends = new BitSet();
    for (Change opening : openings) {
      OptionalInt number = network.hurdle(opening);
      if (number.isPresent() && number.getAsInt() < parts.things().removableCount()) {
        going.set(number.getAsInt());
        ends.or(waiting.getOrDefault(number.getAsInt(), new BitSet()));
      } else if (number.isPresent()) {
        ends.or(parts.gateSides().of(number.getAsInt() - parts.things().removableCount()));
      }
    }
    for (int node : view.affectedBy(going)) {
      ends.set(node);
    }
    if (ends.cardinality() > MOST_ENDS || sharing.growsWithout(going)) {
      return all;
    }
    BitSet could = new BitSet();
    for (int want = 0; want < wants.size(); want++) {
      could.set(want, couldPass(ends, want));
    }
    return could;
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
