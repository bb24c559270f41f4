package org.lifecircle.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much ground each {@link Deduction} keeps clear.
 *
 * @param highRiseFloors a building of so many floors or more is spaced as a high-rise
 * @param boxMetres height of a new low building, whose shadow is {@code (box - sill) × ratio} deep
 * @param wallSetbackMetres the strip a standing wall sterilises on either side; reported apart
 * @param outdoor what ground without a building heeds
 * @param indoor what a building heeds
 */
public record DeductionRules(
    double fireLaneMetres,
    double facadeMetres,
    double facadeWithDoorMetres,
    double fireSpacingMetres,
    double highRiseSpacingMetres,
    int highRiseFloors,
    double boxMetres,
    double sillMetres,
    double daylightRatio,
    double wallSetbackMetres,
    Set<Deduction> outdoor,
    Set<Deduction> indoor) {

  public DeductionRules {
    outdoor = copy(outdoor);
    indoor = copy(indoor);
  }

  /** How deep the shadow of a new low building is at the sill, at noon of the day that counts. */
  public double shadowMetres() {
    return Math.max(0, (boxMetres - sillMetres) * daylightRatio);
  }

  /** How far a new low building keeps from this one. */
  public double spacingMetres(Building building) {
    Integer floors = building.floors();
    return floors != null && floors >= highRiseFloors ? highRiseSpacingMetres : fireSpacingMetres;
  }

  private static Set<Deduction> copy(Set<Deduction> deductions) {
    Set<Deduction> copy = EnumSet.noneOf(Deduction.class);
    copy.addAll(deductions);
    return Collections.unmodifiableSet(copy);
  }
}
