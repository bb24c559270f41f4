package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The rectangles of one tile: those whose middle lies in it.
 *
 * <p>Houses decide the directions, and all that is looked at stays where it is whatever else goes:
 * so a wall that goes elsewhere moves no rectangle here. Shapes run from the narrowest the kind
 * allows to the square; of all places where one fits, that with the largest share of newly usable
 * ground is taken first, then the next that still fits beside it.
 */
final class Plots {

  private record Place(int column, int row, int wide, int high, double share) {

    /** The largest share first, in steps of a hundredth; then the squarest; then from the south. */
    static final Comparator<Place> ORDER =
        Comparator.comparingLong((Place p) -> -Math.round(100 * p.share))
            .thenComparingInt(p -> Math.abs(p.wide - p.high))
            .thenComparingInt(Place::row)
            .thenComparingInt(Place::column);
  }

  /** The same ground in one direction, as cells. */
  private record View(Turn turn, Map<Boolean, Raster> buildable, Raster before) {}

  private static final int SHAPES = 4;
  private static final int MOST_PLOTS = 40;

  private final Tile tile;
  private final Window window;
  private final double gridMetres;
  private final double shareMin;
  private final Map<Boolean, Geometry> buildable = new TreeMap<>();
  private final List<View> views = new ArrayList<>();

  /**
   * The ground of a tile and around it.
   *
   * @param reachMetres half the longest side that will be asked for
   * @param occupied what is already given away, in the area's coordinates
   */
  Plots(Ground ground, Tile tile, double reachMetres, double gridMetres, Geometry occupied) {
    this.tile = tile;
    this.gridMetres = gridMetres;
    this.shareMin = ground.rules().candidates().freedShareMin();
    Coordinate middle = tile.box().centre();
    double half = tile.sizeMetres() * Math.sqrt(0.5) + reachMetres + 1;
    Envelope box = new Envelope(middle);
    box.expandBy(half * Math.sqrt(2) + 1);
    window = Window.of(box);
    Geometry after = ground.after(window);
    Geometry before = Areas.minus(after, ground.room().going(window));
    Coordinate about =
        new Coordinate(middle.x - window.eastOfCorner(), middle.y - window.northOfCorner());
    for (boolean indoor : new boolean[] {false, true}) {
      Geometry free = Areas.minus(after, ground.keptClear(indoor, window));
      buildable.put(indoor, Areas.minus(free, window.local(occupied)));
    }
    Envelope cells = new Envelope(about);
    cells.expandBy(half);
    for (Turn turn : ground.directions(window, about)) {
      Map<Boolean, Raster> rasters = new TreeMap<>();
      buildable.forEach(
          (indoor, free) -> rasters.put(indoor, Raster.of(turn.square(free), cells, gridMetres)));
      views.add(new View(turn, rasters, Raster.of(turn.square(before), cells, gridMetres)));
    }
  }

  /** The rectangles for this need that do not overlap, in the area's coordinates. */
  List<Geometry> plots(Need need) {
    List<Geometry> plots = new ArrayList<>();
    for (View view : views) {
      if (plots.isEmpty()) {
        plots.addAll(plots(view, need));
      }
    }
    return plots;
  }

  private List<Geometry> plots(View view, Need need) {
    Raster free = buildable(view, need.indoor());
    int leastCells = (int) Math.floor(need.areaSquareMetres() / gridMetres / gridMetres);
    boolean[] open = free.cells();
    int[] sums = free.sums();
    if (sums[sums.length - 1] < leastCells) {
      return List.of();
    }
    Raster usableBefore = view.before().opened(need.widthMetres());
    boolean[] fresh = open.clone();
    for (int i = 0; i < fresh.length; i++) {
      fresh[i] &= !usableBefore.cells(i);
    }
    int[] freshSums = free.with(fresh).sums();
    PreparedGeometry whole = PreparedGeometryFactory.prepare(ground(need.indoor()));
    List<Geometry> plots = new ArrayList<>();
    List<Place> places = places(view.turn(), free, sums, freshSums, need);
    places.sort(Place.ORDER);
    for (Place place : places) {
      if (plots.size() < MOST_PLOTS && allOpen(open, free.columns, place)) {
        Geometry plot = view.turn().back(Areas.rectangle(box(free, place, need)));
        if (whole.covers(plot)) {
          plots.add(window.world(plot));
          occupy(open, free.columns, place);
        }
      }
    }
    return plots;
  }

