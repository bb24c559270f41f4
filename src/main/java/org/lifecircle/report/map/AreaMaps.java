package org.lifecircle.report.map;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Feature;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.report.map.Legend.Sign;
import org.lifecircle.report.map.MapSheet.Inset;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The maps of a report.
 *
 * @param say the words of a legend by their keys
 */
public record AreaMaps(
    StudyArea area,
    WalkingRules rules,
    Palette palette,
    Typeface typeface,
    Function<String, String> say) {

  /** Of an A4 page within its margins. */
  public static final double PAGE_WIDTH = 482;

  private static final double SMALL_WIDTH = 236;
  private static final double NAME = 6.2;

  private AreaLayers layers() {
    return new AreaLayers(area, rules, palette);
  }

  private String word(String key) {
    return typeface.settable(say.apply(key));
  }

  private Envelope whole() {
    Envelope ground = new Envelope(area.boundary().getEnvelopeInternal());
    if (ground.isNull()) {
      area.compounds().forEach(c -> ground.expandToInclude(c.geometry().getEnvelopeInternal()));
    }
    ground.expandBy(Math.max(10, 0.01 * Math.max(ground.getWidth(), ground.getHeight())));
    return ground;
  }

  /** How high a map of this ground is when it fills the page's width, within limits. */
  private static double height(Envelope ground, double least, double most) {
    double ratio = ground.getHeight() / Math.max(1, ground.getWidth());
    return Math.max(least, Math.min(most, (PAGE_WIDTH - 34) * ratio + 70));
  }

  private MapSheet sheet(
      double height,
      Envelope ground,
      List<MapLayer> drawn,
      Legend legend,
      String description,
      @Nullable Inset inset) {
    return new MapSheet(
        PAGE_WIDTH,
        height,
        ground,
        drawn,
        legend,
        area.profile().crs(),
        description,
        typeface,
        palette,
        inset);
  }

  private void nameCompounds(MapSheet sheet) {
    for (Compound compound : area.compounds()) {
      String name = compound.name();
      if (sheet.view().shows(compound.geometry()) && !compound.geometry().isEmpty()) {
        var at = sheet.view().point(compound.geometry());
        sheet.name(
            name == null || name.isBlank() ? compound.id() : name,
            at.getX(),
            at.getY(),
            NAME,
            compound.geometry().getArea());
      }
    }
  }

  /** Compounds by how much of what people are owed they have. */
  public Drawing combined(Map<String, Double> shares, String description, double most) {
    Legend legend = new Legend();
    shareLegend(legend);
    legend.add(Sign.LINE, palette.colour("walls.removable"), word("legend.wall"));
    legend.add(Sign.DASHED, palette.colour("paper.boundary"), word("legend.boundary"));
    AreaLayers layers = layers();
    List<MapLayer> drawn =
        List.of(
            layers.ground(),
            layers.compounds(compound -> colour(shares.get(compound.id()))),
            layers.buildings(),
            layers.buildingOutlines(),
            layers.compoundOutlines(),
            layers.walls());
    MapSheet sheet = sheet(height(whole(), 250, most), whole(), drawn, legend, description, null);
    nameCompounds(sheet);
    return sheet;
  }

  private @Nullable Color colour(@Nullable Double share) {
    return share == null ? null : palette.share(share);
  }

  private void shareLegend(Legend legend) {
    for (int step = 0; step < 5; step++) {
      Color colour = palette.share((step + 0.5) / 5);
      legend.add(Sign.AREA, colour, step * 20 + "–" + (step + 1) * 20 + " %");
    }
    legend.add(Sign.AREA, palette.colour("share.no_data"), word("legend.no_people"));
  }

  /** Small maps of coverage, on ground that is drawn once. */
  public CoverageMaps coverage() {
    Envelope ground = whole();
    double ratio = ground.getHeight() / ground.getWidth();
    double height = Math.max(140, Math.min(184, SMALL_WIDTH * ratio + 24));
    MapView view = MapView.of(ground, SmallMap.frame(SMALL_WIDTH, height));
    AreaLayers layers = layers();
    return new CoverageMaps(
        view,
        layers,
        new SmallMap.Part(view, List.of(layers.ground()), false, typeface, palette),
        new SmallMap.Part(
            view, List.of(layers.buildingOutlines(), layers.walls()), false, typeface, palette),
        typeface,
        palette);
  }

  /** What the colours of {@link #coverage()} mean. */
  public Drawing coverageLegend(String description) {
    Legend legend = new Legend();
    shareLegend(legend);
    legend.add(
        Sign.DOT,
        palette.colour("facilities.education"),
        palette.colour("paper.halo"),
        word("legend.facility"));
    legend.add(Sign.LINE, palette.colour("walls.removable"), word("legend.wall"));
    return new LegendOnly(PAGE_WIDTH, legend, description, typeface, palette);
  }

  /** Walls, gates and structures. */
  public Drawing barriers(String description, double most) {
    Legend legend = new Legend();
    barrierLegend(legend);
    AreaLayers layers = layers();
    List<MapLayer> drawn =
        List.of(
            layers.ground(),
            layers.buildings(),
            layers.buildingOutlines(),
            layers.structures(),
            layers.walls(),
            layers.gates());
    MapSheet sheet = sheet(height(whole(), 250, most), whole(), drawn, legend, description, null);
    nameCompounds(sheet);
    return sheet;
  }

  private void barrierLegend(Legend legend) {
    legend.add(Sign.LINE, palette.colour("walls.removable"), word("legend.wall"));
    legend.add(Sign.DASHED, palette.colour("walls.fixed"), word("legend.wall_fixed"));
    if (area.walls().stream().anyMatch(wall -> !wall.standing())) {
      legend.add(Sign.DASHED, palette.colour("walls.down"), word("legend.wall_down"));
    }
    Color halo = palette.colour("paper.halo");
    legend.add(Sign.DOT, palette.colour("gates.public"), halo, word("gate.public"));
    legend.add(Sign.DIAMOND, palette.colour("gates.residents"), halo, word("gate.residents"));
    legend.add(Sign.SQUARE, palette.colour("gates.closed"), halo, word("gate.closed"));
    legend.add(
        Sign.AREA,
        palette.colour("illegal_structures.fill"),
        palette.colour("illegal_structures.outline"),
        word("legend.structure"));
  }

  /** Ground that is freed; the largest piece enlarged beside it. */
  public Drawing freedSpace(
      List<Geometry> spaces, List<? extends Feature> gone, String description, double most) {
    Color fill = palette.colour("freed_spaces.fill");
    Color outline = palette.colour("freed_spaces.outline");
    Legend legend =
        new Legend()
            .add(Sign.AREA, fill, outline, word("legend.freed"))
            .add(Sign.LINE, palette.colour("changes.gone"), word("legend.gone"));
    AreaLayers layers = layers();
    List<MapLayer> drawn =
        List.of(
            layers.ground(),
            layers.buildings(),
            layers.buildingOutlines(),
            layers.compoundOutlines(),
            AreaLayers.shapes(spaces, fill, outline, 0.3),
            AreaLayers.lines(gone, palette.colour("changes.gone"), 0.6));
    Inset inset = null;
    Geometry largest = null;
    for (Geometry space : spaces) {
      if (largest == null || space.getArea() > largest.getArea()) {
        largest = space;
      }
    }
    if (largest != null) {
      Envelope detail = new Envelope(largest.getEnvelopeInternal());
      detail.expandBy(15);
      inset = new Inset(detail, drawn, word("legend.largest"));
    }
    MapSheet sheet = sheet(height(whole(), 280, most), whole(), drawn, legend, description, inset);
    nameCompounds(sheet);
    return sheet;
  }

  /** Compounds by how many more of their people are served, with what is changed. */
  public Drawing difference(
      Map<String, Double> differences,
      List<Geometry> gone,
      List<Geometry> made,
      String description,
      double most) {
    Legend legend = new Legend();
    String[] steps = {"< -50", "-50 – 0", "0", "0 – +50", "> +50"};
    double[] inside = {-0.75, -0.25, 0, 0.25, 0.75};
    for (int i = 0; i < steps.length; i++) {
      legend.add(
          Sign.AREA, palette.difference(inside[i]), steps[i] + " " + word("legend.percent_points"));
    }
    Color goneColour = palette.colour("changes.gone");
    Color madeColour = palette.colour("changes.made");
    legend.add(Sign.LINE, goneColour, word("legend.gone"));
    legend.add(Sign.DOT, madeColour, word("legend.made"));
    AreaLayers layers = layers();
    List<MapLayer> drawn = new ArrayList<>();
    drawn.add(layers.ground());
    drawn.add(
        layers.compounds(
            compound -> {
              Double difference = differences.get(compound.id());
              return difference == null
                  ? palette.colour("difference.no_data")
                  : palette.difference(difference);
            }));
    drawn.add(layers.buildings());
    drawn.add(layers.buildingOutlines());
    drawn.add(layers.compoundOutlines());
    drawn.add(layers.walls());
    drawn.add(AreaLayers.shapes(gone, goneColour, goneColour, 1.6));
    drawn.add(
        (ink, view) -> {
          for (Geometry geometry : made) {
            if (geometry.getDimension() == 1) {
              ink.line(view.shape(geometry), madeColour, 1.6);
            } else if (view.shows(geometry)) {
              var at = view.point(geometry);
              ink.fill(Ink.dot(at.getX(), at.getY(), 3.4), madeColour);
              ink.line(Ink.dot(at.getX(), at.getY(), 3.4), palette.colour("paper.halo"), 0.6);
            }
          }
        });
    MapSheet sheet = sheet(height(whole(), 250, most), whole(), drawn, legend, description, null);
    nameCompounds(sheet);
    return sheet;
  }

  /** One compound with its surroundings, and where it is in the area. */
  public Drawing compound(Compound compound, List<String> kinds, String description, double most) {
    Envelope ground = new Envelope(compound.geometry().getEnvelopeInternal());
    ground.expandBy(Math.max(25, 0.15 * Math.max(ground.getWidth(), ground.getHeight())));
    Legend legend = new Legend();
    barrierLegend(legend);
    Color facility = palette.colour("facilities.education");
    legend.add(Sign.DOT, facility, palette.colour("paper.halo"), word("legend.facility"));
    AreaLayers layers = layers();
    Color selected = palette.colour("selected");
    MapLayer outline =
        AreaLayers.shapes(List.of(compound.geometry().getBoundary()), selected, selected, 1.4);
    List<MapLayer> drawn =
        List.of(
            layers.ground(),
            layers.buildings(),
            layers.buildingOutlines(),
            layers.structures(),
            outline,
            layers.walls(),
            layers.facilities(kinds, facility),
            layers.gates());
    List<MapLayer> overview =
        List.of(
            layers.ground(),
            layers.compoundOutlines(),
            AreaLayers.shapes(List.of(compound.geometry()), selected, selected, 0.6));
    Inset inset = new Inset(whole(), overview, word("legend.where"));
    MapSheet sheet = sheet(height(ground, 300, most), ground, drawn, legend, description, inset);
    nameCompounds(sheet);
    return sheet;
  }
}
