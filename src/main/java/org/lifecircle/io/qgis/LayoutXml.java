package org.lifecircle.io.qgis;

import java.util.List;
import java.util.UUID;
import org.lifecircle.io.qgis.Project.Layer;
import org.lifecircle.io.qgis.Project.Theme;
import org.locationtech.jts.geom.Envelope;

/** Writes a print layout on A3: a map for each theme beside each other, legend, scale, north. */
final class LayoutXml {

  private static final double PAGE_WIDTH = 420;
  private static final double PAGE_HEIGHT = 297;
  private static final double MARGIN = 10;
  private static final double TOP = 36;
  private static final double LEGEND_WIDTH = 72;
  private static final double MIN_MAP_HEIGHT = 100;
  private static final double MAX_MAP_HEIGHT = 232;
  private static final int PAGE = 65638;
  private static final int MAP = 65639;
  private static final int PICTURE = 65640;
  private static final int LABEL = 65641;
  private static final int LEGEND = 65642;
  private static final int SCALE_BAR = 65646;
  private static final String INK = "34,40,45,255";

  private final Project project;
  private final List<Layer> layers;
  private int items;
  private double mapHeight = MAX_MAP_HEIGHT;

  LayoutXml(Project project, List<Layer> layers) {
    this.project = project;
    this.layers = layers;
  }

  void write(Xml xml) {
    xml.open("Layout", "name", project.title(), "units", "mm", "printResolution", 300);
    xml.open("PageCollection");
    item(xml, PAGE, 0, 0, PAGE_WIDTH, PAGE_HEIGHT, "frame", false).close();
    xml.close();
    List<Theme> themes = project.printed();
    int maps = themes.size();
    double width = (PAGE_WIDTH - 2 * MARGIN - LEGEND_WIDTH - maps * 4) / maps;
    Envelope view = project.view();
    if (view.getWidth() > 0) {
      double wanted = width * view.getHeight() / view.getWidth();
      mapHeight = Math.max(MIN_MAP_HEIGHT, Math.min(MAX_MAP_HEIGHT, wanted));
    }
    label(xml, project.title(), MARGIN, 8, PAGE_WIDTH - 2 * MARGIN, 12, 22);
    String first = "";
    for (int i = 0; i < maps; i++) {
      Theme theme = themes.get(i);
      double left = MARGIN + i * (width + 4);
      label(xml, theme.title(), left, 24, width, 9, 14);
      String id = map(xml, theme, left, width);
      first = i == 0 ? id : first;
      picture(xml, left + width - 16, TOP + 4);
    }
    legend(xml, first, PAGE_WIDTH - MARGIN - LEGEND_WIDTH);
    scaleBar(xml, first);
    label(xml, project.about(), MARGIN + 120, TOP + mapHeight + 6, 280, 8, 9);
    xml.close();
  }

  private static String uuid(int number) {
    return "{" + new UUID(0x6c696665L, number) + "}"; // the same for the same project
  }

