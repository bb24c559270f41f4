package org.lifecircle.model.programme;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;

/**
 * The walls and structures whose owners have agreed to their going: what a plan is limited to that
 * may not wait for anybody. A thing is agreed when somebody was asked about it and everybody who
 * was asked has agreed; of one owner the last answer counts.
 *
 * @param walls ids of pieces of wall
 * @param structures ids of illegal structures
 */
public record Agreed(Set<String> walls, Set<String> structures) {

  public Agreed {
    walls = Set.copyOf(walls);
    structures = Set.copyOf(structures);
  }

  /** What is agreed at the end of a day. */
  public static Agreed of(StudyArea area, Programme programme, LocalDate day) {
    Map<String, Map<String, Consent>> asked = new HashMap<>();
    for (Consent consent : programme.all(Consent.class)) {
      if (consent.status(day) != null) {
        String owner = consent.ownerUnit() + "/" + consent.person();
        asked
            .computeIfAbsent(
                consent.layer().code() + ":" + consent.featureId(), k -> new TreeMap<>())
            .merge(owner, consent, (a, b) -> b.askedOn().isBefore(a.askedOn()) ? a : b);
      }
    }
    Set<String> walls = new TreeSet<>();
    for (Wall wall : area.walls()) {
      Map<String, Consent> all = new TreeMap<>();
      all.putAll(asked.getOrDefault(Layer.WALLS.code() + ":" + wall.partOf(), Map.of()));
      all.putAll(asked.getOrDefault(Layer.WALLS.code() + ":" + wall.id(), Map.of()));
      if (agreed(all, day)) {
        walls.add(wall.id());
      }
    }
    Set<String> structures = new TreeSet<>();
    for (IllegalStructure structure : area.illegalStructures()) {
      String key = Layer.ILLEGAL_STRUCTURES.code() + ":" + structure.id();
      if (agreed(asked.getOrDefault(key, Map.of()), day)) {
        structures.add(structure.id());
      }
    }
    return new Agreed(walls, structures);
  }

  private static boolean agreed(Map<String, Consent> owners, LocalDate day) {
    return !owners.isEmpty()
        && owners.values().stream()
            .map(consent -> consent.status(day))
            .allMatch(s -> s == ConsentStatus.AGREED || s == ConsentStatus.DONE);
  }
}
