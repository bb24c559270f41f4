package org.lifecircle.model;

import org.jspecify.annotations.Nullable;

/**
 * What is missing for whom 缺口: the residents of one place whom one requirement does not cover.
 *
 * @param unitId where, when gaps are listed by unit; of the three places at most one is not null,
 *     and all are null for the whole area or for those who live in none
 * @param residents not covered, unreachable ones included; whole millionths
 * @param residentsUnreachable of these, those who have no walk at all
 * @param residentsDetoured of these, those who would be covered in a straight line: it is the way
 *     round that fails them, not the distance
 */
public record Gap(
    String requirement,
    Tier tier,
    Obligation obligation,
    @Nullable String unitId,
    @Nullable UnitKind unitKind,
    @Nullable String compoundId,
    @Nullable String buildingId,
    double residents,
    double residentsUnreachable,
    double residentsDetoured) {}
