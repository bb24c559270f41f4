/**
 * Tables of text: CSV in the encodings and with the separators people use, and the first sheets of
 * an XLSX workbook. Places are in columns of longitude and latitude, easting and northing, or WKT;
 * which ones, their names say, Chinese or English.
 */
@NullMarked
package org.lifecircle.io.sheet;

import org.jspecify.annotations.NullMarked;
