package org.lifecircle.town;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Coordinate;

/** The characters of a drawing: a grid of cells, and the lines under it that name facilities. */
record Sketch(List<String> lines, Map<Character, String> legend, double cellMetres) {

  /** A cell of the grid; row 0 is the north. */
  record Cell(int column, int row) {
    Cell to(int east, int south) {
      return new Cell(column + east, row + south);
    }
  }

  private static final Pattern LEGEND = Pattern.compile("\\s*([A-Z0-9]): ([a-z_0-9, ]+)");
  private static final String KNOWN = " #+rx-|=:.,B^S~";

  static Sketch of(String map, double cellMetres) {
    List<String> lines = new ArrayList<>();
    Map<Character, String> legend = new TreeMap<>();
    for (String line : map.lines().map(String::stripTrailing).toList()) {
      Matcher matcher = LEGEND.matcher(line);
      if (matcher.matches()) {
        legend.put(matcher.group(1).charAt(0), matcher.group(2));
      } else if (!line.isEmpty() || !lines.isEmpty()) {
        lines.add(line);
      }
    }
    while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    Sketch sketch = new Sketch(List.copyOf(lines), Map.copyOf(legend), cellMetres);
    sketch.check();
    return sketch;
  }

  private void check() {
    for (Cell cell : cells()) {
      char c = at(cell);
      if (KNOWN.indexOf(c) < 0 && !isPlace(c) && !isWall(c)) {
        throw new IllegalArgumentException("'" + c + "' means nothing in a drawing");
      }
    }
    places().forEach(this::only);
    legend.keySet().forEach(this::only);
  }

  int rows() {
    return lines.size();
  }

  int columns() {
    return lines.stream().mapToInt(String::length).max().orElse(0);
  }

  /** What is drawn in a cell; beyond the drawing there is nothing. */
  char at(Cell cell) {
    if (cell.row() < 0 || cell.row() >= lines.size() || cell.column() < 0) {
      return ' ';
    }
    String line = lines.get(cell.row());
    return cell.column() < line.length() ? line.charAt(cell.column()) : ' ';
  }

  /** All cells in reading order. */
  List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int row = 0; row < rows(); row++) {
      for (int column = 0; column < columns(); column++) {
        cells.add(new Cell(column, row));
      }
    }
    return cells;
  }

  /** The letters and digits drawn, in alphabetical order. */
  List<Character> places() {
    return cells().stream().map(this::at).filter(Sketch::isPlace).sorted().toList();
  }

  /** The one cell that holds this character. */
  Cell only(char c) {
    List<Cell> found = cells().stream().filter(cell -> at(cell) == c).toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException("'" + c + "' is drawn " + found.size() + " times");
    }
    return found.get(0);
  }

  Coordinate middle(Cell cell) {
    return TownBuilder.at(
        (cell.column() + 0.5) * cellMetres, (rows() - cell.row() - 0.5) * cellMetres);
  }

  static boolean isPlace(char c) {
    return Character.isDigit(c) || (Character.isUpperCase(c) && c != 'B' && c != 'S');
  }

  static boolean isGate(char c) {
    return c == '+' || c == 'r' || c == 'x';
  }

  /** Whether walls join here: a wall, its name, or a gate on it. */
  static boolean isWall(char c) {
    return c == '#' || isGate(c) || isWallName(c);
  }

  static boolean isWallName(char c) {
    return Character.isLowerCase(c) && !isGate(c);
  }

  /** Whether a stroke drawn here points this way. */
  boolean points(Cell from, int east, int south) {
    char c = at(from);
    return east != 0 ? c == '-' || c == '=' : (c == '|' || c == ':') && south != 0;
  }
}
