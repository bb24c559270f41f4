package org.lifecircle.walk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Places on open ground that are the doorstep of one facility and nothing else: nobody turns there
 * and nothing that stands there can go. A park has one every few metres along its outline, and who
 * sees one sees dozens; but whoever walks to it takes the nearest. So of the doorsteps of one
 * facility that a node sees only those are linked from which the door may be nearest.
 */
final class Doorsteps {

  static final int NONE = -1;

  /** Two costs rounded up, by whoever walks less than 9 metres a second. */
  private static final int ROUNDING_MILLIMETRES = 20;

  /** What is known of a place while doors are linked. */
  private record Step(int facility, int tieMillimetres) {
    private static final Step SHARED = new Step(NONE, 0);
  }

  private final Map<Integer, Step> steps = new HashMap<>();
  private int facilities;
  private int[] facility = new int[0]; // by node
  private int[] tie = new int[0];

  /** A number for the next facility. */
  int nextFacility() {
    return facilities++;
  }

  /** Notes that a facility's door leads to a node. */
  void add(int node, int ofFacility, int tieMillimetres, Needs needs) {
    Step step = needs.isEmpty() ? new Step(ofFacility, tieMillimetres) : Step.SHARED;
    steps.merge(node, step, Doorsteps::merged);
  }

  private static Step merged(Step one, Step other) {
    if (one.facility() != other.facility()) {
      return Step.SHARED;
    }
    return one.tieMillimetres() <= other.tieMillimetres() ? one : other;
  }

  /** Finds which of the places are nothing else, once all nodes are known. */
  void settle(Ground ground, Standing today) {
    Sight sight = ground.sight(today);
    steps
        .entrySet()
        .removeIf(
            step ->
                step.getValue().facility() == NONE
                    || !ground.nodes().isFacilityOnly(step.getKey())
                    || !ground.isQuiet(step.getKey(), sight, today));
    if (!steps.isEmpty()) {
      facility = new int[ground.corners().count()];
      tie = new int[facility.length];
      Arrays.fill(facility, NONE);
    }
    steps.forEach(
        (node, step) -> {
          facility[node] = step.facility();
          tie[node] = step.tieMillimetres();
        });
    steps.clear();
  }

  /** Whether a node is such a place. */
  boolean has(int node) {
    return node < facility.length && facility[node] != NONE;
  }

  /** The number of the facility whose doorstep a node is. */
  int facility(int node) {
    return facility[node];
  }

  /** How far its door is from a doorstep. */
  int tieMillimetres(int node) {
    return tie[node];
  }

  /** The same links but for those to doorsteps that are farther from the door than others. */
  Row nearest(Row row) {
    int[] links = row.links();
    int[] whose = new int[8];
    int[] least = new int[8];
    int seen = 0;
    for (int i = 0; i < links.length; i += 2) {
      if (has(links[i])) {
        int k = indexOf(facility[links[i]], whose, seen);
        if (k == seen) {
          if (seen == whose.length) {
            whose = Arrays.copyOf(whose, 2 * seen);
            least = Arrays.copyOf(least, 2 * seen);
          }
          whose[seen] = facility[links[i]];
          least[seen++] = Integer.MAX_VALUE;
        }
        least[k] = Math.min(least[k], links[i + 1] + tie[links[i]]);
      }
    }
    return seen == 0 ? row : kept(row, whose, least, seen);
  }

  private Row kept(Row row, int[] whose, int[] least, int seen) {
    int[] links = row.links();
    int[] kept = new int[links.length];
    int size = 0;
    int through = 0;
    for (int i = 0; i < links.length; i += 2) {
      if (!has(links[i])
          || links[i + 1] + tie[links[i]]
              <= least[indexOf(facility[links[i]], whose, seen)] + ROUNDING_MILLIMETRES) {
        kept[size++] = links[i];
        kept[size++] = links[i + 1];
      }
      if (i + 2 == row.through()) {
        through = size;
      }
    }
    return new Row(Arrays.copyOf(kept, size), through, row.met());
  }

  private static int indexOf(int wanted, int[] whose, int seen) {
    int k = 0;
    while (k < seen && whose[k] != wanted) {
      k++;
    }
    return k;
  }
}
