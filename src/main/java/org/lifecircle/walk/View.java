package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;
import org.lifecircle.walk.Passages.Passage;

/**
 * The network as it is when things are different from today: today's links, with those of the few
 * nodes that see a difference looked up afresh. A pure function of the frozen arrangement and of
 * what is different. Immutable.
 */
final class View {

  private static final BitSet NOWHERE = new BitSet();

  /** So many nodes are looked from by all processors at once. */
  private static final int MANY = 1000;

  private final SearchSpace.Pool spaces;
  private final Links links;
  private final GroundLinks ground;
  private final Altered altered;
  private final FreshRows fresh;
  private final View from; // the view that was altered further
  private int[] looked = {}; // nodes looked from anew when it was
  private final BitSet inSight = new BitSet(); // removables in the way of what looked afresh
  private final Standing standing;
  private final BitSet needsMet;
  private final int[] groups; // by compound
  private final Passages passages;
  private final Map<Integer, BitSet> sides; // of residents' gates, by group
  private final boolean least; // see leastWalks

  /** Today. */
  View(NetworkParts parts, Standing today) {
    spaces = parts.spaces();
    links = parts.links();
    ground = parts.ground();
    passages = parts.passages();
    altered = new Altered(today.gone(), Map.of());
    fresh = new FreshRows();
    from = this;
    least = false;
    standing = today;
    needsMet = links.needsMet(today.gone());
    groups = parts.joins().groups(today);
    sides = parts.gateSides().byGroup(this::passage, this::groupsOf);
  }

  /**
   * A view, altered. Where more has gone than before, only those nodes look again that can see it;
   * all others see what they saw, for what a node sees is a function of what stands.
   */
  View(NetworkParts parts, View before, Altered altered) {
    spaces = before.spaces;
    links = before.links;
    ground = before.ground;
    passages = before.passages;
    least = before.least;
    this.altered = altered;
    BitSet gone = altered.gone();
    View today = parts.view();
    BitSet restored = (BitSet) before.altered.gone().clone();
    restored.andNot(gone);
    from = restored.isEmpty() ? before : today;
    BitSet more = (BitSet) gone.clone();
    more.andNot(from.altered.gone());
    standing = more.isEmpty() ? from.standing : parts.standing(gone);
    fresh = new FreshRows(from.fresh);
    inSight.or(from.inSight);
    if (!more.isEmpty()) {
      lookAfresh(parts, more);
    }
    needsMet = links.needsMet(standing.gone());
    groups = parts.joins().groupsApart(standing);
    boolean sameGates = groups == today.groups && altered.access().isEmpty();
    sides = sameGates ? today.sides : parts.gateSides().byGroup(this::passage, this::groupsOf);
  }

  /** A view as it is, with all its fresh rows in one place. */
  private View(View deep, boolean least) {
    this.least = least;
    spaces = deep.spaces;
    links = deep.links;
    ground = deep.ground;
    passages = deep.passages;
    altered = deep.altered;
    standing = deep.standing;
    needsMet = deep.needsMet;
    groups = deep.groups;
    sides = deep.sides;
    inSight.or(deep.inSight);
    fresh = deep.fresh.settled(ground.nodeCount());
    from = this;
  }

  /** The same, to be altered again and again: its rows are not copied each time. */
  View settled() {
    return fresh.isSettled() ? this : new View(this, least);
  }

  /**
   * The same; but what it is altered to has no longer walks than it should, and sooner: where
   * something has gone from a place nobody turns, and links that are looked up afresh are a little
   * too short.
   */
  View leastWalks() {
    return new View(this, true);
  }

  private void lookAfresh(NetworkParts parts, BitSet more) {
    int[] affected = from.affectedBy(more);
    int[] vertices = parts.world().effects().verticesOf(more);
    Doorsteps doorsteps = parts.doors().doorsteps();
    Row[] rows = new Row[affected.length];
    IntStream all = IntStream.range(0, affected.length);
    (affected.length < MANY ? all : all.parallel())
        .forEach(
            i -> {
              Sight sight = parts.sight();
              int node = affected[i];
              Wedge wedge = sight.lookTowards(node, vertices, standing, least);
              Row before = from.seenFrom(node);
              Row seen =
                  wedge == null ? Row.of(sight) : before.renewed(node, wedge, parts.nodes(), sight);
              rows[i] =
                  doorsteps.has(node)
                      ? before.with(List.of(), seen.met())
                      : doorsteps.nearest(seen);
            });
    for (int i = 0; i < rows.length; i++) {
      fresh.put(affected[i], rows[i]);
      for (int met : rows[i].met()) {
        inSight.set(met);
      }
    }
    looked = affected;
    linkDoorsteps(affected, rows, doorsteps);
  }

  /** Who links to a doorstep is linked from there. */
  private void linkDoorsteps(int[] lookedFrom, Row[] rows, Doorsteps doorsteps) {
    Map<Integer, List<Integer>> more = new HashMap<>(); // by doorstep: nodes and lengths in turn
    for (int i = 0; i < rows.length; i++) {
      int[] links = doorsteps.has(lookedFrom[i]) ? new int[0] : rows[i].links();
      for (int k = 0; k < links.length; k += 2) {
        if (doorsteps.has(links[k]) && !seenFrom(links[k]).has(lookedFrom[i], links[k + 1])) {
          List<Integer> its = more.computeIfAbsent(links[k], d -> new ArrayList<>());
          its.add(lookedFrom[i]);
          its.add(links[k + 1]);
        }
      }
    }
    more.forEach(
        (doorstep, its) -> {
          Row before = seenFrom(doorstep);
          fresh.put(doorstep, before.with(its, before.met()));
        });
    looked =
        IntStream.concat(Arrays.stream(looked), more.keySet().stream().mapToInt(d -> d))
            .sorted()
            .distinct()
            .toArray();
  }

