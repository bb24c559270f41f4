package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.model.Access;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Feature;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Obstacle;
import org.lifecircle.model.OpenSpace;
import org.lifecircle.model.Path;
import org.lifecircle.model.Status;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.lifecircle.walk.Things.Role;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygonal;

/** Turns the layers of an area into things and their lines, ready to be noded together. */
final class Survey {

  private final StudyArea area;
  private final Tolerances rules;
  private final Frame frame;
  private final Things things = new Things();
  private final Linework linework;
  private final GatePlaces gatePlaces;
  private final CompoundMap compounds;
  private final Map<Integer, Path> paths = new HashMap<>();
  private final List<Geometry> grounds = new ArrayList<>();

  Survey(StudyArea area, Tolerances rules) {
    this.area = area;
    this.rules = rules;
    frame = Frame.around(extent(area));
    linework = new Linework(frame);
    gatePlaces = new GatePlaces(area, rules.gateMetres());
    compounds = new CompoundMap(area);
    area.compounds().forEach(this::addCompound);
    area.openSpaces().forEach(this::addOpenSpace);
    area.buildings().forEach(this::addBuilding);
    area.illegalStructures().forEach(this::addStructure);
    area.obstacles().forEach(this::addObstacle);
    area.walls().forEach(this::addWall);
    addStrips();
    area.paths().forEach(this::addPath);
  }

  private static Envelope extent(StudyArea area) {
    Envelope extent = new Envelope(area.boundary().getEnvelopeInternal());
    for (Layer layer : Layer.values()) {
      for (Feature feature : area.layer(layer)) {
        extent.expandToInclude(feature.geometry().getEnvelopeInternal());
      }
    }
    return extent;
  }

  private void addCompound(Compound compound) {
    addArea(Role.GROUND, Layer.COMPOUNDS, compound.id(), Things.FIXED, compound.geometry());
    grounds.add(compound.geometry());
  }

  private void addOpenSpace(OpenSpace space) {
    addArea(Role.GROUND, Layer.OPEN_SPACES, space.id(), Things.FIXED, space.geometry());
    grounds.add(space.geometry());
  }

  private void addBuilding(Building building) {
    addArea(Role.SOLID, Layer.BUILDINGS, building.id(), Things.FIXED, building.geometry());
  }

  private void addStructure(IllegalStructure structure) {
    if (structure.blocksGround()) {
      int number = things.removable(Layer.ILLEGAL_STRUCTURES, structure.id());
      addArea(Role.SOLID, Layer.ILLEGAL_STRUCTURES, structure.id(), number, structure.geometry());
    }
  }

  private void addObstacle(Obstacle obstacle) {
    if (obstacle.geometry() instanceof Polygonal) {
      addArea(Role.SOLID, Layer.OBSTACLES, obstacle.id(), Things.FIXED, obstacle.geometry());
    } else {
      int thing = things.add(Role.BARRIER, Layer.OBSTACLES, obstacle.id(), Things.FIXED, false);
      linework.add(thing, withGates(obstacle));
    }
  }

  private void addWall(Wall wall) {
    if (!wall.standing()) {
      return;
    }
    int number = wall.removable() ? things.removable(Layer.WALLS, wall.id()) : Things.FIXED;
    int thing = things.add(Role.BARRIER, Layer.WALLS, wall.id(), number, wall.inferred());
    linework.add(thing, withGates(wall));
  }

  private Geometry withGates(Feature barrier) {
    return barrier.geometry() instanceof LineString line
        ? gatePlaces.withGates(barrier, line)
        : barrier.geometry();
  }

  /** The ground that what has gone, or can go, leaves behind. */
  private void addStrips() {
    Map<Feature, Geometry> bare = new LinkedHashMap<>();
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.position() != StructurePosition.ROOFTOP) {
        bare.put(structure, Strips.bare(structure));
      }
    }
    for (Wall wall : area.walls()) {
      if (wall.removable() || !wall.standing()) {
        bare.put(wall, Strips.bare(wall));
      }
    }
    List<Geometry> all = new ArrayList<>(grounds);
    all.addAll(bare.values());
    Strips strips = new Strips(all, rules.gapMetres());
    List<Feature> features = List.copyOf(bare.keySet());
    List<Geometry> closed = bare.values().parallelStream().map(strips::closed).toList();
    for (int i = 0; i < closed.size(); i++) {
      addStrip(features.get(i), closed.get(i));
    }
  }

  private void addStrip(Feature feature, Geometry strip) {
    boolean wall = feature instanceof Wall;
    Layer layer = wall ? Layer.WALLS : Layer.ILLEGAL_STRUCTURES;
    boolean gone =
        wall
            ? !((Wall) feature).standing()
            : ((IllegalStructure) feature).status() == Status.DEMOLISHED;
    int number = gone ? Things.FIXED : things.removable(layer, feature.id());
    addArea(gone ? Role.GROUND : Role.STRIP, layer, feature.id(), number, strip);
  }

  private void addPath(Path path) {
    if (path.onGround() && path.access() != Access.CLOSED) {
      int thing = things.add(Role.PATH, Layer.PATHS, path.id(), Things.FIXED, false);
      paths.put(thing, path);
      linework.add(thing, withGates(path));
    }
  }

  private void addArea(Role role, Layer layer, String id, int removable, Geometry geometry) {
    linework.add(things.add(role, layer, id, removable, false), geometry);
  }

  StudyArea area() {
    return area;
  }

  Tolerances rules() {
    return rules;
  }

  Frame frame() {
    return frame;
  }

  Things things() {
    return things;
  }

  Linework linework() {
    return linework;
  }

  GatePlaces gatePlaces() {
    return gatePlaces;
  }

  CompoundMap compounds() {
    return compounds;
  }

  /** By thing: the paths on the ground that anybody may use. */
  Map<Integer, Path> paths() {
    return paths;
  }
}
