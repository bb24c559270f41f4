/**
 * Mapbox Vector Tiles 2.1, written: features in whole tile units, clipped to the tile and a margin
 * around it. Only what the format itself asks for is here; which features, and what of them, is
 * asked by whoever writes a tile.
 */
@NullMarked
package org.lifecircle.io.mvt;

import org.jspecify.annotations.NullMarked;
