package org.lifecircle.io.policy;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.lifecircle.model.CrossingRules;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.GroundRules;
import org.lifecircle.model.LiftRide;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.PathThroughBuilding;
import org.lifecircle.model.Provenance;
import org.lifecircle.model.ResidentRules;
import org.lifecircle.model.UnmarkedCrossing;
import org.lifecircle.model.WalkingRules;

/** Reads the root of {@code walking.yaml}. */
final class WalkingReader {

  private static final double MAX_METRES = 10_000;

  private final Provenances provenances = new Provenances(Optional.empty());

  /** Where every block of values comes from, by JSON pointer. */
  Map<String, Provenance> provenances() {
    return provenances.byPointer();
  }

  WalkingRules read(PolicyNode root) {
    GroupReader groups = new GroupReader(provenances);
    return new WalkingRules(
        groups.readAll(root),
        ground(root),
        pathWidths(root),
        crossings(root.child("crossings")),
        metres(root, "extent", "beyond_boundary_m"),
        metres(root, "boundary", "buffer_m"),
        metres(root, "forced_by", "min_m"),
        residents(root),
        lift(root.child("lift")));
  }

  private GroundRules ground(PolicyNode root) {
    PolicyNode frontage = root.child("frontage");
    double extraMetres = frontage.number("extra_m", 0, MAX_METRES);
    double stepMetres = frontage.number("step_m", 0.1, MAX_METRES);
    sourced(frontage);
    return new GroundRules(
        metres(root, "ties", "max_m"),
        metres(root, "gates", "tolerance_m"),
        extraMetres,
        stepMetres,
        metres(root, "gaps", "max_m"),
        metres(root, "wall_pieces", "max_m"),
        metres(root, "walls", "thickness_m"));
  }

  private Map<PathKind, Double> pathWidths(PolicyNode root) {
    Map<PathKind, Double> widths = new EnumMap<>(PathKind.class);
    for (PolicyNode node : root.children("path_widths")) {
      PathKind kind = node.code("kind", PathKind.class);
      if (widths.put(kind, node.number("width_m", 0.1, 200)) != null) {
        node.fault("kind", "“" + kind.code() + "”重复", "'" + kind.code() + "' is there twice");
      }
      sourced(node);
    }
    for (PathKind kind : PathKind.values()) {
      if (!widths.containsKey(kind)) {
        root.fault(
            "path_widths",
            "缺少“" + kind.code() + "”的宽度",
            "there is no width for '" + kind.code() + "'");
      }
    }
    return widths;
  }

  private Map<Evidence, CrossingRules> crossings(PolicyNode all) {
    Map<Evidence, CrossingRules> rules = new EnumMap<>(Evidence.class);
    for (Evidence evidence : Evidence.values()) {
      PolicyNode node = all.child(evidence.code());
      rules.put(
          evidence,
          new CrossingRules(
              node.code("unmarked_crossing", UnmarkedCrossing.class),
              node.code("path_through_building", PathThroughBuilding.class)));
      sourced(node);
    }
    all.done();
    return rules;
  }

  private ResidentRules residents(PolicyNode root) {
    PolicyNode node = root.child("residents");
    ResidentRules rules =
        new ResidentRules(
            node.number("floor_area_m2_per_person", 1, 1000),
            node.wholeNumber("default_floors", 1, 100));
    sourced(node);
    return rules;
  }

  private LiftRide lift(PolicyNode node) {
    LiftRide lift =
        new LiftRide(
            node.wholeNumber("wait_s", 0, 3600),
            node.wholeNumber("door_s", 0, 600),
            node.wholeNumber("mm_per_s", 1, 20_000),
            node.wholeNumber("storey_mm", 1000, 10_000),
            provenances.read(node));
    node.done();
    return lift;
  }

  private double metres(PolicyNode root, String block, String key) {
    PolicyNode node = root.child(block);
    double metres = node.number(key, 0, MAX_METRES);
    sourced(node);
    return metres;
  }

  /** Reads where the values of a block come from, which completes it. */
  private void sourced(PolicyNode block) {
    provenances.read(block);
    block.done();
  }
}
