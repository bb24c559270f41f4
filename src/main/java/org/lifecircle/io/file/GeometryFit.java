package org.lifecircle.io.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.RawFeature;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.RawTable.Remark;
import org.lifecircle.io.Shapes;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.linearref.LengthIndexedLine;

/**
 * Drawings know no polygons, and draw a gate as the gap it is: closed lines become the areas, and
 * lines the points, that a layer wants. Nothing else is bent to fit.
 */
final class GeometryFit {

  private static final Set<String> AREAS =
      Set.of(
          "compounds",
          "buildings",
          "illegal_structures",
          "open_spaces",
          "units",
          "parcels",
          "population",
          "boundary");
  private static final Set<String> LINES = Set.of("walls", "paths");
  private static final Set<String> POINTS = Set.of("gates", "entrances");

  private final String layer;
  private final boolean metric;
  private int closed;
  private int opened;
  private int middles;

  private GeometryFit(String layer, boolean metric) {
    this.layer = layer;
    this.metric = metric;
  }

  /**
   * The table with such geometry changed.
   *
   * @param metric whether its coordinates are metres, so that lengths mean something
   */
  static RawTable fitted(RawTable table, String layer, boolean metric) {
    return new GeometryFit(layer, metric).fit(table);
  }

  private RawTable fit(RawTable table) {
    List<RawFeature> fitted = new ArrayList<>();
    for (RawFeature feature : table.features()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>(feature.properties());
      Geometry geometry = feature.geometry();
      Geometry fit = geometry == null || geometry.isEmpty() ? geometry : fit(geometry, values);
      fitted.add(new RawFeature(feature.index(), fit, values));
    }
    List<Remark> remarks = new ArrayList<>(table.remarks());
    tell(remarks, closed, "lines_to_areas", "条闭合线按面读取", "closed lines were read as areas");
    tell(remarks, opened, "outlines_to_lines", "个面按轮廓线读取", "areas were read as their outlines");
    tell(
        remarks,
        middles,
        "lines_to_points",
        "条线按中点读取",
        "lines were read as points at their middle");
    return new RawTable(table.file(), table.name(), table.crs(), fitted, remarks, table.faults());
  }

  private Geometry fit(Geometry geometry, Map<String, @Nullable Object> values) {
    if (AREAS.contains(layer) && geometry instanceof LineString line && isRing(line)) {
      closed++;
      return Shapes.polygon(List.of(List.of(line.getCoordinates())));
    }
    if (LINES.contains(layer) && geometry instanceof Polygon polygon && drawn(polygon)) {
      opened++;
      return Shapes.line(List.of(polygon.getExteriorRing().getCoordinates()));
    }
    if (POINTS.contains(layer) && geometry instanceof Lineal && geometry.getLength() > 0) {
      middles++;
      double length = geometry.getLength();
      if (metric && layer.equals("gates")) {
        values.putIfAbsent("width_m", Math.round(length * 100) / 100.0);
      }
      LengthIndexedLine along = new LengthIndexedLine(geometry);
      return Shapes.point(along.extractPoint(length / 2));
    }
    return geometry;
  }

  private static boolean isRing(LineString line) {
    return line.isClosed() && line.getNumPoints() >= 4;
  }

  /** A wall as an area with a hole in it is no outline. */
  private static boolean drawn(Polygon polygon) {
    return polygon.getNumInteriorRing() == 0;
  }

  private static void tell(List<Remark> remarks, int count, String code, String zh, String en) {
    if (count > 0) {
      Text message = new Text(count + " " + zh, count + " " + en);
      remarks.add(new Remark(RawTable.WHOLE, code, IssueAction.REPAIRED, message));
    }
  }
}
