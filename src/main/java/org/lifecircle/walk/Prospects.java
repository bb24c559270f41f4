package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.locationtech.jts.geom.Coordinate;

/**
 * Whom openings could help at most, told without trying them. A new walk leaves today's network for
 * the first time at a place that sees what goes, and comes back to it for the last time at another;
 * up to the one it is a walk of today from somebody in want, and from the other one to a facility;
 * between them it comes by what goes. So two fields of today bound it from below. Only where
 * compounds come to share their residents' gates can a walk change far away from what goes, and by
 * ways that today's fields do not keep: then nobody is left out.
 *
 * <p>Safe for threads.
 */
public final class Prospects {

  /**
   * People who are not within a cutoff of what they want.
   *
   * @param field of what it costs them today
   * @param cutoff no larger than the field's
   * @param entrances theirs
   */
  public record Want(CostField field, int cutoff, BitSet entrances) {}

  private record Origin(Costs costs, int cutoff, BitSet entrances) {}

  private final WalkNetwork network;
  private final NetworkParts parts;
  private final View view;
  private final View ungated;
  private final List<Want> wants;
  private final List<int[]> out; // by want and node: the least cost from anybody in want
  private final List<int[]> in; // by want and node: the least cost to a facility
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
    ungated = ungated();
    List<Origin> origins = wants.stream().map(Prospects::origin).toList();
    Map<Origin, int[]> costs = new HashMap<>();
    origins.forEach(origin -> costs.put(origin, new int[parts.nodes().count()]));
    costs.entrySet().parallelStream().forEach(one -> fill(one.getKey(), one.getValue()));
    out = origins.stream().map(costs::get).toList();
    Map<CostField, int[]> least = new HashMap<>();
    in = wants.stream().map(w -> least.computeIfAbsent(w.field(), CostField::least)).toList();
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

  private static Origin origin(Want want) {
    return new Origin(want.field().linkCosts(), want.cutoff(), want.entrances());
  }

  private void fill(Origin origin, int[] costs) {
    try (Search search = new Search(ungated, origin.costs, parts.nodes(), false, origin.cutoff)) {
      origin.entrances.stream()
          .forEach(entrance -> search.start(parts.doors().entranceNode(entrance), 0, 0));
      search.run();
      Arrays.setAll(costs, search::anyCost);
    }
  }

  /** What some openings together could do. */
  public final class Hope {
    private final Supplier<Difference> shortcuts;
    private final OpeningEnds ends;
    private final boolean anywhere; // whether that is not known
    private final int[] left; // by want: the most a walk may cost up to the opening; less: none

    private Hope(Supplier<Difference> shortcuts, OpeningEnds ends, boolean anywhere) {
      this.shortcuts = shortcuts;
      this.ends = ends;
      // doors that were placed are no places of the network
      this.anywhere = anywhere || network.placed() != PlacedDoors.NONE;
      left = this.anywhere ? new int[wants.size()] : leftBefore(ends);
    }

    /** The numbers of the wants that could be met for anybody. */
    public BitSet wants() {
      BitSet could = new BitSet();
      for (int want = 0; want < left.length; want++) {
        could.set(want, left[want] >= 0);
      }
      return could;
    }

    /** What they open. */
    public Difference shortcuts() {
      return shortcuts.get();
    }
  }

  /**
   * By hope and want: at most so many people could have it met. Of several hopes each is told more
   * than it would be alone, the less so the nearer they are to each other; but sooner.
   *
   * @param numbers of the wants asked about; none is counted of others
   * @param peopleAt by entrance, in a unit of the caller's
   */
  public List<long[]> most(List<Hope> hopes, BitSet numbers, long[] peopleAt) {
    Map<Costs, BitSet> alike = new HashMap<>();
    numbers.stream()
        .forEach(
            want ->
                alike
                    .computeIfAbsent(wants.get(want).field().linkCosts(), c -> new BitSet())
                    .set(want));
    List<long[]> most = hopes.stream().map(hope -> new long[wants.size()]).toList();
    alike.forEach((costs, its) -> addWithinReach(hopes, costs, its, peopleAt, most));
    return most;
  }

