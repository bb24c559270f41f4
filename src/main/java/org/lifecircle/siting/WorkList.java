package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Change;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Serves;
import org.lifecircle.model.Status;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.UnitCosts;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Everything that a plan for an area could do, with what it costs and whom it concerns. */
final class WorkList {

  private static final double AT_EDGE_METRES = 2;

  private final StudyArea area;
  private final UnitCosts costs;
  private final Set<String> agreed;
  private final STRtree compounds = new STRtree();
  private final List<Work> works = new ArrayList<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<int[]> rivals = new ArrayList<>();
  private Map<String, Double> places = Map.of();

  WorkList(StudyArea area, UnitCosts costs, Set<String> agreed) {
    this.area = area;
    this.costs = costs;
    this.agreed = agreed;
    for (Compound compound : area.compounds()) {
      compounds.insert(compound.geometry().getEnvelopeInternal(), compound);
    }
    compounds.build();
    for (Wall wall : area.walls()) {
      if (wall.removable() && wall.standing()) {
        double yuan = wall.geometry().getLength() * costs.wallYuanPerMetre();
        add(Layer.WALLS, wall, new Change.RemoveWall(wall.id()), yuan, owner(wall.owner()), false);
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.status() == Status.STANDING) {
        double yuan =
            structure.countedFloorAreaSquareMetres() * costs.structureYuanPerSquareMetre();
        Change change = new Change.RemoveStructure(structure.id());
        boolean decided = structure.decisionId() != null;
        List<String> owners = owner(structure.owner());
        add(Layer.ILLEGAL_STRUCTURES, structure, change, yuan, owners, decided);
      }
    }
    for (Gate gate : area.gates()) {
      if (gate.access() != Access.PUBLIC) {
        Change change = new Change.OpenGate(gate.id());
        add(Layer.GATES, gate, change, costs.openGateYuan(), residentsOf(gate), false);
      }
    }
  }

  /** The same; what is built has so many places, by kind. */
  WorkList giving(Map<String, Double> placesByKind) {
    places = placesByKind;
    return this;
  }

  /**
   * Adds gates for everybody that could be made in the middle of pieces of wall: where that costs
   * less than taking the piece down, and where either is named. More gates than that are of no use
   * to anybody.
   *
   * @param named ids of works that must or must not be done
   * @param kept a shape as it will be when it has been written and read again
   */
  void addGates(Collection<String> named, UnaryOperator<Geometry> kept) {
    for (Wall wall : area.walls()) {
      int number = number(Layer.WALLS.code() + ":" + wall.id());
      if (number < 0) {
        continue;
      }
      String id = "new-gate-" + wall.id();
      boolean isNamed =
          Stream.of(wall.id(), works.get(number).id(), id, Layer.GATES.code() + ":" + id)
              .anyMatch(named::contains);
      boolean isNew = area.gates().stream().noneMatch(gate -> gate.id().equals(id));
      if (isNew
          && (isNamed || Math.round(costs.makeGateYuan() * 100) < works.get(number).cents())) {
        LengthIndexedLine line = new LengthIndexedLine(wall.geometry());
        Coordinate middle = line.extractPoint(wall.geometry().getLength() / 2);
        Geometry place = kept.apply(wall.geometry().getFactory().createPoint(middle));
        Gate gate = new Gate(id, Access.PUBLIC, List.of(), null, null, (Point) place);
        rivals.add(new int[] {number, works.size()});
        Change change = new Change.AddGate(gate);
        add(Layer.GATES, gate, change, costs.makeGateYuan(), owner(wall.owner()), false);
      }
    }
  }

  /** Pairs of which only one is of use: a piece of wall, and a gate in it. */
  List<int[]> rivals() {
    return rivals;
  }

  private static List<String> owner(@Nullable String owner) {
    return owner == null || owner.isBlank() ? List.of() : List.of(owner);
  }

  /** A gate is opened by those who live behind it: by the names of their compounds. */
  private List<String> residentsOf(Gate gate) {
    Set<String> names = new TreeSet<>();
    for (Compound compound : near(gate.geometry())) {
      if (gate.compoundIds().isEmpty() || gate.compoundIds().contains(compound.id())) {
        names.add(compound.name() == null ? compound.id() : compound.name());
      }
    }
    return List.copyOf(names);
  }

  private List<Compound> near(Geometry geometry) {
    Envelope window = new Envelope(geometry.getEnvelopeInternal());
    window.expandBy(AT_EDGE_METRES);
    List<Compound> near = new ArrayList<>();
    for (Object item : compounds.query(window)) {
      Compound compound = (Compound) item;
      if (compound.geometry().isWithinDistance(geometry, AT_EDGE_METRES)) {
        near.add(compound);
      }
    }
    near.sort(Comparator.comparing(Compound::id));
    return near;
  }

