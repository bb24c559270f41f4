package org.lifecircle;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Unit;

/** How figures and places are written for people, in the language of whoever sits there. */
record Shown(PrintWriter out, StudyArea area, Standard standard) {

  void line(String zh, String en) {
    out.println(Complaints.say(zh, en));
  }

  /** A share as per cent; a dash where there is none. */
  static String share(@Nullable Object share) {
    return share instanceof Double number
        ? String.format(Locale.ROOT, "%.1f %%", 100 * number)
        : "–";
  }

  /** A whole number with its thousands apart; a dash where there is none. */
  static String whole(@Nullable Object number) {
    return number instanceof Number n
        ? String.format(Locale.ROOT, "%,.0f", n.doubleValue()).replace(',', ' ')
        : "–";
  }

  static String text(@Nullable Object value) {
    return value == null ? "–" : value.toString();
  }

  /** How many a list holds. */
  static String count(@Nullable Object list) {
    return list instanceof List<?> many ? String.valueOf(many.size()) : "–";
  }

  /** What each requirement is called. */
  Map<String, String> requirements() {
    Map<String, String> names = new HashMap<>();
    for (Requirement requirement : standard.requirements()) {
      names.put(requirement.id(), Complaints.say(requirement.name()));
    }
    return names;
  }

  /** What places are called that have a name; ids of different layers do not meet in one table. */
  Map<String, String> places(String idColumn) {
    Map<String, String> names = new HashMap<>();
    switch (idColumn) {
      case "compound_id" -> {
        for (Compound compound : area.compounds()) {
          put(names, compound.id(), compound.name());
        }
      }
      case "unit_id" -> {
        for (Unit unit : area.units()) {
          put(names, unit.id(), unit.name());
        }
      }
      default -> {
        for (Building building : area.buildings()) {
          put(names, building.id(), null);
        }
      }
    }
    return names;
  }

  private static void put(Map<String, String> names, String id, @Nullable String name) {
    names.put(id, name == null ? "" : name);
  }
}