  private List<Place> places(Turn turn, Raster free, int[] sums, int[] freshSums, Need need) {
    List<Place> places = new ArrayList<>();
    double narrow = need.widthMetres();
    double square = Math.max(narrow, Math.sqrt(need.areaSquareMetres()));
    for (int shape = 0; shape < SHAPES; shape++) {
      double width = square - (square - narrow) * shape / (SHAPES - 1);
      int across = (int) Math.ceil(width / gridMetres - 1e-9);
      double length = Math.max(width, need.areaSquareMetres() / (across * gridMetres));
      int along = (int) Math.ceil(length / gridMetres - 1e-9);
      addPlaces(places, turn, free, sums, freshSums, across, along);
      if (across != along) {
        addPlaces(places, turn, free, sums, freshSums, along, across);
      }
    }
    return places;
  }

  private void addPlaces(
      List<Place> places, Turn turn, Raster free, int[] sums, int[] freshSums, int wide, int high) {
    int line = free.columns + 1;
    int all = wide * high;
    for (int row = 0; row + high <= free.rows; row++) {
      for (int column = 0; column + wide <= free.columns; column++) {
        int southWest = row * line + column;
        int northWest = (row + high) * line + column;
        if (sum(sums, southWest, northWest, wide) == all) {
          double share = sum(freshSums, southWest, northWest, wide) / (double) all;
          if (share >= shareMin && mine(turn, free, column + wide / 2.0, row + high / 2.0)) {
            places.add(new Place(column, row, wide, high, share));
          }
        }
      }
    }
  }

  private static int sum(int[] sums, int southWest, int northWest, int wide) {
    return sums[northWest + wide] - sums[northWest] - sums[southWest + wide] + sums[southWest];
  }

  /** Whether this place, in cells, is in the tile. */
  private boolean mine(Turn turn, Raster free, double column, double row) {
    double x = free.west + column * gridMetres - turn.about().x;
    double y = free.south + row * gridMetres - turn.about().y;
    double cos = Math.cos(turn.radians());
    double sin = Math.sin(turn.radians());
    double half = tile.sizeMetres() / 2;
    double east = x * cos - y * sin;
    double north = x * sin + y * cos;
    return east >= -half && east < half && north >= -half && north < half;
  }

  private static boolean allOpen(boolean[] open, int columns, Place place) {
    for (int row = place.row; row < place.row + place.high; row++) {
      for (int column = place.column; column < place.column + place.wide; column++) {
        if (!open[row * columns + column]) {
          return false;
        }
      }
    }
    return true;
  }

  private static void occupy(boolean[] open, int columns, Place place) {
    for (int row = place.row; row < place.row + place.high; row++) {
      for (int column = place.column; column < place.column + place.wide; column++) {
        open[row * columns + column] = false;
      }
    }
  }

  /** As large as needed and no larger: what cells have too much is cut off one side. */
  private Envelope box(Raster free, Place place, Need need) {
    double west = free.west + place.column * gridMetres;
    double south = free.south + place.row * gridMetres;
    double wide = place.wide * gridMetres;
    double high = place.high * gridMetres;
    if (wide > high) {
      wide = Math.max(need.widthMetres(), need.areaSquareMetres() / high);
    } else {
      high = Math.max(need.widthMetres(), need.areaSquareMetres() / wide);
    }
    return new Envelope(west, west + wide, south, south + high);
  }

  private static Raster buildable(View view, boolean indoor) {
    Raster free = view.buildable().get(indoor);
    if (free == null) {
      throw new IllegalStateException("no ground was laid out");
    }
    return free;
  }

  private Geometry ground(boolean indoor) {
    Geometry free = buildable.get(indoor);
    return free == null ? Areas.none() : free;
  }
}
