package org.lifecircle.model;

/** How to read lines that meet, for areas mapped in one way. */
public record CrossingRules(
    UnmarkedCrossing unmarkedCrossing, PathThroughBuilding pathThroughBuilding) {}
