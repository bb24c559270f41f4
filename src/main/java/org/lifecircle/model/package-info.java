/**
 * The nouns: immutable records of a place, its rules, and the results that stores and reports read.
 *
 * <p>A {@link org.lifecircle.model.StudyArea} is all we know of one place, as one value. Its
 * geometries are in metres of one projected CRS, rounded to whole millimetres; degrees stop at the
 * door, in {@code io}. Every layer is sorted by id, so that nothing downstream can depend on the
 * order in which features arrived. JTS geometries are mutable; we agree never to change one.
 *
 * <p>Architecture invariant: nothing here knows of files, databases, HTTP or the clock.
 */
@NullMarked
package org.lifecircle.model;

import org.jspecify.annotations.NullMarked;
