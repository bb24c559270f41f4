package org.lifecircle.freedspace;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lifecircle.model.Layer;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** A connected piece of newly usable ground before it has a name. */
record Draft(
    Mosaic.Shard largest,
    Geometry geometry,
    double areaSquareMetres,
    double footprintSquareMetres,
    SortedSet<Thing> dueTo,
    SortedSet<String> compounds) {

  /** By the first thing it is due to, then from south to north, then from west to east. */
  static final Comparator<Draft> ORDER =
      Comparator.comparing((Draft draft) -> draft.firstThing())
          .thenComparingDouble(draft -> draft.centre().getY())
          .thenComparingDouble(draft -> draft.centre().getX());

  private static final double LEAST_SQUARE_METRES = 0.5;
  private static final double THIN_METRES = 0.05;

  /** Joins the pieces of these shards, which are connected. */
  static Draft of(List<Mosaic.Shard> shards, FreedMosaic mosaic) {
    double area = 0;
    double footprint = 0;
    SortedSet<Thing> dueTo = new TreeSet<>();
    SortedSet<String> compounds = new TreeSet<>();
    Mosaic.Shard largest = shards.get(0);
    for (Mosaic.Shard shard : shards) {
      TileGround.Piece piece = mosaic.piece(shard);
      area += shard.polygon().getArea();
      footprint += piece.footprintSquareMetres();
      dueTo.addAll(piece.dueTo());
      compounds.addAll(piece.compounds());
      if (shard.polygon().getArea() > largest.polygon().getArea()) {
        largest = shard;
      }
    }
    return new Draft(largest, Mosaic.united(shards), area, footprint, dueTo, compounds);
  }

  /** Whether it is too small, or too thin everywhere, to be a piece of ground. */
  boolean sliver() {
    if (areaSquareMetres < LEAST_SQUARE_METRES) {
      return true;
    }
    if (areaSquareMetres > 2 * THIN_METRES * geometry.getLength()) {
      return false; // more than its whole boundary can hide
    }
    Geometry near = Window.of(geometry.getEnvelopeInternal()).local(geometry);
    return Discs.inside(near, THIN_METRES).isEmpty();
  }

  /**
   * The same, due to the nearest of these things if so far to none: discs that only graze what went
   * are not asked whose they are.
   */
  Draft dueToSomething(List<Thing> things) {
    if (!dueTo.isEmpty()) {
      return this;
    }
    Thing nearest =
        Collections.min(
            things, Comparator.comparingDouble(thing -> thing.footprint().distance(geometry)));
    return new Draft(
        largest,
        geometry,
        areaSquareMetres,
        footprintSquareMetres,
        new TreeSet<>(List.of(nearest)),
        compounds);
  }

  String firstThing() {
    return dueTo.first().id();
  }

  List<String> ids(Layer layer) {
    return dueTo.stream().filter(thing -> thing.layer() == layer).map(Thing::id).toList();
  }

  List<String> owners() {
    return dueTo.stream()
        .flatMap(thing -> Stream.ofNullable(thing.owner()))
        .filter(owner -> !owner.isBlank())
        .sorted()
        .distinct()
        .toList();
  }

  private Point centre() {
    return geometry.getCentroid();
  }
}
