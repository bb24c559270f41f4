package org.lifecircle.model;

/**
 * What works cost.
 *
 * @param verified whether every one of the prices is
 */
public record UnitCosts(
    double wallYuanPerMetre,
    double structureYuanPerSquareMetre,
    double outdoorYuanPerSquareMetre,
    double indoorYuanPerSquareMetre,
    boolean verified) {}
