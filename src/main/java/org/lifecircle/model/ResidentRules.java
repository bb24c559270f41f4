package org.lifecircle.model;

/**
 * How residents are derived where nobody counted them.
 *
 * @param floorAreaSquareMetresPerPerson gross floor area that houses one person
 * @param defaultFloors of a building whose floors are unknown
 */
public record ResidentRules(double floorAreaSquareMetresPerPerson, int defaultFloors) {

  public ResidentRules {
    if (!(floorAreaSquareMetresPerPerson > 0) || defaultFloors <= 0) {
      throw new BadValueException(
          "人均面积和层数须为正", "people need floor area, and buildings have floors");
    }
  }
}
