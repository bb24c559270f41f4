package org.lifecircle.io.kml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.BoundedXml;
import org.lifecircle.io.Limits;
import org.lifecircle.io.Shapes;
import org.lifecircle.io.TableBuilder;
import org.lifecircle.model.BadValueException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** One placemark, from its start to its end. */
final class KmlPlacemark {

  private final BoundedXml xml;
  private final Limits limits;
  private final TableBuilder table;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final List<Geometry> parts = new ArrayList<>();
  private final List<List<Coordinate>> rings = new ArrayList<>();
  private int vertices;
  private @Nullable BadValueException complaint;

  KmlPlacemark(BoundedXml xml, Limits limits, TableBuilder table) {
    this.xml = xml;
    this.limits = limits;
    this.table = table;
  }

  void read() throws IOException {
    String id = xml.attribute("id");
    int line = xml.line();
    String column = "";
    String shape = "";
    while (xml.next() && !xml.ends("Placemark")) {
      if (!xml.isStart() && !xml.isEnd()) {
        continue;
      }
      switch (xml.name()) {
        case "Point", "LineString", "Polygon" -> shape = part(shape);
        case "coordinates" -> shape(shape);
        case "Data", "SimpleData" -> column = xml.isStart() ? named(column) : "";
        case "value" -> put(column);
        case "name", "description" -> put(xml.name());
        case "Track", "Model" -> refuse();
        default -> {} // styles, views, times
      }
    }
    if (!id.isEmpty()) {
      values.putIfAbsent("fid", id);
    }
    if (complaint != null) {
      table.fault(id.isEmpty() ? null : id, "line " + line, complaint.reason());
    }
    table.add(parts.isEmpty() ? null : Shapes.together(parts), values);
  }

  private String part(String shape) {
    if (xml.isStart()) {
      rings.clear();
      return xml.name();
    }
    if (xml.ends("Polygon")) {
      parts.add(Shapes.polygon(rings));
    }
    return xml.ends(shape) ? "" : shape;
  }

  private void shape(String shape) throws IOException {
    if (!xml.isStart()) {
      return;
    }
    List<Coordinate> points = coordinates();
    if (shape.equals("Polygon")) {
      rings.add(points);
    } else if (shape.equals("LineString")) {
      parts.add(Shapes.line(points));
    } else if (shape.equals("Point")) {
      points.stream().limit(1).forEach(p -> parts.add(Shapes.point(p)));
    }
  }

  private String named(String column) throws IOException {
    String name = xml.attribute("name");
    if (xml.starts("SimpleData")) {
      values.put(name, blankless(text(xml, limits)));
      limits.requireColumns(values.size());
      return column;
    }
    return name;
  }

  private void put(String column) throws IOException {
    if (xml.isStart() && !column.isEmpty()) {
      values.put(column, blankless(text(xml, limits)));
      limits.requireColumns(values.size());
    }
  }

  private void refuse() {
    complaint =
        new BadValueException(
            "不支持轨迹或三维模型（" + xml.name() + "）",
            "a " + xml.name() + " is not read, only points, lines and polygons");
  }

  /** The text up to the end of the element that begins here. */
  static String text(BoundedXml xml, Limits limits) throws IOException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0 && xml.next()) {
      depth += xml.isStart() ? 1 : xml.isEnd() ? -1 : 0;
      text.append(xml.text());
      limits.requireText(text.length());
    }
    return text.toString();
  }

  private static @Nullable String blankless(String text) {
    return text.isBlank() ? null : text.strip();
  }

  /** Tuples of longitude, latitude and perhaps height, with blanks between them. */
  private List<Coordinate> coordinates() throws IOException {
    List<Coordinate> points = new ArrayList<>();
    StringBuilder tuple = new StringBuilder();
    while (xml.next() && !xml.isEnd()) {
      String text = xml.text();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (!Character.isWhitespace(c)) {
          tuple.append(c);
          limits.requireText(tuple.length());
        } else if (tuple.length() > 0 && tuple.charAt(tuple.length() - 1) != ',') {
          add(tuple.toString(), points);
          tuple.setLength(0);
        }
      }
    }
    add(tuple.toString(), points);
    return points;
  }

  private void add(String tuple, List<Coordinate> points) {
    if (tuple.isEmpty()) {
      return;
    }
    limits.requireVertices(++vertices);
    String[] numbers = tuple.split(",", -1);
    try {
      if (numbers.length >= 2) {
        points.add(Shapes.at(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
        return;
      }
    } catch (NumberFormatException e) {
      // told below
    } catch (BadValueException e) {
      complaint = e;
      return;
    }
    String shown = tuple.length() > 60 ? tuple.substring(0, 60) + "…" : tuple;
    complaint = new BadValueException("“" + shown + "”不是坐标", "'" + shown + "' is not a coordinate");
  }
}
