package org.lifecircle.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.lifecircle.model.ResidentsSource;
import org.lifecircle.model.StudyArea;

/** Homes by where they are, and what is done to several of them at once. */
final class HomeGroups {

  private HomeGroups() {}

  static List<List<Home>> byBuilding(StudyArea area, List<Home> homes) {
    return grouped(homes, Home::building, area.buildings().size());
  }

  static List<List<Home>> byCompound(StudyArea area, List<Home> homes) {
    return grouped(homes, Home::compound, area.compounds().size());
  }

  private static List<List<Home>> grouped(List<Home> homes, ToIntFunction<Home> key, int count) {
    List<List<Home>> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      groups.add(new ArrayList<>(2));
    }
    for (Home home : homes) {
      int group = key.applyAsInt(home);
      if (group != Home.NONE) {
        groups.get(group).add(home);
      }
    }
    return groups;
  }

  /** Millionths of all that are settled. */
  static long residents(List<Home> homes) {
    return homes.stream().mapToLong(Home::residents).sum();
  }

  /**
   * Those of a group who may yet take in people: residential ones; without any, those of which no
   * use is known.
   */
  static List<Home> takers(List<Home> homes) {
    List<Home> residential =
        homes.stream().filter(home -> home.open(Home.Housing.RESIDENTIAL)).toList();
    return residential.isEmpty()
        ? homes.stream().filter(home -> home.open(Home.Housing.POSSIBLE)).toList()
        : residential;
  }

  /** Shares people evenly over all floors behind all entrances. */
  static void settleByFloors(List<Home> homes, long millionths, ResidentsSource source) {
    if (homes.isEmpty()) {
      return;
    }
    long[] floors = homes.stream().mapToLong(Home::floors).toArray();
    long[] parts = Apportionment.share(millionths, floors);
    for (int i = 0; i < parts.length; i++) {
      homes.get(i).settle(parts[i], source);
    }
  }
}
