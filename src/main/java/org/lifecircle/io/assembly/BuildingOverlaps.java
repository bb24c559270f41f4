package org.lifecircle.io.assembly;

import org.lifecircle.model.Building;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Reports buildings that are there twice, and pairs of which more than half of the smaller lies in
 * the larger. Both are kept: which one is wrong only their owner knows.
 */
final class BuildingOverlaps {

  private static final double SHARE = 0.5;

  private BuildingOverlaps() {}

  static void check(StudyArea area, IssueLog issues) {
    BuildingIndex index = new BuildingIndex(area.buildings());
    for (Building one : area.buildings()) {
      Envelope envelope = one.geometry().getEnvelopeInternal();
      for (Building other : index.around(envelope)) {
        if (one.id().compareTo(other.id()) < 0) {
          compare(one, other, issues);
        }
      }
    }
  }

  private static void compare(Building one, Building other, IssueLog issues) {
    if (one.geometry().equalsExact(other.geometry())) {
      Text message = new Text("与 " + other.id() + " 完全重合", "has the same outline as " + other.id());
      add(one, "duplicate_building", message, issues);
      return;
    }
    double smaller = Math.min(one.geometry().getArea(), other.geometry().getArea());
    Envelope common =
        one.geometry().getEnvelopeInternal().intersection(other.geometry().getEnvelopeInternal());
    if (common.getArea() <= SHARE * smaller) {
      return;
    }
    double shared =
        OverlayNGRobust.overlay(one.geometry(), other.geometry(), OverlayNG.INTERSECTION).getArea();
    if (shared > SHARE * smaller) {
      String percent = Math.round(100 * shared / smaller) + " %";
      Text message =
          new Text(
              "与 " + other.id() + " 重叠 " + percent, "overlaps " + other.id() + " by " + percent);
      add(one, "overlapping_building", message, issues);
    }
  }

  private static void add(Building one, String code, Text message, IssueLog issues) {
    issues.add(Layer.BUILDINGS, one.id(), code, IssueAction.NOTED, message, one.geometry());
  }
}
