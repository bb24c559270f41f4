package org.lifecircle.io.qgis;

import java.util.List;
import org.lifecircle.io.qgis.LayerLook.By;
import org.lifecircle.io.qgis.LayerLook.Category;
import org.lifecircle.io.qgis.LayerLook.Classes;
import org.lifecircle.io.qgis.Symbol.Kind;

/**
 * Writes the look of a layer for vector tiles as QGIS has it: a list of symbols, each with the
 * condition of what it is for. None of the layers that come as tiles has labels, so none are
 * written.
 */
final class TileStyleXml {

  private final LayerLook look;
  private final Kind kind;
  private final String language;
  private final String layer;

  TileStyleXml(LayerLook look, Kind kind, String language, String layer) {
    this.look = look;
    this.kind = kind;
    this.language = language;
    this.layer = layer;
  }

  void write(Xml xml) {
    xml.open("renderer", "type", "basic").open("styles");
    By by = look.by();
    Classes classes = look.classes();
    if (by != null) {
      for (Category category : by.categories()) {
        String where = "(" + by.expression() + ") = '" + category.value() + "'";
        style(xml, category.title().in(language), where, category.symbol());
      }
    } else if (classes != null) {
      ranges(xml, classes);
    } else {
      style(xml, "", "", look.symbol());
    }
    xml.close().close();
  }

  /** Ends belong to two classes; it is the first that counts, as in layers of features. */
  private void ranges(Xml xml, Classes classes) {
    List<Palette.Step> steps = classes.steps();
    boolean signed = steps.get(0).from() < 0;
    double before = Double.NaN;
    for (Palette.Step step : steps) {
      double lower = StyleXml.lower(step, signed);
      double upper = StyleXml.upper(step, signed);
      String where =
          "(%s) %s %s AND (%s) <= %s"
              .formatted(
                  classes.column(), lower == before ? ">" : ">=", lower, classes.column(), upper);
      Symbol symbol = look.symbol().coloured(step.colour());
      style(xml, StyleXml.title(step, signed), where, symbol);
      before = upper;
    }
  }

  private void style(Xml xml, String title, String where, Symbol symbol) {
    xml.open(
        "style",
        "name",
        title,
        "layer",
        layer,
        "geometry",
        kind.dimension(),
        "enabled",
        1,
        "expression",
        where,
        "min-zoom",
        -1,
        "max-zoom",
        -1);
    xml.open("symbols");
    SymbolXml.write(xml, "0", symbol, kind);
    xml.close().close();
  }
}
