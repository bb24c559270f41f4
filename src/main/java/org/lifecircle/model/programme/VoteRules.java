package org.lifecircle.model.programme;

import org.lifecircle.model.Provenance;

/**
 * When a decision of owners is lawful.
 *
 * @param participate of all area and of all heads, at least
 * @param approveMajor of those who take part, at least
 * @param approveOrdinary of those who take part, more than
 * @param liftScope whose owners vote on a lift
 */
public record VoteRules(
    Fraction participate,
    Fraction approveMajor,
    Fraction approveOrdinary,
    VoteScope liftScope,
    Provenance provenance) {}
