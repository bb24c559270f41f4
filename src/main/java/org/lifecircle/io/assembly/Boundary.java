package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.io.Millimetres;
import org.lifecircle.io.RawLayer;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The extent of a study area: as given, else the compounds with a margin, else the buildings, else
 * the hull of all there is.
 */
final class Boundary {

  private static final int QUADRANT_SEGMENTS = 8;

  private final double bufferMetres;

  Boundary(double bufferMetres) {
    this.bufferMetres = bufferMetres;
  }

  /** The area with its boundary, made from these given polygons if there are any. */
  StudyArea applyTo(StudyArea area, List<Geometry> given, IssueLog issues) {
    if (!given.isEmpty()) {
      return area.withBoundary(union(given));
    }
    if (!area.compounds().isEmpty()) {
      return derived(area, Layer.COMPOUNDS, "小区", "the compounds", issues);
    }
    if (!area.buildings().isEmpty()) {
      return derived(area, Layer.BUILDINGS, "楼栋", "the buildings", issues);
    }
    Geometry hull = hull(area).buffer(bufferMetres, QUADRANT_SEGMENTS);
    return note(area.withBoundary(finished(hull)), "全部要素的凸包", "the hull of everything", issues);
  }

  private StudyArea derived(StudyArea area, Layer from, String zh, String en, IssueLog issues) {
    List<Geometry> features = new ArrayList<>();
    area.layer(from).forEach(feature -> features.add(feature.geometry()));
    List<Geometry> wider = new Outskirts(bufferMetres, QUADRANT_SEGMENTS).of(features);
    return note(area.withBoundary(union(wider)), zh, en, issues);
  }

  private StudyArea note(StudyArea area, String zh, String en, IssueLog issues) {
    String metres = Math.round(bufferMetres) + " m";
    Text message =
        new Text(
            "未给出范围，取" + zh + "外扩 " + metres,
            "no boundary was given; it is " + en + " plus " + metres);
    issues.add(
        new DataIssue(
            RawLayer.BOUNDARY,
            "",
            "boundary_derived",
            IssueAction.DERIVED,
            message,
            area.boundary()));
    return area;
  }

  private static Geometry hull(StudyArea area) {
    Geometry[] all =
        List.of(Layer.values()).stream()
            .flatMap(layer -> area.layer(layer).stream())
            .map(Feature::geometry)
            .toArray(Geometry[]::new);
    return Millimetres.FACTORY.createGeometryCollection(all).convexHull();
  }

  private static Geometry union(List<Geometry> polygons) {
    return finished(
        OverlayNGRobust.union(
            Millimetres.FACTORY.createGeometryCollection(polygons.toArray(new Geometry[0]))));
  }

  private static Geometry finished(Geometry polygonal) {
    return Millimetres.reduce(polygonal).norm();
  }
}
