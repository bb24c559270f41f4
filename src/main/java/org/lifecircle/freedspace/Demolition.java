package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Status;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;

/**
 * A set of walls and illegal structures to take down.
 *
 * @param walls ids of wall pieces
 * @param illegalStructures ids of structures
 */
public record Demolition(Set<String> walls, Set<String> illegalStructures) {

  public Demolition {
    walls = Set.copyOf(walls);
    illegalStructures = Set.copyOf(illegalStructures);
  }

  /** Everything that may go: standing removable walls and standing illegal structures. */
  public static Demolition ofEverythingRemovable(StudyArea area) {
    Set<String> walls = new TreeSet<>();
    Set<String> structures = new TreeSet<>();
    for (Wall wall : area.walls()) {
      if (wall.standing() && wall.removable()) {
        walls.add(wall.id());
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.status() == Status.STANDING) {
        structures.add(structure.id());
      }
    }
    return new Demolition(walls, structures);
  }

  /**
   * The things of these ids, and of these words: {@code all} that may go; {@code compound:ID}, what
   * stands in a compound or on its outline; {@code owner:NAME}, what is theirs. The id of a wall
   * that was split at import means all its pieces. Where a wall and a structure share an id, {@code
   * walls:ID} or {@code illegal_structures:ID} tells which is meant. What has already gone may be
   * named and frees nothing more.
   *
   * @throws IllegalArgumentException listing every id that is unknown or ambiguous, every wall that
   *     may not be removed, and every word that means nothing that may go
   */
  public static Demolition of(StudyArea area, Collection<String> ids) {
    Set<String> walls = new TreeSet<>();
    Set<String> structures = new TreeSet<>();
    List<String> complaints = new ArrayList<>();
    for (String id : new TreeSet<>(ids)) {
      Optional<Demolition> many = Selection.find(area, id, complaints);
      if (many.isPresent()) {
        walls.addAll(many.get().walls());
        structures.addAll(many.get().illegalStructures());
        continue;
      }
      List<Wall> wallsMeant = walls(area, bare(id, Layer.WALLS));
      boolean structureMeant = isStructure(area, bare(id, Layer.ILLEGAL_STRUCTURES));
      if (wallsMeant.isEmpty() && !structureMeant) {
        complaints.add("'" + id + "' is neither a wall nor an illegal structure");
      } else if (!wallsMeant.isEmpty() && structureMeant) {
        complaints.add(
            "'"
                + id
                + "' is both a wall and a structure, put walls: or illegal_structures: before it");
      } else if (structureMeant) {
        structures.add(bare(id, Layer.ILLEGAL_STRUCTURES));
      }
      for (Wall wall : wallsMeant) {
        walls.add(wall.id());
        if (!wall.removable()) {
          complaints.add("wall '" + wall.id() + "' is not removable");
        }
      }
    }
    if (!complaints.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", complaints));
    }
    return new Demolition(walls, structures);
  }

  boolean takes(Wall wall) {
    return walls.contains(wall.id());
  }

  boolean takes(IllegalStructure structure) {
    return illegalStructures.contains(structure.id());
  }

  private static List<Wall> walls(StudyArea area, String id) {
    return area.walls().stream().filter(w -> w.id().equals(id) || w.partOf().equals(id)).toList();
  }

  private static boolean isStructure(StudyArea area, String id) {
    return area.illegalStructures().stream().anyMatch(s -> s.id().equals(id));
  }

  private static String bare(String id, Layer layer) {
    String prefix = layer.code() + ":";
    return id.startsWith(prefix) ? id.substring(prefix.length()) : id;
  }
}
