package org.lifecircle.report.map;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * One of many maps side by side: its title above, a scale bar inside, the legend told once. Ground
 * and walls are the same on all of them.
 *
 * @param beneath the part that all share
 * @param layers of this one
 * @param above the part that all share
 */
record SmallMap(
    MapView view,
    Part beneath,
    List<MapLayer> layers,
    Part above,
    List<MapLayer> signs,
    String title,
    String figures,
    String description,
    Typeface typeface,
    Palette palette)
    implements Drawing {

  private static final double HEAD = 21;

  /** The frame of a map this large. */
  static Rectangle2D frame(double width, double height) {
    return new Rectangle2D.Double(0.5, HEAD, width - 1, height - HEAD - 1);
  }

  @Override
  public double widthPoints() {
    return view.frame().getMaxX() + 0.5;
  }

  @Override
  public double heightPoints() {
    return view.frame().getMaxY() + 1;
  }

  @Override
  public void draw(Graphics2D graphics) {
    parts().forEach(part -> part.draw(graphics));
  }

  @Override
  public List<Drawing> parts() {
    return List.of(
        beneath,
        new Part(view, layers, false, typeface, palette),
        above,
        new Part(view, signs, true, typeface, palette).under(this));
  }

  private void head(Ink ink) {
    Color black = palette.colour("paper.ink");
    ink.text(typeface.fitting(title, 8, widthPoints()), 0, 8, 8, black);
    ink.text(typeface.fitting(figures, 6.5, widthPoints()), 0, 17, 6.5, black);
  }

  /** Some layers of a map; framed ones have a frame, scale bar and north arrow around them. */
  static final class Part implements Drawing {
    private final MapView view;
    private final List<MapLayer> layers;
    private final boolean framed;
    private final Typeface typeface;
    private final Palette palette;
    private final List<SmallMap> headed;

    Part(MapView view, List<MapLayer> layers, boolean framed, Typeface typeface, Palette palette) {
      this(view, layers, framed, typeface, palette, List.of());
    }

    private Part(
        MapView view,
        List<MapLayer> layers,
        boolean framed,
        Typeface typeface,
        Palette palette,
        List<SmallMap> headed) {
      this.view = view;
      this.layers = List.copyOf(layers);
      this.framed = framed;
      this.typeface = typeface;
      this.palette = palette;
      this.headed = headed;
    }

    private Part under(SmallMap map) {
      return new Part(view, layers, framed, typeface, palette, List.of(map));
    }

    @Override
    public double widthPoints() {
      return view.frame().getMaxX() + 0.5;
    }

    @Override
    public double heightPoints() {
      return view.frame().getMaxY() + 1;
    }

    @Override
    public String description() {
      return "";
    }

    @Override
    public void draw(Graphics2D graphics) {
      Ink ink = new Ink(graphics, typeface);
      headed.forEach(map -> map.head(ink));
      ink.within(view.frame(), () -> layers.forEach(layer -> layer.draw(ink, view)));
      if (framed) {
        frame(ink);
      }
    }

    private void frame(Ink ink) {
      Color black = palette.colour("paper.ink");
      Rectangle2D frame = view.frame();
      double bar = view.points(ScaleBar.metres(view, 50));
      Rectangle2D plate = new Rectangle2D.Double(frame.getX(), frame.getMaxY() - 22, bar + 22, 22);
      ink.fill(plate, new Color(255, 255, 255, 215));
      ScaleBar.draw(ink, view, frame.getX() + 5, frame.getMaxY() - 12, 50, black);
      NorthArrow.draw(ink, frame.getMaxX() - 8, frame.getY() + 10, 13, black);
      ink.line(frame, black, 0.5);
    }
  }
}
