package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lifecircle.model.Site;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * The connected grounds that freed spaces lie on, found by walking from tile to tile of the room
 * that is left when everything asked for is gone.
 */
final class Sites {

  /** All that the ground left in a tile rests on. */
  private record Scene(Tile tile, List<Geometry> taken) {}

  private final Room room;
  private final Notebook notebook;
  private final Mosaic ground = new Mosaic(this::after);
  private final List<List<Mosaic.Shard>> sites = new ArrayList<>();
  private final Map<Mosaic.Shard, Integer> siteOf = new HashMap<>();

  Sites(Room room, Notebook notebook) {
    this.room = room;
    this.notebook = notebook;
  }

  /** Works out the ground below all of these before any is asked for. */
  void workUnder(Collection<Draft> drafts) {
    Set<Tile> tiles = new TreeSet<>();
    drafts.forEach(draft -> tiles.add(draft.largest().tile()));
    ground.workOut(tiles);
  }

  /** The number of the ground this piece is part of. */
  int under(Draft draft) {
    Mosaic.Shard start = under(draft.largest());
    Integer known = siteOf.get(start);
    if (known != null) {
      return known;
    }
    int number = sites.size();
    sites.add(ground.connectedTo(start));
    sites.get(number).forEach(shard -> siteOf.put(shard, number));
    return number;
  }

  /** The whole ground of this number. */
  Site site(String id, int number) {
    Geometry whole = Mosaic.united(sites.get(number));
    return new Site(id, whole, whole.getArea());
  }

  private Mosaic.Shard under(Mosaic.Shard piece) {
    Point inside = piece.polygon().getInteriorPoint();
    Mosaic.Shard nearest = null;
    double nearestMetres = Double.POSITIVE_INFINITY;
    for (Mosaic.Shard shard : ground.in(piece.tile())) {
      double metres = shard.polygon().distance(inside);
      if (metres < nearestMetres) {
        nearest = shard;
        nearestMetres = metres;
      }
    }
    if (nearest == null) {
      throw new IllegalStateException("freed ground lies on no ground in " + piece.tile());
    }
    return nearest;
  }

  private List<Polygon> after(Tile tile) {
    Envelope box = tile.box();
    Scene scene = new Scene(tile, room.takenIn(box));
    return notebook.of(scene, () -> after(box, scene.taken()));
  }

  private static List<Polygon> after(Envelope box, List<Geometry> all) {
    Window window = Window.of(box);
    Geometry taken = Areas.union(all.stream().map(window::local).toList());
    return Areas.polygons(window.world(Areas.minus(window.local(box), taken)));
  }
}
