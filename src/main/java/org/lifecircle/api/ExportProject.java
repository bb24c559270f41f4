package org.lifecircle.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.io.OutputCrs;
import org.lifecircle.io.qgis.Project;
import org.lifecircle.io.qgis.Project.Group;
import org.lifecircle.io.qgis.Project.Variant;
import org.lifecircle.io.qgis.ProjectFile;
import org.lifecircle.io.qgis.Source;
import org.lifecircle.io.qgis.Styles;
import org.lifecircle.model.Text;
import org.lifecircle.store.Crs;
import org.lifecircle.store.FeatureTable;
import org.lifecircle.store.GeoPackageFile;
import org.locationtech.jts.geom.Envelope;

/**
 * Writes a QGIS project: all layers with their styles in groups, from a running server or with
 * their data in the file. Under a scenario what it changes is there twice, and the maps before and
 * after stand beside each other.
 */
final class ExportProject {

  private static final String BEFORE = ProjectThemes.BEFORE;

  /**
   * What a server gives as tiles: coverage has a row for every requirement, and candidates take
   * long to find, so neither should be fetched before it is shown. Both are areas.
   */
  private static final Set<String> TILED = Set.of(ProjectThemes.BY_REQUIREMENT, "candidates");

  private static final List<Integer> AREAS = List.of(2);

  private final OpenArea area;
  private final List<ExportLayer> chosen;
  private final OutputCrs crs;
  private final String language;
  private final @Nullable String server;
  private final Styles styles;
  private final List<FeatureTable> tables = new ArrayList<>();
  private final List<Project.Layer> layers = new ArrayList<>();

  /**
   * A writer.
   *
   * @param server address of the area or scenario that layers are read from; null puts them into
   *     the file
   */
  ExportProject(
      OpenArea area,
      List<ExportLayer> chosen,
      OutputCrs crs,
      String language,
      @Nullable String server) {
    this.area = area;
    this.chosen = chosen;
    this.crs = crs;
    this.language = language;
    this.server = server;
    styles = area.exports().styles();
  }

  void write(Path file) throws IOException {
    for (ExportLayer layer : chosen) {
      add(layer, styles.group(layer.id()).orElse("base"));
    }
    if (area.scenario() != null) {
      List<String> ids = chosen.stream().map(ExportLayer::id).toList();
      for (ExportLayer layer : ExportLayer.of(area.baseline())) {
        if (ProjectThemes.CHANGEABLE.contains(layer.id()) && ids.contains(layer.id())) {
          add(layer, BEFORE);
        }
      }
    }
    if (server != null) {
      ProjectFile.write(file, project(), styles, null);
      return;
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

  private void add(ExportLayer layer, String group) {
    boolean tiled = server != null && TILED.contains(layer.id());
    List<Integer> dimensions = tiled ? AREAS : layer.table().dimensions();
    if (dimensions.isEmpty() || styles.group(layer.id()).isEmpty()) {
      return; // there is nothing to see
    }
    boolean old = group.equals(BEFORE);
    String table = old ? BEFORE + "_" + layer.id() : layer.id();
    if (server == null) {
      FeatureTable rows = layer.featureTable(crs);
      tables.add(new FeatureTable(table, rows.title(), rows.columns(), rows.rows()));
    }
    boolean mixed = dimensions.size() > 1;
    List<Variant> variants =
        layer.id().equals(ProjectThemes.BY_REQUIREMENT)
            ? ProjectThemes.requirements(area, language)
            : List.of();
    for (int dimension : dimensions) {
      String title =
          layer.title().in(language)
              + (old ? say("（改造前）", " (before)") : "")
              + (mixed ? kind(dimension) : "");
      String id = "lifecircle_" + table + "_" + dimension;
      Source source = source(layer.id(), table, old, dimension, mixed);
      layers.add(new Project.Layer(id, layer.id(), title, source, dimension, group, variants));
    }
  }

  private Source source(String id, String table, boolean old, int dimension, boolean mixed) {
    if (server == null) {
      return Source.ofTable(table, crs.code(), crs.definition(), dimension, mixed);
    }
    String base = old ? server.replaceFirst("/scenarios/[^/]+$", "") : server;
    return TILED.contains(id)
        ? Source.ofTiles(base, id, TileGrid.FINEST)
        : Source.ofCollection(base, id, dimension, mixed);
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
    return new Project(
        title,
        about(),
        crs.code(),
        crs.definition(),
        view,
        layers,
        groups(),
        new ProjectThemes(area, layers, language).all(),
        language);
  }

  private List<Group> groups() {
    boolean twice = area.scenario() != null;
    String after = twice ? say("改造后：", "After: ") : "";
    List<Group> groups = new ArrayList<>();
    groups.add(new Group("features", after + say("要素", "Features"), true));
    groups.add(new Group("results", after + say("分析结果", "Results"), true));
    if (twice) {
      groups.add(new Group(BEFORE, say("改造前", "Before"), true));
    }
    groups.add(new Group("base", say("底图", "Base"), true));
    return groups;
  }

  private String about() {
    String approval = area.settings().map().approval();
    String data =
        server == null
            ? say("数据版本 ", "Dataset version ") + area.version()
            : say("数据来自 ", "Data of ") + server;
    return data.concat(
            say(
                    " · 标准 %s · 覆盖率按距离、规划步速 · %s",
                    " · standard %s · coverage by metres, at the planning pace · %s")
                .formatted(area.standard().id(), crs.code()))
        .concat(approval.isBlank() ? "" : " · " + say("审图号：", "Map approval: ") + approval);
  }

  private String say(String zh, String en) {
    return new Text(zh, en).in(language);
  }
}
