package org.lifecircle.freedspace;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Ground that was computed tile by tile, read as one: what is connected across the seams, found
 * without ever uniting all of it.
 */
final class Mosaic {

  /** A polygon of one tile: it does not reach out of it. */
  record Shard(Tile tile, int number, Polygon polygon) {

    @Override
    public boolean equals(Object other) {
      return other instanceof Shard s && s.number == number && s.tile.equals(tile);
    }

    @Override
    public int hashCode() {
      return 31 * tile.hashCode() + number;
    }
  }

  private record Stretch(double from, double to) {}

  /** Coordinates this near a seam are on it. */
  private static final double ON_THE_SEAM_METRES = 1e-6;

  /** Shards that share less of a seam than this only touch. */
  private static final double CONNECTED_METRES = 1e-5;

  private final Function<Tile, List<Polygon>> ground;
  private final Map<Tile, List<Shard>> shards = new HashMap<>();

  /** A mosaic of the polygons this function gives for each tile, asked for when first needed. */
  Mosaic(Function<Tile, List<Polygon>> ground) {
    this.ground = ground;
  }

  List<Shard> in(Tile tile) {
    List<Shard> known = shards.get(tile);
    if (known == null) {
      List<Polygon> polygons = ground.apply(tile);
      known = new ArrayList<>();
      for (int i = 0; i < polygons.size(); i++) {
        known.add(new Shard(tile, i, polygons.get(i)));
      }
      shards.put(tile, known);
    }
    return known;
  }

  /** This shard and all it is connected with. */
  List<Shard> connectedTo(Shard start) {
    List<Shard> reached = new ArrayList<>();
    Set<Shard> seen = new HashSet<>(List.of(start));
    Deque<Shard> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      Shard shard = queue.remove();
      reached.add(shard);
      for (Tile.Side side : Tile.Side.values()) {
        List<Stretch> mine = stretches(shard, side);
        if (mine.isEmpty()) {
          continue;
        }
        for (Shard other : in(shard.tile().beyond(side))) {
          if (meet(mine, stretches(other, side.opposite())) && seen.add(other)) {
            queue.add(other);
          }
        }
      }
    }
    return reached;
  }

  private static boolean meet(List<Stretch> mine, List<Stretch> theirs) {
    for (Stretch a : mine) {
      for (Stretch b : theirs) {
        if (Math.min(a.to, b.to) - Math.max(a.from, b.from) > CONNECTED_METRES) {
          return true;
        }
      }
    }
    return false;
  }

  /** Where the shard's edge runs along a side of its tile. */
  private static List<Stretch> stretches(Shard shard, Tile.Side side) {
    List<Stretch> stretches = new ArrayList<>();
    for (LinearRing ring : Areas.rings(shard.polygon())) {
      addStretches(stretches, ring, shard.tile().line(side), side.upright());
    }
    return stretches;
  }

  private static void addStretches(
      List<Stretch> stretches, LinearRing ring, double line, boolean upright) {
    Coordinate[] points = ring.getCoordinates();
    for (int i = 1; i < points.length; i++) {
      double acrossA = upright ? points[i - 1].x : points[i - 1].y;
      double acrossB = upright ? points[i].x : points[i].y;
      if (Math.abs(acrossA - line) < ON_THE_SEAM_METRES
          && Math.abs(acrossB - line) < ON_THE_SEAM_METRES) {
        double a = upright ? points[i - 1].y : points[i - 1].x;
        double b = upright ? points[i].y : points[i].x;
        stretches.add(new Stretch(Math.min(a, b), Math.max(a, b)));
      }
    }
  }

  /** The shards as one area. */
  static Geometry united(List<Shard> shards) {
    List<Geometry> polygons = new ArrayList<>();
    shards.forEach(shard -> polygons.add(shard.polygon()));
    Geometry whole = polygons.size() == 1 ? polygons.get(0) : Areas.union(polygons);
    return whole.norm();
  }
}
