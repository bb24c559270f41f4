package org.lifecircle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Supply and demand of one kind of facility, and what falls to whom.
 *
 * @param requirement whose limit bounds the catchments
 * @param facilities that count and say how many places they have
 * @param facilitiesOfUnknownCapacity that count but do not say; nothing is shared out from them
 * @param facilitiesWithoutUsers within whose reach none of the users live
 * @param capacity places of those that say
 * @param placesPerPerson that each user should find; null when no policy says
 */
public record CapacityTable(
    String kind,
    String requirement,
    Limit limit,
    Criterion criterion,
    String group,
    int facilities,
    int facilitiesOfUnknownCapacity,
    int facilitiesWithoutUsers,
    double capacity,
    @Nullable Double placesPerPerson,
    List<CapacityRow> rows) {

  public CapacityTable {
    rows = List.copyOf(rows);
  }
}
