package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Compound;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.IssueAction;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Envelope;

/** What is wrong with removable things, as far as it touches the ground they free. */
public final class RemovableIssues {

  private static final double THICKEST_METRES = 2;
  private static final double OUTLINE_METRES = 2;

  private RemovableIssues() {}

  /** Every such issue, walls first, sorted by id. */
  public static List<DataIssue> of(StudyArea area, Demolition demolition) {
    Nearby<Compound> compounds = new Nearby<>();
    area.compounds().forEach(compound -> compounds.add(compound.geometry(), compound));
    List<DataIssue> issues = new ArrayList<>();
    for (Wall wall : area.walls()) {
      if (wall.standing() && demolition.takes(wall)) {
        addWall(issues, wall, compounds);
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (demolition.takes(structure)) {
        addOwner(issues, Layer.ILLEGAL_STRUCTURES, structure, structure.owner());
      }
    }
    return issues;
  }

  private static void addWall(List<DataIssue> issues, Wall wall, Nearby<Compound> compounds) {
    if (wall.thicknessMetres() <= 0) {
      issues.add(
          issue(
              Layer.WALLS,
              wall,
              "wall_without_thickness",
              new Text("墙厚为 0，按 0.02 m 计", "it has no thickness: 0.02 m was taken")));
    } else if (wall.thicknessMetres() > THICKEST_METRES) {
      issues.add(
          issue(
              Layer.WALLS,
              wall,
              "wall_too_thick",
              new Text(
                  "墙厚 " + wall.thicknessMetres() + " m，超过 2 m，仍按此计",
                  "it is " + wall.thicknessMetres() + " m thick, more than 2 m: taken as given")));
    }
    if (wall.geometry().getLength() == 0) {
      issues.add(
          issue(
              Layer.WALLS,
              wall,
              "wall_without_length",
              new Text("墙长为 0，不腾退土地", "it has no length and frees nothing")));
    }
    Envelope near = new Envelope(wall.geometry().getEnvelopeInternal());
    near.expandBy(OUTLINE_METRES);
    boolean outside =
        compounds.in(near).stream()
            .noneMatch(c -> c.geometry().isWithinDistance(wall.geometry(), OUTLINE_METRES));
    if (outside) {
      issues.add(
          issue(
              Layer.WALLS,
              wall,
              "wall_outside_compounds",
              new Text("不在任何小区内或边界上", "it stands in no compound and on no outline")));
    }
    addOwner(issues, Layer.WALLS, wall, wall.owner());
  }

  private static void addOwner(
      List<DataIssue> issues, Layer layer, Feature feature, @Nullable String owner) {
    if (owner == null || owner.isBlank()) {
      issues.add(
          issue(
              layer,
              feature,
              "owner_unknown",
              new Text("产权人不明，拆除前须查明", "its owner is unknown: find out before it goes")));
    }
  }

  private static DataIssue issue(Layer layer, Feature feature, String code, Text message) {
    return new DataIssue(
        layer.code(), feature.id(), code, IssueAction.NOTED, message, feature.geometry());
  }
}
