package org.lifecircle.report.map;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Obstacle;
import org.lifecircle.model.OpenSpace;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.Status;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Geometry;

/** The layers of a study area as they are drawn. */
final class AreaLayers {

  private final StudyArea area;
  private final WalkingRules rules;
  private final Palette palette;

  AreaLayers(StudyArea area, WalkingRules rules, Palette palette) {
    this.area = area;
    this.rules = rules;
    this.palette = palette;
  }

  private Color colour(String meaning) {
    return palette.colour(meaning);
  }

  /** The ground: inside and outside of the area, open spaces, water and what is closed, paths. */
  MapLayer ground() {
    return (ink, view) -> {
      ink.fill(view.frame(), colour("paper.outside"));
      ink.fill(view.shape(area.boundary()), colour("paper.inside"));
      for (Compound compound : area.compounds()) {
        if (view.shows(compound.geometry())) {
          ink.fill(view.shape(compound.geometry()), colour("compounds.fill"));
        }
      }
      for (OpenSpace space : area.openSpaces()) {
        if (view.shows(space.geometry())) {
          ink.fill(view.shape(space.geometry()), colour("open_spaces." + space.kind().code()));
        }
      }
      for (Obstacle obstacle : area.obstacles()) {
        if (view.shows(obstacle.geometry())) {
          Color colour = colour("obstacles." + obstacle.kind().code());
          if (obstacle.geometry().getDimension() == 2) {
            ink.fill(view.shape(obstacle.geometry()), colour);
          } else {
            ink.line(view.shape(obstacle.geometry()), colour, 0.8);
          }
        }
      }
      paths(ink, view);
      ink.line(view.shape(area.boundary()), colour("paper.boundary"), 0.7, 5f, 2f, 1f, 2f);
    };
  }

  /** First all casings, then all paths, so that streets join where they cross. */
  private void paths(Ink ink, MapView view) {
    for (boolean casing : new boolean[] {true, false}) {
      for (var path : area.paths()) {
        if (!view.shows(path.geometry())) {
          continue;
        }
        double width = Math.max(0.35, view.points(rules.widthMetres(path)));
        boolean steps = path.kind() == PathKind.STEPS;
        if (casing) {
          ink.line(view.shape(path.geometry()), colour("paths.casing"), width + 0.5);
        } else if (steps) {
          ink.line(view.shape(path.geometry()), colour("paths.steps"), width, 0.8f, 0.6f);
        } else {
          ink.line(view.shape(path.geometry()), colour("paths.ground"), width);
        }
      }
    }
  }

  /** All buildings, in one colour. */
  MapLayer buildings() {
    return buildings(building -> null);
  }

  /** Buildings in the colour of each; null is that of a building nothing is said of. */
  MapLayer buildings(Function<Building, @Nullable Color> colours) {
    return (ink, view) -> {
      Map<Integer, Path2D> byColour = new TreeMap<>();
      Color plain = colour("buildings.fill");
      for (Building building : area.buildings()) {
        if (view.shows(building.geometry())) {
          Color own = colours.apply(building);
          Color fill = own == null ? plain : own;
          Path2D path =
              byColour.computeIfAbsent(
                  fill.getRGB(), rgb -> new Path2D.Double(Path2D.WIND_EVEN_ODD));
          view.append(path, building.geometry());
        }
      }
      byColour.forEach((rgb, path) -> ink.fill(path, new Color(rgb)));
    };
  }

  MapLayer buildingOutlines() {
    return (ink, view) -> {
      Path2D outlines = new Path2D.Double();
      for (Building building : area.buildings()) {
        if (view.shows(building.geometry())) {
          view.append(outlines, building.geometry());
        }
      }
      ink.line(outlines, colour("buildings.outline"), Math.min(0.3, view.points(0.4)));
    };
  }

  MapLayer compoundOutlines() {
    return (ink, view) -> {
      for (Compound compound : area.compounds()) {
        if (view.shows(compound.geometry())) {
          ink.line(view.shape(compound.geometry()), colour("compounds.outline"), 0.5);
        }
      }
    };
  }

  /** Compounds in the colour of each. */
  MapLayer compounds(Function<Compound, @Nullable Color> colours) {
    return (ink, view) -> {
      for (Compound compound : area.compounds()) {
        Color own = colours.apply(compound);
        if (view.shows(compound.geometry())) {
          ink.fill(view.shape(compound.geometry()), own == null ? colour("share.no_data") : own);
        }
      }
    };
  }

  MapLayer walls() {
    return (ink, view) -> {
      double width = Math.max(0.7, Math.min(1.4, view.points(1)));
      for (Wall wall : area.walls()) {
        if (!view.shows(wall.geometry())) {
          continue;
        }
        if (!wall.standing()) {
          ink.line(view.shape(wall.geometry()), colour("walls.down"), width * 0.7, 1.5f, 1.5f);
        } else if (wall.removable()) {
          ink.line(view.shape(wall.geometry()), colour("walls.removable"), width);
        } else {
          ink.line(view.shape(wall.geometry()), colour("walls.fixed"), width, 3f, 1f);
        }
      }
    };
  }

  MapLayer structures() {
    return (ink, view) -> {
      for (IllegalStructure structure : area.illegalStructures()) {
        if (view.shows(structure.geometry()) && structure.status() == Status.STANDING) {
          Path2D shape = view.shape(structure.geometry());
          ink.fill(shape, colour("illegal_structures.fill"));
          ink.line(shape, colour("illegal_structures.outline"), 0.25);
        }
      }
    };
  }

  MapLayer gates() {
    return (ink, view) -> {
      double radius = Math.max(1.3, Math.min(2.6, view.points(3)));
      for (var gate : area.gates()) {
        if (view.shows(gate.geometry())) {
          double x = view.x(gate.geometry().getX());
          double y = view.y(gate.geometry().getY());
          var shape =
              switch (gate.access()) {
                case PUBLIC -> Ink.dot(x, y, radius);
                case RESIDENTS -> Ink.diamond(x, y, radius * 1.2);
                case CLOSED -> Ink.square(x, y, radius * 0.85);
              };
          ink.fill(shape, colour("gates." + gate.access().code()));
          ink.line(shape, colour("paper.halo"), 0.35);
        }
      }
    };
  }

  /** Facilities of these kinds, as dots. */
  MapLayer facilities(List<String> kinds, Color colour) {
    return (ink, view) -> {
      double radius = Math.max(1.8, Math.min(3, view.points(6)));
      for (var facility : area.facilities()) {
        if (kinds.contains(facility.kind()) && view.shows(facility.geometry())) {
          var at = view.point(facility.geometry());
          var shape = Ink.dot(at.getX(), at.getY(), radius);
          ink.fill(shape, colour);
          ink.line(shape, colour("paper.halo"), 0.5);
        }
      }
    };
  }

  /** Any shapes in one colour. */
  static MapLayer shapes(List<? extends Geometry> shapes, Color fill, Color outline, double width) {
    return (ink, view) -> {
      for (Geometry geometry : shapes) {
        if (view.shows(geometry)) {
          Path2D shape = view.shape(geometry);
          if (geometry.getDimension() == 2) {
            ink.fill(shape, fill);
          }
          ink.line(shape, outline, width);
        }
      }
    };
  }

  /** Lines in one colour, as wide as can be seen. */
  static MapLayer lines(List<? extends Feature> features, Color colour, double width) {
    List<Geometry> shapes = features.stream().map(Feature::geometry).toList();
    return shapes(shapes, colour, colour, width);
  }
}
