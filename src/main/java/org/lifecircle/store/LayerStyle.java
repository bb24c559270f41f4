package org.lifecircle.store;

/**
 * How QGIS is to draw a table of a GeoPackage it is in.
 *
 * @param table of features
 * @param name people see it by
 * @param qml QGIS's own XML
 */
public record LayerStyle(String table, String name, String qml) {}
