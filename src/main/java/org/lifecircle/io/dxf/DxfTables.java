package org.lifecircle.io.dxf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.Limits;
import org.lifecircle.io.RawTable;
import org.lifecircle.io.Shapes;
import org.lifecircle.io.TableBuilder;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.IssueAction;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** The entities of a drawing in tables: by the surveyors' code, else by the drawing's layer. */
final class DxfTables {

  /** CASS draws the symbols along a line there, and gives them the line's code with a number. */
  private static final String SYMBOLS = "ASSIST";

  private static final String WALL_TO_SCALE = "144301";
  private static final int CLOSED = 1;
  private static final int MESH_OR_CURVE_FRAME = 16;

  private final String file;
  private final Limits limits;
  private final Function<byte[], String> text;
  private final Map<String, TableBuilder> tables = new LinkedHashMap<>();
  private final Map<String, Integer> unread = new TreeMap<>();
  private int unhalved;

  DxfTables(String file, Limits limits, Function<byte[], String> text) {
    this.file = file;
    this.limits = limits;
    this.text = text;
  }

  void add(Entity entity) {
    switch (entity.type()) {
      case "POINT", "INSERT" -> add(entity, List.of(at(entity, 10, 20)), false);
      case "LINE" -> add(entity, List.of(at(entity, 10, 20), at(entity, 11, 21)), false);
      case "LWPOLYLINE" -> {
        boolean closed = (entity.integer(70) & CLOSED) != 0;
        add(entity, Curves.polyline(entity, closed, limits), closed);
      }
      case "CIRCLE", "ARC" -> {
        boolean circle = entity.type().equals("CIRCLE");
        Coordinate centre = at(entity, 10, 20);
        double from = circle ? 0 : entity.number(50, 0);
        double to = circle ? 360 : entity.number(51, 360);
        List<Coordinate> line = Curves.circle(centre.x, centre.y, entity.number(40, 0), from, to);
        add(entity, line, circle);
      }
      case "SEQEND", "ATTRIB", "VIEWPORT" -> {}
      default -> unread.merge(entity.type(), 1, Integer::sum);
    }
  }

  void addPolyline(Entity polyline, List<Entity> vertices) {
    boolean closed = (polyline.integer(70) & CLOSED) != 0;
    List<Coordinate> points = new ArrayList<>();
    List<Double> bulges = new ArrayList<>();
    for (Entity vertex : vertices) {
      if ((vertex.integer(70) & MESH_OR_CURVE_FRAME) == 0) {
        points.add(at(vertex, 10, 20));
        bulges.add(vertex.number(42, 0));
      }
    }
    add(polyline, Curves.bulged(points, bulges, closed, limits), closed);
  }

  private static Coordinate at(Entity entity, int x, int y) {
    return Shapes.at(entity.number(x, Double.NaN), entity.number(y, Double.NaN));
  }

  private void add(Entity entity, List<Coordinate> line, boolean closed) {
    String layer = text.apply(entity.bytes(8));
    String code = entity.surveyCode();
    if (layer.equalsIgnoreCase(SYMBOLS) || code.matches("[0-9]+-[0-9]+") || line.isEmpty()) {
      return;
    }
    String name = code.matches("[0-9]{6}") ? code : layer;
    TableBuilder table = tables.computeIfAbsent(name, n -> new TableBuilder(file, n, limits));
    if (tables.size() > limits.features()) {
      throw new BadValueException("图层过多", "the drawing has too many layers");
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    String handle = entity.text(5);
    if (!handle.isEmpty()) {
      values.put("id", handle);
    }
    table.add(geometry(line, closed, name, values), values);
  }

  private Geometry geometry(
      List<Coordinate> line, boolean closed, String name, Map<String, @Nullable Object> values) {
    if (line.size() == 1) {
      return Shapes.point(line.get(0));
    }
    if (name.equals(WALL_TO_SCALE) && (closed || line.get(0).equals2D(line.get(line.size() - 1)))) {
      TwoLineWall wall = TwoLineWall.of(line);
      if (wall != null) {
        values.put("thickness_m", Math.round(wall.thickness() * 1000) / 1000.0);
        return wall.middle();
      }
      unhalved++;
    }
    return Shapes.line(line);
  }

  List<RawTable> finished() {
    if (tables.isEmpty()) {
      throw new BadValueException("图纸中没有点、线或多段线", "the drawing holds no points or lines");
    }
    List<RawTable> finished = new ArrayList<>();
    for (Map.Entry<String, TableBuilder> table : tables.entrySet()) {
      if (table.getKey().equals(WALL_TO_SCALE) && unhalved > 0) {
        table
            .getValue()
            .note(
                "wall_not_halved",
                IssueAction.NOTED,
                unhalved + " 段依比例围墙不是细长的双线，按原线读取",
                unhalved
                    + " walls drawn to scale have no two faces and were taken as they are drawn");
      }
      if (finished.isEmpty() && !unread.isEmpty()) {
        table
            .getValue()
            .note(
                "entities_not_read", IssueAction.NOTED, "未读取：" + unread(), "not read: " + unread());
      }
      finished.add(table.getValue().table(null));
    }
    return finished;
  }

  private String unread() {
    return unread.entrySet().stream()
        .limit(10)
        .map(e -> e.getKey() + " × " + e.getValue())
        .reduce((a, b) -> a + ", " + b)
        .orElse("");
  }
}
