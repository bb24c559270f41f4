package org.lifecircle.freedspace;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Ground in one direction, as cells and as outlines of what takes it. Cells are for trying many
 * rectangles, outlines for making sure of one.
 */
final class TurnedGround {

  private final Turn turn;
  private final List<Outline> taken;
  private final Raster free;
  private final Raster before;
  private final int[] sums;
  private final short[] squares;
  private final Map<Double, int[]> freshSums = new TreeMap<>();

  private TurnedGround(Turn turn, List<Outline> taken, Raster free, Raster before) {
    this.turn = turn;
    this.taken = taken;
    this.free = free;
    this.before = before;
    sums = free.sums();
    squares = free.squares();
  }

  /**
   * @param taken what is not room, whatever goes
   * @param keptClear room that is not built on
   * @param going what is room only when it is gone
   */
  static TurnedGround of(
      Turn turn,
      Envelope frame,
      double cellMetres,
      Collection<Geometry> taken,
      Collection<Geometry> keptClear,
      Collection<Geometry> going) {
    List<Outline> all = Outline.of(taken, turn);
    Raster after = Raster.of(frame, cellMetres).without(all);
    Raster before = after.without(Outline.of(going, turn));
    List<Outline> clear = Outline.of(keptClear, turn);
    Raster free = after.without(clear);
    all.addAll(clear);
    return new TurnedGround(turn, all, free, before);
  }

  Turn turn() {
    return turn;
  }

  Raster free() {
    return free;
  }

  /** Sums of the free cells. */
  int[] sums() {
    return sums;
  }

  /** The side of the largest free square, in cells, by the cell in its south-west. */
  short[] squares() {
    return squares;
  }

  /** Sums of the free cells that no disc of this width could cover before. */
  int[] freshSums(double widthMetres) {
    return freshSums.computeIfAbsent(
        widthMetres, width -> free.without(before.opened(width)).sums());
  }

  /** Whether a rectangle is free all over. */
  boolean holds(Envelope rectangle) {
    return taken.stream().noneMatch(outline -> outline.reachesInto(rectangle));
  }
}
