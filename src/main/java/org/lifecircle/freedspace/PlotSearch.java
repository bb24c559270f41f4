package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.quadtree.Quadtree;

/** Finds the rectangles for kinds, tile by tile; kinds that ask for the same get the same. */
final class PlotSearch {

  private static final double TILE_METRES = 64;

  /** Kinds that need a longer rectangle are looked for on a coarser grid. */
  private static final double LONG_METRES = 32;

  private static final double LONGEST_METRES = 140;

  private static final Comparator<Geometry> FROM_SOUTH =
      Comparator.comparingDouble((Geometry g) -> g.getCentroid().getY())
          .thenComparingDouble(g -> g.getCentroid().getX());

  private final Ground ground;
  private final List<Geometry> occupied;

  /**
   * A search on some ground.
   *
   * @param occupied what is already given away
   */
  PlotSearch(Ground ground, List<Geometry> occupied) {
    this.ground = ground;
    this.occupied = occupied;
  }

  /**
   * Rectangles that do not overlap for each size, from south to north.
   *
   * @param progress told the share done, 0–1, by any thread
   */
  SortedMap<Size, List<Geometry>> plots(Iterable<Size> sizes, DoubleConsumer progress) {
    double grid = ground.rules().candidates().gridMetres();
    List<Size> small = new ArrayList<>();
    List<Size> large = new ArrayList<>();
    SortedMap<Size, List<Geometry>> plots = new TreeMap<>();
    for (Size size : sizes) {
      plots.put(size, List.of());
      if (size.longestMetres() <= LONG_METRES) {
        small.add(size);
      } else if (size.longestMetres() <= LONGEST_METRES) {
        large.add(size);
      }
    }
    search(small, LONG_METRES, grid, plots, share -> progress.accept(share / 2));
    search(large, LONGEST_METRES, 2 * grid, plots, share -> progress.accept(0.5 + share / 2));
    return plots;
  }

  private void search(
      List<Size> sizes,
      double longestMetres,
      double grid,
      SortedMap<Size, List<Geometry>> plots,
      DoubleConsumer progress) {
    double longest = sizes.stream().mapToDouble(Size::longestMetres).max().orElse(0);
    List<Tile> tiles = List.copyOf(tiles(longest / 2));
    AtomicInteger done = new AtomicInteger();
    List<Map<Size, List<Geometry>>> found =
        tiles.parallelStream()
            .map(
                tile -> {
                  Map<Size, List<Geometry>> its = new HashMap<>();
                  for (boolean indoor : new boolean[] {false, true}) {
                    Plots here = Plots.in(ground, tile, indoor, longestMetres / 2, grid, occupied);
                    sizes.stream()
                        .filter(size -> size.indoor() == indoor)
                        .forEach(size -> its.put(size, here.of(size)));
                  }
                  progress.accept(done.incrementAndGet() / (double) tiles.size());
                  return its;
                })
            .toList();
    for (Size size : sizes) {
      List<Geometry> all = new ArrayList<>();
      found.forEach(its -> all.addAll(its.getOrDefault(size, List.of())));
      plots.put(size, apart(all));
    }
    progress.accept(1);
  }

  /** The tiles that hold the middle of a rectangle near something that goes. */
  private SortedSet<Tile> tiles(double reachMetres) {
    SortedSet<Tile> tiles = new TreeSet<>();
    for (Thing thing : ground.room().things()) {
      Envelope reach = new Envelope(thing.footprint().getEnvelopeInternal());
      reach.expandBy(reachMetres);
      tiles.addAll(Tile.covering(reach, TILE_METRES));
    }
    return tiles;
  }

  /** Those that overlap none before them, from south to north. */
  private static List<Geometry> apart(List<Geometry> plots) {
    List<Geometry> sorted = new ArrayList<>(plots);
    sorted.sort(FROM_SOUTH);
    List<Geometry> apart = new ArrayList<>();
    Quadtree taken = new Quadtree();
    for (Geometry plot : sorted) {
      if (isFree(plot, taken)) {
        apart.add(plot);
        taken.insert(plot.getEnvelopeInternal(), plot);
      }
    }
    return apart;
  }

  private static boolean isFree(Geometry plot, Quadtree taken) {
    for (Object other : taken.query(plot.getEnvelopeInternal())) {
      if (Areas.commonArea((Geometry) other, plot) > 1e-6) {
        return false;
      }
    }
    return true;
  }
}
