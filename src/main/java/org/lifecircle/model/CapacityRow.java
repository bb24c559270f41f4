package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * How many places fall to the people of one place who use a kind of facility.
 *
 * @param kind its id
 * @param compoundId null in a table by compound for those who live in none
 * @param buildingId null in a table by building for those of whom no building is known
 * @param people who use such a facility, whether they can reach one or not
 * @param peopleEstimated whether some of them were estimated from floor area or from all residents
 * @param peopleOutOfReach of them, those with no place within the limit, taken or free
 * @param places that fall to them when each facility shares out its places among all who can walk
 *     there
 * @param access places per person; null where nobody uses such a facility
 * @param peopleWithoutPlace who find no free place within the limit, those out of reach included:
 *     dwelling by dwelling, the places they should find less those that fall to them; null when no
 *     policy says how many they should find
 */
public record CapacityRow(
    String kind,
    @Nullable String compoundId,
    @Nullable String buildingId,
    double people,
    boolean peopleEstimated,
    double peopleOutOfReach,
    double places,
    @Nullable Double access,
    @Nullable Double peopleWithoutPlace) {}
