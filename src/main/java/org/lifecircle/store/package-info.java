/**
 * Keeps study areas: on the user's disk, with no server to install, or in the database of a team.
 *
 * <p>A workspace is a folder, or a database. In a folder each dataset version of an area is one
 * GeoPackage, {@code areas/<area>/versions/<n>.gpkg}, which QGIS opens as it is. A version is
 * written aside, forced to disk and renamed into place, so it is complete or it is not there; after
 * that nobody changes it. In PostgreSQL with PostGIS it is one schema, {@code "area_<area>/<n>"},
 * made in one transaction; the views in {@code area_<area>} show the current one. The highest
 * number is the current one. Reading a version gives back the very value that was written, to the
 * last bit of its coordinates, and the same tests hold for both.
 *
 * <p>SQLite was chosen because it keeps what it has acknowledged, whoever is killed; see {@code
 * src/docs/decisions.md}. The GeoPackage is written by hand (OGC 12-128r17): the spatial index is
 * filled directly and its triggers come last, since they call functions SQLite does not have.
 *
 * <p>Architecture invariant: nothing here reads a foreign file, projects, or knows the time.
 */
@NullMarked
package org.lifecircle.store;

import org.jspecify.annotations.NullMarked;
