package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lifecircle.model.Change;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;

/** Changes made by dice: the same seed, the same changes. */
final class RandomChanges {

  private RandomChanges() {}

  /** Some of all that can be opened, closed or taken down; each thing at most once. */
  static List<Change> of(StudyArea area, Random random) {
    List<Change> all = openings(area, random);
    for (Gate gate : area.gates()) {
      all.removeIf(change -> change.equals(new Change.OpenGate(gate.id())) && random.nextBoolean());
      if (!all.contains(new Change.OpenGate(gate.id())) && random.nextInt(3) == 0) {
        all.add(new Change.CloseGate(gate.id()));
      }
    }
    return all;
  }

  /** Some of all that only opens. */
  static List<Change> openings(StudyArea area, Random random) {
    double share = random.nextDouble();
    List<Change> some = new ArrayList<>();
    for (Wall wall : area.walls()) {
      if (wall.removable() && random.nextDouble() < share) {
        some.add(new Change.RemoveWall(wall.id()));
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (random.nextDouble() < share) {
        some.add(new Change.RemoveStructure(structure.id()));
      }
    }
    for (Gate gate : area.gates()) {
      if (random.nextDouble() < share) {
        some.add(new Change.OpenGate(gate.id()));
      }
    }
    return some;
  }
}
