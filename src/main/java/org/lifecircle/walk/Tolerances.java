package org.lifecircle.walk;

import org.lifecircle.model.CrossingRules;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathThroughBuilding;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.UnmarkedCrossing;
import org.lifecircle.model.WalkingRules;

/** The walking rules as they apply to one area. */
record Tolerances(WalkingRules rules, Evidence evidence) {

  static Tolerances of(WalkingRules rules, StudyArea area) {
    return new Tolerances(rules, area.profile().evidence());
  }

  private CrossingRules crossings() {
    return rules.crossings(evidence);
  }

  /** How far a door may lie from the ground it sees. */
  int tieMillimetres() {
    return (int) Math.round(rules.ground().tieMaxMetres() * 1000);
  }

  double gateMetres() {
    return rules.ground().gateToleranceMetres();
  }

  /** How far from a path's centre line people still step off it. */
  int frontageMillimetres(Path path) {
    double reach = rules.widthMetres(path) / 2 + rules.ground().frontageExtraMetres();
    return (int) Math.round(reach * 1000);
  }

  double frontageStepMillimetres() {
    return rules.ground().frontageStepMetres() * 1000;
  }

  double gapMetres() {
    return rules.ground().gapMetres();
  }

  boolean openAtSharedNode() {
    return crossings().unmarkedCrossing() != UnmarkedCrossing.BLOCKED;
  }

  boolean openWithoutNode() {
    return crossings().unmarkedCrossing() == UnmarkedCrossing.OPEN;
  }

  boolean openThroughSolids() {
    return crossings().pathThroughBuilding() == PathThroughBuilding.OPEN;
  }

  /** Whether lines that cross on one level meet there: surveyed ones do. */
  boolean crossingPathsMeet() {
    return evidence == Evidence.SURVEY;
  }
}
