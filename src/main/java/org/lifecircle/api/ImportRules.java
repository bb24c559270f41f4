package org.lifecircle.api;

import org.lifecircle.io.Limits;
import org.lifecircle.io.file.Naming;
import org.lifecircle.io.osm.OsmMapping;

/**
 * How files that come in are read.
 *
 * @param naming what layers, columns and values may be called
 * @param osm what becomes of the tags of OpenStreetMap
 */
public record ImportRules(Limits limits, Naming naming, OsmMapping osm) {}
