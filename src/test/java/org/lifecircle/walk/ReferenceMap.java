package org.lifecircle.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lifecircle.Shared;
import org.lifecircle.model.Building;
import org.lifecircle.model.StudyArea;
import org.lifecircle.town.TownBuilder;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.CoverageUnion;

/**
 * A map of blocked cells with known shortest paths, drawn as a compound full of buildings: a cell
 * is 10 m wide, y runs up.
 *
 * <p>On these maps people may slip between two blocked cells that touch at a corner; through our
 * walls they may not. So there the corner of one cell is cut off, 2 mm along its sides.
 */
final class ReferenceMap {

  static final double CELL_METRES = 10;
  private static final double CUT = 0.002;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final int columns;
  private final int rows;
  private final boolean[][] blocked;

  private ReferenceMap(boolean[][] blocked) {
    this.blocked = blocked;
    rows = blocked.length;
    columns = blocked[0].length;
  }

  /** One problem: from corner to corner of cells, and how long the shortest path is, in cells. */
  record Problem(String map, int fromX, int fromY, int toX, int toY, double cells) {

    private static Problem of(String line) {
      String[] f = line.split(",", -1);
      return new Problem(
          f[0],
          Integer.parseInt(f[3]),
          Integer.parseInt(f[4]),
          Integer.parseInt(f[5]),
          Integer.parseInt(f[6]),
          Double.parseDouble(f[7]));
    }
  }

  private static Path folder() {
    return Shared.folder("data/reference/any_angle");
  }

  static List<Problem> problems() throws IOException {
    return Files.readAllLines(folder().resolve("problems.csv")).stream()
        .skip(1)
        .map(Problem::of)
        .toList();
  }

  static ReferenceMap read(String name) throws IOException {
    List<String> lines = Files.readAllLines(folder().resolve("maps").resolve(name + ".txt"));
    String[] size = lines.get(0).trim().split("\\s+", -1);
    boolean[][] blocked = new boolean[Integer.parseInt(size[1])][Integer.parseInt(size[0])];
    for (int y = 0; y < blocked.length; y++) {
      String[] cells = lines.get(y + 1).trim().split("\\s+", -1);
      for (int x = 0; x < blocked[y].length; x++) {
        blocked[y][x] = cells[x].equals("1");
      }
    }
    return new ReferenceMap(blocked);
  }

  Coordinate corner(int x, int y) {
    return new Coordinate(x * CELL_METRES, (rows - y) * CELL_METRES);
  }

  private boolean isBlocked(int x, int y) {
    return x < 0 || y < 0 || x >= columns || y >= rows || blocked[y][x];
  }

  /** How many corners of blocked cells a shortest path could turn at. */
  int corners() {
    int corners = 0;
    for (int y = 1; y < rows; y++) {
      for (int x = 1; x < columns; x++) {
        int around = 0;
        for (int k = 0; k < 4; k++) {
          around += isBlocked(x - k % 2, y - k / 2) ? 1 : 0;
        }
        boolean touching = around == 2 && isBlocked(x, y) == isBlocked(x - 1, y - 1);
        corners += around == 1 || touching ? 1 : 0;
      }
    }
    return corners;
  }

  StudyArea area() {
    TownBuilder town =
        TownBuilder.surveyed().compound("c1", 0, 0, columns * CELL_METRES, rows * CELL_METRES);
    List<Polygon> cells = new ArrayList<>();
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        if (blocked[y][x]) {
          cells.add(cell(x, y));
        }
      }
    }
    if (!cells.isEmpty()) {
      Geometry buildings =
          CoverageUnion.union(FACTORY.createGeometryCollection(cells.toArray(Geometry[]::new)));
      for (int i = 0; i < buildings.getNumGeometries(); i++) {
        town.add(
            new Building(
                "b" + i, null, null, null, null, null, null, null, buildings.getGeometryN(i)));
      }
    }
    return town.build();
  }

  /** A cell, with those upper corners cut off at which it only touches another. */
  private Polygon cell(int x, int y) {
    boolean left = isBlocked(x - 1, y - 1) && !isBlocked(x - 1, y) && !isBlocked(x, y - 1);
    boolean right = isBlocked(x + 1, y - 1) && !isBlocked(x + 1, y) && !isBlocked(x, y - 1);
    double west = x * CELL_METRES;
    double east = west + CELL_METRES;
    double south = (rows - y - 1) * CELL_METRES;
    double north = south + CELL_METRES;
    List<Coordinate> ring = new ArrayList<>();
    ring.add(new Coordinate(west, south));
    ring.add(new Coordinate(east, south));
    addCorner(ring, right, east, north - CUT, east - CUT, north);
    addCorner(ring, left, west + CUT, north, west, north - CUT);
    ring.add(ring.get(0).copy());
    return FACTORY.createPolygon(ring.toArray(Coordinate[]::new));
  }

  private static void addCorner(
      List<Coordinate> ring, boolean cut, double x1, double y1, double x2, double y2) {
    if (cut) {
      ring.add(new Coordinate(x1, y1));
      ring.add(new Coordinate(x2, y2));
    } else {
      ring.add(new Coordinate(Math.rint(x1), Math.rint(y1)));
    }
  }
}
