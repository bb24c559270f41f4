package org.lifecircle.model.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A project of works in one compound, or in several that are renewed as a group.
 *
 * @param group name of the renewal area 片区; null for a compound by itself
 */
public record Work(
    String id, String name, @Nullable String group, List<String> compoundIds, List<WorkItem> items)
    implements ProgrammeRecord {

  public Work {
    compoundIds = List.copyOf(compoundIds);
    items = List.copyOf(items);
    Rules.id(id);
    Rules.require(!compoundIds.isEmpty(), "工程须属于至少一个小区", "works belong to a compound at least");
    Rules.require(!items.isEmpty(), "工程须有内容", "works have items");
    Rules.require(
        group != null || compoundIds.size() == 1,
        "多个小区的工程须写明片区（group）",
        "works of several compounds name their group");
    Rules.distinct(compoundIds, "同一小区写了两次", "a compound is named twice");
    Rules.distinct(items.stream().map(WorkItem::id).toList(), "内容编号重复", "an item's id comes twice");
  }

  /** The works in a compound, by itself or in a group. */
  public static List<Work> at(String compoundId, Programme programme) {
    return programme.all(Work.class).stream()
        .filter(work -> work.compoundIds().contains(compoundId))
        .toList();
  }

  /** How far it is as a whole at the end of a day; null when it was not even planned. */
  public @Nullable Phase phase(LocalDate day) {
    List<Phase> phases = items.stream().map(i -> i.phase(day)).filter(Objects::nonNull).toList();
    if (phases.isEmpty()) {
      return null;
    }
    if (phases.size() == items.size() && phases.stream().allMatch(p -> p == Phase.DONE)) {
      return Phase.DONE;
    }
    return phases.stream().allMatch(p -> p == Phase.PLANNED) ? Phase.PLANNED : Phase.UNDER_WAY;
  }
}
