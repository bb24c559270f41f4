/**
 * How layers look in QGIS: styles beside the tables of a GeoPackage, and whole projects.
 *
 * <p>What looks how is data, in {@code config/styles}: {@code palette.json} has the colours, which
 * the web map reads too, and {@code layers.yaml} says which layer wears which. Here they become
 * QGIS's XML, as version 3.22 writes it; later versions read it as well.
 *
 * <p>A project is one file. Its layers come from a running server, or lie in a GeoPackage inside
 * it, as what QGIS calls an attachment, so that it can be sent by mail and opened anywhere; QGIS
 * before 3.22 knows no attachments and is to open the GeoPackage alone. {@link
 * org.lifecircle.io.qgis.Source} is all that differs.
 */
@NullMarked
package org.lifecircle.io.qgis;

import org.jspecify.annotations.NullMarked;
