package org.lifecircle.model.programme;

import org.lifecircle.model.Provenance;

/**
 * What ground a lift takes outside the house, and what it must leave.
 *
 * @param widthMetres along the façade
 * @param depthMetres of the shaft, away from it
 * @param landingMetres of the landing between façade and shaft
 * @param overrunMetres of the shaft above the top floor
 * @param fireLaneMetres clear width a fire lane keeps
 * @param daylightHours by which a home's sun may be shortened at most
 * @param sunDegreesPerHour how fast the sun's bearing moves around noon on the day of the rule
 */
public record ShaftRules(
    double widthMetres,
    double depthMetres,
    double landingMetres,
    double overrunMetres,
    double fireLaneMetres,
    double daylightHours,
    double sunDegreesPerHour,
    Provenance provenance) {}
