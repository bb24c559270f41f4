package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.BitSet;
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
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.lifecircle.walk.Things.Role;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygonal;

/**
 * Turns the layers of an area into things and their lines, ready to be noded together. What has
 * been taken down already is surveyed as if it stood, and is gone today: so that a network of the
 * files in which something is down is the what-if in which it was taken down.
 */
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
  private final BitSet gone = new BitSet();

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
    if (structure.position() != StructurePosition.ROOFTOP) {
      int number = things.removable(Layer.ILLEGAL_STRUCTURES, structure.id());
      addArea(Role.SOLID, Layer.ILLEGAL_STRUCTURES, structure.id(), number, structure.geometry());
      gone.set(number, !structure.blocksGround());
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
    int number = canBeGone(wall) ? things.removable(Layer.WALLS, wall.id()) : Things.FIXED;
    int thing = things.add(Role.BARRIER, Layer.WALLS, wall.id(), number, wall.inferred());
    linework.add(thing, withGates(wall));
    if (!wall.standing()) {
      gone.set(number);
    }
  }

  private static boolean canBeGone(Wall wall) {
    return wall.removable() || !wall.standing();
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
      if (canBeGone(wall)) {
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
    Layer layer = feature instanceof Wall ? Layer.WALLS : Layer.ILLEGAL_STRUCTURES;
    addArea(Role.STRIP, layer, feature.id(), things.removable(layer, feature.id()), strip);
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

  /** The removables that are down already. */
  BitSet gone() {
    return gone;
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
