package org.lifecircle.io.assembly;

import java.util.List;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Leaves out what is so far outside the boundary that nobody inside can feel it. */
final class Surroundings {

  /** So many that the circle falls short by less than half a metre in 1 500. */
  private static final int QUADRANT_SEGMENTS = 32;

  private final double beyondMetres;

  Surroundings(double beyondMetres) {
    this.beyondMetres = beyondMetres;
  }

  StudyArea applyTo(StudyArea area, IssueLog issues) {
    Geometry wide = area.boundary().buffer(beyondMetres, QUADRANT_SEGMENTS);
    PreparedGeometry near = PreparedGeometryFactory.prepare(wide);
    StudyArea kept = area;
    for (Layer layer : Layer.values()) {
      List<? extends Feature> all = area.layer(layer);
      List<? extends Feature> inside =
          all.stream().filter(feature -> near.intersects(feature.geometry())).toList();
      if (inside.size() < all.size()) {
        issues.add(
            layer,
            "",
            "beyond_boundary",
            IssueAction.REJECTED,
            message(all.size() - inside.size()),
            null);
        kept = kept.with(layer, inside);
      }
    }
    return kept;
  }

  private Text message(int count) {
    String metres = Math.round(beyondMetres) + " m";
    return new Text(
        count + " 个要素在范围外 " + metres + " 以远，已舍去",
        count + " features farther than " + metres + " outside the boundary were left out");
  }
}
