package org.lifecircle.io.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lifecircle.model.CandidateRules;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.DeductionRules;
import org.lifecircle.model.KindPlaces;
import org.lifecircle.model.KindSize;
import org.lifecircle.model.LaneClass;
import org.lifecircle.model.PlanRules;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.UnitCosts;

/** Reads the root of {@code renewal.yaml}. */
final class RenewalReader {

  private static final double MAX_METRES = 200;
  private static final double MAX_SQUARE_METRES = 100_000;
  private static final double MAX_YUAN = 1e6;

  private final Provenances provenances = new Provenances(Optional.empty());
  private final Set<Deduction> outdoor = EnumSet.noneOf(Deduction.class);
  private final Set<Deduction> indoor = EnumSet.noneOf(Deduction.class);
  private boolean pricesVerified = true;

  RenewalRules read(PolicyNode root) {
    PolicyNode lanes = root.child("lanes");
    double reach = metres(lanes, "reach_m");
    sourced(lanes);
    return new RenewalRules(
        reach,
        laneClasses(root),
        deductions(root.child("deductions")),
        candidates(root.child("candidates")),
        sizes(root),
        places(root),
        costs(root.child("costs")),
        plans(root.child("plans")),
        new ProgrammeReader(provenances).read(root.child("programme")));
  }

  private PlanRules plans(PolicyNode node) {
    PlanRules rules = new PlanRules(node.texts("kinds"), node.number("seconds", 1, 86_400));
    sourced(node);
    return rules;
  }

  private List<LaneClass> laneClasses(PolicyNode root) {
    List<LaneClass> classes = new ArrayList<>();
    for (PolicyNode node : root.children("lane_classes")) {
      double width = metres(node, "width_m");
      classes.add(new LaneClass(width, node.words("name"), provenances.read(node)));
      node.done();
    }
    return classes;
  }

  private DeductionRules deductions(PolicyNode all) {
    PolicyNode lane = all.child("fire_lane");
    PolicyNode facade = all.child("facade_setbacks");
    PolicyNode spacing = all.child("fire_spacing");
    PolicyNode daylight = all.child("daylight");
    PolicyNode wall = all.child("wall_setback_released");
    double laneMetres = metres(lane, "width_m");
    double facadeMetres = metres(facade, "without_door_m");
    double doorMetres = metres(facade, "with_door_m");
    double spacingMetres = metres(spacing, "spacing_m");
    double highSpacingMetres = metres(spacing, "high_rise_spacing_m");
    int highFloors = spacing.wholeNumber("high_rise_floors", 1, 200);
    double box = metres(daylight, "height_m");
    double sill = metres(daylight, "sill_m");
    double ratio = daylight.number("ratio", 0, 20);
    double wallMetres = metres(wall, "width_m");
    heeded(lane, Deduction.FIRE_LANE);
    heeded(facade, Deduction.FACADE_SETBACKS);
    heeded(spacing, Deduction.FIRE_SPACING);
    heeded(daylight, Deduction.DAYLIGHT);
    wall.truth("outdoor", false);
    wall.truth("indoor", false);
    sourced(wall);
    all.done();
    return new DeductionRules(
        laneMetres,
        facadeMetres,
        doorMetres,
        spacingMetres,
        highSpacingMetres,
        highFloors,
        box,
        sill,
        ratio,
        wallMetres,
        outdoor,
        indoor);
  }

  private void heeded(PolicyNode node, Deduction deduction) {
    if (node.truth("outdoor")) {
      outdoor.add(deduction);
    }
    if (node.truth("indoor")) {
      indoor.add(deduction);
    }
    sourced(node);
  }

  private CandidateRules candidates(PolicyNode node) {
    CandidateRules rules =
        new CandidateRules(
            node.number("freed_share_min", 0, 1),
            metres(node, "access_width_m"),
            metres(node, "access_max_m"),
            node.wholeNumber("floors", 1, 30),
            node.number("grid_m", 0.1, 5));
    sourced(node);
    return rules;
  }

  private List<KindSize> sizes(PolicyNode root) {
    List<KindSize> sizes = new ArrayList<>();
    for (PolicyNode node : root.children("sizes")) {
      String id = node.id();
      Optional<Double> floor = node.findNumber("min_floor_area_m2", 1, MAX_SQUARE_METRES);
      Optional<Double> land = node.findNumber("min_land_area_m2", 1, MAX_SQUARE_METRES);
      Optional<Double> width = node.findNumber("min_width_m", 0.1, MAX_METRES);
      Provenance provenance = provenances.read(node);
      if (floor.isEmpty() && land.isEmpty()) {
        node.fault("min_land_area_m2", "须给出用地面积或建筑面积", "a size gives an area of land or of floor");
      }
      if (sizes.stream().anyMatch(size -> size.id().equals(id))) {
        node.fault("id", "“" + id + "”重复", "'" + id + "' is there twice");
      }
      sizes.add(
          new KindSize(id, floor.orElse(null), land.orElse(null), width.orElse(null), provenance));
      node.done();
    }
    return sizes;
  }

  private List<KindPlaces> places(PolicyNode root) {
    List<KindPlaces> places = new ArrayList<>();
    for (PolicyNode node : root.children("places_per_facility")) {
      String id = node.id();
      double number = node.number("places", 0, KindPlaces.MOST);
      if (places.stream().anyMatch(other -> other.id().equals(id))) {
        node.fault("id", "“" + id + "”重复", "'" + id + "' is there twice");
      }
      places.add(new KindPlaces(id, number, provenances.read(node)));
      node.done();
    }
    return places;
  }

  private UnitCosts costs(PolicyNode all) {
    double wall = price(all, "wall", "yuan_per_m");
    double structure = price(all, "illegal_structure", "yuan_per_m2");
    double outdoors = price(all, "outdoor", "yuan_per_m2");
    double indoors = price(all, "indoor", "yuan_per_m2");
    double openGate = price(all, "open_gate", "yuan");
    double makeGate = price(all, "make_gate", "yuan");
    all.done();
    return new UnitCosts(wall, structure, outdoors, indoors, openGate, makeGate, pricesVerified);
  }

  private double price(PolicyNode all, String what, String key) {
    PolicyNode node = all.child(what);
    double yuan = node.number(key, 0, MAX_YUAN);
    pricesVerified &= provenances.read(node).verified();
    node.done();
    return yuan;
  }

  private static double metres(PolicyNode node, String key) {
    return node.number(key, 0, MAX_METRES);
  }

  private void sourced(PolicyNode block) {
    provenances.read(block);
    block.done();
  }
}