  private Xml item(Xml xml, int type, double x, double y, double w, double h, Object... more) {
    items++;
    String position = x + "," + y + ",mm";
    Object[] usual = {
      "type",
      type,
      "uuid",
      uuid(items),
      "templateUuid",
      uuid(items),
      "position",
      position,
      "positionOnPage",
      position,
      "size",
      w + "," + h + ",mm",
      "zValue",
      type == PAGE ? 0 : items,
      "visibility",
      1,
      "opacity",
      1,
      "outlineWidthM",
      "0.2,mm"
    };
    Object[] all = new Object[usual.length + more.length];
    System.arraycopy(usual, 0, all, 0, usual.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    xml.open("LayoutItem", all);
    xml.empty("FrameColor", "red", 139, "green", 136, "blue", 127, "alpha", 255);
    xml.empty("BackgroundColor", "red", 255, "green", 255, "blue", 255, "alpha", 255);
    return xml;
  }

  private void label(Xml xml, String text, double x, double y, double w, double h, int points) {
    item(
        xml,
        LABEL,
        x,
        y,
        w,
        h,
        "labelText",
        text,
        "frame",
        false,
        "background",
        false,
        "halign",
        1,
        "valign",
        128,
        "marginX",
        0,
        "marginY",
        0,
        "htmlState",
        0);
    xml.empty("LabelFont", "description", font(points), "style", "");
    xml.empty("FontColor", "red", 34, "green", 40, "blue", 45, "alpha", 255);
    xml.close();
  }

  private static String font(int points) {
    return StyleXml.FONTS.get(0) + "," + points + ",-1,5,50,0,0,0,0,0";
  }

  private String map(Xml xml, Theme theme, double left, double width) {
    item(
        xml,
        MAP,
        left,
        TOP,
        width,
        mapHeight,
        "frame",
        true,
        "background",
        true,
        "followPreset",
        true,
        "followPresetName",
        theme.title(),
        "keepLayerSet",
        false,
        "mapRotation",
        0,
        "drawCanvasItems",
        true,
        "labelMargin",
        "0,mm");
    Envelope view = fitted(width / mapHeight);
    xml.empty(
        "Extent",
        "xmin",
        view.getMinX(),
        "ymin",
        view.getMinY(),
        "xmax",
        view.getMaxX(),
        "ymax",
        view.getMaxY());
    xml.empty("LayerSet");
    xml.close();
    return uuid(items);
  }

  /** The view made as wide or high as the paper is. */
  private Envelope fitted(double ratio) {
    Envelope view = new Envelope(project.view());
    view.expandBy(view.getWidth() * 0.03, view.getHeight() * 0.03);
    double wider = view.getHeight() * ratio - view.getWidth();
    double higher = view.getWidth() / ratio - view.getHeight();
    view.expandBy(Math.max(0, wider) / 2, Math.max(0, higher) / 2);
    return view;
  }

  private void picture(Xml xml, double x, double y) {
    String file = ":/images/north_arrows/layout_default_north_arrow.svg";
    item(
        xml,
        PICTURE,
        x,
        y,
        12,
        12,
        "file",
        file,
        "mode",
        2,
        "frame",
        false,
        "background",
        false,
        "svgFillColor",
        INK,
        "svgBorderColor",
        INK,
        "resizeMode",
        0);
    xml.close();
  }

  private void legend(Xml xml, String map, double x) {
    item(
        xml,
        LEGEND,
        x,
        TOP,
        LEGEND_WIDTH,
        MAX_MAP_HEIGHT,
        "map_uuid",
        map,
        "frame",
        false,
        "background",
        true,
        "title",
        "",
        "resizeToContents",
        1,
        "columnCount",
        1,
        "symbolWidth",
        6,
        "symbolHeight",
        3.4,
        "boxSpace",
        1,
        "lineSpacing",
        0.8,
        "symbolAlignment",
        1);
    xml.open("styles");
    for (String style : List.of("title", "group", "subgroup", "symbol", "symbolLabel")) {
      boolean heading = style.equals("subgroup");
      xml.open(
          "style",
          "name",
          style,
          "indent",
          0,
          "alignment",
          1,
          "marginTop",
          heading ? 2.4 : 1.1,
          "marginLeft",
          style.equals("symbolLabel") ? 2 : 0);
      xml.empty("styleFont", "description", font(heading ? 9 : 8), "style", "").close();
    }
    xml.close();
    xml.open("layer-tree-group");
    Theme theme = project.opening();
    for (Layer layer : layers) {
      if (theme.layers().contains(layer.id())) {
        xml.open(
            "layer-tree-layer",
            "id",
            layer.id(),
            "name",
            layer.title(),
            "providerKey",
            layer.source().provider(),
            "checked",
            "Qt::Checked",
            "expanded",
            1,
            "source",
            "");
        xml.close();
      }
    }
    xml.close().close();
  }

  private void scaleBar(Xml xml, String map) {
    item(
        xml,
        SCALE_BAR,
        MARGIN,
        TOP + mapHeight + 4,
        90,
        12,
        "mapUuid",
        map,
        "frame",
        false,
        "background",
        false,
        "style",
        "Single Box",
        "unitType",
        "meters",
        "unitLabel",
        "m",
        "numUnitsPerSegment",
        100,
        "numMapUnitsPerScaleBarUnit",
        1,
        "numSegments",
        4,
        "numSegmentsLeft",
        0,
        "segmentSizeMode",
        0,
        "height",
        2,
        "boxContentSpace",
        1,
        "labelBarSpace",
        2,
        "numSubdivisions",
        1,
        "subdivisionsHeight",
        1.5,
        "alignment",
        0,
        "outlineWidth",
        0.2,
        "minBarWidth",
        50,
        "maxBarWidth",
        150);
    xml.open(
        "text-style",
        "fontFamily",
        StyleXml.FONTS.get(0),
        "fontSize",
        8,
        "fontSizeUnit",
        "Point",
        "textColor",
        INK,
        "textOpacity",
        1,
        "namedStyle",
        "Regular");
    xml.close();
    xml.empty("strokeColor", "red", 34, "green", 40, "blue", 45, "alpha", 255);
    xml.empty("fillColor", "red", 34, "green", 40, "blue", 45, "alpha", 255);
    xml.empty("fillColor2", "red", 255, "green", 255, "blue", 255, "alpha", 255);
    xml.close();
  }
}
