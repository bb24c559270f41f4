package org.lifecircle.model.programme;

import org.lifecircle.model.Provenance;

/**
 * What is granted for a lift.
 *
 * @param share of the whole cost
 * @param capFen at most, for a lift
 * @param cityShare what of it the city pays; the district pays the rest
 * @param minFloors of the house
 */
public record SubsidyRules(
    Fraction share, long capFen, Fraction cityShare, int minFloors, Provenance provenance) {}
