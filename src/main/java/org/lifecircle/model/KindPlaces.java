package org.lifecircle.model;

/**
 * How many people a new facility of a kind has places for, where nobody says otherwise.
 *
 * @param id of the {@link FacilityKind}
 */
public record KindPlaces(String id, double places, Provenance provenance) {

  /** Places: more than any facility has. */
  public static final double MOST = 1e7;

  public KindPlaces {
    Feature.requireId(id);
    Feature.requireNotNegative("places", places);
  }
}
