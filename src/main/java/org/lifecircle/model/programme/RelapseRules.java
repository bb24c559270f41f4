package org.lifecircle.model.programme;

import org.lifecircle.model.Provenance;

/**
 * When a renewed compound is at risk of looking as before: 一年新，两年旧，三年回到老模样.
 *
 * @param feeRate households who pay, below this it is at risk
 * @param fallingPoints fall of that share from one period to the next, in hundredths, at risk from
 * @param yearsAfter for so long after its renewal a compound is watched
 */
public record RelapseRules(
    Fraction feeRate, int fallingPoints, int yearsAfter, Provenance provenance) {}
