package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.StudyArea;
import org.lifecircle.walk.DoorPlaces.OfFacility;
import org.lifecircle.walk.GroundTies.Between;
import org.lifecircle.walk.GroundTies.Place;
import org.locationtech.jts.geom.Geometry;

/** Everything of a network that no what-if changes, and the order in which it is built. */
final class NetworkParts {

  private final Survey survey;
  private final Issues issues = new Issues();
  private final Passages passages = new Passages();
  private final Links links = new Links();
  private final Ground world;
  private final Gateways gateways;
  private final LaidPaths paths;
  private final Doors doors;
  private final GroundLinks ground;
  private final Standing today;
  private final int[][] setsOf;
  private final CoverCompounds coverCompounds;
  private final Joins joins;
  private final int[] entranceCompounds;
  private final GateSides gateSides;
  private final View view;
  private final ThreadLocal<Sight> sights;
  private final SearchSpace.Pool spaces;
  private final ThreadLocal<int[]> marks;
  private @Nullable OnPaths onPaths; // made when first asked for
  private @Nullable DoorPlaces doorPlaces; // likewise

  private NetworkParts(StudyArea area, Tolerances rules) {
    survey = new Survey(area, rules);
    Arrangement arrangement = Arrangement.of(survey.things(), survey.linework());
    gateways = new Gateways(survey, arrangement, passages, issues);
    GroundTies ties = new GroundTies(arrangement, survey);
    doors = new Doors(survey, arrangement, ties, issues);
    List<Between> between = new ArrayList<>(gateways.ties(ties));
    OffGround offGround = new OffGround(survey, arrangement);
    survey.paths().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(path -> between.addAll(ties.ofFrontage(path.getKey(), path.getValue())));
    Corners corners = new Corners(arrangement);
    Nodes nodes = new Nodes(corners, arrangement.mesh());
    PathNet laid =
        new PathNet(survey, arrangement, corners, nodes, links, passages, gateways, issues);
    laid.lay();
    gateways.link(corners, nodes, links);
    gateways.keep(laid, corners);
    between.forEach(tie -> link(tie, corners, nodes, laid));
    doors.link(corners, nodes, links, laid, gateways);
    offGround.link(corners, nodes, links, laid);
    paths = laid.link();
    links.pack(nodes);
    spaces = new SearchSpace.Pool(nodes.count());
    Standing whole = arrangement.without(new BitSet());
    world = new Ground(arrangement, corners, nodes, new Effects(arrangement), whole);
    setsOf = world.effects().setsOf(survey.things().removableCount());
    today = whole.without(survey.gone(), setsOf);
    doors.doorsteps().settle(world, today);
    ground = GroundLinks.of(world, today, doors.doorsteps());
    coverCompounds = new CoverCompounds(arrangement.sets(), survey.compounds());
    joins = new Joins(arrangement, coverCompounds, survey.compounds().count(), today);
    entranceCompounds = compoundsOfEntrances(area);
    gateSides = new GateSides(links, passages);
    marks = ThreadLocal.withInitial(() -> new int[world.nodes().count()]);
    sights = ThreadLocal.withInitial(() -> world.sight(today));
    view = new View(this, today);
  }

  static NetworkParts of(StudyArea area, Tolerances rules) {
    return new NetworkParts(area, rules);
  }

  private void link(Between tie, Corners corners, Nodes nodes, PathNet laid) {
    int from = node(tie.from(), corners);
    int to = node(tie.link().to(), corners);
    nodes.connect(to);
    nodes.connect(from);
    laid.keep(from);
    laid.keep(to);
    if (from != to) {
      int length = straight(from, to, nodes);
      links.add(from, to, length, Links.NO_PASSAGE, tie.link().needs());
    }
  }

  /** What a straight link really is: a place may have moved a little where it was set. */
  private static int straight(int from, int to, Nodes nodes) {
    return Plane.lengthRoundedUp(
        (long) nodes.x(from) - nodes.x(to), (long) nodes.y(from) - nodes.y(to));
  }

  private static int node(Place place, Corners corners) {
    return corners.towards(place.vertex(), place.intoX(), place.intoY());
  }

  private int[] compoundsOfEntrances(StudyArea area) {
    Map<String, Building> buildings = new HashMap<>();
    area.buildings().forEach(building -> buildings.put(building.id(), building));
    return area.entrances().stream().mapToInt(e -> compoundOf(e, buildings)).toArray();
  }

  private int compoundOf(Entrance entrance, Map<String, Building> buildings) {
    Building building = entrance.buildingId() == null ? null : buildings.get(entrance.buildingId());
    String compound = building == null ? null : building.compoundId();
    return compound == null
        ? survey.compounds().at(entrance.geometry().getCoordinate())
        : survey.compounds().number(compound);
  }

  /** What stands when these are gone. */
  Standing standing(BitSet gone) {
    return today.without(gone, setsOf);
  }

  /** The network today. */
  View view() {
    return view;
  }

  /** The network as it would be. */
  View view(Altered altered) {
    return view(view, altered);
  }

  /** The same, found sooner where it is a view of that altered further. */
  View view(View before, Altered altered) {
    return altered.equals(view.altered()) ? view : new View(this, before, altered);
  }

  SearchSpace.Pool spaces() {
    return spaces;
  }

  GateSides gateSides() {
    return gateSides;
  }

  /** By node, nothing: for marking, one a thread; who marks wipes off. */
  int[] marks() {
    return marks.get();
  }

  /** This thread's own eyes; whoever looks keeps no answer past the next look. */
  Sight sight() {
    return sights.get();
  }

  Survey survey() {
    return survey;
  }

  Things things() {
    return survey.things();
  }

  CompoundMap compounds() {
    return survey.compounds();
  }

  Issues issues() {
    return issues;
  }

  Passages passages() {
    return passages;
  }

  Links links() {
    return links;
  }

  Ground world() {
    return world;
  }

  Nodes nodes() {
    return world.nodes();
  }

  LaidPaths paths() {
    return paths;
  }

  Doors doors() {
    return doors;
  }

  GroundLinks ground() {
    return ground;
  }

  Joins joins() {
    return joins;
  }

  CoverCompounds coverCompounds() {
    return coverCompounds;
  }

  /** By number, the compound of an entrance, or nowhere. */
  int entranceCompound(int entrance) {
    return entranceCompounds[entrance];
  }

  Gateways gateways() {
    return gateways;
  }

  /** The doors a facility would have. */
  synchronized OfFacility findDoors(Geometry facility) {
    if (doorPlaces == null) {
      Arrangement arrangement = world.arrangement();
      doorPlaces = new DoorPlaces(survey, arrangement, new WidthTies(survey, arrangement));
    }
    return doorPlaces.of(facility);
  }

  /** Tells which paths a point stands on. */
  synchronized OnPaths onPaths() {
    if (onPaths == null) {
      onPaths = new OnPaths(this);
    }
    return onPaths;
  }
}
