package org.lifecircle.freedspace;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lifecircle.model.Compound;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** Words that mean many walls and structures at once. */
final class Selection {

  private static final String ALL = "all";
  private static final String COMPOUND = "compound:";
  private static final String OWNER = "owner:";

  /** A wall this near to a compound is its own, as gates are. */
  private static final double OUTLINE_METRES = 2;

  private Selection() {}

  /** What this word means; empty if it is no such word. */
  static Optional<Demolition> find(StudyArea area, String word, List<String> complaints) {
    if (word.equals(ALL)) {
      return Optional.of(Demolition.ofEverythingRemovable(area));
    }
    if (word.startsWith(COMPOUND)) {
      return Optional.of(inCompound(area, word.substring(COMPOUND.length()), complaints));
    }
    if (word.startsWith(OWNER)) {
      return Optional.of(ofOwner(area, word.substring(OWNER.length()), complaints));
    }
    return Optional.empty();
  }

  private static Demolition inCompound(StudyArea area, String id, List<String> complaints) {
    Optional<Compound> found =
        area.compounds().stream().filter(compound -> compound.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      complaints.add("there is no compound '" + id + "'");
      return new Demolition(Set.of(), Set.of());
    }
    Geometry land = found.get().geometry();
    PreparedGeometry inside = PreparedGeometryFactory.prepare(land);
    PreparedGeometry near = PreparedGeometryFactory.prepare(land.buffer(OUTLINE_METRES));
    Demolition its =
        of(
            area,
            wall -> near.covers(wall.geometry()),
            structure -> inside.contains(structure.geometry().getInteriorPoint()));
    return orComplain(its, "nothing in compound '" + id + "' may be removed", complaints);
  }

  private static Demolition ofOwner(StudyArea area, String name, List<String> complaints) {
    Demolition theirs =
        of(area, wall -> name.equals(wall.owner()), structure -> name.equals(structure.owner()));
    return orComplain(theirs, "nothing that may be removed is owned by '" + name + "'", complaints);
  }

  private static Demolition orComplain(
      Demolition demolition, String complaint, List<String> complaints) {
    if (demolition.walls().isEmpty() && demolition.illegalStructures().isEmpty()) {
      complaints.add(complaint);
    }
    return demolition;
  }

  private static Demolition of(
      StudyArea area, Predicate<Wall> wallToo, Predicate<IllegalStructure> structureToo) {
    Demolition all = Demolition.ofEverythingRemovable(area);
    Set<String> walls = new TreeSet<>();
    Set<String> structures = new TreeSet<>();
    area.walls().stream()
        .filter(wall -> all.takes(wall) && wallToo.test(wall))
        .forEach(wall -> walls.add(wall.id()));
    area.illegalStructures().stream()
        .filter(structure -> all.takes(structure) && structureToo.test(structure))
        .forEach(structure -> structures.add(structure.id()));
    return new Demolition(walls, structures);
  }
}
