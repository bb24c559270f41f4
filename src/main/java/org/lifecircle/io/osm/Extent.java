package org.lifecircle.io.osm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.Layer;
import org.locationtech.jts.algorithm.ConvexHull;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The boundary of an area that comes from an extract: what the file says it is an extract of, as
 * far as there is anything in it; else the hull of all compounds, buildings and facilities, with a
 * margin. Paths say nothing of it, for extracts keep long ones whole. The usual rule, the compounds
 * with a margin, is of no use here: OpenStreetMap knows compounds only here and there.
 */
final class Extent {

  private static final List<Layer> TELLING =
      List.of(Layer.COMPOUNDS, Layer.BUILDINGS, Layer.FACILITIES);

  /** Some 50 m, the margin the contract gives compounds. */
  private static final double MARGIN_DEGREES = 0.00045;

  private Extent() {}

  /** The boundary layer, with one polygon; with none where there is no ground to speak of. */
  static RawLayer of(OsmData data, FeatureSink sink, String file) {
    List<Coordinate> corners = new ArrayList<>();
    for (Layer layer : TELLING) {
      for (RawFeature feature : sink.features(layer)) {
        Geometry geometry = feature.geometry();
        if (geometry != null) {
          corners.addAll(List.of(geometry.getCoordinates()));
        }
      }
    }
    if (corners.isEmpty()) {
      return new RawLayer(RawLayer.BOUNDARY, file, RawLayer.LON_LAT, List.of());
    }
    Geometry hull =
        new ConvexHull(corners.toArray(Coordinate[]::new), Shapes.FACTORY)
            .getConvexHull()
            .buffer(MARGIN_DEGREES);
    Envelope told = data.bounds().intersection(hull.getEnvelopeInternal());
    Geometry extent = data.bounds().isNull() ? hull : Shapes.FACTORY.toGeometry(told);
    List<RawFeature> features =
        extent.getDimension() < 2
            ? List.of()
            : List.of(new RawFeature(0, extent, Map.of("id", "extent")));
    return new RawLayer(RawLayer.BOUNDARY, file, RawLayer.LON_LAT, features);
  }
}
