/**
 * Shapefiles and dBASE tables, read without believing them: every count and length is held against
 * the bytes that remain, so a file of 4 KB cannot ask for more than its own size.
 *
 * <p>What it takes beside the geometry is decided, never assumed: the encoding by {@code .cpg}, the
 * language byte of the {@code .dbf}, strict UTF-8, then GBK; holes by the direction of rings and,
 * where that is wrong, by what lies in what. The index ({@code .shx}) is not needed.
 */
@NullMarked
package org.lifecircle.io.shapefile;

import org.jspecify.annotations.NullMarked;
