package org.lifecircle.model;

/**
 * How ground, paths, gates and walls are joined and cut.
 *
 * @param tieMaxMetres longest straight link from an entrance, gate or facility to ground it sees
 * @param gateToleranceMetres a gate this near a barrier, or an outline, belongs to it
 * @param frontageExtraMetres people step over from a path to open ground this far beyond its band
 * @param frontageStepMetres at most this far apart along the frontage
 * @param gapMetres gaps up to this wide beside a removed wall or structure are closed
 * @param wallPieceMaxMetres walls are split into pieces no longer than this
 * @param wallThicknessMetres of a wall whose thickness is unknown
 */
public record GroundRules(
    double tieMaxMetres,
    double gateToleranceMetres,
    double frontageExtraMetres,
    double frontageStepMetres,
    double gapMetres,
    double wallPieceMaxMetres,
    double wallThicknessMetres) {

  public GroundRules {
    Feature.requireNotNegative("tie_max_m", tieMaxMetres);
    Feature.requireNotNegative("gate_tolerance_m", gateToleranceMetres);
    Feature.requireNotNegative("frontage_extra_m", frontageExtraMetres);
    Feature.requireNotNegative("gap_m", gapMetres);
    Feature.requireNotNegative("wall_thickness_m", wallThicknessMetres);
    if (!(frontageStepMetres > 0) || !(wallPieceMaxMetres > 0)) {
      throw new BadValueException("步长和墙段长度须为正", "a step and a piece have a length");
    }
  }
}