  private void addWithinReach(
      List<Hope> hopes, Costs costs, BitSet numbers, long[] peopleAt, List<long[]> into) {
    int farthest = -1;
    for (Hope hope : hopes) {
      farthest = Math.max(farthest, numbers.stream().map(w -> hope.left[w]).max().orElse(-1));
    }
    if (farthest < 0) {
      return;
    }
    try (Search search = new Search(ungated, costs, parts.nodes(), true, farthest)) {
      hopes.stream()
          .filter(hope -> !hope.anywhere && numbers.stream().anyMatch(w -> hope.left[w] >= 0))
          .forEach(hope -> hope.ends.startAt(search, costs, view));
      search.run();
      int[] reached = new int[peopleAt.length]; // by entrance
      for (int entrance = 0; entrance < reached.length; entrance++) {
        reached[entrance] = search.anyCost(parts.doors().entranceNode(entrance));
      }
      for (int h = 0; h < into.size(); h++) {
        for (int w = numbers.nextSetBit(0); w >= 0; w = numbers.nextSetBit(w + 1)) {
          int left = hopes.get(h).anywhere ? WalkNetwork.UNREACHED : hopes.get(h).left[w];
          into.get(h)[w] = left < 0 ? 0 : people(wants.get(w).entrances(), reached, left, peopleAt);
        }
      }
    }
  }

  private static long people(BitSet entrances, int[] reached, int left, long[] peopleAt) {
    long people = 0;
    for (int e = entrances.nextSetBit(0); e >= 0; e = entrances.nextSetBit(e + 1)) {
      people += reached[e] <= left ? peopleAt[e] : 0;
    }
    return people;
  }

  /** What some openings together could do. */
  public Hope of(Collection<? extends Change> openings) {
    BitSet going = new BitSet();
    BitSet at = new BitSet(); // nodes at what is opened
    int removables = parts.things().removableCount();
    for (Change opening : openings) {
      network
          .hurdle(opening)
          .ifPresent(
              hurdle -> {
                if (hurdle < removables) {
                  going.set(hurdle);
                  waiting.getOrDefault(hurdle, List.of()).forEach(at::set);
                } else {
                  at.or(parts.gateSides().of(hurdle - removables));
                }
              });
    }
    return new Hope(
        () -> network.difference(openings),
        OpeningEnds.of(parts, view, going, at),
        sharing.growsWithout(going));
  }

  /** What a new gate for everybody could do; empty where none can be or it would lead nowhere. */
  public Optional<Hope> through(Coordinate place) {
    return new Doorways(network)
        .at(place)
        .map(
            doorways ->
                new Hope(
                    () -> Difference.through(view, doorways),
                    OpeningEnds.of(network, doorways),
                    false));
  }

  /** By want: its cutoff less what it costs at least from the opening; below 0 where none could. */
  private int[] leftBefore(OpeningEnds ends) {
    int[] left = new int[wants.size()];
    IdentityHashMap<int[], Integer> leaving = new IdentityHashMap<>();
    IdentityHashMap<int[], Integer> comingBack = new IdentityHashMap<>();
    for (int w = 0; w < left.length; w++) {
      Want want = wants.get(w);
      Costs costs = want.field().linkCosts();
      int after = comingBack.computeIfAbsent(in.get(w), field -> ends.leastAfter(field, costs));
      left[w] = after <= want.cutoff() ? want.cutoff() - after : -1;
      if (left[w] >= 0) {
        int before = leaving.computeIfAbsent(out.get(w), field -> ends.leastBefore(field, costs));
        left[w] = before <= left[w] ? left[w] : -1;
      }
    }
    return left;
  }
}
