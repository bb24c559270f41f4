package org.lifecircle.town;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.lifecircle.town.Sketch.Cell;
import org.locationtech.jts.geom.Coordinate;

/** Lines from the middles of cells to the middles of their neighbours, each of one kind. */
final class Strokes {

  /** A straight run of strokes: what it is, its name or nothing, and where it runs. */
  record Run(char kind, String name, List<Coordinate> vertices) {

    /** The vertices as x, y, x, y, …. */
    double[] line() {
      return vertices.stream().flatMapToDouble(c -> DoubleStream.of(c.x, c.y)).toArray();
    }
  }

  private final Map<Cell, Character> eastward = new HashMap<>();
  private final Map<Cell, Character> southward = new HashMap<>();
  private final Predicate<Cell> keepsVertex;

  private Strokes(Predicate<Cell> keepsVertex) {
    this.keepsVertex = keepsVertex;
  }

  /** The walls: wall characters joined to their neighbours. */
  static Strokes walls(Sketch sketch) {
    Strokes paths = paths(sketch);
    Strokes walls = new Strokes(paths::touches);
    for (Cell cell : sketch.cells()) {
      if (Sketch.isWall(sketch.at(cell))) {
        for (int south = 0; south <= 1; south++) {
          if (Sketch.isWall(sketch.at(cell.to(1 - south, south)))) {
            walls.put(cell, south, '#');
          }
        }
      }
    }
    for (Cell cell : sketch.cells()) {
      char c = sketch.at(cell);
      if (Sketch.isWall(c) && !Sketch.isGate(c) && !walls.touches(cell)) {
        throw new IllegalArgumentException("a wall of one cell has no length");
      }
    }
    return walls;
  }

  /** The paths: strokes joined to what they point at, passages also to each other. */
  static Strokes paths(Sketch sketch) {
    Strokes paths = new Strokes(cell -> Sketch.isWall(sketch.at(cell)));
    for (Cell cell : sketch.cells()) {
      for (int south = 0; south <= 1; south++) {
        Cell next = cell.to(1 - south, south);
        boolean there = sketch.points(cell, 1 - south, south) && receives(sketch.at(next));
        boolean back = sketch.points(next, south - 1, -south) && receives(sketch.at(cell));
        boolean passage = sketch.at(cell) == '^' && sketch.at(next) == '^';
        if (there || back || passage) {
          paths.put(cell, south, kind(sketch.at(cell), sketch.at(next), there, back));
        }
      }
    }
    return paths;
  }

  private static boolean receives(char c) {
    return "-|=:^".indexOf(c) >= 0 || Sketch.isWall(c) || Sketch.isPlace(c);
  }

  private static char kind(char a, char b, boolean there, boolean back) {
    if (a == '^' || b == '^') {
      return '^';
    }
    boolean street = (there && (a == '=' || a == ':')) || (back && (b == '=' || b == ':'));
    boolean footway = (there && (a == '-' || a == '|')) || (back && (b == '-' || b == '|'));
    return street && !footway ? '=' : '-';
  }

  private void put(Cell cell, int south, char kind) {
    (south == 1 ? southward : eastward).put(cell, kind);
  }

  /** Whether a stroke runs from this cell one step east or south. */
  boolean runs(Cell cell, int east, int south) {
    if (east < 0 || south < 0) {
      return runs(cell.to(east, south), -east, -south);
    }
    return (south == 1 ? southward : eastward).containsKey(cell);
  }

  /** Whether any stroke begins or ends in this cell. */
  boolean touches(Cell cell) {
    return runs(cell, 1, 0) || runs(cell, -1, 0) || runs(cell, 0, 1) || runs(cell, 0, -1);
  }

  /** The straight runs between bends, junctions and changes of kind, in reading order. */
  List<Run> runs(Sketch sketch) {
    List<Run> runs = new ArrayList<>();
    for (Cell cell : sketch.cells()) {
      for (int south = 0; south <= 1; south++) {
        if (runs(cell, 1 - south, south) && !continues(cell, 1 - south, south)) {
          runs.add(run(sketch, cell, 1 - south, south));
        }
      }
    }
    return runs;
  }

  /** Whether the stroke that leaves this cell goes on from one that arrives, with no junction. */
  private boolean continues(Cell cell, int east, int south) {
    Map<Cell, Character> strokes = south == 1 ? southward : eastward;
    Character before = strokes.get(cell.to(-east, -south));
    boolean sideways = east == 0;
    boolean crossed =
        sideways ? runs(cell, 1, 0) || runs(cell, -1, 0) : runs(cell, 0, 1) || runs(cell, 0, -1);
    return before != null && before.equals(strokes.get(cell)) && !crossed;
  }

  private Run run(Sketch sketch, Cell first, int east, int south) {
    Character kind = (south == 1 ? southward : eastward).get(first);
    StringBuilder name = new StringBuilder();
    List<Coordinate> line = new ArrayList<>(List.of(sketch.middle(first)));
    Cell cell = first;
    do {
      cell = cell.to(east, south);
      boolean goesOn = runs(cell, east, south) && continues(cell, east, south);
      if (!goesOn || keepsVertex.test(cell)) {
        line.add(sketch.middle(cell));
      }
      if (!goesOn) {
        break;
      }
      nameBy(sketch.at(cell), name);
    } while (true);
    nameBy(endName(sketch, first), name);
    nameBy(endName(sketch, cell), name);
    return new Run(kind == null ? ' ' : kind, name.toString(), line);
  }

  /** The letter of a wall's end, if only this wall ends there. */
  private char endName(Sketch sketch, Cell end) {
    int arms = 0;
    for (int[] way : new int[][] {{1, 0}, {-1, 0}, {0, 1}, {0, -1}}) {
      arms += runs(end, way[0], way[1]) ? 1 : 0;
    }
    return arms == 1 ? sketch.at(end) : ' ';
  }

  private static void nameBy(char c, StringBuilder name) {
    if (Sketch.isWallName(c) && name.indexOf(String.valueOf(c)) < 0) {
      name.append(c);
    }
  }
}
