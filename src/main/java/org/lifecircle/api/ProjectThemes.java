package org.lifecircle.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.lifecircle.io.qgis.Project;
import org.lifecircle.io.qgis.Project.Theme;
import org.lifecircle.io.qgis.Project.Variant;
import org.lifecircle.io.qgis.Styles;
import org.lifecircle.model.Requirement;
import org.lifecircle.model.Text;
import org.lifecircle.model.Tier;

/**
 * The maps of a QGIS project: as it is, or before, after and what changes; and one map for each
 * thing that is found out, over the same base.
 */
final class ProjectThemes {

  static final String BEFORE = "before";

  /** Coverage by requirement: a style, and a map, for each. */
  static final String BY_REQUIREMENT = "coverage";

  /** What a scenario may change, and what changes with it on the map. */
  static final Set<String> CHANGEABLE =
      Set.of(
          "walls",
          "gates",
          "illegal_structures",
          "facilities",
          "paths",
          "coverage_compounds",
          "coverage_buildings",
          BY_REQUIREMENT,
          "gaps");

  private final OpenArea area;
  private final List<Project.Layer> layers;
  private final String language;
  private final Styles styles;

  ProjectThemes(OpenArea area, List<Project.Layer> layers, String language) {
    this.area = area;
    this.layers = layers;
    this.language = language;
    styles = area.exports().styles();
  }

  List<Theme> all() {
    List<Theme> all = new ArrayList<>(main());
    add(all, new Text("缺口", "Gaps"), Set.of("gaps"));
    add(all, new Text("腾退空间", "Freed space"), Set.of("freed_spaces", "sites"));
    add(all, new Text("候选点", "Candidates"), Set.of("candidates"));
    add(all, new Text("围墙与出入口", "Walls and gates"), Set.of("walls", "gates"));
    for (Variant variant : requirements(area, language)) {
      String title = say("覆盖率 ", "Coverage ") + variant.title();
      addTheme(all, title, Set.of(BY_REQUIREMENT), variant.title());
    }
    return all;
  }

  /** The styles of {@link #BY_REQUIREMENT}, by the order of the standard. */
  static List<Variant> requirements(OpenArea area, String language) {
    List<Variant> variants = new ArrayList<>();
    for (Requirement requirement : area.standard().requirements()) {
      String where = "\"requirement\" = '" + requirement.id() + "'";
      Text tier = tier(requirement.tier());
      String name = tier.in(language) + " · " + requirement.name().in(language);
      variants.add(new Variant(name, where));
    }
    return variants;
  }

  /** Names repeat from tier to tier; figures of one width keep the tiers in order in a menu. */
  private static Text tier(Tier tier) {
    return tier == Tier.BLOCK
        ? new Text("街坊", "block")
        : new Text("%2s 分钟".formatted(tier.code()), "%2s min".formatted(tier.code()));
  }

  private List<Theme> main() {
    List<String> after = new ArrayList<>();
    List<String> before = new ArrayList<>();
    List<String> change = new ArrayList<>();
    for (Project.Layer layer : layers) {
      boolean old = layer.group().equals(BEFORE);
      boolean twice = area.scenario() != null && CHANGEABLE.contains(layer.look());
      boolean difference = layer.look().equals("coverage_change");
      boolean coverage = layer.look().startsWith("coverage");
      if (styles.isShown(layer.look())) {
        if (!old && !difference) {
          after.add(layer.id());
        }
        if (old || (!twice && !difference)) {
          before.add(layer.id());
        }
        if (difference || (!old && !coverage)) {
          change.add(layer.id());
        }
      }
    }
    return area.scenario() == null
        ? List.of(new Theme(say("现状", "Today"), true, after, ""))
        : List.of(
            new Theme(say("改造前", "Before"), true, before, ""),
            new Theme(say("改造后", "After"), true, after, ""),
            new Theme(say("变化", "Change"), false, change, ""));
  }

  private void add(List<Theme> themes, Text title, Set<String> shown) {
    addTheme(themes, title.in(language), shown, "");
  }

  /** A map of these and what they stand on, if there is any of them. */
  private void addTheme(List<Theme> themes, String title, Set<String> shown, String variant) {
    Predicate<Project.Layer> wanted =
        layer -> !layer.group().equals(BEFORE) && shown.contains(layer.look());
    if (layers.stream().anyMatch(wanted)) {
      List<String> ids =
          layers.stream().filter(wanted.or(this::isBase)).map(Project.Layer::id).toList();
      themes.add(new Theme(title, false, ids, variant));
    }
  }

  private boolean isBase(Project.Layer layer) {
    return layer.group().equals("base") && styles.isShown(layer.look());
  }

  private String say(String zh, String en) {
    return new Text(zh, en).in(language);
  }
}
