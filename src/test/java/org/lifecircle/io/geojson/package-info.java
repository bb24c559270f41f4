/** Claims about GeoJSON files: what is read, what is refused and in which words. */
@NullMarked
package org.lifecircle.io.geojson;

import org.jspecify.annotations.NullMarked;
