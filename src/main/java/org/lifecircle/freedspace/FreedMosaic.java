package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleConsumer;
import org.locationtech.jts.geom.Envelope;

/** What a demolition frees, tile by tile, and joined across the seams. */
final class FreedMosaic {

  private final SortedMap<Tile, TileGround.Yield> yields;
  private final Mosaic mosaic =
      new Mosaic(tile -> pieces(tile).stream().map(TileGround.Piece::polygon).toList());

  private FreedMosaic(SortedMap<Tile, TileGround.Yield> yields) {
    this.yields = yields;
  }

  static FreedMosaic of(
      Room room,
      double tileMetres,
      double widthMetres,
      Notebook notebook,
      DoubleConsumer progress) {
    Set<Tile> tiles = new TreeSet<>();
    for (Thing thing : room.things()) {
      Envelope reach = new Envelope(thing.footprint().getEnvelopeInternal());
      reach.expandBy(widthMetres);
      tiles.addAll(Tile.covering(reach, tileMetres));
    }
    AtomicInteger done = new AtomicInteger();
    List<Tile> order = List.copyOf(tiles);
    List<TileGround.Yield> found =
        Dealt.out(
            order,
            tile -> {
              TileGround.Yield yield = TileGround.of(room, tile, widthMetres, notebook);
              progress.accept(done.incrementAndGet() / (double) order.size());
              return yield;
            });
    SortedMap<Tile, TileGround.Yield> yields = new TreeMap<>();
    for (int i = 0; i < order.size(); i++) {
      yields.put(order.get(i), found.get(i));
    }
    return new FreedMosaic(yields);
  }

  double footprintSquareMetres() {
    return yields.values().stream().mapToDouble(TileGround.Yield::footprintSquareMetres).sum();
  }

  TileGround.Piece piece(Mosaic.Shard shard) {
    return pieces(shard.tile()).get(shard.number());
  }

  /** The connected pieces, slivers included, in the order of their first tiles. */
  List<Draft> drafts() {
    List<Draft> drafts = new ArrayList<>();
    Set<Mosaic.Shard> seen = new HashSet<>();
    for (Tile tile : yields.keySet()) {
      for (Mosaic.Shard shard : mosaic.in(tile)) {
        if (!seen.contains(shard)) {
          List<Mosaic.Shard> connected = mosaic.connectedTo(shard);
          seen.addAll(connected);
          drafts.add(Draft.of(connected, this));
        }
      }
    }
    return drafts;
  }

  private List<TileGround.Piece> pieces(Tile tile) {
    TileGround.Yield yield = yields.get(tile);
    return yield == null ? List.of() : yield.pieces();
  }
}
