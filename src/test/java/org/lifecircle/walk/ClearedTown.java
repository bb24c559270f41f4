package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.OpenSpace;
import org.lifecircle.model.OpenSpaceKind;
import org.lifecircle.model.Scenario;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.model.Wall;
import org.lifecircle.town.TownChanges;
import org.locationtech.jts.geom.Geometry;

/**
 * A town after the works as somebody would draw it who has never seen it before: what is down is
 * not there, and neither are its gates; the ground it has left is open space.
 */
final class ClearedTown {

  private ClearedTown() {}

  /** Compounds share their residents' gates only where a wall is known to have gone. */
  static StudyArea withoutResidentsGates(StudyArea area) {
    StudyArea changed = area;
    for (Gate gate : area.gates()) {
      if (gate.access() == Access.RESIDENTS) {
        changed = TownChanges.setGate(changed, gate.id(), Access.PUBLIC);
      }
    }
    return changed;
  }

  static StudyArea of(StudyArea before, List<Change> changes, WalkingRules rules) {
    StudyArea area = new Scenario("s", "", changes).applyTo(before);
    List<Geometry> grounds = new ArrayList<>();
    area.compounds().forEach(c -> grounds.add(c.geometry()));
    area.openSpaces().forEach(o -> grounds.add(o.geometry()));
    area.illegalStructures().stream()
        .filter(s -> s.position() != StructurePosition.ROOFTOP)
        .forEach(s -> grounds.add(Strips.bare(s)));
    area.walls().stream()
        .filter(w -> w.removable() || !w.standing())
        .forEach(w -> grounds.add(Strips.bare(w)));
    Strips strips = new Strips(grounds, rules.ground().gapMetres());
    List<Feature> open = new ArrayList<>(area.openSpaces());
    for (IllegalStructure structure : area.illegalStructures()) {
      if (!structure.blocksGround() && structure.position() != StructurePosition.ROOFTOP) {
        open.add(space(structure.id(), strips.closed(Strips.bare(structure))));
      }
    }
    List<Wall> down = area.walls().stream().filter(w -> !w.standing()).toList();
    for (Wall wall : down) {
      open.add(space(wall.id(), strips.closed(Strips.bare(wall))));
    }
    double near = rules.ground().gateToleranceMetres();
    return area.with(Layer.OPEN_SPACES, open)
        .with(Layer.WALLS, area.walls().stream().filter(Wall::standing).toList())
        .with(
            Layer.ILLEGAL_STRUCTURES,
            area.illegalStructures().stream().filter(IllegalStructure::blocksGround).toList())
        .with(
            Layer.GATES,
            area.gates().stream().filter(g -> !wentWith(g, down, area, near)).toList());
  }

  private static OpenSpace space(String id, Geometry strip) {
    return new OpenSpace("cleared-" + id, OpenSpaceKind.YARD, false, strip);
  }

  private static boolean wentWith(Gate gate, List<Wall> down, StudyArea area, double near) {
    return down.stream().anyMatch(w -> w.geometry().isWithinDistance(gate.geometry(), near))
        && area.walls().stream()
            .filter(Wall::standing)
            .noneMatch(w -> w.geometry().isWithinDistance(gate.geometry(), near));
  }
}
