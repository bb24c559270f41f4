package org.lifecircle.freedspace;

import java.util.List;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Status;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;

/** The standing walls and structures a demolition takes, those that free no ground included. */
record Removed(List<Wall> walls, List<IllegalStructure> structures) {

  static Removed of(StudyArea area, Demolition demolition) {
    return new Removed(
        area.walls().stream().filter(w -> w.standing() && demolition.takes(w)).toList(),
        area.illegalStructures().stream()
            .filter(s -> s.status() == Status.STANDING && demolition.takes(s))
            .toList());
  }

  double wallLengthMetres() {
    return walls.stream().mapToDouble(wall -> wall.geometry().getLength()).sum();
  }

  double floorAreaSquareMetres() {
    return structures.stream().mapToDouble(IllegalStructure::countedFloorAreaSquareMetres).sum();
  }
}
