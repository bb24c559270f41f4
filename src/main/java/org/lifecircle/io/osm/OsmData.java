package org.lifecircle.io.osm;

import org.locationtech.jts.geom.Envelope;

/**
 * What one OpenStreetMap file holds, in compact tables.
 *
 * @param bounds what the file says it is an extract of, in degrees; null-envelope when it does not
 */
record OsmData(Nodes nodes, Ways ways, Relations relations, Envelope bounds) {}
