package org.lifecircle.siting;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses sites so that the longest walk is shortest: bisection over the walks there are, each step
 * a covering. Source: Minieka (1970).
 */
public final class PCentre {

  private PCentre() {}

  /**
   * The best choice; its objective is the longest walk of anybody who has any weight, proven.
   *
   * @return empty when no choice serves everybody
   */
  public static Optional<Allocation> solve(Siting siting, Choice choice, Proof proof) {
    int[] radii =
        Arrays.stream(siting.walks())
            .flatMapToInt(Arrays::stream)
            .filter(walk -> walk != Siting.UNREACHED)
            .distinct()
            .sorted()
            .toArray();
    Optional<Allocation> best = Optional.empty();
    int low = 0;
    int high = radii.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      Optional<Allocation> within = within(siting, choice, radii[middle], proof);
      if (within.isPresent()) {
        best = within;
        high = middle - 1;
      } else {
        low = middle + 1;
      }
    }
    return best;
  }

  private static Optional<Allocation> within(
      Siting siting, Choice choice, int radius, Proof proof) {
    CpModel model = Proof.model();
    SiteVariables sites = new SiteVariables(model, siting, choice);
    Set<BitSet> seen = new HashSet<>();
    for (int d = 0; d < siting.demands(); d++) {
      BitSet near = siting.within(d, radius);
      if (siting.weights()[d] > 0 && seen.add(near)) {
        if (near.isEmpty()) {
          return Optional.empty();
        }
        model.addBoolOr(near.stream().mapToObj(sites::get).toArray(BoolVar[]::new));
      }
    }
    return proof
        .solve(model, false)
        .map(solved -> sites.nearest(new Proof.Solved(solved.solver(), radius, radius, 0), radius));
  }
}
