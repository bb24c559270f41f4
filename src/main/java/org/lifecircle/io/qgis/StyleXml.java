package org.lifecircle.io.qgis;

import java.util.List;
import java.util.Locale;
import org.lifecircle.io.qgis.LayerLook.By;
import org.lifecircle.io.qgis.LayerLook.Category;
import org.lifecircle.io.qgis.LayerLook.Classes;
import org.lifecircle.io.qgis.LayerLook.Label;
import org.lifecircle.io.qgis.Symbol.Kind;

/** Writes the look of a layer as QGIS has it: renderer, labels, scales. */
final class StyleXml {

  static final String VERSION = "3.22.16-Białowieża";

  /** With Chinese in them; the first that a machine has is taken. */
  static final List<String> FONTS =
      List.of("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC");

  /** Nearer to zero than this a share is none. */
  private static final double NOTHING = 0.0005;

  private final LayerLook look;
  private final Kind kind;
  private final String language;
  private final String tiles;

  StyleXml(LayerLook look, Kind kind, String language) {
    this(look, kind, language, "");
  }

  /**
   * A writer.
   *
   * @param tiles which layer of vector tiles it is for; empty for features that come one by one
   */
  StyleXml(LayerLook look, Kind kind, String language, String tiles) {
    this.look = look;
    this.kind = kind;
    this.language = language;
    this.tiles = tiles;
  }

  /** As it stands by itself, beside a table of a GeoPackage. */
  String document() {
    Xml xml = new Xml();
    xml.add("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n");
    writeElement(xml);
    return xml.toString();
  }

  /** The same as part of another document. */
  void writeElement(Xml xml) {
    xml.open(
        "qgis",
        "version",
        VERSION,
        "styleCategories",
        "Symbology|Labeling|Rendering",
        "labelsEnabled",
        isLabelled() ? 1 : 0,
        "hasScaleBasedVisibilityFlag",
        look.fromScale() == null ? 0 : 1,
        "minScale",
        minScale(),
        "maxScale",
        0);
    write(xml);
    xml.close();
  }

  boolean isLabelled() {
    return look.label() != null && tiles.isEmpty();
  }

  /** The smallest map it is drawn on. */
  int minScale() {
    Integer fromScale = look.fromScale();
    return fromScale == null ? 100_000_000 : fromScale;
  }

  /** Its parts, for a document of another kind. */
  void write(Xml xml) {
    if (!tiles.isEmpty()) {
      new TileStyleXml(look, kind, language, tiles).write(xml);
    } else if (look.by() != null) {
      categories(xml, look.by());
    } else if (look.classes() != null) {
      ranges(xml, look.classes());
    } else {
      renderer(xml, "singleSymbol").open("symbols");
      SymbolXml.write(xml, "0", look.symbol(), kind);
      end(xml);
    }
    if (look.label() != null && tiles.isEmpty()) {
      label(xml, look.label());
    }
  }

  private static Xml renderer(Xml xml, String type, Object... more) {
    Object[] attributes = new Object[8 + more.length];
    Object[] usual = {"type", type, "forceraster", 0, "symbollevels", 0, "enableorderby", 0};
    System.arraycopy(usual, 0, attributes, 0, 8);
    System.arraycopy(more, 0, attributes, 8, more.length);
    return xml.open("renderer-v2", attributes);
  }

  private static void end(Xml xml) {
    xml.close().empty("rotation").empty("sizescale").close();
  }

  private void categories(Xml xml, By by) {
    renderer(xml, "categorizedSymbol", "attr", by.expression()).open("categories");
    List<Category> categories = by.categories();
    for (int i = 0; i < categories.size(); i++) {
      Category category = categories.get(i);
      xml.empty(
          "category",
          "render",
          true,
          "symbol",
          i,
          "type",
          "string",
          "value",
          category.value(),
          "label",
          category.title().in(language));
    }
    xml.close().open("symbols");
    for (int i = 0; i < categories.size(); i++) {
      SymbolXml.write(xml, String.valueOf(i), categories.get(i).symbol(), kind);
    }
    end(xml);
  }

  private void ranges(Xml xml, Classes classes) {
    renderer(xml, "graduatedSymbol", "attr", classes.column(), "graduatedMethod", "GraduatedColor")
        .open("ranges");
    List<Palette.Step> steps = classes.steps();
    for (int i = 0; i < steps.size(); i++) {
      Palette.Step step = steps.get(i);
      boolean signed = steps.get(0).from() < 0;
      xml.empty(
          "range",
          "render",
          true,
          "symbol",
          i,
          "lower",
          lower(step, signed),
          "upper",
          upper(step, signed),
          "label",
          title(step, signed));
    }
    xml.close().open("symbols");
    for (int i = 0; i < steps.size(); i++) {
      Symbol symbol = look.symbol().coloured(steps.get(i).colour());
      SymbolXml.write(xml, String.valueOf(i), symbol, kind);
    }
    end(xml);
  }

  static double lower(Palette.Step step, boolean signed) {
    return signed && step.from() == 0 ? (step.to() == 0 ? -NOTHING : NOTHING) : step.from();
  }

  static double upper(Palette.Step step, boolean signed) {
    return signed && step.to() == 0 ? (step.from() == 0 ? NOTHING : -NOTHING) : step.to();
  }

  static String title(Palette.Step step, boolean signed) {
    if (step.from() == step.to()) {
      return percent(step.from(), signed) + " %";
    }
    return percent(step.from(), signed) + " … " + percent(step.to(), signed) + " %";
  }

  private static String percent(double share, boolean signed) {
    String form = signed && share != 0 ? "%+.0f" : "%.0f";
    return String.format(Locale.ROOT, form, 100 * share).replace('-', '−');
  }

  private void label(Xml xml, Label label) {
    xml.open("labeling", "type", "simple").open("settings", "calloutType", "simple");
    xml.open(
        "text-style",
        "fieldName",
        label.field(),
        "isExpression",
        label.expression() ? 1 : 0,
        "fontFamily",
        FONTS.get(0),
        "namedStyle",
        "Regular",
        "fontSize",
        label.sizePoints(),
        "fontSizeUnit",
        "Point",
        "textColor",
        SymbolXml.rgba(label.colour()),
        "textOpacity",
        1,
        "multilineHeight",
        1);
    xml.open("families");
    for (String family : FONTS) {
      xml.empty("family", "name", family);
    }
    xml.close();
    xml.empty(
        "text-buffer",
        "bufferDraw",
        1,
        "bufferSize",
        0.8,
        "bufferSizeUnits",
        "MM",
        "bufferColor",
        SymbolXml.rgba(label.halo()),
        "bufferOpacity",
        1,
        "bufferJoinStyle",
        128);
    xml.close();
    xml.empty("text-format", "wrapChar", "", "autoWrapLength", 0, "multilineAlign", 3);
    if (kind == Kind.MARKER) {
      xml.empty("placement", "placement", 6, "dist", 0.6, "distUnits", "MM", "offsetType", 1);
    } else {
      xml.empty("placement", "placement", kind == Kind.LINE ? 2 : 1, "priority", 5);
    }
    Integer fromScale = label.fromScale();
    xml.empty(
        "rendering",
        "scaleVisibility",
        fromScale == null ? 0 : 1,
        "scaleMin",
        1,
        "scaleMax",
        fromScale == null ? 0 : fromScale,
        "obstacle",
        1,
        "drawLabels",
        1);
    xml.close().close();
  }
}
