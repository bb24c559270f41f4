package org.lifecircle.walk;

import java.util.Arrays;
import org.lifecircle.model.Layer;
import org.lifecircle.walk.Things.Role;
import org.lifecircle.walk.Things.Thing;

/** Which compound lies under each cover. */
final class CoverCompounds {

  private final int[] byCover;

  CoverCompounds(ThingSets sets, CompoundMap compounds) {
    byCover = new int[sets.count()];
    Arrays.fill(byCover, CompoundMap.NOWHERE);
    for (int set = 0; set < byCover.length; set++) {
      for (int number : sets.get(set)) {
        Thing thing = sets.things().get(number);
        if (thing.role() == Role.GROUND && thing.layer() == Layer.COMPOUNDS) {
          byCover[set] = compounds.number(thing.id());
          break;
        }
      }
    }
  }

  /** By number, or nowhere. */
  int of(int cover) {
    return byCover[cover];
  }
}
