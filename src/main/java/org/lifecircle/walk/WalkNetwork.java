package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.Change;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Group;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Walk;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The walking network of an area: who can walk where, round walls, through gates, across yards.
 *
 * <p>Built once from an area; immutable and safe for many threads. {@link #with} gives the same
 * network after some changes, most of them in milliseconds.
 *
 * <p>Invariant: the order of the area's features and the number of threads change no answer.
 */
public final class WalkNetwork {

  /** The cost of what cannot be walked to. */
  public static final int UNREACHED = Search.UNREACHED;

  /** A cutoff that cuts nothing off. */
  public static final int NO_CUTOFF = Integer.MAX_VALUE - 1;

  private final StudyArea area;
  private final WalkingRules rules;
  private final NetworkParts parts;
  private final View view;
  private final Map<Measure, Costs> costs;
  private final List<Change> changes; // made of the area, in the view only
  private final PlacedDoors placed;
  private final Map<String, List<Foothold>> footholds = new ConcurrentHashMap<>(); // of those
  private final @Nullable WalkNetwork today; // none where this is
  private @Nullable Isochrone isochrone; // made when first asked for

  private WalkNetwork(
      StudyArea area,
      WalkingRules rules,
      NetworkParts parts,
      View view,
      Map<Measure, Costs> costs,
      List<Change> changes,
      PlacedDoors placed,
      @Nullable WalkNetwork today) {
    this.today = today;
    this.area = area;
    this.rules = rules;
    this.parts = parts;
    this.view = view;
    this.costs = costs;
    this.changes = changes;
    this.placed = placed;
  }

  /** Builds the network of an area as it stands. */
  public static WalkNetwork of(StudyArea area, WalkingRules rules) {
    NetworkParts parts = NetworkParts.of(area, Tolerances.of(rules, area));
    return new WalkNetwork(
        area,
        rules,
        parts,
        parts.view(),
        new ConcurrentHashMap<>(),
        List.of(),
        PlacedDoors.NONE,
        null);
  }

  /**
   * The network after some changes; everything else as it is here.
   *
   * <p>Invariants: the order of changes plays no part, whether made at once or one after the other,
   * but for a later change of the same thing, which takes the place of the earlier one; a change
   * that only opens never lengthens a walk, not by a millimetre. Opening, closing and taking down
   * keep the arrangement and look again only from where a difference can be seen; facilities are
   * set up and moved by looking out from their doors. Gates, walls and paths that are new build it
   * anew.
   *
   * @throws BadInputException with everything that cannot be changed
   */
  public WalkNetwork with(Collection<? extends Change> more) {
    List<Change> all = new ArrayList<>(changes);
    all.removeIf(old -> more.stream().anyMatch(change -> change.isAboutSameAs(old)));
    List<Change> added = List.copyOf(new LinkedHashSet<>(more));
    all.addAll(added);
    WhatIf whatIf = WhatIf.of(all, added, area);
    if (!whatIf.toBuild().isEmpty()) {
      StudyArea built = area;
      for (Change change : whatIf.toBuild()) {
        built = change.applyTo(built);
      }
      List<Change> others = new ArrayList<>(whatIf.toPlace());
      others.addAll(whatIf.toAlter());
      return of(built, rules).with(others);
    }
    View altered = parts.view(view, whatIf.altered(parts));
    PlacedDoors doors = placed.with(whatIf.toPlace(), parts::findDoors);
    return new WalkNetwork(area, rules, parts, altered, costs, all, doors, todays());
  }

  /**
   * The network when these removable walls and structures are gone; everything else as it is here.
   *
   * @throws BadInputException naming what is not there or cannot be removed
   */
  public WalkNetwork without(Collection<String> walls, Collection<String> structures) {
    List<Change> removals = new ArrayList<>();
    walls.forEach(id -> removals.add(new Change.RemoveWall(id)));
    structures.forEach(id -> removals.add(new Change.RemoveStructure(id)));
    return with(removals);
  }

  /** The same network, the quicker to be changed the more often that is asked. */
  public WalkNetwork settled() {
    return new WalkNetwork(area, rules, parts, view.settled(), costs, changes, placed, todays());
  }

  /**
   * The same network, for asking what walks cost at least when much is opened: sooner found than
   * what they do cost, and never more.
   */
  public WalkNetwork leastWalks() {
    return new WalkNetwork(area, rules, parts, view.leastWalks(), costs, changes, placed, todays());
  }

  /** What was found wrong with the data while the network was built. */
  public List<DataIssue> issues() {
    List<DataIssue> all = new ArrayList<>(parts.issues().all());
    all.removeIf(issue -> issue.layer().equals(Layer.FACILITIES.code()) && isPlaced(issue));
    Issues more = new Issues();
    placed.report(this, more);
    all.addAll(more.all());
    return List.copyOf(all);
  }

  private boolean isPlaced(DataIssue issue) {
    return placed.has(issue.featureId());
  }

  /**
   * What it costs to walk from each entrance to the nearest of some facilities.
   *
   * <p>Invariant: adding a facility, or raising the cutoff, never increases any entry. Source:
   * Dijkstra (1959), from all facilities at once, against the direction of walking.
   *
   * @param facilities those that count; one that serves its compound counts only for it
   * @param cutoff in the unit of the measure; entrances farther than this stay {@link #UNREACHED}
   * @return by entrance, in the area's order: millimetres for distance, milliseconds for time
   */
  public int[] costsToNearest(List<Facility> facilities, Measure measure, int cutoff) {
    Costs its = costs(measure);
    try (Search search = search(Start.of(facilities, this, view, its), its, cutoff, false)) {
      return entranceCosts(search);
    }
  }

  /** A search from doors to all entrances, or everywhere, against the direction of walking. */
  Search search(List<Start> starts, Costs linkCosts, int cutoff, boolean everywhere) {
    Search search = new Search(view, linkCosts, parts.nodes(), true, cutoff);
    if (everywhere) {
      runFromDoors(starts, search);
      return search;
    }
    int[] groups = new int[parts.doors().entranceCount()];
    int[] doors = new int[groups.length];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = view.group(parts.entranceCompound(i));
      doors[i] = parts.doors().entranceNode(i);
    }
    runFromDoors(starts, search.towards(doors, groups));
    return search;
  }

  int[] entranceCosts(Search search) {
    return IntStream.range(0, parts.doors().entranceCount())
        .map(
            i ->
                search.costTo(parts.doors().entranceNode(i), view.group(parts.entranceCompound(i))))
        .toArray();
  }

  /** What {@link #costsToNearest} finds, kept to be brought up to date after changes. */
  public CostField field(List<Facility> facilities, Measure measure, int cutoff) {
    return new CostField(this, facilities, measure, cutoff, false);
  }

  /** The same for any place at all: walks that help nobody at an entrance are kept as well. */
  public CostField fieldEverywhere(List<Facility> facilities, Measure measure, int cutoff) {
    return new CostField(this, facilities, measure, cutoff, true);
  }

  /**
   * What changes make different.
   *
   * @throws IllegalArgumentException if they put up anything
   */
  public Difference difference(Collection<? extends Change> changes) {
    WalkNetwork changed = with(changes);
    if (changed.parts != parts) {
      throw new IllegalArgumentException("what puts something up makes another arrangement");
    }
    return Difference.between(parts, view, changed.view);
  }

  /**
   * What is different in another network; empty where it is of another arrangement, or something
   * stands in it that is gone here.
   */
  public Optional<Difference> differenceTo(WalkNetwork other) {
    return other.parts == parts && !Difference.restores(view, other.view)
        ? Optional.of(Difference.between(parts, view, other.view))
        : Optional.empty();
  }

  /** Whether something that could be taken down comes into sight through what a change opens. */
  public boolean bringsIntoSight(Difference shortcuts, Change removal) {
    return parts
        .things()
        .findRemovable(removal.layer(), removal.id())
        .filter(shortcuts.after()::isInSight)
        .isPresent();
  }

  /**
   * What a new gate for everybody would open, in the barriers that stand at a place; empty where
   * none do or it would lead nowhere.
   */
  public Optional<Difference> shortcutsThrough(Coordinate place) {
    return new Doorways(this).at(place).map(doorways -> Difference.through(view, doorways));
  }

  /** The number by which {@link Hurdles} name what a change opens; empty when it opens nothing. */
  public OptionalInt hurdle(Change opening) {
    Optional<Integer> number =
        opening.layer() == Layer.GATES
            ? parts
                .passages()
                .ofGate(opening.id())
                .map(passage -> parts.things().removableCount() + passage)
            : parts.things().findRemovable(opening.layer(), opening.id());
    return number.map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /**
   * These places, of which those on open ground are remembered for good, to be asked how far they
   * are from facilities.
   */
  public Vantages vantages(List<Coordinate> places) {
    return new Vantages(this, places, null);
  }

  /** Runs an inward search from all doors of the facilities. */
  void runFrom(List<Facility> facilities, Search search) {
    runFromDoors(Start.of(facilities, this, view, search.costs()), search);
  }

  private void runFromDoors(List<Start> starts, Search search) {
    starts.forEach(search::start);
    search.run();
  }

  /** The group of the compound a facility stands in. */
  int groupOf(Facility facility) {
    return view.group(compoundOf(facility));
  }

  /** The number of the compound a facility stands in, or nowhere. */
  int compoundOf(Facility facility) {
    return parts.compounds().at(facility.geometry().getInteriorPoint().getCoordinate());
  }

  PlacedDoors placed() {
    return placed;
  }

  /** How the doors of a facility that was set up or moved join the network. */
  List<Foothold> footholds(String facility, View of) {
    return of == view
        ? footholds.computeIfAbsent(facility, f -> placed.footholds(f, this, view))
        : placed.footholds(facility, this, of);
  }

  /**
   * The shortest walks from an entrance.
   *
   * @param entrance number in the area's layer
   * @param cutoff in the unit of the measure
   */
  public WalksOut walksFrom(int entrance, Measure measure, int cutoff) {
    return WalksOut.of(this, entrance, measure, cutoff);
  }

  /**
   * How far it is on foot from each of some places to the nearest gate that is not closed.
   *
   * @return by place, in millimetres; {@link #UNREACHED} where no walk leads to a gate
   */
  public int[] millimetresToGates(List<Coordinate> places) {
    return new GateDistances(this).from(places);
  }

  /**
   * The single changes that could bring the nearest of some facilities within a cutoff of an
   * entrance: taking down a piece of wall or a structure, opening a gate. None that does is
   * missing, but not all of these do.
   *
   * @param entrance number in the area's layer
   * @param cutoff in the unit of the measure
   */
  public List<Change> promisingOpenings(
      int entrance, List<Facility> facilities, Measure measure, int cutoff) {
    try (WalksOut out = walksFrom(entrance, measure, cutoff);
        Search in = new Search(view, costs(measure), parts.nodes(), true, cutoff)) {
      runFrom(facilities, in);
      return new Promising(this, out, in, measure, facilities, cutoff).changes();
    }
  }

  /**
   * The shortest walk between two free points; {@link Walk#forcedBy} stays empty.
   *
   * @param measure what is minimised; seconds are those of its group, else of the planning group
   * @return empty when a point sees no ground or no walk leads there
   */
  public Optional<Walk> walk(Coordinate from, Coordinate to, Measure measure) {
    return new WalkFinder(this).walk(from, to, measure, view);
  }

  /**
   * The shortest walk, with the removable barriers whose removal alone shortens it by at least
   * {@link WalkingRules#forcedByMinMetres}, best first.
   */
  public Optional<Walk> walkWithReasons(Coordinate from, Coordinate to, Measure measure) {
    WalkFinder finder = new WalkFinder(this);
    return walk(from, to, measure)
        .map(walk -> walk.withForcedBy(finder.forcedBy(from, to, measure, walk)));
  }

  /**
   * The ground within reach of a place: a picture, people are counted from costs.
   *
   * <p>Invariant: it crosses no standing barrier away from its gates, enters no solid, keeps its
   * holes. Points farther than 0.1 m from its edge are inside exactly when their walk is within the
   * threshold.
   *
   * @param threshold millimetres or milliseconds
   * @param direction whether people walk out from the place or in to it
   * @return polygonal, in metres; empty when the place sees no ground
   */
  public Optional<Geometry> isochrone(
      Coordinate at, Measure measure, int threshold, Direction direction) {
    return isochrones(at, measure, new int[] {threshold}, direction).map(drawn -> drawn.get(0));
  }

  /** The ground within reach for each of some thresholds, at little more than the cost of one. */
  public Optional<List<Geometry>> isochrones(
      Coordinate at, Measure measure, int[] thresholds, Direction direction) {
    return isochrone().of(at, measure, thresholds, direction);
  }

  /**
   * Does ahead of the first isochrone what all of them need; that takes as long as many of them.
   */
  public void prepareIsochrones() {
    isochrone();
  }

  private synchronized Isochrone isochrone() {
    if (isochrone == null) {
      isochrone = today == null ? new Isochrone(this) : new Isochrone(this, today.isochrone());
    }
    return isochrone;
  }

  /** The network of the same parts before all changes. */
  private WalkNetwork todays() {
    return today == null ? this : today;
  }

  /** Where a free point stands. */
  public Standpoint standpoint(Coordinate place) {
    return new Footing(this).standpoint(place, view);
  }

  /** The compounds that people at an entrance share gates with, as a number; below 0 where none. */
  public int gateGroup(int entrance) {
    return view.group(parts.entranceCompound(entrance));
  }

  /** The same for a compound, by its number in the area. */
  public int gateGroupOfCompound(int compound) {
    return view.group(compound);
  }

  /** Where an entrance is. */
  public Coordinate entrancePlace(int entrance) {
    return area.entrances().get(entrance).geometry().getCoordinate();
  }

  /** Whether this already is a network after a change of that thing: it takes no other. */
  boolean isChanged(Layer layer, String id) {
    return changes.stream().anyMatch(c -> c.layer() == layer && c.id().equals(id));
  }

  Costs costs(Measure measure) {
    return costs.computeIfAbsent(measure, m -> new Costs(m, parts.links(), parts.paths()));
  }

  Group paceOf(Measure measure) {
    return measure.group().orElseGet(() -> rules.group(Group.PLANNING));
  }

  NetworkParts parts() {
    return parts;
  }

  View view() {
    return view;
  }

  StudyArea area() {
    return area;
  }

  WalkingRules rules() {
    return rules;
  }

  Ground world() {
    return parts.world();
  }

  Links links() {
    return parts.links();
  }

  Frame frame() {
    return parts.survey().frame();
  }

  PathChain chain(int path) {
    return parts.paths().chain(path);
  }

  IntStream linksOfPath(int path) {
    return parts.paths().linksOf(path);
  }

  int tieMillimetres() {
    return parts.survey().rules().tieMillimetres();
  }
}
