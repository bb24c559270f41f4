/**
 * The records of a renewal programme in and out of JSON.
 *
 * <p>Strict, and all faults at once. No complaint repeats a value: records hold names of people,
 * and a complaint may be logged, shown or sent on. Money is read as yuan with up to two decimals
 * and kept as whole fen; floor area as square metres with up to two decimals.
 */
@NullMarked
package org.lifecircle.io.programme;

import org.jspecify.annotations.NullMarked;
