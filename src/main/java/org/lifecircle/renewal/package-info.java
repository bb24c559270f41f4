/**
 * What follows from the records of a renewal programme: who pays what for a lift, whether a vote is
 * lawful, how a compound's fees stand, what may be told of people, and the ledger.
 *
 * <p>Everything is a pure function of records, policy, the study area and a day; nothing is
 * remembered and nothing is scaled. Money is whole fen and is shared out by largest remainders
 * (Hamilton's method), so that parts always sum to the whole. Majorities are compared as fractions
 * of whole numbers, for two thirds of twelve owners is exactly eight.
 *
 * <p>Known limits: the ledger counts what records say; whether they are true nobody here can know.
 * A ballot is judged by the register it names; disputes about the register are for a court.
 */
@NullMarked
package org.lifecircle.renewal;

import org.jspecify.annotations.NullMarked;
