package org.lifecircle.report.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A whole map: frame, grid ticks and their CRS, layers, names, and beneath them legend, inset,
 * scale bar and north arrow, where they cover nothing.
 */
final class MapSheet implements Drawing {

  private static final double LEFT = 30;
  private static final double RIGHT = 4;
  private static final double TOP = 4;
  private static final double TICKS = 12;
  private static final double STRIP_GAP = 6;
  private static final double BESIDE_LEGEND = 92;

  /** A second, small map in the strip. */
  record Inset(Envelope ground, List<MapLayer> layers, String words) {}

  private final double width;
  private final double height;
  private final String description;
  private final String crs;
  private final Typeface typeface;
  private final Palette palette;
  private final Legend legend;
  private final List<MapLayer> layers;
  private final List<Labels.Wanted> names = new ArrayList<>();
  private final MapView view;
  private final double strip;
  private @Nullable Inset inset;

  MapSheet(
      double width,
      double height,
      Envelope ground,
      List<MapLayer> layers,
      Legend legend,
      String crs,
      String description,
      Typeface typeface,
      Palette palette,
      @Nullable Inset inset) {
    this.width = width;
    this.height = height;
    this.description = description;
    this.crs = crs;
    this.typeface = typeface;
    this.palette = palette;
    this.legend = legend;
    this.layers = List.copyOf(layers);
    this.inset = inset;
    strip = Math.max(inset == null ? 44 : 96, legend.height(typeface, legendWidth()) + 4);
    Rectangle2D frame =
        new Rectangle2D.Double(
            LEFT, TOP, width - LEFT - RIGHT, height - TOP - TICKS - STRIP_GAP - strip);
    view = MapView.of(ground, frame);
  }

  private double legendWidth() {
    return width - LEFT - BESIDE_LEGEND - (inset == null ? 0 : 118);
  }

  MapView view() {
    return view;
  }

  /** Adds a name; the heavier are placed first. */
  void name(String text, double x, double y, double size, double weight) {
    names.add(new Labels.Wanted(typeface.settable(text), x, y, size, weight, 80));
  }

  @Override
  public double widthPoints() {
    return width;
  }

  @Override
  public double heightPoints() {
    return height;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public void draw(Graphics2D graphics) {
    Ink ink = new Ink(graphics, typeface);
    Color black = palette.colour("paper.ink");
    ink.within(
        view.frame(),
        () -> {
          layers.forEach(layer -> layer.draw(ink, view));
          Labels.draw(
              ink,
              Labels.place(names, view.frame(), List.of(), typeface),
              palette.colour("compounds.label"),
              palette.colour("paper.halo"));
        });
    GridTicks.draw(ink, view, black);
    ink.line(view.frame(), black, 0.7);
    double top = view.frame().getMaxY() + TICKS + STRIP_GAP;
    legend.draw(ink, LEFT, top, legendWidth(), black);
    double right = width - RIGHT;
    double barLeft = right - BESIDE_LEGEND + 8;
    NorthArrow.draw(ink, right - 8, top + 8, 22, black);
    ScaleBar.draw(ink, view, barLeft, top + 12, BESIDE_LEGEND - 34, black);
    ink.text(typeface.fitting(crs, 6, BESIDE_LEGEND), barLeft, top + 38, 6, black);
    if (inset != null) {
      draw(ink, inset, new Rectangle2D.Double(barLeft - 122, top, 112, strip - 10), black);
    }
  }

  private static void draw(Ink ink, Inset inset, Rectangle2D frame, Color black) {
    MapView small = MapView.of(inset.ground(), frame);
    ink.within(frame, () -> inset.layers().forEach(layer -> layer.draw(ink, small)));
    ink.line(frame, black, 0.6);
    String scale = " 1 : " + String.format(java.util.Locale.ROOT, "%.0f", small.denominator());
    String words = ink.typeface().fitting(inset.words(), 6, 70) + scale;
    ink.text(words, frame.getX(), frame.getMaxY() + 7.5, 6, black);
  }
}
