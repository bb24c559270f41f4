package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Obstacle;
import org.lifecircle.model.OpenSpace;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/**
 * The ground of a study area, what stays on it, and what a demolition takes from it; looked at
 * through windows, so that no overlay is ever larger than a few houses.
 */
final class Room {

  private final PreparedGeometry boundary;
  private final Nearby<Geometry> ground = new Nearby<>();
  private final Nearby<Geometry> solids = new Nearby<>();
  private final Nearby<Geometry> carriageways = new Nearby<>();
  private final Nearby<Thing> removed = new Nearby<>();
  private final Nearby<Compound> compounds = new Nearby<>();
  private final List<Thing> things = new ArrayList<>();

  private Room(StudyArea area) {
    this.boundary = PreparedGeometryFactory.prepare(area.boundary());
  }

  static Room of(StudyArea area, Demolition demolition, FreedSpaceRules rules, Notebook notebook) {
    Room room = new Room(area);
    room.layGround(area);
    for (Building building : area.buildings()) {
      room.addSolid(building.geometry());
    }
    for (Obstacle obstacle : area.obstacles()) {
      room.addSolid(notebook.of(obstacle, () -> Footprints.of(obstacle)));
    }
    for (OpenSpace space : area.openSpaces()) {
      if (space.isProtected()) {
        room.addSolid(space.geometry());
      }
    }
    Footprints.carriageways(area.paths(), rules.streetWidthMetres(), notebook)
        .forEach(carriageway -> room.carriageways.add(carriageway, carriageway));
    room.addRemovable(area, demolition, notebook);
    return room;
  }

  /** What the demolition takes from the ground, sorted by id. */
  List<Thing> things() {
    return things;
  }

  List<Compound> compoundsIn(Envelope box) {
    return compounds.in(box);
  }

  List<Thing> thingsIn(Envelope box) {
    return removed.in(box);
  }

  /** What stays, piece by piece: standing things, carriageways, and what is no ground. */
  List<Geometry> takenIn(Envelope box) {
    List<Geometry> taken = new ArrayList<>(solids.in(box));
    taken.addAll(carriageways.in(box));
    Window window = Window.of(box);
    Geometry outside = Areas.minus(window.local(box), groundIn(window));
    if (!outside.isEmpty()) {
      taken.add(window.world(outside));
    }
    return taken;
  }

  /** What goes, thing by thing, buildings and carriageways beneath included. */
  List<Geometry> goingIn(Envelope box) {
    return removed.in(box).stream().map(Thing::footprint).toList();
  }

  /** What stays and feet cannot enter: all that is taken but carriageways and the outside. */
  List<Geometry> solidsIn(Envelope box) {
    return solids.in(box);
  }

  private Geometry groundIn(Window window) {
    Geometry all = Areas.rectangle(window.box());
    if (boundary.covers(all)) {
      return window.local(window.box());
    }
    List<Geometry> pieces = new ArrayList<>();
    ground.in(window.box()).forEach(piece -> pieces.add(window.local(piece)));
    return Areas.union(pieces);
  }

  private void layGround(StudyArea area) {
    for (Polygon polygon : Areas.polygons(area.boundary())) {
      ground.add(polygon, polygon);
    }
    for (Compound compound : area.compounds()) {
      ground.add(compound.geometry(), compound.geometry());
      compounds.add(compound.geometry(), compound);
    }
    for (OpenSpace space : area.openSpaces()) {
      ground.add(space.geometry(), space.geometry());
    }
  }

  private void addRemovable(StudyArea area, Demolition demolition, Notebook notebook) {
    for (Wall wall : area.walls()) {
      if (wall.standing()) {
        Geometry footprint = notebook.of(wall, () -> Footprints.of(wall));
        if (demolition.takes(wall)) {
          addThing(new Thing(Layer.WALLS, wall.id(), wall.owner(), footprint));
        } else {
          addSolid(footprint);
        }
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.blocksGround()) {
        Geometry footprint = structure.geometry();
        if (demolition.takes(structure)) {
          addThing(
              new Thing(Layer.ILLEGAL_STRUCTURES, structure.id(), structure.owner(), footprint));
        } else {
          addSolid(footprint);
        }
      }
    }
  }

  private void addSolid(Geometry solid) {
    solids.add(solid, solid);
  }

  private void addThing(Thing thing) {
    if (!thing.footprint().isEmpty()) {
      things.add(thing);
      removed.add(thing.footprint(), thing);
    }
  }
}
