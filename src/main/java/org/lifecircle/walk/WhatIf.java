package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.StudyArea;

/**
 * Changes, by how they are carried out.
 *
 * @param toBuild those that put something up: they need an arrangement of their own
 * @param toPlace those that set up or move facilities
 * @param toAlter those that only open, close or take down
 */
record WhatIf(List<Change> toBuild, List<Change> toPlace, List<Change> toAlter) {

  /**
   * Sorts changes; those of the first kind by layer and id, so that their order plays no part.
   *
   * @param unchecked those of them that have not been made of the area before
   */
  static WhatIf of(List<Change> changes, List<Change> unchecked, StudyArea area) {
    new Scenario("what-if", "", unchecked).requirePossible(area);
    List<Change> toBuild = new ArrayList<>();
    List<Change> toPlace = new ArrayList<>();
    List<Change> toAlter = new ArrayList<>();
    for (Change change : changes) {
      if (PlacedDoors.places(change)) {
        toPlace.add(change);
      } else {
        (change instanceof Change.Addition ? toBuild : toAlter).add(change);
      }
    }
    toBuild.sort(Comparator.comparing(Change::layer).thenComparing(Change::id));
    return new WhatIf(List.copyOf(toBuild), List.copyOf(toPlace), List.copyOf(toAlter));
  }

  /** What is different in the arrangement of these parts. */
  Altered altered(NetworkParts parts) {
    BitSet gone = (BitSet) parts.survey().gone().clone();
    Map<Integer, Access> access = new HashMap<>();
    for (Change change : toAlter) {
      if (change instanceof Change.RemoveWall || change instanceof Change.RemoveStructure) {
        parts.things().findRemovable(change.layer(), change.id()).ifPresent(gone::set);
      } else if (change.layer() == Layer.GATES) {
        Access now = change instanceof Change.OpenGate ? Access.PUBLIC : Access.CLOSED;
        parts
            .passages()
            .ofGate(change.id())
            .filter(number -> parts.passages().get(number).access() != now)
            .ifPresent(number -> access.put(number, now));
      }
    }
    return new Altered(gone, access);
  }
}
