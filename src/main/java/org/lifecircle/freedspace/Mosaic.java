package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
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

  /**
   * A mosaic of the polygons this function gives for each tile, asked for when first needed, by any
   * thread.
   */
  Mosaic(Function<Tile, List<Polygon>> ground) {
    this.ground = ground;
  }

  List<Shard> in(Tile tile) {
    return shards.computeIfAbsent(tile, this::work);
  }

  private List<Shard> work(Tile tile) {
    List<Polygon> polygons = ground.apply(tile);
    List<Shard> found = new ArrayList<>();
    for (int i = 0; i < polygons.size(); i++) {
      found.add(new Shard(tile, i, polygons.get(i)));
    }
    return found;
  }

  /** This shard and all it is connected with, those it takes fewer tiles to come to first. */
  List<Shard> connectedTo(Shard start) {
    List<Shard> reached = new ArrayList<>();
    Set<Shard> seen = new HashSet<>(List.of(start));
    List<Shard> wave = List.of(start);
    while (!wave.isEmpty()) {
      reached.addAll(wave);
      workBeside(wave);
      List<Shard> next = new ArrayList<>();
      for (Shard shard : wave) {
        for (Tile.Side side : Tile.Side.values()) {
          List<Stretch> mine = stretches(shard, side);
          if (mine.isEmpty()) {
            continue;
          }
          for (Shard other : in(shard.tile().beyond(side))) {
            if (meet(mine, stretches(other, side.opposite())) && seen.add(other)) {
              next.add(other);
            }
          }
        }
      }
      wave = next;
    }
    return reached;
  }

  /** Works out by many threads what is going to be asked about one after the other. */
  private void workBeside(List<Shard> wave) {
    Set<Tile> wanted = new TreeSet<>();
    for (Shard shard : wave) {
      for (Tile.Side side : Tile.Side.values()) {
        Tile beyond = shard.tile().beyond(side);
        if (!shards.containsKey(beyond) && !stretches(shard, side).isEmpty()) {
          wanted.add(beyond);
        }
      }
    }
    workOut(wanted);
  }

  /** Works out the ground of these tiles by many threads. */
  void workOut(Set<Tile> wanted) {
    List<Tile> tiles = wanted.stream().filter(tile -> !shards.containsKey(tile)).toList();
    List<List<Shard>> worked = Dealt.out(tiles, this::work);
    for (int i = 0; i < tiles.size(); i++) {
      shards.put(tiles.get(i), worked.get(i));
    }
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
