package org.lifecircle.walk;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * What stands at the edge of compounds: their residents come to share gates with others only when
 * some of it goes. A little more than that is taken in, never less.
 */
public final class Adjoining {

  private static final double BEYOND_GAPS_METRES = 1;

  private final NetworkParts parts;
  private final List<Geometry> things = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>(); // the removable, or FIXED where gone
  private final STRtree tree = new STRtree();
  private final List<Compound> compounds;
  private final double reachMetres;
  private final IdentityHashMap<Geometry, List<Integer>> beside = new IdentityHashMap<>();

  /** Of an area and the network made of it. */
  public Adjoining(WalkNetwork network) {
    StudyArea area = network.area();
    parts = network.parts();
    compounds = area.compounds();
    double thickest = area.walls().stream().mapToDouble(Wall::thicknessMetres).max().orElse(0);
    reachMetres = thickest + network.rules().ground().gapMetres() + BEYOND_GAPS_METRES;
    for (Wall wall : area.walls()) {
      add(Layer.WALLS, wall, !wall.standing());
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      add(Layer.ILLEGAL_STRUCTURES, structure, false);
    }
    tree.build();
  }

  private void add(Layer layer, Feature feature, boolean gone) {
    int number = parts.things().findRemovable(layer, feature.id()).orElse(Things.FIXED);
    if (number != Things.FIXED || gone) {
      tree.insert(feature.geometry().getEnvelopeInternal(), things.size());
      things.add(feature.geometry());
      numbers.add(number);
    }
  }

  /** What stands at the edge of a group of compounds; at least one of it goes before it grows. */
  BitSet growth(int group, View view) {
    BitSet standing = new BitSet();
    BitSet seen = new BitSet();
    ArrayDeque<Geometry> from = new ArrayDeque<>();
    for (int i = 0; i < compounds.size(); i++) {
      if (view.group(i) == group) {
        from.add(compounds.get(i).geometry());
      }
    }
    while (!from.isEmpty()) {
      for (int thing : beside(from.removeFirst())) {
        int number = numbers.get(thing);
        if (number != Things.FIXED && !view.standing().gone().get(number)) {
          standing.set(number);
        } else if (!seen.get(thing)) {
          seen.set(thing);
          from.add(things.get(thing));
        }
      }
    }
    return standing;
  }

  private synchronized List<Integer> beside(Geometry geometry) {
    return beside.computeIfAbsent(
        geometry,
        g -> {
          Envelope window = new Envelope(g.getEnvelopeInternal());
          window.expandBy(reachMetres);
          List<Integer> found = new ArrayList<>();
          for (Object item : tree.query(window)) {
            if (g.isWithinDistance(things.get((Integer) item), reachMetres)) {
              found.add((Integer) item);
            }
          }
          return found;
        });
  }
}
