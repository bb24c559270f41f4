/**
 * What taking down walls and structures frees.
 *
 * <p><b>Room</b> is the ground of the study area outside everything that takes ground: buildings,
 * standing structures on the ground, standing walls (their thickness), obstacles, carriageways and
 * protected open space. Ground is all that lies within the boundary, and compounds and open spaces
 * that reach beyond it: the city blocks between the streets are cells of it without being drawn.
 * Carriageways are streets on the ground, as wide as they are; lanes and footways are room, because
 * they are what a freed wall widens. A wall takes its thickness past its gates as well. {@code
 * before} is room with the things of a demolition standing, {@code after} is room without them.
 *
 * <p><b>Footprint</b> is the area of {@code after} without {@code before}: of a structure leaning
 * on a building only the part outside it, of one on a roof nothing.
 *
 * <p><b>Usable at width w</b> is opening<sub>w</sub>({@code after}) without
 * opening<sub>w</sub>({@code before}), where the opening of an area is all that discs of diameter w
 * cover which fit inside it (Serra 1982, <i>Image Analysis and Mathematical Morphology</i>). That
 * is the real gain: two yards of 3 m with a wall of 0.24 m between them hold no disc of 4 m, and
 * without the wall they are one ground of 6.24 m. Widths are compared to 2 mm, because coordinates
 * are whole millimetres. Its connected parts are the freed spaces; parts under 0.5 m², or that
 * vanish under an erosion of 5 cm, are slivers and only summed.
 *
 * <p>A piece is <b>due to</b> the walls and structures touched by the discs that make it: discs of
 * diameter w that fit in {@code after}, overlap the piece, and did not fit before. So a wall that
 * merely goes at the same time is not named, and a structure that frees no ground in the piece but
 * made way for its discs is. Its <b>compounds</b> are those the same discs touch: the compounds it
 * joins, whether they are drawn to the wall's middle or to its faces. Its <b>site</b> is the
 * connected part of {@code after} it lies in, context only.
 *
 * <p>All is computed tile by tile through windows of a few houses and joined across the seams; a
 * city is no harder than its yards. The answer is that of one computation over everything (a test
 * holds it to that). What was worked out is kept in a {@link Notebook} under the very shapes it
 * rests on, so whoever changes one wall later has only the tiles within 2w worked out anew.
 *
 * <p>A <b>candidate</b> is a rectangle on {@code after}, clear of the deductions its kind heeds,
 * laid over no path, with at least 0.3 of it on ground that is newly usable at the kind's own least
 * width. What it needs is what stands on it, on its access strip, or within a building's fire
 * spacing of it: taking down just that makes the place (a test), and what else goes changes nothing
 * of it (another).
 *
 * <p>Known limits: arcs are drawn with chords that miss them by 1.2 mm, so a piece may lack that
 * much at round corners; gates are not gaps in a wall's footprint; geometries must be valid.
 */
@NullMarked
package org.lifecircle.freedspace;

import org.jspecify.annotations.NullMarked;
