/**
 * Other people's GeoPackages, in. A SQLite file can hold code: triggers, views and computed columns
 * that run when it is used. So it is opened to be read only, nothing in it is trusted, and only
 * plain columns of plain tables are asked for.
 */
@NullMarked
package org.lifecircle.io.geopackage;

import org.jspecify.annotations.NullMarked;
