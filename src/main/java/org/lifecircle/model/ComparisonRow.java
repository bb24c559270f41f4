package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * One row of a comparison: of the people of one place, who is served before and after.
 *
 * <p>Gains and losses are of people, each told by itself: {@code before + gained - lost = after}.
 * Numbers of people are whole millionths; a row names its place as a {@link CoverageRow} does.
 *
 * @param residentsGained covered after and not before
 * @param residentsLost covered before and not after
 * @param shareBefore covered of residents, 0 to 1; null where nobody lives
 * @param shareDifference after less before
 */
public record ComparisonRow(
    @Nullable String requirement,
    @Nullable String kind,
    @Nullable String unitId,
    @Nullable UnitKind unitKind,
    @Nullable String compoundId,
    @Nullable String buildingId,
    @Nullable Tier tier,
    double residents,
    double residentsCoveredBefore,
    double residentsCoveredAfter,
    double residentsGained,
    double residentsLost,
    double residentsUnreachableBefore,
    double residentsUnreachableAfter,
    @Nullable Double shareBefore,
    @Nullable Double shareAfter,
    @Nullable Double shareDifference) {}
