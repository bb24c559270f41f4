package org.lifecircle.io.qgis;

import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;
import org.lifecircle.io.qgis.Symbol.Kind;

/** Writes symbols as QGIS has them. */
final class SymbolXml {

  private static final String INK = "#22282d";

  /** Of an area that stands for what is mostly a point: the ground shows through. */
  private static final double GROUND = 0.25;

  private static final double STRIPES_MM = 1.1;

  private SymbolXml() {}

  /** A symbol for geometries of this kind. */
  static void write(Xml xml, String name, Symbol symbol, Kind kind) {
    String type =
        switch (kind) {
          case MARKER -> "marker";
          case LINE -> "line";
          case FILL -> "fill";
        };
    xml.open(
        "symbol",
        "type",
        type,
        "name",
        name,
        "alpha",
        kind == Kind.FILL && symbol.fill() == null ? GROUND * symbol.opacity() : symbol.opacity(),
        "clip_to_extent",
        1,
        "force_rhr",
        0);
    switch (kind) {
      case MARKER -> marker(xml, symbol);
      case LINE -> line(xml, symbol);
      case FILL -> fill(xml, symbol, name);
    }
    xml.close();
  }

  private static void marker(Xml xml, Symbol symbol) {
    layer(xml, "SimpleMarker");
    option(xml, "name", symbol.shape());
    option(xml, "color", rgba(first(symbol.marker(), symbol.fill(), symbol.line())));
    option(xml, "outline_color", rgba(requireNonNullElse(symbol.outline(), INK)));
    option(xml, "outline_style", symbol.outline() == null ? "no" : "solid");
    option(xml, "outline_width", symbol.widthMm());
    option(xml, "outline_width_unit", "MM");
    option(xml, "size", symbol.sizeMm());
    option(xml, "size_unit", "MM");
    end(xml);
  }

  private static void line(Xml xml, Symbol symbol) {
    String colour = rgba(first(symbol.line(), symbol.fill(), symbol.marker()));
    layer(xml, "SimpleLine");
    option(xml, "line_color", colour);
    option(xml, "line_style", symbol.dash().replace('_', ' '));
    option(xml, "line_width", symbol.widthMm());
    option(xml, "line_width_unit", "MM");
    option(xml, "capstyle", symbol.dash().equals("solid") ? "round" : "flat");
    option(xml, "joinstyle", "round");
    end(xml);
  }

  private static void fill(Xml xml, Symbol symbol, String name) {
    String colour = first(symbol.fill(), symbol.line(), symbol.marker());
    String outline = requireNonNullElse(symbol.outline(), colour);
    layer(xml, "SimpleFill");
    option(xml, "color", rgba(colour));
    option(xml, "style", symbol.hatch() ? "no" : "solid");
    option(xml, "outline_color", rgba(outline));
    option(xml, "outline_style", symbol.dash().replace('_', ' '));
    option(xml, "outline_width", symbol.widthMm());
    option(xml, "outline_width_unit", "MM");
    option(xml, "joinstyle", "bevel");
    end(xml);
    if (symbol.hatch()) {
      stripes(xml, symbol, colour, name);
    }
  }

  private static void stripes(Xml xml, Symbol symbol, String colour, String name) {
    xml.open("layer", "class", "LinePatternFill", "enabled", 1, "locked", 0, "pass", 0);
    xml.open("Option", "type", "Map");
    option(xml, "angle", 45);
    option(xml, "color", rgba(colour));
    option(xml, "distance", STRIPES_MM);
    option(xml, "distance_unit", "MM");
    option(xml, "line_width", 2 * symbol.widthMm());
    option(xml, "line_width_unit", "MM");
    xml.close();
    xml.open("symbol", "type", "line", "name", "@" + name + "@1", "alpha", 1, "clip_to_extent", 1);
    layer(xml, "SimpleLine");
    option(xml, "line_color", rgba(colour));
    option(xml, "line_width", 2 * symbol.widthMm());
    option(xml, "line_width_unit", "MM");
    end(xml);
    xml.close();
    xml.close();
  }

  private static void layer(Xml xml, String type) {
    xml.open("layer", "class", type, "enabled", 1, "locked", 0, "pass", 0);
    xml.open("Option", "type", "Map");
  }

  private static void end(Xml xml) {
    xml.close().close();
  }

  static void option(Xml xml, String name, Object value) {
    xml.empty("Option", "type", "QString", "name", name, "value", value);
  }

  private static String first(@Nullable String... colours) {
    for (String colour : colours) {
      if (colour != null) {
        return colour;
      }
    }
    return INK;
  }

  /** As QGIS writes colours: red, green, blue and opacity. */
  static String rgba(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return (rgb >> 16) + "," + (rgb >> 8 & 0xff) + "," + (rgb & 0xff) + ",255";
  }
}
