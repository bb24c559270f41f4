package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lifecircle.io.FaultList;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Fault;
import org.locationtech.jts.geom.Geometry;

/** The polygons of a boundary file; they need no id and no columns. */
final class BoundaryRows {

  private BoundaryRows() {}

  static List<Geometry> read(RawLayer layer, GeometryCleaner cleaner, FaultList faults) {
    List<Geometry> polygons = new ArrayList<>();
    for (RawFeature feature : layer.features()) {
      String id = feature.id() == null ? "" : feature.id();
      try {
        Geometry geometry = feature.geometry();
        if (geometry != null && !geometry.isEmpty()) {
          GeometryKinds.require(Set.of(GeometryKinds.POLYGON), geometry);
        }
        polygons.addAll(cleaner.clean(layer.layer(), id, geometry));
      } catch (BadValueException e) {
        String pointer = "/features/" + feature.index();
        faults.add(new Fault(layer.file(), layer.layer(), feature.id(), pointer, e.reason()));
      }
    }
    return polygons;
  }
}
