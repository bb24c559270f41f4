package org.lifecircle.town;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.Serves;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;

/**
 * A town drawn in text: the test is the map. One character is a cell, 10 m wide unless told; north
 * is up, the south-west corner of the drawing is (0, 0).
 *
 * <pre>{@code
 * DrawnTown town = DrawnTown.of("""
 *     ====K=========
 *     #######+######
 *     #A....a......#
 *     #.BB..a..SS..r-Q
 *     #.....a......#
 *     ##############
 *     K: kindergarten
 *     """);
 * StudyArea after = TownChanges.demolishWalls(town.area(), "a");
 * }</pre>
 *
 * <ul>
 *   <li>{@code #} a wall. Walls run along the middle of their cells and join their neighbours up,
 *       down and sideways; each straight run between corners, junctions and ends is one wall,
 *       {@code w1}, {@code w2}… in reading order of its first cell. A small letter ({@code r} and
 *       {@code x} are taken) is a wall too, and names its run.
 *   <li>{@code +} a public, {@code r} a residents', {@code x} a closed gate, {@code g1}, {@code
 *       g2}… They stand on the line of the wall, or, with no wall beside them, on a path.
 *   <li>{@code -} and {@code |} a footway of 2 m, {@code =} and {@code :} a street of 6 m, running
 *       sideways and up and down. A stroke runs to the middle of what it points at: another stroke,
 *       a gate, a wall, a place, a passage. {@code p1}, {@code p2}…, split at bends and junctions.
 *   <li>{@code .} ground of a compound, {@code c1}, {@code c2}…: all that can be reached from a dot
 *       over dots, buildings, structures, footways and places without crossing a wall. It reaches
 *       to the wall's line. {@code ,} the same for a plaza, {@code o1}, {@code o2}….
 *   <li>{@code B} a building, {@code b1}, {@code b2}…; {@code ^} a passage through one; {@code S}
 *       an illegal structure, {@code s1}, {@code s2}…, attached when it touches a building; {@code
 *       ~} water, {@code k1}, {@code k2}….
 *   <li>Any other capital letter or digit is a place, once: a facility if a line under the map says
 *       which ({@code K: kindergarten}, or {@code K: kindergarten, compound} if it serves only its
 *       compound), else an entrance, of the building it touches if any. Entrances have 1, 2, 4, 8…
 *       residents in alphabetical order.
 *   <li>A blank is nothing: no ground to walk on.
 * </ul>
 */
public final class DrawnTown {

  private static final Map<Character, Access> GATES =
      Map.of('+', Access.PUBLIC, 'r', Access.RESIDENTS, 'x', Access.CLOSED);

  private final Sketch sketch;
  private final StudyArea area;

  private DrawnTown(Sketch sketch, Evidence evidence) {
    this.sketch = sketch;
    this.area = build(sketch, evidence);
  }

  /** A surveyed town, 10 m a cell. */
  public static DrawnTown of(String map) {
    return of(10, Evidence.SURVEY, map);
  }

  /** A town mapped in OpenStreetMap, 10 m a cell: strokes and walls that cross share a node. */
  public static DrawnTown mapped(String map) {
    return of(10, Evidence.OSM, map);
  }

  /** A town with cells of this size. */
  public static DrawnTown of(double cellMetres, Evidence evidence, String map) {
    return new DrawnTown(Sketch.of(map, cellMetres), evidence);
  }

  /** The town as the readers would hand it over. */
  public StudyArea area() {
    return area;
  }

  /** The middle of the cell of a letter or digit. */
  public Coordinate place(String letter) {
    return sketch.middle(sketch.only(letter.charAt(0)));
  }

