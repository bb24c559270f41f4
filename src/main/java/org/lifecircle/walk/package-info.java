/**
 * The walking network: walls cut it, gates mend it. Distances, walks, what-ifs and isochrones.
 *
 * <p><b>The idea.</b> Everything that stands in an area, with what could be taken down still
 * standing, is noded once on a millimetre grid and triangulated ({@code Arrangement}). An edge
 * knows the set of things it belongs to and blocks while any barrier of them stands; a triangle
 * knows what covers it, and so whether it is ground. Opening, closing and taking down never re-node
 * this: such a what-if is what is different from today ({@code Altered}), and links are a pure
 * function of the arrangement and of that ({@code View}). Links are only ever added by what goes,
 * so that opening never lengthens a walk, not even by a rounding.
 *
 * <p><b>Nodes</b> are points and their free sectors ({@code Corners}): where walls meet, each side
 * is a node of its own. <b>Links</b> over open ground join corners that see each other ({@code
 * Expansion}); links along paths carry the imported line's own lengths ({@code PathNet}); gates are
 * links with a rule ({@code Passages}); doors, gates off the ground and street fronts are tied to
 * the nearest ground they see ({@code NearestGround}), whatever has been taken down ({@code
 * NearestTies}); doors on the width of paths to each of these ({@code WidthTies}), as a click there
 * is. No walk leads through a door. Facilities that a what-if sets up or moves have no nodes: they
 * join the network as clicks do ({@code PlacedDoors}). What is down already is surveyed as if it
 * stood and is gone today, so that files in which something is down give the very what-if in which
 * it was taken down.
 *
 * <p><b>Residents' gates.</b> A walk may pass the residents' gates of the compound it begins in and
 * of the one it ends in, and no others. A search from many facilities at once keeps, beside the
 * length, whose gates were counted on ({@code Search}).
 *
 * <p><b>Definitions and laws</b>: lengths are whole millimetres, rounded up; no walk crosses a
 * standing barrier away from an opening; a change that only opens never lengthens a walk; order of
 * features and number of threads change nothing.
 *
 * <p><b>Known limits.</b> A gate is its centre point. People step over from a path to open ground
 * every five metres, not everywhere. Triangular expansion: Bungiu et al. (2014); forcing of edges:
 * Sloan (1993).
 */
@NullMarked
package org.lifecircle.walk;

import org.jspecify.annotations.NullMarked;
