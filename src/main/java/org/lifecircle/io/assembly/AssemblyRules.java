package org.lifecircle.io.assembly;

import java.util.Set;
import org.lifecircle.io.Limits;
import org.lifecircle.model.WalkingRules;

/**
 * What assembly takes from policy.
 *
 * @param wallPieceMaxMetres walls are split into pieces no longer than this
 * @param gateToleranceMetres a gate farther than this from all it could belong to is reported
 * @param beyondBoundaryMetres what lies farther outside the boundary is left out
 * @param boundaryBufferMetres added round the compounds where no boundary is given
 * @param facilityKinds the ids a facility's kind may have; empty accepts any
 */
public record AssemblyRules(
    double wallPieceMaxMetres,
    double gateToleranceMetres,
    double beyondBoundaryMetres,
    double boundaryBufferMetres,
    Set<String> facilityKinds,
    Limits limits) {

  public AssemblyRules {
    facilityKinds = Set.copyOf(facilityKinds);
  }

  /** The rules a configuration gives. */
  public static AssemblyRules of(WalkingRules walking, Set<String> facilityKinds, Limits limits) {
    return new AssemblyRules(
        walking.ground().wallPieceMaxMetres(),
        walking.ground().gateToleranceMetres(),
        walking.beyondBoundaryMetres(),
        walking.boundaryBufferMetres(),
        facilityKinds,
        limits);
  }
}
