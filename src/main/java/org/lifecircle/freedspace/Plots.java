package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.freedspace.Places.Place;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The rectangles of one tile: those whose middle lies in it.
 *
 * <p>Houses decide the directions, and all that is looked at stays where it is whatever else goes:
 * so a wall that goes elsewhere moves no rectangle here. Shapes run from the narrowest the kind
 * allows to the square; of all places where one fits, that with the largest share of newly usable
 * ground is taken first, then the next that still fits beside it.
 */
final class Plots {

  private static final int MOST_PLOTS = 40;

  /** All that the rectangles of a tile rest on. */
  private record Scene(
      Tile tile,
      double reachMetres,
      double gridMetres,
      double shareMin,
      List<Turn> turns,
      List<Geometry> taken,
      List<Geometry> keptClear,
      List<Geometry> going) {}

  private final Scene scene;
  private final double gridMetres;
  private final Map<Size, List<Geometry>> known;
  private @Nullable List<TurnedGround> views;

  private Plots(Scene scene, Notebook notebook) {
    this.scene = scene;
    this.gridMetres = scene.gridMetres();
    this.known = notebook.of(scene, ConcurrentHashMap::new);
  }

  /**
   * The ground of a tile and around it.
   *
   * @param indoor whether buildings are to stand there
   * @param reachMetres half the longest side that will be asked for
   * @param occupied what is already given away
   */
  static Plots in(
      Ground ground,
      Tile tile,
      boolean indoor,
      double reachMetres,
      double gridMetres,
      List<Geometry> occupied) {
    Coordinate middle = tile.box().centre();
    Envelope box = new Envelope(middle);
    box.expandBy(half(tile, reachMetres) * Math.sqrt(2) + 1);
    List<Geometry> taken = new ArrayList<>(ground.room().takenIn(box));
    taken.addAll(occupied);
    Scene scene =
        new Scene(
            tile,
            reachMetres,
            gridMetres,
            ground.rules().candidates().freedShareMin(),
            ground.directions(box, middle),
            taken,
            ground.keptClearIn(indoor, box),
            ground.room().goingIn(box));
    return new Plots(scene, ground.notebook());
  }

  /** Half a side of the frame that holds the tile and whatever begins in it, however turned. */
  private static double half(Tile tile, double reachMetres) {
    return Math.ceil(tile.sizeMetres() * Math.sqrt(0.5) + reachMetres + 1);
  }

  /** The rectangles of this size that do not overlap. */
  List<Geometry> of(Size size) {
    return known.computeIfAbsent(
        size,
        key -> {
          for (TurnedGround view : views()) {
            List<Geometry> plots = plots(view, size);
            if (!plots.isEmpty()) {
              return plots;
            }
          }
          return List.of();
        });
  }

  private List<TurnedGround> views() {
    if (views == null) {
      double half = half(scene.tile(), scene.reachMetres());
      Envelope frame = new Envelope(-half, half, -half, half);
      views =
          scene.turns().stream()
              .map(
                  turn ->
                      TurnedGround.of(
                          turn, frame, gridMetres, scene.taken(), scene.keptClear(), scene.going()))
              .toList();
    }
    return views;
  }

  private List<Geometry> plots(TurnedGround view, Size size) {
    List<Geometry> plots = new ArrayList<>();
    List<Shape> shapes = Shape.of(size, gridMetres);
    Places places = Places.in(view, scene.tile(), shapes, size.widthMetres(), scene.shareMin());
    boolean[] open = view.free().cells();
    for (int i = 0; i < places.count() && plots.size() < MOST_PLOTS; i++) {
      Place place = places.get(i);
      if (allOpen(open, view.free().columns, place)) {
        Envelope rectangle = box(view.free(), place, size);
        if (view.holds(rectangle)) {
          plots.add(view.turn().back(rectangle));
          occupy(open, view.free().columns, place);
        }
      }
    }
    return plots;
  }

  private static boolean allOpen(boolean[] open, int columns, Place place) {
    for (int row = place.row(); row < place.row() + place.shape().high(); row++) {
      for (int column = 0; column < place.shape().wide(); column++) {
        if (!open[row * columns + place.column() + column]) {
          return false;
        }
      }
    }
    return true;
  }

  private static void occupy(boolean[] open, int columns, Place place) {
    for (int row = place.row(); row < place.row() + place.shape().high(); row++) {
      int first = row * columns + place.column();
      Arrays.fill(open, first, first + place.shape().wide(), false);
    }
  }

  /** As large as needed and no larger: what cells have too much is cut off one side. */
  private Envelope box(Raster free, Place place, Size size) {
    double west = free.west + place.column() * gridMetres;
    double south = free.south + place.row() * gridMetres;
    double wide = place.shape().wide() * gridMetres;
    double high = place.shape().high() * gridMetres;
    if (wide > high) {
      wide = Math.max(size.widthMetres(), size.areaSquareMetres() / high);
    } else {
      high = Math.max(size.widthMetres(), size.areaSquareMetres() / wide);
    }
    return new Envelope(west, west + wide, south, south + high);
  }
}
