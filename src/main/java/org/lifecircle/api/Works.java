package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.lifecircle.freedspace.Demolition;
import org.lifecircle.model.Change;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.StudyArea;

/**
 * What is to be taken down, and where.
 *
 * @param area with all of it standing
 * @param chosenBy who said so: {@link #ASKED}, {@link #SCENARIO} or {@link #ALL}
 */
record Works(StudyArea area, Demolition demolition, String chosenBy) {

  static final String ASKED = "asked";
  static final String SCENARIO = "scenario";
  static final String ALL = "all";

  /**
   * What goes where nobody says: under a scenario that takes something down just that, so that its
   * layers show what it frees; else all that may go.
   */
  static Works usual(OpenArea area) {
    OpenScenario scenario = area.scenario();
    Set<String> walls = new TreeSet<>();
    Set<String> structures = new TreeSet<>();
    List<Change> others = new ArrayList<>();
    for (Change change : scenario == null ? List.<Change>of() : scenario.applicable().changes()) {
      if (change instanceof Change.RemoveWall removal) {
        walls.add(removal.id());
      } else if (change instanceof Change.RemoveStructure removal) {
        structures.add(removal.id());
      } else {
        others.add(change);
      }
    }
    if (walls.isEmpty() && structures.isEmpty()) {
      return new Works(area.area(), Demolition.ofEverythingRemovable(area.area()), ALL);
    }
    StudyArea standing = new Scenario("others", "", others).applyTo(area.baseline().area());
    return new Works(standing, new Demolition(walls, structures), SCENARIO);
  }
}
