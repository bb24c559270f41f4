/**
 * Files in, files out: the only place that knows degrees, byte limits and other people's spelling.
 *
 * <p>Every reader, of whatever format, hands over the same thing: a {@link
 * org.lifecircle.io.RawArea}, that is features as the file gave them, in the file's own CRS,
 * unchecked. The assembly turns it into a complete, clean study area in whole millimetres of one
 * projected CRS, or throws every fault at once; nothing comes out half-done. What could be repaired
 * or derived becomes a data issue that travels with the area.
 *
 * <p>Architecture invariant: nothing here opens a network connection, and no bytes from outside are
 * parsed before a limit on them is set.
 */
@NullMarked
package org.lifecircle.io;

import org.jspecify.annotations.NullMarked;
