package org.lifecircle.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A named list of changes to the baseline 情景. Undo is deleting the change; without changes it is
 * the baseline.
 */
public record Scenario(String id, String name, List<Change> changes) {

  public Scenario {
    Feature.requireId(id);
    changes = List.copyOf(changes);
  }

  /** What stops it from being made of an area: all of it, with a pointer to each change. */
  public List<Fault> faults(StudyArea area) {
    List<Fault> faults = new ArrayList<>();
    Set<List<Object>> changed = new HashSet<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      int number = i;
      change.refusal(area).ifPresent(reason -> faults.add(fault(number, change, reason)));
      if (!changed.add(List.of(change.layer(), change.id()))) {
        faults.add(
            fault(
                i,
                change,
                new Text(
                    "“" + change.id() + "”已被前面的改动改过，每项只能改一次",
                    "an earlier change is about '" + change.id() + "' too; one each")));
      }
    }
    return faults;
  }

  private Fault fault(int number, Change change, Text reason) {
    return new Fault(id, change.layer().code(), change.id(), "/changes/" + number, reason);
  }

  /**
   * Returns if the area takes all changes.
   *
   * @throws BadInputException with everything that stops it
   */
  public void requirePossible(StudyArea area) {
    List<Fault> faults = faults(area);
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }

  /**
   * The area afterwards, as it would be surveyed.
   *
   * @throws BadInputException with everything that stops it
   */
  public StudyArea applyTo(StudyArea area) {
    requirePossible(area);
    StudyArea changed = area;
    for (Change change : changes) {
      changed = change.applyTo(changed);
    }
    return changed;
  }
}
