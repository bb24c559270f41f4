package org.lifecircle.model;

/**
 * What of a freed space must stay clear, in square metres, each reason on its own; grounds may
 * overlap, so they are not summed.
 *
 * @param id of the {@link FreedSpace}
 * @param netAreaSquareMetres what is left clear of all the reasons that were asked to count
 * @param wallSetbackReleasedSquareMetres the strip its standing walls kept from use, beside their
 *     own footprint; an extra, never part of any area
 * @param frontageMetres how much of its outline borders a path
 * @param ownersUnknown how many of the things it is due to have no known owner
 */
public record SpaceDeductions(
    String id,
    double netAreaSquareMetres,
    double fireLaneSquareMetres,
    double facadeSetbacksSquareMetres,
    double fireSpacingSquareMetres,
    double daylightSquareMetres,
    double wallSetbackReleasedSquareMetres,
    double frontageMetres,
    int ownersUnknown) {}
