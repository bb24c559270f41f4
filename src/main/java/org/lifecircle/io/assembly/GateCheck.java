package org.lifecircle.io.assembly;

import org.lifecircle.model.Gate;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;

/** Reports gates that are near nothing they could be a gate in. */
final class GateCheck {

  private GateCheck() {}

  static void check(StudyArea area, double toleranceMetres, IssueLog issues) {
    SegmentIndex barriers = new SegmentIndex();
    area.walls().forEach(wall -> barriers.add(wall.geometry()));
    area.paths().forEach(path -> barriers.add(path.geometry()));
    area.compounds().forEach(compound -> barriers.add(compound.geometry()));
    area.obstacles().forEach(obstacle -> barriers.add(obstacle.geometry()));
    String metres = String.valueOf(toleranceMetres);
    Text message =
        new Text(
            "周围 " + metres + " m 内没有围墙、道路或小区边界；它不起作用",
            "no wall, path or compound outline is within " + metres + " m; it opens nothing");
    for (Gate gate : area.gates()) {
      if (barriers.nearest(gate.geometry().getCoordinate(), toleranceMetres) == null) {
        issues.add(
            Layer.GATES, gate.id(), "gate_off_wall", IssueAction.NOTED, message, gate.geometry());
      }
    }
  }
}
