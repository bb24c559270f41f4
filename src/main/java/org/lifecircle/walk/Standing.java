package org.lifecircle.walk;

import java.util.Arrays;
import java.util.BitSet;
import org.lifecircle.walk.Things.Thing;

/**
 * What stands and what is ground when a given set of removables is gone. A pure function of the
 * frozen arrangement and that set; cheap to make, immutable.
 */
final class Standing {

  private final ThingSets sets;
  private final BitSet gone;
  private final boolean[] blocks; // by edge set: a barrier of it stands
  private final boolean[] solid; // by cover: a solid of it stands
  private final boolean[] ground; // by cover: feet may cross it
  private final int[] farCorners; // by half-edge, where they were noted; see farCorner

  Standing(ThingSets sets, BitSet gone) {
    this.sets = sets;
    this.gone = gone;
    int n = sets.count();
    blocks = new boolean[n];
    solid = new boolean[n];
    ground = new boolean[n];
    farCorners = new int[0];
    for (int set = 0; set < n; set++) {
      judge(set);
    }
  }

  /** What stands when these are gone as well; looks only at the sets that name them. */
  Standing without(BitSet alsoGone, int[][] setsOf) {
    Standing next = new Standing(this, alsoGone);
    alsoGone.stream()
        .filter(r -> r < setsOf.length && !gone.get(r))
        .flatMap(r -> Arrays.stream(setsOf[r]))
        .forEach(next::judge);
    return next;
  }

  private Standing(Standing before, BitSet alsoGone) {
    sets = before.sets;
    gone = (BitSet) before.gone.clone();
    gone.or(alsoGone);
    blocks = before.blocks.clone();
    solid = before.solid.clone();
    ground = before.ground.clone();
    farCorners = new int[0];
  }

  private Standing(Standing same, Triangulation mesh) {
    sets = same.sets;
    gone = same.gone;
    blocks = same.blocks;
    solid = same.solid;
    ground = same.ground;
    farCorners = new int[3 * mesh.triangleCount()];
    Arrays.setAll(farCorners, edge -> same.farCorner(edge, mesh));
  }

  /** The same, for many looks: what each needs of an edge is in one place, four bytes by edge. */
  Standing noted(Triangulation mesh) {
    return new Standing(this, mesh);
  }

  /**
   * The corner across an edge that feet and eyes may cross, as the half-edge that goes from it back
   * to the edge's origin; else {@link Triangulation#NONE}.
   */
  int farCorner(int edge, Triangulation mesh) {
    if (farCorners.length > 0) {
      return farCorners[edge];
    }
    int twin = mesh.twin(edge);
    return twin == Triangulation.NONE || blocks[mesh.mark(edge)] || !ground[mesh.label(twin / 3)]
        ? Triangulation.NONE
        : Triangulation.previous(twin);
  }

  private void judge(int set) {
    blocks[set] = false;
    solid[set] = false;
    boolean open = false;
    for (int number : sets.get(set)) {
      Thing thing = sets.things().get(number);
      boolean isGone = thing.removable() >= 0 && gone.get(thing.removable());
      switch (thing.role()) {
        case BARRIER -> blocks[set] |= !isGone;
        case SOLID -> solid[set] |= !isGone;
        case GROUND -> open = true;
        case STRIP -> open |= isGone;
        case PATH -> {}
      }
    }
    ground[set] = open && !solid[set];
  }

  /** Whether an edge with this set has a barrier that stands. */
  boolean blocks(int edgeSet) {
    return blocks[edgeSet];
  }

  /** Whether a solid stands on a triangle with this cover. */
  boolean solid(int cover) {
    return solid[cover];
  }

  /** Whether a triangle with this cover is open ground, free to cross. */
  boolean ground(int cover) {
    return ground[cover];
  }

  BitSet gone() {
    return gone;
  }
}
