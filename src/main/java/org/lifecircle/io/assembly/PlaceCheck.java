package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.io.FaultList;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Finds features that lie where no feature of the area can, above all those with x and y swapped.
 */
final class PlaceCheck {

  static final Envelope WORLD = new Envelope(-180, 180, -90, 90);

  private final Envelope allowed;
  private final Text outside;
  private final FaultList faults;

  /**
   * @param allowed in degrees, longitude first
   * @param outside what to say of a feature that is not in there
   */
  PlaceCheck(Envelope allowed, Text outside, FaultList faults) {
    this.allowed = allowed;
    this.outside = outside;
    this.faults = faults;
  }

  /** The layer without the features at fault, which have been told. */
  RawLayer check(RawLayer layer) {
    List<RawFeature> right = new ArrayList<>();
    List<RawFeature> swapped = new ArrayList<>();
    List<RawFeature> astray = new ArrayList<>();
    for (RawFeature feature : layer.features()) {
      Geometry geometry = feature.geometry();
      if (geometry == null || geometry.isEmpty()) {
        right.add(feature);
      } else {
        Envelope at = geometry.getEnvelopeInternal();
        (allowed.contains(at) ? right : allowed.contains(swap(at)) ? swapped : astray).add(feature);
      }
    }
    tell(layer, swapped, right.isEmpty() && astray.isEmpty(), swapText());
    tell(layer, astray, right.isEmpty() && swapped.isEmpty(), outside);
    return new RawLayer(layer.layer(), layer.file(), layer.crs(), right);
  }

  /** One fault for the file when all its features have it, else one for each. */
  private void tell(RawLayer layer, List<RawFeature> features, boolean all, Text reason) {
    if (all && features.size() > 1) {
      faults.add(new Fault(layer.file(), layer.layer(), null, "/features", reason));
      return;
    }
    for (RawFeature feature : features) {
      String pointer = "/features/" + feature.index() + "/geometry";
      faults.add(new Fault(layer.file(), layer.layer(), feature.id(), pointer, reason));
    }
  }

  private static Envelope swap(Envelope e) {
    return new Envelope(e.getMinY(), e.getMaxY(), e.getMinX(), e.getMaxX());
  }

  private static Text swapText() {
    return new Text(
        "经度与纬度似乎写反了；应先写经度", "longitude and latitude look swapped; longitude comes first");
  }
}
