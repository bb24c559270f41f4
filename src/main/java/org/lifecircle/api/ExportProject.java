package org.lifecircle.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lifecircle.io.OutputCrs;
import org.lifecircle.io.qgis.Project;
import org.lifecircle.io.qgis.Project.Group;
import org.lifecircle.io.qgis.Project.Theme;
import org.lifecircle.io.qgis.ProjectFile;
import org.lifecircle.io.qgis.Styles;
import org.lifecircle.model.Text;
import org.lifecircle.store.Crs;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.GeoPackageFile;
import org.locationtech.jts.geom.Envelope;

/**
 * Writes a QGIS project: all layers with their styles in groups. Under a scenario what it changes
 * is there twice, and the maps before and after stand beside each other.
 */
final class ExportProject {

  private static final String BEFORE = "before";

  /** What a scenario may change, and what changes with it on the map. */
  private static final Set<String> CHANGEABLE =
      Set.of(
          "walls",
          "gates",
          "illegal_structures",
          "facilities",
          "paths",
          "coverage_compounds",
          "coverage_buildings");

  private final OpenArea area;
  private final List<ExportLayer> chosen;
  private final OutputCrs crs;
  private final String language;
  private final Styles styles;
  private final List<FeatureTable> tables = new ArrayList<>();
  private final List<Project.Layer> layers = new ArrayList<>();

  ExportProject(OpenArea area, List<ExportLayer> chosen, OutputCrs crs, String language) {
    this.area = area;
    this.chosen = chosen;
    this.crs = crs;
    this.language = language;
    styles = area.exports().styles();
  }

  void write(Path file) throws IOException {
    for (ExportLayer layer : chosen) {
      add(layer, layer.id(), styles.group(layer.id()).orElse("base"), "");
    }
    if (area.scenario() != null) {
      List<String> ids = chosen.stream().map(ExportLayer::id).toList();
      for (ExportLayer layer : ExportLayers.of(area.baseline(), language)) {
        if (CHANGEABLE.contains(layer.id()) && ids.contains(layer.id())) {
          add(layer, BEFORE + "_" + layer.id(), BEFORE, say("（改造前）", " (before)"));
        }
      }
    }
    Path data = Files.createTempFile("lifecircle-export", ".gpkg");
    try {
      Crs written = new Crs(crs.code(), crs.definition());
      GeoPackageFile.write(data, written, tables, area.stored().imported().at());
      ProjectFile.write(file, project(), styles, data);
    } finally {
      Files.deleteIfExists(data);
    }
  }

  private void add(ExportLayer layer, String table, String group, String more) {
    FeatureTable rows = layer.featureTable(crs);
    List<Integer> dimensions = layer.table().dimensions();
    if (dimensions.isEmpty() || styles.group(layer.id()).isEmpty()) {
      return; // there is nothing to see
    }
    tables.add(new FeatureTable(table, rows.title(), rows.columns(), rows.rows()));
    for (int dimension : dimensions) {
      boolean part = dimensions.size() > 1;
      String title = layer.title().in(language) + more + (part ? kind(dimension) : "");
      String id = "lifecircle_" + table + "_" + dimension;
      layers.add(new Project.Layer(id, layer.id(), table, title, part, dimension, group));
    }
  }

  private String kind(int dimension) {
    return switch (dimension) {
      case 0 -> say("（点）", " (points)");
      case 1 -> say("（线）", " (lines)");
      default -> say("（面）", " (areas)");
    };
  }

  private Project project() {
    Envelope view = crs.moved(area.area().boundary()).getEnvelopeInternal();
    OpenScenario scenario = area.scenario();
    String name = area.area().profile().name().in(language);
    String title = scenario == null ? name : name + " · " + scenario.whole().name();
    List<Group> groups = new ArrayList<>();
    groups.add(new Group("features", say("要素", "Features"), true));
    groups.add(new Group("results", say("分析结果", "Results"), true));
    if (scenario != null) {
      groups.add(new Group(BEFORE, say("改造前", "Before"), true));
    }
    groups.add(new Group("base", say("底图", "Base"), true));
    return new Project(
        title, about(), crs.code(), crs.definition(), view, layers, groups, themes(), language);
  }

  /** The maps: as it is; or before, after, and what changes. */
  private List<Theme> themes() {
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
        ? List.of(new Theme(say("现状", "Today"), after))
        : List.of(
            new Theme(say("改造前", "Before"), before),
            new Theme(say("改造后", "After"), after),
            new Theme(say("变化", "Change"), change));
  }

  private String about() {
    String approval = area.settings().map().approval();
    return say(
            "数据版本 %s · 标准 %s · 覆盖率按距离、规划步速 · %s",
            "Dataset version %s · standard %s · coverage by metres, at the planning pace · %s")
        .formatted(area.version(), area.standard().id(), crs.code())
        .concat(approval.isBlank() ? "" : " · " + say("审图号：", "Map approval: ") + approval);
  }

  private String say(String zh, String en) {
    return new Text(zh, en).in(language);
  }
}
