package org.lifecircle.io;

import java.util.List;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Layer;

/**
 * The features of one layer that one file holds. A layer may come in several of these.
 *
 * @param layer the contract's name of the layer, or {@link #BOUNDARY}
 * @param file how people know the file: its name, without folders
 * @param crs of the geometries, for example {@link #LON_LAT}; east or longitude first whatever the
 *     authority says
 */
public record RawLayer(String layer, String file, String crs, List<RawFeature> features) {

  /** The extent of the study area: a layer of files, though not one of features. */
  public static final String BOUNDARY = "boundary";

  /** WGS 84, longitude first: what RFC 7946 and OpenStreetMap use. */
  public static final String LON_LAT = "EPSG:4326";

  public RawLayer {
    if (!layer.equals(BOUNDARY) && Coded.find(Layer.class, layer).isEmpty()) {
      throw new IllegalArgumentException("'" + layer + "' is not a layer");
    }
    features = List.copyOf(features);
  }
}
