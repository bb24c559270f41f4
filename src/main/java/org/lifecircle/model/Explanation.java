package org.lifecircle.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why the people of one building are covered by a requirement, or are not.
 *
 * @param criterion by which it is judged: metres where the requirement has no minutes
 * @param residents of the building, 0 when nobody is known to live there
 * @param residentsCovered of them, as coverage counts them
 * @param covered whether the requirement is met at every entrance where people live, at every
 *     entrance when nobody does
 * @param entrances the farthest from what is asked for first; empty where presence decides
 * @param present the facilities in the same compound, where presence decides
 * @param changes each of which alone would bring every such entrance within the limit, the shortest
 *     walk first; empty when nothing would, or when nothing has to
 */
public record Explanation(
    String building,
    @Nullable String compound,
    Requirement requirement,
    Criterion criterion,
    Group group,
    double residents,
    double residentsCovered,
    boolean covered,
    List<EntranceWalk> entrances,
    List<Facility> present,
    List<SingleChange> changes) {

  public Explanation {
    entrances = List.copyOf(entrances);
    present = List.copyOf(present);
    changes = List.copyOf(changes);
  }
}
