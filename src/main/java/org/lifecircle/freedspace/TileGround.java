package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lifecircle.model.Compound;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * The freed ground of one tile, from a window just large enough for its truth.
 *
 * <p>A point is newly usable when a disc over it fits now and touches something that went. Such a
 * disc lies within the width {@code w} of the point, and the point within {@code w} of what went:
 * so only the part of the tile within {@code w} of going things is looked at, through a window
 * {@code w} larger (and half a metre for arcs drawn as chords).
 *
 * <p>Discs are moved by their centres. {@code places} are the centres of all discs that fit when
 * everything is gone; {@code newPlaces} those whose disc touches something that went; the others
 * fitted before. What discs in new places cover and discs in old places do not is newly usable.
 * That is opening(after) without opening(before), but never subtracts two large areas that ought to
 * be the same and are not quite.
 */
final class TileGround {

  /** A polygon of newly usable ground, and what made it. */
  record Piece(
      Polygon polygon, double footprintSquareMetres, List<Thing> dueTo, List<String> compounds) {}

  /**
   * Coordinates are whole millimetres, so a strip drawn w wide may come out 1.4 mm narrower; it is
   * w wide all the same.
   */
  private static final double DRAWN_METRES = 0.002;

  private static final double MARGIN_METRES = 0.5;

  private final Scene scene;
  private final Window window;
  private final double radius;
  private final Geometry mine;
  private final Geometry taken;
  private final Geometry after;
  private final Geometry freed;

  /** All that the freed ground of a tile rests on. */
  private record Scene(
      Tile tile,
      double widthMetres,
      Envelope region,
      List<Geometry> taken,
      List<Thing> going,
      List<Compound> compounds) {}

  private TileGround(Scene scene, Window window) {
    this.scene = scene;
    this.window = window;
    double width = scene.widthMetres();
    this.radius = Math.max(0, (width - Math.min(DRAWN_METRES, width / 10)) / 2);
    this.mine = window.local(scene.tile().box().intersection(scene.region()));
    this.taken = Areas.union(scene.taken().stream().map(window::local).toList());
    this.after = Areas.minus(window.local(window.box()), taken);
    Stream<Geometry> going = scene.going().stream().map(thing -> window.local(thing.footprint()));
    this.freed = Areas.common(Areas.union(going.toList()), after);
  }

  /** What the demolition frees in a tile. */
  static Yield of(Room room, Tile tile, double widthMetres, Notebook notebook) {
    Envelope region = new Envelope();
    Envelope reach = grown(tile.box(), widthMetres);
    Geometry reachable = Areas.rectangle(reach);
    for (Thing thing : room.thingsIn(reach)) {
      if (reachable.intersects(thing.footprint())) {
        Envelope near = thing.footprint().getEnvelopeInternal().intersection(reach);
        region.expandToInclude(grown(near, widthMetres).intersection(tile.box()));
      }
    }
    if (region.isNull()) {
      return Yield.NOTHING;
    }
    Window window = Window.of(grown(region, widthMetres + MARGIN_METRES));
    Envelope box = window.box();
    Scene scene =
        new Scene(
            tile,
            widthMetres,
            region,
            room.takenIn(box),
            room.thingsIn(box),
            room.compoundsIn(box));
    return notebook.of(scene, () -> new TileGround(scene, window).found());
  }

  /** What a tile yields: the ground under what goes, and the newly usable ground. */
  record Yield(double footprintSquareMetres, List<Piece> pieces) {
    static final Yield NOTHING = new Yield(0, List.of());
  }

  private Yield found() {
    if (freed.isEmpty()) {
      return Yield.NOTHING;
    }
    Geometry footprint = Areas.common(freed, mine);
    if (radius == 0) {
      return new Yield(footprint.getArea(), pieces(footprint, footprint, freed));
    }
    Geometry places = Areas.minus(window.local(window.box()), Discs.around(taken, radius));
    Geometry touching = Discs.around(freed, radius);
    Geometry newPlaces = Areas.common(places, touching);
    if (newPlaces.isEmpty()) {
      return new Yield(footprint.getArea(), List.of());
    }
    Geometry usable = usable(newPlaces, Areas.minus(places, touching));
    return new Yield(footprint.getArea(), pieces(usable, footprint, newPlaces));
  }

  private List<Piece> pieces(Geometry usable, Geometry footprint, Geometry newPlaces) {
    if (usable.isEmpty()) {
      return List.of();
    }
    Causes causes = new Causes(scene.going(), scene.compounds(), window, freed, newPlaces, radius);
    List<Piece> pieces = new ArrayList<>();
    for (Polygon polygon : Areas.polygons(usable)) {
      pieces.add(
          new Piece(
              (Polygon) window.world(polygon),
              Areas.commonArea(polygon, footprint),
              causes.thingsOf(polygon),
              causes.compoundsOf(polygon)));
    }
    return pieces;
  }

  /** What of the tile discs at new places cover and discs at old places do not. */
  private Geometry usable(Geometry newPlaces, Geometry oldPlaces) {
    Geometry covered = Discs.around(newPlaces, radius);
    Geometry before = Discs.around(Areas.near(oldPlaces, covered, radius), radius);
    // Chords bulge into what stands, on both sides alike: it is cut away last, where least is left.
    Geometry gained = Areas.common(Areas.minus(covered, before), mine);
    return Areas.withoutThreads(Areas.common(gained, after));
  }

  private static Envelope grown(Envelope box, double metres) {
    Envelope grown = new Envelope(box);
    grown.expandBy(metres);
    return grown;
  }
}
