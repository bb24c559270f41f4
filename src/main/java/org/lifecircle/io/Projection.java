package org.lifecircle.io;

import java.util.function.UnaryOperator;
import org.geotools.api.metadata.extent.GeographicBoundingBox;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.geotools.referencing.CRS;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import si.uom.SI;

/**
 * Between degrees outside and the metres all is computed in.
 *
 * <p>Degrees are WGS 84 or CGCS2000, longitude first. Metres come out as whole millimetres, degrees
 * with nine decimals (a tenth of a millimetre), so that a place goes there and back within 1 mm.
 * Instances are immutable and may be shared between threads.
 */
public final class Projection {

  private static final double NANODEGREES = 1e9;

  private final String crs;
  private final String definition;
  private final MathTransform forward;
  private final MathTransform inverse;
  private final Envelope areaOfUse;

  private Projection(
      String crs, String definition, MathTransform forward, MathTransform inverse, Envelope area) {
    this.crs = crs;
    this.definition = definition;
    this.forward = forward;
    this.inverse = inverse;
    this.areaOfUse = area;
  }

  /**
   * The projection of a CRS.
   *
   * @param crs a projected CRS in metres, for example {@code EPSG:4546}
   * @throws BadValueException if it is another kind of CRS, or unknown
   */
  public static Projection of(String crs) {
    CoordinateReferenceSystem decoded = Epsg.decode(crs);
    if (!(decoded instanceof ProjectedCRS)
        || !SI.METRE.equals(decoded.getCoordinateSystem().getAxis(0).getUnit())) {
      throw new BadValueException(
          crs + " 不是以米为单位的投影坐标系；请改用 EPSG:4546 之类",
          crs + " is not a projected CRS in metres; use one like EPSG:4546");
    }
    MathTransform forward = Epsg.fromLonLat(crs);
    try {
      return new Projection(crs, decoded.toWKT(), forward, forward.inverse(), areaOfUse(decoded));
    } catch (NoninvertibleTransformException e) {
      throw new BadValueException(crs + " 无法换算回经纬度", crs + " cannot be turned back into degrees");
    }
  }

  /**
   * The usual projection of a place: in China the CGCS2000 3-degree zone, elsewhere the UTM zone.
   *
   * @throws BadValueException if the place is too near a pole
   */
  public static Projection ofPlace(double longitude, double latitude) {
    return CrsChoice.of(longitude, latitude);
  }

  /**
   * The same projection again, from its {@link #definition}. The EPSG tables take seconds to open;
   * they are needed here only where a datum shift is.
   *
   * @throws BadValueException if the definition is not one of {@link #definition}'s
   */
  public static Projection of(String crs, String definition) {
    try {
      ProjectedCRS decoded = (ProjectedCRS) CRS.parseWKT(definition);
      if (!Epsg.isLonLat(decoded.getBaseCRS())) {
        return of(crs);
      }
      MathTransform forward = decoded.getConversionFromBase().getMathTransform();
      return new Projection(crs, definition, forward, forward.inverse(), areaOfUse(decoded));
    } catch (FactoryException | NoninvertibleTransformException | ClassCastException e) {
      BadValueException complaint =
          new BadValueException(crs + " 的定义无法读取", "the definition of " + crs + " cannot be read");
      complaint.initCause(e);
      throw complaint;
    }
  }

  /** The CRS as well-known text (version 1, as GeoPackages hold it), east first. */
  public String definition() {
    return definition;
  }

  /** The code of the CRS. */
  public String crs() {
    return crs;
  }

  /** Whether the authority that keeps the CRS writes north before east; opens the EPSG tables. */
  public boolean isNorthFirst() {
    return Epsg.isNorthFirst(crs);
  }

  /** In degrees, longitude first; the whole world when the tables do not say. */
  public Envelope areaOfUse() {
    return new Envelope(areaOfUse);
  }

  /**
   * The place in metres, whole millimetres.
   *
   * @throws BadValueException if the projection has no such place
   */
  public Coordinate ofLonLat(double longitude, double latitude) {
    double[] place = {longitude, latitude};
    transform(forward, place);
    return Millimetres.round(place[0], place[1]);
  }

  /** The place in degrees, longitude as x, nine decimals. */
  public Coordinate toLonLat(Coordinate metres) {
    double[] place = {metres.x, metres.y};
    transform(inverse, place);
    return new Coordinate(nine(place[0]), nine(place[1]));
  }

  /** The geometry in metres, every coordinate in whole millimetres. */
  public Geometry ofLonLat(Geometry lonLat) {
    return moved(lonLat, c -> ofLonLat(c.x, c.y));
  }

  /** The geometry in degrees, longitude first. */
  public Geometry toLonLat(Geometry metres) {
    return moved(metres, this::toLonLat);
  }

  /** A copy of the geometry with every coordinate moved. */
  public static Geometry moved(Geometry geometry, UnaryOperator<Coordinate> move) {
    Geometry copy = geometry.copy();
    copy.apply(
        new CoordinateSequenceFilter() {
          @Override
          public void filter(CoordinateSequence sequence, int i) {
            Coordinate to = move.apply(sequence.getCoordinate(i));
            sequence.setOrdinate(i, CoordinateSequence.X, to.x);
            sequence.setOrdinate(i, CoordinateSequence.Y, to.y);
          }

          @Override
          public boolean isDone() {
            return false;
          }

          @Override
          public boolean isGeometryChanged() {
            return true;
          }
        });
    return copy;
  }

  private void transform(MathTransform by, double[] place) {
    try {
      by.transform(place, 0, place, 0, 1);
    } catch (TransformException e) {
      throw unreachable(e);
    }
    if (!Double.isFinite(place[0]) || !Double.isFinite(place[1])) {
      throw unreachable(null);
    }
  }

  private BadValueException unreachable(@Nullable Throwable cause) {
    BadValueException complaint =
        new BadValueException("该位置无法用 " + crs + " 投影", "the place cannot be projected to " + crs);
    if (cause != null) {
      complaint.initCause(cause);
    }
    return complaint;
  }

  private static Envelope areaOfUse(CoordinateReferenceSystem crs) {
    GeographicBoundingBox box = CRS.getGeographicBoundingBox(crs);
    if (box == null || box.getWestBoundLongitude() > box.getEastBoundLongitude()) {
      return new Envelope(-180, 180, -90, 90);
    }
    return new Envelope(
        box.getWestBoundLongitude(),
        box.getEastBoundLongitude(),
        box.getSouthBoundLatitude(),
        box.getNorthBoundLatitude());
  }

  private static double nine(double degrees) {
    return Math.rint(degrees * NANODEGREES) / NANODEGREES;
  }
}
