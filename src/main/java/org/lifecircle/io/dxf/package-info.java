/**
 * ASCII DXF, as surveyors' offices in China keep their base maps: CASS draws on few layers and says
 * what a line is by a code in the extended data of the application {@code SOUTH}. Each code is a
 * table here, and so is each layer of what has no code; which of them are walls, gates and houses
 * is the mapping's to say.
 *
 * <p>Blocks are not exploded: an inserted block is a point where it was put. Texts, hatches and
 * dimensions are not read. Arcs become lines that leave them by at most a centimetre.
 */
@NullMarked
package org.lifecircle.io.dxf;

import org.jspecify.annotations.NullMarked;
