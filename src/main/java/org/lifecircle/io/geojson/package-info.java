/**
 * GeoJSON in and out (RFC 7946, and the {@code crs} member of 2008): streamed, bounded, strict.
 *
 * <p>The parser goes on after a faulty feature, so that one reading finds all faults of a file;
 * only text that is not JSON, or not GeoJSON, ends it.
 */
@NullMarked
package org.lifecircle.io.geojson;

import org.jspecify.annotations.NullMarked;
