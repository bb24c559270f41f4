package org.lifecircle.model.programme;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of works.
 *
 * @param system the underground system it renews, if it does
 * @param costFen null while it is not known
 * @param lanes that it rebuilds
 */
public record WorkItem(
    String id,
    ItemClass itemClass,
    String title,
    @Nullable UndergroundSystem system,
    LocalDate plannedOn,
    @Nullable LocalDate startedOn,
    @Nullable LocalDate doneOn,
    @Nullable Long costFen,
    List<Removed> removes,
    List<Built> builds,
    List<RebuiltLane> lanes) {

  public WorkItem {
    removes = List.copyOf(removes);
    builds = List.copyOf(builds);
    lanes = List.copyOf(lanes);
    Rules.id(id);
    Rules.inOrder(plannedOn, startedOn, "planned_on", "started_on");
    Rules.needs(startedOn, doneOn, "started_on", "done_on");
    Rules.require(costFen == null || costFen >= 0, "造价不得为负", "a cost is not negative");
    for (Removed removed : removes) {
      Rules.needs(startedOn, removed.demolishedOn(), "started_on", "demolished_on");
      Rules.inOrder(removed.demolishedOn(), doneOn, "demolished_on", "done_on");
    }
    for (Built built : builds) {
      Rules.needs(startedOn, built.openedOn(), "started_on", "opened_on");
    }
  }

  /** How far it is at the end of a day; null when it was not even planned. */
  public @Nullable Phase phase(LocalDate day) {
    if (plannedOn.isAfter(day)) {
      return null;
    }
    return Rules.by(doneOn, day)
        ? Phase.DONE
        : Rules.by(startedOn, day) ? Phase.UNDER_WAY : Phase.PLANNED;
  }
}