  private void add(
      Layer layer,
      Feature feature,
      Change change,
      double yuan,
      List<String> owners,
      boolean decided) {
    String id = layer.code() + ":" + feature.id();
    boolean yes =
        decided || agreed.contains(id) || (!owners.isEmpty() && agreed.containsAll(owners));
    add(id, change, yuan, owners, yes, List.of(), null, feature.geometry());
  }

  private void add(
      String id,
      Change change,
      double yuan,
      List<String> owners,
      boolean yes,
      List<String> needs,
      @Nullable Candidate candidate,
      Geometry geometry) {
    numbers.put(id, works.size());
    works.add(
        new Work(
            id,
            change,
            Math.round(yuan * 100),
            owners,
            yes,
            needs,
            near(geometry).stream().map(Compound::id).toList(),
            candidate,
            geometry));
  }

  /**
   * Adds candidates. Of those for one kind that lie close together the one that costs least is
   * taken, and after it those that lie far enough off.
   *
   * @param apartMetres how far
   * @param always ids of those taken in any case
   * @param kept a shape as it will be when it has been written and read again
   * @return how many were left out
   */
  int add(
      List<Candidate> candidates,
      double apartMetres,
      Collection<String> always,
      UnaryOperator<Geometry> kept) {
    Map<String, List<Candidate>> byKind = new TreeMap<>();
    candidates.stream()
        .filter(Candidate::fits)
        .sorted(
            Comparator.comparing((Candidate c) -> !always.contains("candidates:" + c.id()))
                .thenComparingDouble(Candidate::costYuan)
                .thenComparing(Candidate::id))
        .forEach(c -> byKind.computeIfAbsent(c.kind(), k -> new ArrayList<>()).add(c));
    int leftOut = 0;
    Set<String> there = new HashSet<>();
    area.facilities().forEach(facility -> there.add(facility.id()));
    for (List<Candidate> its : byKind.values()) {
      List<Candidate> taken = new ArrayList<>();
      for (Candidate candidate : its) {
        boolean wanted = always.contains("candidates:" + candidate.id());
        boolean free =
            taken.stream()
                .noneMatch(
                    other -> other.geometry().isWithinDistance(candidate.geometry(), apartMetres));
        if ((free || wanted) && !there.contains(candidate.id()) && possible(candidate)) {
          taken.add(candidate);
          addBuilding(candidate, kept.apply(candidate.geometry()));
        } else {
          leftOut++;
        }
      }
    }
    return leftOut;
  }

  private boolean possible(Candidate candidate) {
    return needs(candidate).stream().allMatch(numbers::containsKey);
  }

  private static List<String> needs(Candidate candidate) {
    List<String> needs = new ArrayList<>();
    candidate.walls().forEach(id -> needs.add(Layer.WALLS.code() + ":" + id));
    candidate
        .illegalStructures()
        .forEach(id -> needs.add(Layer.ILLEGAL_STRUCTURES.code() + ":" + id));
    return needs;
  }

  private void addBuilding(Candidate candidate, Geometry place) {
    Facility facility =
        new Facility(
            candidate.id(),
            candidate.kind(),
            null,
            Serves.PUBLIC,
            places.get(candidate.kind()),
            candidate.floorAreaSquareMetres() > 0 ? candidate.floorAreaSquareMetres() : null,
            candidate.areaSquareMetres(),
            FacilityOrigin.FREED_SPACE,
            FacilityStatus.OPEN,
            place);
    double yuan = candidate.costYuan() - candidate.demolitionYuan();
    List<String> holders = candidate.rightHolders();
    add(
        "candidates:" + candidate.id(),
        new Change.AddFacility(facility),
        yuan,
        holders,
        agreed.containsAll(holders),
        needs(candidate),
        candidate,
        candidate.geometry());
  }

  List<Work> works() {
    return works;
  }

  UnitCosts costs() {
    return costs;
  }

  /** The number of a work by its id, or by that of its thing alone; less than 0 where unknown. */
  int number(String id) {
    Integer known = numbers.get(id);
    if (known != null) {
      return known;
    }
    for (String layer : List.of("walls:", "illegal_structures:", "gates:", "candidates:")) {
      if (numbers.containsKey(layer + id)) {
        return numbers.getOrDefault(layer + id, -1);
      }
    }
    return -1;
  }
}