  private Row seenFrom(int node) {
    Row own = fresh.of(node);
    return own == null ? Row.of(ground, node) : own;
  }

  /** The nodes whose links could change when these go as well, in ascending order. */
  int[] affectedBy(BitSet more) {
    BitSet affected = new BitSet();
    for (int node : ground.affectedBy(more)) {
      if (fresh.of(node) == null) {
        affected.set(node);
      }
    }
    fresh.addMeeting(more, affected);
    return affected.stream().toArray();
  }

  SearchSpace.Pool spaces() {
    return spaces;
  }

  Links links() {
    return links;
  }

  GroundLinks ground() {
    return ground;
  }

  /** What is different from today. */
  Altered altered() {
    return altered;
  }

  /** Whether a removable, standing or not, is in the way of any node that looked afresh. */
  boolean isInSight(int removable) {
    return inSight.get(removable);
  }

  Standing standing() {
    return standing;
  }

  /**
   * The node's links over ground where they may differ from today's, targets and lengths in turn.
   */
  int @Nullable [] fresh(int node) {
    Row row = fresh.of(node);
    return row == null ? null : row.links();
  }

  /** How much of {@link #fresh} a search from facilities follows; the rest leads nowhere. */
  int freshThrough(int node) {
    Row row = fresh.of(node);
    return row == null ? 0 : row.through();
  }

  /** The nodes whose links over ground may differ from those before, in ascending order. */
  int[] freshSince(View before) {
    if (from == before) {
      return looked;
    }
    BitSet nodes = new BitSet();
    fresh.addNodes(nodes);
    before.fresh.addNodes(nodes);
    return nodes.stream().toArray();
  }

  /** The removables whose going could change what a node sees. */
  int[] met(int node) {
    Row row = fresh.of(node);
    return row == null ? ground.met(node) : row.met();
  }

  /** The links over ground that a search from facilities follows: targets and lengths in turn. */
  int[] rowThrough(int node) {
    int @Nullable [] own = fresh(node);
    if (own != null) {
      return Arrays.copyOf(own, freshThrough(node));
    }
    int[] row = new int[2 * (ground.end(node, true) - ground.first(node))];
    for (int i = 0, at = ground.first(node); i < row.length; i += 2, at++) {
      row[i] = ground.to(at);
      row[i + 1] = ground.lengthMillimetres(at);
    }
    return row;
  }

  /** The nodes at links that need something gone, and are there now but were not before. */
  BitSet linksNewlyThere(View before) {
    BitSet met = (BitSet) needsMet.clone();
    met.andNot(before.needsMet);
    BitSet nodes = new BitSet();
    met.stream()
        .mapToObj(links::needing)
        .flatMap(List::stream)
        .forEach(
            link -> {
              nodes.set(links.get(link).from());
              nodes.set(links.get(link).to());
            });
    return nodes;
  }

  boolean isThere(int position) {
    int needed = links.needed(position);
    return needed == 0 || needsMet.get(needed);
  }

  Passage passage(int number) {
    Passage passage = passages.get(number);
    Access now = altered.access().get(number);
    return now == null ? passage : new Passage(passage.gate(), now, passage.compounds());
  }

  /** The group of a compound: those that share residents' gates; compounds nowhere have none. */
  int group(int compound) {
    return compound == CompoundMap.NOWHERE ? CompoundMap.NOWHERE : groups[compound];
  }

  /** The groups that are bases of searches. */
  Set<Integer> bases() {
    return sides.keySet();
  }

  /** The group as the base of a search: none where no residents' gate makes a difference. */
  int baseOf(int group) {
    return sides.containsKey(group) ? group : CompoundMap.NOWHERE;
  }

  /**
   * Whether a walk between somebody of one group and somebody of another may pass.
   *
   * @param passage its number, or {@link Links#NO_PASSAGE}
   */
  boolean mayPass(int passage, int oneGroup, int otherGroup) {
    if (passage == Links.NO_PASSAGE) {
      return true;
    }
    Passage ruling = passage(passage);
    return switch (ruling.access()) {
      case PUBLIC -> true;
      case CLOSED -> false;
      case RESIDENTS ->
          Arrays.stream(groupsOf(ruling))
              .anyMatch(group -> group == oneGroup || group == otherGroup);
    };
  }

  /** The groups whose residents may pass. */
  int[] groupsOf(Passage passage) {
    return passage.compounds().stream().mapToInt(this::group).distinct().sorted().toArray();
  }

  /** Whether residents' gates make a difference to anybody. */
  boolean hasResidentsGates() {
    return !sides.isEmpty();
  }

  /** Whether any node looked out afresh. */
  boolean hasFresh() {
    return fresh.any();
  }

  /** The nodes on both sides of a group's residents' gates. */
  BitSet sides(int group) {
    return sides.getOrDefault(group, NOWHERE);
  }
}
