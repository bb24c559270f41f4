package org.lifecircle.io.assembly;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Projection;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygonal;

/** From degrees as a file gave them to geometry that can be computed with, or an issue why not. */
final class GeometryCleaner {

  private static final double SMALLEST_SQUARE_METRES = 0.01;
  private static final double SHORTEST_METRES = 0.01;

  private final Projection projection;
  private final Limits limits;
  private final IssueLog issues;

  GeometryCleaner(Projection projection, Limits limits, IssueLog issues) {
    this.projection = projection;
    this.limits = limits;
    this.issues = issues;
  }

  /**
   * The geometry's parts in metres: valid, on the millimetre grid, polygons normalised, lines as
   * they were drawn. Empty when nothing usable is left, which has then been reported.
   */
  List<Geometry> clean(String layer, String id, @Nullable Geometry lonLat) {
    if (lonLat == null || lonLat.isEmpty()) {
      reject(layer, id, "empty_geometry", "没有几何图形", "it has no geometry", null);
      return List.of();
    }
    if (lonLat.getNumPoints() > limits.vertices()) {
      String most = String.valueOf(limits.vertices());
      reject(
          layer,
          id,
          "too_many_vertices",
          "顶点多于 " + most,
          "it has more than " + most + " vertices",
          null);
      return List.of();
    }
    Geometry metric = projection.ofLonLat(lonLat);
    Geometry simple = RepeatedPoints.removed(metric);
    if (simple.getNumPoints() < metric.getNumPoints()) {
      String en = "points that repeat the one before were removed";
      repair(layer, id, "repeated_points", "已去除重复的点", en, metric);
    }
    if (simple.isEmpty()) {
      return Stream.of(simple).filter(p -> bigEnough(layer, id, p)).toList();
    }
    if (!(simple instanceof Polygonal)) {
      return GeometryKinds.parts(simple).stream().filter(p -> bigEnough(layer, id, p)).toList();
    }
    return valid(layer, id, simple)
        .filter(p -> bigEnough(layer, id, p))
        .map(List::of)
        .orElse(List.of());
  }

  private Optional<Geometry> valid(String layer, String id, Geometry polygonal) {
    if (polygonal.isValid()) {
      return Optional.of(polygonal.norm());
    }
    Optional<Geometry> repaired = PolygonRepair.repaired(polygonal, limits.selfCrossings());
    if (repaired.isEmpty()) {
      reject(
          layer,
          id,
          "not_repairable",
          "轮廓自相交，无法修复",
          "its outline crosses itself beyond repair",
          polygonal);
      return Optional.empty();
    }
    String areas = String.format("%.2f → %.2f m²", polygonal.getArea(), repaired.get().getArea());
    String en = "its outline crossed itself and was repaired; area " + areas;
    repair(layer, id, "self_crossing", "轮廓自相交，已修复；面积 " + areas, en, polygonal);
    return repaired.map(Geometry::norm);
  }

  private boolean bigEnough(String layer, String id, Geometry part) {
    boolean enough =
        part instanceof Polygonal
            ? part.getArea() >= SMALLEST_SQUARE_METRES
            : !(part instanceof Lineal) || part.getLength() >= SHORTEST_METRES;
    if (!enough || part.isEmpty()) {
      reject(
          layer,
          id,
          "too_small",
          "小于 0.01 m² 或短于 1 cm",
          "it is smaller than 0.01 m² or shorter than 1 cm",
          part.isEmpty() ? null : part);
      return false;
    }
    return true;
  }

  private void reject(
      String layer, String id, String code, String zh, String en, @Nullable Geometry where) {
    Text message = new Text(zh + "，已舍去", en + " and was left out");
    issues.add(new DataIssue(layer, id, code, IssueAction.REJECTED, message, where));
  }

  private void repair(String layer, String id, String code, String zh, String en, Geometry where) {
    issues.add(new DataIssue(layer, id, code, IssueAction.REPAIRED, new Text(zh, en), where));
  }
}
