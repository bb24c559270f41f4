/**
 * The nouns of a renewal programme: what was wished, voted, agreed, built and paid, and when.
 *
 * <p>A {@link org.lifecircle.model.programme.Programme} is all records of one area, as one value.
 * Every record is dated, so that the same records can be read as of any day: what is later than
 * that day has not happened yet. Constructors defend the rules that need nothing but the record
 * itself, and quote them; no complaint ever repeats what a record says, for names of people may be
 * in it.
 *
 * <p>Money is whole fen 分 (a hundredth of a yuan), floor area whole square decimetres (a hundredth
 * of a square metre, as deeds print it): sums are exact.
 */
@NullMarked
package org.lifecircle.model.programme;

import org.jspecify.annotations.NullMarked;
