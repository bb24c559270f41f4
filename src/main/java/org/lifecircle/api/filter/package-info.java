/**
 * Filters of OGC API Features Part 3: CQL2, as text and as JSON.
 *
 * <p>Both forms become the same {@code Term}s, an operator and what it is applied to, as CQL2's own
 * JSON has it. {@code Checking} sees that every property exists and every operator gets what it
 * works on, so that evaluating cannot fail; whoever misspells a property is told so rather than
 * given an empty answer. What is unknown (null) is neither true nor false, as in SQL: {@code NOT}
 * of it is unknown too, and only what is true is selected.
 *
 * <p>Filters come from outside: their length, depth and number of terms are bounded, and patterns
 * are matched without regular expressions. Geometries are compared in degrees, the form they are
 * served in, so that a shape copied from an answer equals itself.
 *
 * <p>Known limits: properties have no type for dates; a date is compared as the ISO text it is
 * written as. No temporal functions, no custom functions.
 */
@NullMarked
package org.lifecircle.api.filter;

import org.jspecify.annotations.NullMarked;
