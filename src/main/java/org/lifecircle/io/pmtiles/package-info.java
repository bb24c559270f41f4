/**
 * PMTiles, version 3 of its specification: all tiles of a map in one file that is read in parts.
 */
@NullMarked
package org.lifecircle.io.pmtiles;

import org.jspecify.annotations.NullMarked;
