package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * Who the places of a kind of facility are for 服务对象.
 *
 * @param kind id of a {@link FacilityKind}
 * @param from the head count they are taken from
 * @param share of that head count who use it
 * @param shareOfResidents who they are where nobody counted by age; an estimate
 * @param placesPerPerson places each of them should find; null when no policy says
 */
public record PlaceUsers(
    String kind,
    AgeBand from,
    double share,
    double shareOfResidents,
    @Nullable Double placesPerPerson,
    Provenance provenance) {

  public PlaceUsers {
    Feature.requireId(kind);
    if (!(share >= 0 && share <= 1 && shareOfResidents >= 0 && shareOfResidents <= 1)) {
      throw new BadValueException(
          "设施类别“" + kind + "”的服务对象占比须在 0 到 1 之间",
          "the users of kind '" + kind + "' are no share within 0 to 1");
    }
    Feature.requireNotNegative("places_per_person", placesPerPerson);
  }
}
