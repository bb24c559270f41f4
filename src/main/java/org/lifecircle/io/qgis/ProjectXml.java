package org.lifecircle.io.qgis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lifecircle.io.qgis.Project.Group;
import org.lifecircle.io.qgis.Project.Layer;
import org.lifecircle.io.qgis.Project.Theme;
import org.lifecircle.io.qgis.Project.Variant;
import org.lifecircle.io.qgis.Symbol.Kind;
import org.locationtech.jts.geom.Envelope;

/** Writes a project as QGIS 3.22 has it, with no more than it needs. */
final class ProjectXml {

  private static final String[] GEOMETRY = {"Point", "Line", "Polygon"};

  private final Project project;
  private final Styles styles;
  private final List<Layer> uppermostFirst;

  ProjectXml(Project project, Styles styles) {
    this.project = project;
    this.styles = styles;
    List<String> order = styles.looks().stream().map(LayerLook::id).toList();
    uppermostFirst = new ArrayList<>(project.layers());
    // Points lie on lines, lines on areas, where a layer has several.
    uppermostFirst.sort(
        Comparator.comparingInt((Layer layer) -> order.indexOf(layer.look()))
            .thenComparingInt(Layer::dimension)
            .thenComparing(Layer::id));
  }

  String document() {
    Xml xml = new Xml();
    xml.add("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n");
    xml.open("qgis", "version", StyleXml.VERSION, "projectname", project.title());
    xml.text("title", project.title());
    crs(xml, "projectCrs", project.crs(), project.definition());
    tree(xml);
    canvas(xml);
    xml.open("projectlayers");
    uppermostFirst.forEach(layer -> layer(xml, layer));
    xml.close();
    xml.open("properties").open("Paths").text("Absolute", false, "type", "bool").close();
    xml.open("SpatialRefSys").text("ProjectionsEnabled", 1, "type", "int").close().close();
    themes(xml);
    xml.open("Layouts");
    new LayoutXml(project, uppermostFirst).write(xml);
    xml.close();
    xml.open("ProjectViewSettings", "UseProjectScales", 0, "rotation", 0);
    Envelope view = project.view();
    xml.open(
        "DefaultViewExtent",
        "xmin",
        view.getMinX(),
        "ymin",
        view.getMinY(),
        "xmax",
        view.getMaxX(),
        "ymax",
        view.getMaxY());
    spatialReference(xml, project.crs(), project.definition());
    return xml.close().close().close().toString();
  }

  private static void crs(Xml xml, String name, String code, String definition) {
    xml.open(name);
    spatialReference(xml, code, definition);
    xml.close();
  }

  private static void spatialReference(Xml xml, String code, String definition) {
    xml.open("spatialrefsys").text("wkt", definition).text("authid", code).close();
  }

  private void tree(Xml xml) {
    xml.open("layer-tree-group");
    for (Group group : project.groups()) {
      xml.open("layer-tree-group", "name", group.title(), "checked", checked(group.shown()));
      for (Layer layer : uppermostFirst) {
        if (layer.group().equals(group.id())) {
          treeLayer(xml, layer);
        }
      }
      xml.close();
    }
    // What is drawn over what goes across the groups.
    xml.open("custom-order", "enabled", 1);
    uppermostFirst.forEach(layer -> xml.text("item", layer.id()));
    xml.close().close();
  }

  private void treeLayer(Xml xml, Layer layer) {
    boolean shown = project.opening().layers().contains(layer.id());
    xml.open(
        "layer-tree-layer",
        "name",
        layer.title(),
        "id",
        layer.id(),
        "source",
        layer.source().uri(),
        "providerKey",
        layer.source().provider(),
        "checked",
        checked(shown),
        "expanded",
        0);
    xml.close();
  }

  private static String checked(boolean shown) {
    return shown ? "Qt::Checked" : "Qt::Unchecked";
  }

  private void canvas(Xml xml) {
    Envelope view = project.view();
    xml.open("mapcanvas", "name", "theMapCanvas", "annotationsVisible", 1);
    xml.text("units", "meters");
    extent(xml, view);
    xml.text("rotation", 0);
    crs(xml, "destinationsrs", project.crs(), project.definition());
    xml.close();
  }

  private static void extent(Xml xml, Envelope view) {
    xml.open("extent");
    xml.text("xmin", view.getMinX()).text("ymin", view.getMinY());
    xml.text("xmax", view.getMaxX()).text("ymax", view.getMaxY());
    xml.close();
  }

  private void layer(Xml xml, Layer layer) {
    Source source = layer.source();
    StyleXml style = style(layer, layer.style(""));
    xml.open(
        "maplayer",
        "type",
        source.isTiled() ? "vector-tile" : "vector",
        "geometry",
        GEOMETRY[layer.dimension()],
        "labelsEnabled",
        style.isLabelled() ? 1 : 0,
        "hasScaleBasedVisibilityFlag",
        look(layer).fromScale() == null ? 0 : 1,
        "minScale",
        style.minScale(),
        "maxScale",
        0,
        "styleCategories",
        "AllStyleCategories");
    xml.text("id", layer.id());
    xml.text("datasource", source.uri());
    xml.text("layername", layer.title());
    crs(xml, "srs", source.crs(), source.definition());
    xml.text("provider", source.provider(), "encoding", "UTF-8");
    styleNames(xml, layer);
    style.write(xml);
    xml.text("blendMode", 0).text("featureBlendMode", 0).text("layerOpacity", 1);
    xml.close();
  }

  private LayerLook look(Layer layer) {
    return styles
        .findLook(layer.look())
        .orElseThrow(() -> new IllegalArgumentException(layer.look()));
  }

  private StyleXml style(Layer layer, String name) {
    LayerLook look = look(layer);
    for (Variant variant : layer.variants()) {
      if (variant.title().equals(name)) {
        look = look.only(variant.where());
      }
    }
    Kind kind = Kind.ofDimension(layer.dimension());
    return new StyleXml(look, kind, project.language(), layer.source().tiles());
  }

  /** All its styles; the one it wears is that of the layer itself. */
  private void styleNames(Xml xml, Layer layer) {
    String worn = layer.style("");
    xml.open("map-layer-style-manager", "current", worn);
    xml.empty("map-layer-style", "name", worn);
    for (Variant variant : layer.variants()) {
      if (!variant.title().equals(worn)) {
        xml.open("map-layer-style", "name", variant.title());
        style(layer, variant.title()).writeElement(xml);
        xml.close();
      }
    }
    xml.close();
  }

  private void themes(Xml xml) {
    xml.open("visibility-presets");
    for (Theme theme : project.themes()) {
      xml.open("visibility-preset", "name", theme.title(), "has-expanded-info", 0);
      for (Layer layer : uppermostFirst) {
        if (theme.layers().contains(layer.id())) {
          String style = layer.style(theme.variant());
          xml.empty("layer", "id", layer.id(), "visible", 1, "style", style, "expanded", 0);
        }
      }
      xml.close();
    }
    xml.close();
  }
}