  /** The compound a place stands in. */
  public String compoundOf(String letter) {
    return area.compounds().stream()
        .filter(c -> c.geometry().covers(TownBuilder.point(place(letter).x, place(letter).y)))
        .map(Feature::id)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(letter + " stands in no compound"));
  }

  /** The gate nearest a place. */
  public String gateNear(String letter) {
    return area.gates().stream()
        .min(
            (a, b) ->
                Double.compare(
                    a.geometry().getCoordinate().distance(place(letter)),
                    b.geometry().getCoordinate().distance(place(letter))))
        .map(Gate::id)
        .orElseThrow();
  }

  private static StudyArea build(Sketch sketch, Evidence evidence) {
    TownBuilder town = TownBuilder.of(evidence);
    double cell = sketch.cellMetres();
    town.boundary(0, 0, sketch.columns() * cell, sketch.rows() * cell);
    Strokes walls = Strokes.walls(sketch);
    number("w", walls.runs(sketch)).forEach((id, run) -> town.wall(id, run.line()));
    gates(sketch, town);
    number("p", Strokes.paths(sketch).runs(sketch)).forEach((id, run) -> path(town, id, run));
    Ground ground = new Ground(sketch, walls);
    number("c", ground.regions('.'), town::compound);
    number("o", ground.regions(','), town::plaza);
    List<Polygon> buildings = ground.blocks(Set.of('B', '^'));
    number("b", buildings, town::building);
    number("k", ground.blocks(Set.of('~')), town::water);
    number(
        "s",
        ground.blocks(Set.of('S')),
        (id, xys) -> town.structure(id, position(xys, buildings), xys));
    places(sketch, town, buildings);
    return town.build();
  }

  private static void gates(Sketch sketch, TownBuilder town) {
    int number = 1;
    for (Sketch.Cell cell : sketch.cells()) {
      Access access = GATES.get(sketch.at(cell));
      if (access != null) {
        Coordinate middle = sketch.middle(cell);
        town.gate("g" + number++, middle.x, middle.y, access);
      }
    }
  }

  private static void path(TownBuilder town, String id, Strokes.Run run) {
    switch (run.kind()) {
      case '=' -> town.path(id, PathKind.STREET, 6, run.line());
      case '^' -> town.passage(id, run.line());
      default -> town.footway(id, run.line());
    }
  }

  private static Map<String, Strokes.Run> number(String prefix, List<Strokes.Run> runs) {
    Map<String, Strokes.Run> named = new TreeMap<>();
    int number = 1;
    for (Strokes.Run run : runs) {
      String id = run.name().isEmpty() ? prefix + number++ : run.name();
      if (named.put(id, run) != null) {
        throw new IllegalArgumentException("two walls are called " + id);
      }
    }
    return named;
  }

  /** A way to add an area to a town. */
  private interface Adder {
    TownBuilder add(String id, double... xys);
  }

  private static void number(String prefix, List<Polygon> areas, Adder adder) {
    for (int i = 0; i < areas.size(); i++) {
      if (areas.get(i).getNumInteriorRing() > 0) {
        throw new IllegalArgumentException(
            "the drawing has an area with a hole; give it to a TownBuilder");
      }
      adder.add(prefix + (i + 1), Ground.xys(areas.get(i)));
    }
  }

  private static StructurePosition position(double[] xys, List<Polygon> buildings) {
    Polygon structure = TownBuilder.area(xys);
    return buildings.stream().anyMatch(b -> b.intersection(structure).getLength() > 0)
        ? StructurePosition.ATTACHED
        : StructurePosition.GROUND;
  }

  private static void places(Sketch sketch, TownBuilder town, List<Polygon> buildings) {
    for (char letter : sketch.places()) {
      Sketch.Cell cell = sketch.only(letter);
      Coordinate middle = sketch.middle(cell);
      String id = String.valueOf(letter);
      String legend = sketch.legend().get(letter);
      if (legend == null) {
        town.entrance(id, touching(middle, sketch.cellMetres(), buildings), middle.x, middle.y);
      } else {
        boolean own = legend.endsWith(", compound");
        String kind = own ? legend.substring(0, legend.indexOf(',')) : legend;
        town.facility(id, kind, own ? Serves.COMPOUND : Serves.PUBLIC, middle.x, middle.y);
      }
    }
  }

  private static @Nullable String touching(
      Coordinate middle, double cellMetres, List<Polygon> buildings) {
    for (int i = 0; i < buildings.size(); i++) {
      if (buildings
          .get(i)
          .isWithinDistance(TownBuilder.point(middle.x, middle.y), cellMetres / 2)) {
        return "b" + (i + 1);
      }
    }
    return null;
  }
}
