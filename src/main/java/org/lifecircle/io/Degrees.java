package org.lifecircle.io;

import java.util.ArrayList;
import java.util.List;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.NoninvertibleTransformException;
import org.geotools.api.referencing.operation.TransformException;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Fault;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Brings layers from their files' own CRS to degrees, longitude first. */
public final class Degrees {

  private Degrees() {}

  /**
   * The datum whose shift to WGS 84 has to be known for coordinates of this CRS; null for WGS 84
   * and CGCS2000, and for a CRS that is not known at all.
   */
  public static @Nullable String datumOf(String crs) {
    try {
      return Epsg.datumOf(crs);
    } catch (BadValueException e) {
      return null; // whoever transforms by it says what is wrong
    }
  }

  /** The layer in degrees. Features that have no place there are told as faults and left out. */
  public static RawLayer of(RawLayer layer, FaultList faults) {
    if (layer.crs().equals(RawLayer.LON_LAT)) {
      return layer;
    }
    List<RawFeature> moved = new ArrayList<>();
    try {
      MathTransform toDegrees = Epsg.fromLonLat(layer.crs()).inverse();
      for (RawFeature feature : layer.features()) {
        move(layer, feature, toDegrees, moved, faults);
      }
    } catch (BadValueException e) {
      faults.add(new Fault(layer.file(), layer.layer(), null, "/crs", e.reason()));
    } catch (NoninvertibleTransformException e) {
      throw new IllegalStateException(e); // every projection of the tables has its inverse
    }
    return new RawLayer(layer.layer(), layer.file(), RawLayer.LON_LAT, moved);
  }

  private static void move(
      RawLayer layer,
      RawFeature feature,
      MathTransform transform,
      List<RawFeature> moved,
      FaultList faults) {
    Geometry geometry = feature.geometry();
    try {
      Geometry there =
          geometry == null ? null : Projection.moved(geometry, c -> moved(c, transform));
      moved.add(new RawFeature(feature.index(), there, feature.properties()));
    } catch (BadValueException e) {
      String pointer = "/features/" + feature.index() + "/geometry";
      faults.add(new Fault(layer.file(), layer.layer(), feature.id(), pointer, e.reason()));
    }
  }

  private static Coordinate moved(Coordinate c, MathTransform transform) {
    double[] place = {c.x, c.y};
    try {
      transform.transform(place, 0, place, 0, 1);
    } catch (TransformException e) {
      place[0] = Double.NaN;
    }
    if (!Double.isFinite(place[0]) || !Double.isFinite(place[1])) {
      throw new BadValueException(
          "坐标不在其坐标系的范围内", "the coordinates are outside what their CRS can hold");
    }
    return new Coordinate(place[0], place[1]);
  }
}
