package org.lifecircle.model;

/**
 * What works cost.
 *
 * @param openGateYuan of opening a gate that is there to everybody
 * @param makeGateYuan of making one in a wall
 * @param verified whether every one of the prices is
 */
public record UnitCosts(
    double wallYuanPerMetre,
    double structureYuanPerSquareMetre,
    double outdoorYuanPerSquareMetre,
    double indoorYuanPerSquareMetre,
    double openGateYuan,
    double makeGateYuan,
    boolean verified) {}
