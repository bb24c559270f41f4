/**
 * KML, and KMZ, which is KML in a ZIP: placemarks with points, lines and polygons, their extended
 * data as columns. Pictures, tours, overlays and links to other files are left alone; nothing is
 * fetched.
 */
@NullMarked
package org.lifecircle.io.kml;

import org.jspecify.annotations.NullMarked;
