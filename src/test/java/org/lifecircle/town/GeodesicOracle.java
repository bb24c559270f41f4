package org.lifecircle.town;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Location;

/**
 * The true shortest way over one open ground, by brute force: every corner against every corner,
 * tested against every blocking line with exact integers, then Dijkstra over doubles.
 *
 * <p>Lines have no width but cannot be touched: a way turns 0.1 mm beside a corner, in the free
 * angle between the lines that meet there. So it cannot slip between walls that touch, and is too
 * long by less than 0.2 mm per turn.
 */
public final class GeodesicOracle {

  private final IndexedPointInAreaLocator inside;
  private final Sight sight;
  private final List<Spot> turns;
  private final boolean[][] visible;

  private GeodesicOracle(Geometry ground, List<? extends Geometry> barriers) {
    this.inside = new IndexedPointInAreaLocator(ground);
    List<Geometry> lines = new ArrayList<>(barriers);
    lines.add(ground);
    this.sight = Sight.past(lines);
    this.turns = sight.turns().stream().filter(this::isInside).toList();
    this.visible = new boolean[turns.size()][turns.size()];
    for (int i = 0; i < turns.size(); i++) {
      for (int j = 0; j < i; j++) {
        visible[i][j] = sight.sees(turns.get(i), turns.get(j));
        visible[j][i] = visible[i][j];
      }
    }
  }

  /**
   * The shortest ways over a ground.
   *
   * @param ground polygonal, with everything solid already taken out
   * @param barriers lines on it that feet cannot cross
   */
  public static GeodesicOracle of(Geometry ground, List<? extends Geometry> barriers) {
    return new GeodesicOracle(ground, barriers);
  }

  /** The length of the shortest way, infinite when there is none. */
  public double metres(Coordinate from, Coordinate to) {
    double best = Double.POSITIVE_INFINITY;
    for (Spot a : placesOf(from)) {
      double[] toTurns = metresToTurns(a);
      for (Spot b : placesOf(to)) {
        if (sight.sees(a, b)) {
          best = Math.min(best, a.metresTo(b));
        }
        for (int i = 0; i < turns.size(); i++) {
          if (toTurns[i] < best && sight.sees(turns.get(i), b)) {
            best = Math.min(best, toTurns[i] + turns.get(i).metresTo(b));
          }
        }
      }
    }
    return best;
  }

  /** Where on the ground a point is: itself, or just beside the lines it lies on. */
  List<Spot> placesOf(Coordinate point) {
    return sight.beside(Spot.of(point)).stream().filter(this::isInside).toList();
  }

  boolean isInside(Spot spot) {
    return inside.locate(spot.coordinate()) == Location.INTERIOR;
  }

  private double[] metresToTurns(Spot from) {
    double[] metres = new double[turns.size()];
    for (int i = 0; i < metres.length; i++) {
      Spot turn = turns.get(i);
      metres[i] = sight.sees(from, turn) ? from.metresTo(turn) : Double.POSITIVE_INFINITY;
    }
    boolean[] done = new boolean[metres.length];
    for (int round = 0; round < metres.length; round++) {
      int next = nearest(metres, done);
      done[next] = true;
      for (int i = 0; i < metres.length; i++) {
        if (visible[next][i]) {
          metres[i] = Math.min(metres[i], metres[next] + turns.get(next).metresTo(turns.get(i)));
        }
      }
    }
    return metres;
  }

  private static int nearest(double[] metres, boolean[] done) {
    int nearest = -1;
    for (int i = 0; i < metres.length; i++) {
      if (!done[i] && (nearest < 0 || metres[i] < metres[nearest])) {
        nearest = i;
      }
    }
    return nearest;
  }
}
