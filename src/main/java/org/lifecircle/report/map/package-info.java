/**
 * Maps and charts on paper.
 *
 * <p>All is drawn on a {@link java.awt.Graphics2D}, in points of 1/72 inch: in a PDF that gives
 * lines and letters at any zoom, for Word and the screen a picture. One class does one thing: the
 * {@link org.lifecircle.report.map.MapView} knows where a place lies on the sheet, each {@link
 * org.lifecircle.report.map.MapLayer} draws one layer, {@link org.lifecircle.report.map.Labels}
 * finds room for names, and the {@link org.lifecircle.report.map.MapSheet} puts frame, grid ticks,
 * legend, scale bar and north arrow around them.
 *
 * <p>Grid north is up, as in the CRS of the area; over a district it differs from true north by
 * less than a degree. Colours are those of the palette that web and GIS files read.
 */
@NullMarked
package org.lifecircle.report.map;

import org.jspecify.annotations.NullMarked;
