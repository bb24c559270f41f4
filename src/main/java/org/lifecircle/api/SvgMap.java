package org.lifecircle.api;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lifecircle.store.FeatureTable.Row;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A small drawing of features, north up, metres as they are. */
final class SvgMap {

  private static final int WIDTH = 640;
  private static final int MOST_HEIGHT = 480;

  /** More would be slow to draw, and black. */
  private static final int MOST_POINTS = 100_000;

  private final Envelope box;
  private final double metresPerPixel;
  private final StringBuilder svg = new StringBuilder();

  private SvgMap(Envelope box) {
    this.box = box;
    metresPerPixel = Math.max(box.getWidth() / WIDTH, box.getHeight() / MOST_HEIGHT);
  }

  /**
   * The drawing; empty when there is nothing to draw, or too much.
   *
   * @param address where a feature's own page is
   */
  static String of(List<Row> rows, Function<Row, @Nullable String> address) {
    Envelope box = BoundingBox.around(rows.stream().map(Row::geometry));
    long points =
        rows.stream().map(Row::geometry).mapToLong(g -> g == null ? 0 : g.getNumPoints()).sum();
    if (box.isNull() || points > MOST_POINTS) {
      return "";
    }
    box.expandBy(Math.max(10, Math.max(box.getWidth(), box.getHeight()) * 0.03));
    return new SvgMap(box).draw(rows, address);
  }

  private String draw(List<Row> rows, Function<Row, @Nullable String> address) {
    int width = (int) Math.round(box.getWidth() / metresPerPixel);
    int height = (int) Math.round(box.getHeight() / metresPerPixel);
    svg.append("<svg class=\"map\" role=\"img\" viewBox=\"0 0 %d %d\">".formatted(width, height));
    for (Row row : rows) {
      Geometry geometry = row.geometry();
      if (geometry != null && !geometry.isEmpty()) {
        String there = address.apply(row);
        svg.append(there == null ? "<g>" : "<a href=\"" + HtmlPages.escaped(there) + "\">");
        shape(geometry, String.valueOf(row.values().get("id")));
        svg.append(there == null ? "</g>" : "</a>").append('\n');
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private void shape(Geometry geometry, String id) {
    String title = "<title>" + HtmlPages.escaped(id) + "</title>";
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      Geometry part = geometry.getGeometryN(i);
      if (part instanceof Point point) {
        svg.append("<circle r=\"3\" cx=\"").append(x(point.getX()));
        svg.append("\" cy=\"").append(y(point.getY())).append("\">").append(title);
        svg.append("</circle>");
      } else {
        boolean area = part instanceof Polygon;
        svg.append("<path class=\"").append(area ? "area" : "line").append("\" d=\"");
        if (part instanceof Polygon polygon) {
          line(polygon.getExteriorRing());
          for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
            line(polygon.getInteriorRingN(hole));
          }
        } else {
          line(part);
        }
        svg.append("\">").append(title).append("</path>");
      }
    }
  }

  private void line(Geometry line) {
    char command = 'M';
    for (Coordinate c : line.getCoordinates()) {
      svg.append(command).append(x(c.x)).append(' ').append(y(c.y));
      command = 'L';
    }
  }

  private String x(double east) {
    return pixels(east - box.getMinX());
  }

  private String y(double north) {
    return pixels(box.getMaxY() - north);
  }

  private String pixels(double metres) {
    return String.format(Locale.ROOT, "%.1f", metres / metresPerPixel);
  }
}
