package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Obstacle;
import org.lifecircle.model.ObstacleKind;
import org.lifecircle.model.OpenSpace;
import org.lifecircle.model.OpenSpaceKind;
import org.lifecircle.model.Parcel;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.Status;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.Wall;
import org.lifecircle.model.WallKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * A yard drawn in metres from its own corner, set down in Xigong's corner of EPSG:4546, turned by
 * any angle, and surveyed to the millimetre.
 */
final class Yard {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final double EAST = 630_417;
  private static final double NORTH = 3_838_264;

  private final double turn;
  private final Geometry boundary;
  private final List<Compound> compounds = new ArrayList<>();
  private final List<Building> buildings = new ArrayList<>();
  private final List<Wall> walls = new ArrayList<>();
  private final List<IllegalStructure> structures = new ArrayList<>();
  private final List<Path> paths = new ArrayList<>();
  private final List<OpenSpace> openSpaces = new ArrayList<>();
  private final List<Obstacle> obstacles = new ArrayList<>();
  private final List<Gate> gates = new ArrayList<>();
  private final List<Parcel> parcels = new ArrayList<>();

  private Yard(double width, double depth, double turn) {
    this.turn = turn;
    this.boundary = box(0, 0, width, depth);
  }

  /** A yard from (0, 0) to (width, depth); outside it nothing is known. */
  static Yard of(double width, double depth) {
    return new Yard(width, depth, 0);
  }

  static Yard turned(double width, double depth, double radians) {
    return new Yard(width, depth, radians);
  }

  Yard wall(String id, double... xy) {
    return wall(id, 0.24, "owner of " + id, xy);
  }

  Yard wall(String id, double thickness, @Nullable String owner, double... xy) {
    return wall(id, id, thickness, owner, true, Status.STANDING, xy);
  }

  Yard wall(
      String id,
      String partOf,
      double thickness,
      @Nullable String owner,
      boolean removable,
      Status status,
      double... xy) {
    WallKind kind = removable ? WallKind.COMPOUND : WallKind.RETAINING;
    walls.add(
        new Wall(
            id, partOf, kind, 2.2, thickness, owner, removable, status, null, false, line(xy)));
    return this;
  }

  Yard structure(String id, StructurePosition position, double floorArea, double... box) {
    return structure(id, position, floorArea, box(box[0], box[1], box[2], box[3]));
  }

  Yard structure(String id, StructurePosition position, double floorArea, Geometry shape) {
    structures.add(
        new IllegalStructure(
            id, position, 1, floorArea, "owner of " + id, null, Status.STANDING, null, shape));
    return this;
  }

  Yard building(String id, double... box) {
    return building(id, box(box[0], box[1], box[2], box[3]));
  }

  Yard building(String id, Geometry shape) {
    buildings.add(new Building(id, null, "residential", 5, 2, null, null, null, shape));
    return this;
  }

  Yard compound(String id, double... box) {
    compounds.add(
        new Compound(
            id,
            null,
            null,
            null,
            null,
            null,
            null,
            true,
            null,
            null,
            null,
            null,
            box(box[0], box[1], box[2], box[3])));
    return this;
  }

  Yard path(String id, PathKind kind, @Nullable Double width, double... xy) {
    paths.add(new Path(id, kind, width, 0, false, false, null, Access.PUBLIC, line(xy)));
    return this;
  }

  Yard gate(String id, @Nullable Double width, double x, double y) {
    gates.add(
        new Gate(id, Access.PUBLIC, List.of(), width, null, FACTORY.createPoint(place(x, y))));
    return this;
  }

  Yard parcel(String id, String holder, double... box) {
    parcels.add(
        new Parcel(id, holder, "residential", "allocated", box(box[0], box[1], box[2], box[3])));
    return this;
  }

  Yard garden(String id, boolean isProtected, Geometry shape) {
    openSpaces.add(new OpenSpace(id, OpenSpaceKind.GREEN, isProtected, shape));
    return this;
  }

  Yard obstacle(String id, Geometry shape) {
    obstacles.add(new Obstacle(id, ObstacleKind.WATER, shape));
    return this;
  }

  Geometry box(double west, double south, double east, double north) {
    return polygon(west, south, east, south, east, north, west, north);
  }

  Geometry polygon(double... xy) {
    Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < xy.length / 2; i++) {
      ring[i] = place(xy[2 * i], xy[2 * i + 1]);
    }
    ring[ring.length - 1] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }

  LineString line(double... xy) {
    Coordinate[] points = new Coordinate[xy.length / 2];
    for (int i = 0; i < points.length; i++) {
      points[i] = place(xy[2 * i], xy[2 * i + 1]);
    }
    return FACTORY.createLineString(points);
  }

  StudyArea area() {
    AreaProfile profile =
        new AreaProfile("yard", new Text("院", "Yard"), "EPSG:4546", Evidence.SURVEY, "none");
    return StudyArea.empty(profile, boundary)
        .with(Layer.COMPOUNDS, compounds)
        .with(Layer.BUILDINGS, buildings)
        .with(Layer.WALLS, walls)
        .with(Layer.ILLEGAL_STRUCTURES, structures)
        .with(Layer.PATHS, paths)
        .with(Layer.OPEN_SPACES, openSpaces)
        .with(Layer.OBSTACLES, obstacles)
        .with(Layer.GATES, gates)
        .with(Layer.PARCELS, parcels);
  }

  /** The same town, told in another order. */
  StudyArea shuffled(long seed) {
    Random random = new Random(seed);
    for (List<? extends Feature> layer :
        List.of(compounds, buildings, walls, structures, paths, openSpaces, obstacles, gates)) {
      Collections.shuffle(layer, random);
    }
    return area();
  }

  private Coordinate place(double x, double y) {
    double east = EAST + x * Math.cos(turn) - y * Math.sin(turn);
    double north = NORTH + x * Math.sin(turn) + y * Math.cos(turn);
    return new Coordinate(Math.rint(east * 1000) / 1000, Math.rint(north * 1000) / 1000);
  }
}
