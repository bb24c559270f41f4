package org.lifecircle.siting;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Candidate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** Candidates of which only one can be built: on the same ground, or of one kind too near. */
final class Rivals {

  private static final double TOUCHED_SQUARE_METRES = 1e-3;

  private Rivals() {}

  /** Pairs of numbers of works. */
  static List<int[]> of(List<Work> works, double minDistanceMetres) {
    STRtree tree = new STRtree();
    for (int w = 0; w < works.size(); w++) {
      if (works.get(w).candidate() != null) {
        tree.insert(works.get(w).geometry().getEnvelopeInternal(), w);
      }
    }
    tree.build();
    List<int[]> pairs = new ArrayList<>();
    for (int w = 0; w < works.size(); w++) {
      Candidate one = works.get(w).candidate();
      if (one == null) {
        continue;
      }
      Envelope window = new Envelope(one.geometry().getEnvelopeInternal());
      window.expandBy(minDistanceMetres);
      List<Integer> near = new ArrayList<>();
      for (Object item : tree.query(window)) {
        near.add((Integer) item);
      }
      near.sort(null);
      for (int other : near) {
        Candidate two = works.get(other).candidate();
        if (other > w && two != null && areRivals(one, two, minDistanceMetres)) {
          pairs.add(new int[] {w, other});
        }
      }
    }
    return pairs;
  }

  private static boolean areRivals(Candidate one, Candidate two, double minDistanceMetres) {
    Geometry here = one.geometry();
    Geometry there = two.geometry();
    boolean tooNear =
        one.kind().equals(two.kind())
            && minDistanceMetres > 0
            && here.distance(there) < minDistanceMetres;
    return tooNear
        || (here.intersects(there) && here.intersection(there).getArea() > TOUCHED_SQUARE_METRES);
  }
}
