package org.lifecircle.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Coded;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Tier;
import org.lifecircle.report.ReportFacts.Subject;
import org.lifecircle.report.map.AreaMaps;

/** What every chapter is written from, with the words for the things of the area. */
record Draft(ReportFacts facts, Words words, AreaMaps maps, Map<String, String> compoundNames) {

  /** Longer lists are cut, and say so. */
  static final int ROWS = 60;

  /** Names longer than this are shortened in tables; the full list of names is the data's. */
  private static final int NAME = 40;

  static Draft of(ReportFacts facts, Words words, Stationery stationery) {
    Subject subject = facts.subject();
    Map<String, String> names = new TreeMap<>();
    for (Compound compound : subject.area().compounds()) {
      names.put(compound.id(), shortened(subject.nameOf(compound)));
    }
    AreaMaps maps =
        new AreaMaps(
            subject.area(),
            subject.walking(),
            stationery.palette(),
            stationery.typeface(),
            words::say);
    return new Draft(facts, words, maps, names);
  }

  Subject subject() {
    return facts.subject();
  }

  String say(String key, Object... arguments) {
    return words.say(key, arguments);
  }

  String say(String what, Coded code) {
    return words.say(what, code);
  }

  static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, NAME)) + "…";
  }

  static String shortened(@Nullable String name, String otherwise) {
    return name == null || name.isBlank() ? otherwise : shortened(name);
  }

  /** The name of a compound; those who live in none are named too. */
  String compound(@Nullable String id) {
    return id == null ? say("outside_compounds") : compoundNames.getOrDefault(id, id);
  }

  /** What people call a layer, by its code. */
  String layer(String code) {
    return Coded.find(Layer.class, code).map(layer -> words.in(layer.title())).orElse(code);
  }

  String requirement(String id) {
    return subject().standard().findRequirement(id).map(this::name).orElse(id);
  }

  /** Its name; where another tier asks for something of the same name, with the tier. */
  private String name(Requirement requirement) {
    String name = words.in(requirement.name());
    long same =
        subject().standard().requirements().stream()
            .filter(other -> words.in(other.name()).equals(name))
            .count();
    return same > 1 ? say("requirement.of_tier", name, tier(requirement.tier())) : name;
  }

  String kind(String id) {
    return subject().standard().findKind(id).map(k -> words.in(k.name())).orElse(id);
  }

  String tier(@Nullable Tier tier) {
    return tier == null ? Figures.UNKNOWN : say("tier", tier);
  }

  String limit(Requirement requirement) {
    Integer metres = requirement.limit().metres();
    return metres == null ? say("limit.own_compound") : metres + " m";
  }

  String yes(boolean truth) {
    return say(truth ? "yes" : "no");
  }

  /** Names one after the other; of many the first few, and how many more. */
  String several(Collection<String> names, int shown) {
    if (names.isEmpty()) {
      return Figures.UNKNOWN;
    }
    List<String> first = new ArrayList<>();
    for (String name : names) {
      if (first.size() < shown) {
        first.add(shortened(name));
      }
    }
    String all = String.join(say("comma"), first);
    int more = names.size() - first.size();
    return more == 0 ? all : all + say("and_more", more);
  }

  /** The first rows of a list, and a note of how many are left out. */
  void table(
      Chapter.Writer writer,
      String caption,
      List<Block.Column> columns,
      List<List<String>> rows,
      int most,
      String where) {
    writer.table(caption, columns, rows.size() > most ? rows.subList(0, most) : rows);
    if (rows.size() > most) {
      writer.note(say("cut", most, rows.size(), where));
    }
  }
}
