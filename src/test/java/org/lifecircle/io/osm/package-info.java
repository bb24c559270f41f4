/** Claims about OpenStreetMap input. */
@NullMarked
package org.lifecircle.io.osm;

import org.jspecify.annotations.NullMarked;
