package org.lifecircle.town;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lifecircle.model.Access;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Status;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;

/** The same town after the works: walls and structures down, gates opened or shut. */
public final class TownChanges {
  private TownChanges() {}

  /** These walls demolished; they stay in the data, as in a survey of what was done. */
  public static StudyArea demolishWalls(StudyArea area, String... ids) {
    return change(area, Layer.WALLS, Set.of(ids), f -> demolished((Wall) f));
  }

  /** These illegal structures demolished. */
  public static StudyArea demolishStructures(StudyArea area, String... ids) {
    return change(
        area, Layer.ILLEGAL_STRUCTURES, Set.of(ids), f -> demolished((IllegalStructure) f));
  }

  /** This gate with another rule. */
  public static StudyArea setGate(StudyArea area, String id, Access access) {
    return change(area, Layer.GATES, Set.of(id), f -> withAccess((Gate) f, access));
  }

  /** This facility with so many places. */
  public static StudyArea setCapacity(StudyArea area, String id, double places) {
    return change(area, Layer.FACILITIES, Set.of(id), f -> withCapacity((Facility) f, places));
  }

  /** This feature left out. */
  public static StudyArea without(StudyArea area, Layer layer, String id) {
    return area.with(layer, area.layer(layer).stream().filter(f -> !f.id().equals(id)).toList());
  }

  private static StudyArea change(
      StudyArea area, Layer layer, Set<String> ids, UnaryOperator<Feature> change) {
    List<? extends Feature> old = area.layer(layer);
    if (old.stream().filter(f -> ids.contains(f.id())).count() != ids.size()) {
      throw new IllegalArgumentException("not all of " + ids + " are " + layer.code());
    }
    return area.with(
        layer, old.stream().map(f -> ids.contains(f.id()) ? change.apply(f) : f).toList());
  }

  private static Wall demolished(Wall w) {
    return new Wall(
        w.id(),
        w.partOf(),
        w.kind(),
        w.heightMetres(),
        w.thicknessMetres(),
        w.owner(),
        w.removable(),
        Status.DEMOLISHED,
        "2026-11-01",
        w.inferred(),
        w.geometry());
  }

  private static IllegalStructure demolished(IllegalStructure s) {
    return new IllegalStructure(
        s.id(),
        s.position(),
        s.floors(),
        s.floorAreaSquareMetres(),
        s.owner(),
        s.decisionId(),
        Status.DEMOLISHED,
        "2026-11-01",
        s.geometry());
  }

  private static Gate withAccess(Gate g, Access access) {
    return new Gate(g.id(), access, g.compoundIds(), g.widthMetres(), g.hours(), g.geometry());
  }

  private static Facility withCapacity(Facility f, double places) {
    return new Facility(
        f.id(),
        f.kind(),
        f.name(),
        f.serves(),
        places,
        f.floorAreaSquareMetres(),
        f.landAreaSquareMetres(),
        f.origin(),
        f.status(),
        f.geometry());
  }
}
