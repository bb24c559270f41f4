package org.lifecircle.town;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lifecircle.town.Sketch.Cell;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The areas of a drawing. Walls run through the middle of cells, so areas are made of quarters of
 * cells: a quarter lies wholly on one side of every wall.
 */
final class Ground {

  private final Sketch sketch;
  private final Strokes walls;

  Ground(Sketch sketch, Strokes walls) {
    this.sketch = sketch;
    this.walls = walls;
  }

  /** The grounds of this sort: what can be reached from its cells without crossing a wall. */
  List<Polygon> regions(char seed) {
    return flood(
        quarter -> sketch.at(cell(quarter)) == seed, quarter -> isGround(quarter, seed), true);
  }

  /**
   * Neighbouring cells that hold one of these characters, as one area each; walls do not matter.
   */
  List<Polygon> blocks(Set<Character> characters) {
    Predicate<Cell> inside = quarter -> characters.contains(sketch.at(cell(quarter)));
    return flood(inside, inside, false);
  }

  private static Cell cell(Cell quarter) {
    return new Cell(quarter.column() >> 1, quarter.row() >> 1);
  }

  /** A quarter of a wall's cell is ground if one of the three cells at its corner is. */
  private boolean isGround(Cell quarter, char seed) {
    Cell cell = cell(quarter);
    if (!walls.touches(cell)) {
      return isGroundCell(cell, seed);
    }
    int east = (quarter.column() & 1) * 2 - 1;
    int south = (quarter.row() & 1) * 2 - 1;
    return isOpenGround(cell.to(east, 0), seed)
        || isOpenGround(cell.to(0, south), seed)
        || isOpenGround(cell.to(east, south), seed);
  }

  private boolean isOpenGround(Cell cell, char seed) {
    return !walls.touches(cell) && isGroundCell(cell, seed);
  }

  private boolean isGroundCell(Cell cell, char seed) {
    char c = sketch.at(cell);
    return c == seed || "BS^-|+rx".indexOf(c) >= 0 || (Sketch.isPlace(c) && !onStreet(cell));
  }

  private boolean onStreet(Cell cell) {
    return sketch.at(cell.to(1, 0)) == '='
        || sketch.at(cell.to(-1, 0)) == '='
        || sketch.at(cell.to(0, 1)) == ':'
        || sketch.at(cell.to(0, -1)) == ':';
  }

  private List<Polygon> flood(Predicate<Cell> seed, Predicate<Cell> inside, boolean wallsMatter) {
    List<Polygon> areas = new ArrayList<>();
    Set<Cell> seen = new HashSet<>();
    for (int row = 0; row < 2 * sketch.rows(); row++) {
      for (int column = 0; column < 2 * sketch.columns(); column++) {
        Cell quarter = new Cell(column, row);
        if (seed.test(quarter) && seen.add(quarter)) {
          areas.add(spread(quarter, inside, wallsMatter, seen));
        }
      }
    }
    return areas;
  }

  private Polygon spread(Cell first, Predicate<Cell> inside, boolean wallsMatter, Set<Cell> seen) {
    List<Geometry> squares = new ArrayList<>();
    Deque<Cell> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      Cell quarter = open.remove();
      squares.add(square(quarter));
      for (int[] way : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
        Cell next = quarter.to(way[0], way[1]);
        boolean free = !wallsMatter || !walled(quarter, next);
        if (free && inside.test(next) && seen.add(next)) {
          open.add(next);
        }
      }
    }
    return (Polygon) OverlayNGRobust.union(squares);
  }

  /** Whether a wall runs between two quarters of the same cell. */
  private boolean walled(Cell a, Cell b) {
    Cell cell = cell(a);
    if (!cell.equals(cell(b))) {
      return false;
    }
    return a.row() == b.row()
        ? walls.runs(cell, 0, (a.row() & 1) * 2 - 1)
        : walls.runs(cell, (a.column() & 1) * 2 - 1, 0);
  }

  private Polygon square(Cell quarter) {
    double half = sketch.cellMetres() / 2;
    double x = quarter.column() * half;
    double y = (2 * sketch.rows() - quarter.row()) * half;
    return TownBuilder.area(x, y - half, x + half, y);
  }

  /** The corners of an area as x, y, x, y, …, without points in the middle of a side. */
  static double[] xys(Polygon area) {
    Coordinate[] ring = area.getExteriorRing().getCoordinates();
    int n = ring.length - 1;
    List<Double> xys = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Coordinate before = ring[(i + n - 1) % n];
      Coordinate after = ring[(i + 1) % n];
      boolean straight =
          (before.x == ring[i].x && ring[i].x == after.x)
              || (before.y == ring[i].y && ring[i].y == after.y);
      if (!straight) {
        xys.add(ring[i].x);
        xys.add(ring[i].y);
      }
    }
    return xys.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
