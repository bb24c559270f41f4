package org.lifecircle.io;

import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.metadata.iso.citation.Citations;
import org.geotools.referencing.CRS;
import org.geotools.referencing.wkt.Formattable;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * The CRS a file is written in. East or longitude is always the first number, as every GIS file
 * format wants it whatever the authority says: GeoPackage, Shapefile, FlatGeobuf and WKT have an
 * order of their own.
 *
 * <p>In the area's own CRS nothing is moved, to the last bit. Elsewhere coordinates are rounded to
 * a tenth of a millimetre, so that the numbers are no longer than they are true.
 */
public final class OutputCrs {

  private static final double TENTHS_OF_MILLIMETRES = 1e4;
  private static final double NANODEGREES = 1e9;

  private final String code;
  private final String definition;
  private final Projection projection;
  private final @Nullable MathTransform fromLonLat; // null where nothing is to do

  private OutputCrs(
      String code, String definition, Projection projection, @Nullable MathTransform fromLonLat) {
    this.code = code;
    this.definition = definition;
    this.projection = projection;
    this.fromLonLat = fromLonLat;
  }

  /** The CRS the area is computed in. */
  public static OutputCrs own(Projection projection) {
    return new OutputCrs(projection.crs(), projection.definition(), projection, null);
  }

  /**
   * Another CRS for what is in the metres of a projection.
   *
   * @throws BadValueException if there is none of this code, or the shift to its datum is not known
   */
  public static OutputCrs of(String code, Projection projection) {
    if (code.equals(projection.crs())) {
      return own(projection);
    }
    CoordinateReferenceSystem crs = Epsg.decode(code);
    if (crs.getCoordinateSystem().getDimension() != 2) {
      throw new BadValueException(code + " 不是平面坐标系", code + " is not a CRS of two dimensions");
    }
    return new OutputCrs(code, crs.toWKT(), projection, Epsg.fromLonLat(code));
  }

  /**
   * A CRS as well-known text of OGC, version 1, east or longitude first.
   *
   * @throws BadValueException if there is none of this code
   */
  public static String definition(String code) {
    return Epsg.decode(code).toWKT();
  }

  /** Its code. */
  public String code() {
    return code;
  }

  /** As well-known text of OGC, version 1, east first. */
  public String definition() {
    return definition;
  }

  /** As the well-known text that Shapefiles are accompanied by. */
  public String esriDefinition() {
    try {
      CoordinateReferenceSystem crs = CRS.parseWKT(definition);
      // GeoTools' spelling of the meridian is one that neither Esri nor GDAL knows here.
      return ((Formattable) crs)
          .toWKT(Citations.ESRI, 0)
          .replaceAll(", *AXIS\\[[^]]*\\]", "")
          .replace("Longitude_Of_Center", "Central_Meridian");
    } catch (FactoryException | UnsupportedOperationException e) {
      return definition; // readers know both dialects
    }
  }

  /** Whether its coordinates are degrees. */
  public boolean isDegrees() {
    return definition.startsWith("GEOGCS");
  }

  /**
   * The geometry in it.
   *
   * @throws BadValueException if it cannot be there
   */
  public Geometry moved(Geometry metres) {
    return fromLonLat == null ? metres : Projection.moved(metres, this::moved);
  }

  private Coordinate moved(Coordinate metres) {
    Coordinate lonLat = projection.toLonLat(metres);
    double[] place = {lonLat.x, lonLat.y};
    try {
      if (fromLonLat != null) {
        fromLonLat.transform(place, 0, place, 0, 1);
      }
    } catch (TransformException e) {
      place[0] = Double.NaN;
    }
    if (!Double.isFinite(place[0]) || !Double.isFinite(place[1])) {
      throw new BadValueException(
          "该研究范围无法用 " + code + " 表示", "the area lies where " + code + " cannot be used");
    }
    double parts = isDegrees() ? NANODEGREES : TENTHS_OF_MILLIMETRES;
    return new Coordinate(Math.rint(place[0] * parts) / parts, Math.rint(place[1] * parts) / parts);
  }
}
