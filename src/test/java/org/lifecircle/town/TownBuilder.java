package org.lifecircle.town;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Access;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.Building;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Lift;
import org.lifecircle.model.Obstacle;
import org.lifecircle.model.ObstacleKind;
import org.lifecircle.model.OpenSpace;
import org.lifecircle.model.OpenSpaceKind;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.Serves;
import org.lifecircle.model.Status;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.Wall;
import org.lifecircle.model.WallKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A town given by exact coordinates.
 *
 * <pre>{@code
 * StudyArea area = TownBuilder.surveyed()
 *     .compound("c1", 0, 0, 100, 60)                    // two corners: a rectangle
 *     .wall("w1", 0, 0, 100, 0, 100, 60, 0, 60, 0, 0)   // x, y, x, y, …
 *     .gate("g1", 50, 0, Access.RESIDENTS)
 *     .footway("p1", 50, -40, 50, 30)
 *     .entrance("A", 10, 30)
 *     .facility("K", "kindergarten", 50, -40)
 *     .build();
 * }</pre>
 *
 * <p>All numbers are metres, rounded to whole millimetres. An area is two opposite corners of a
 * rectangle, or at least three vertices of a polygon. Entrances have 1, 2, 4, 8… residents in the
 * order they are given, so that a sum of residents names exactly who was counted. {@link #add}
 * takes any record that the short forms cannot make.
 */
public final class TownBuilder {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Evidence evidence;
  private final Map<Layer, List<Feature>> layers = new EnumMap<>(Layer.class);
  private final Envelope extent = new Envelope();
  private @Nullable Geometry boundary;

  private TownBuilder(Evidence evidence) {
    this.evidence = evidence;
  }

  /** A surveyed town: a wall without a gate is shut. */
  public static TownBuilder surveyed() {
    return of(Evidence.SURVEY);
  }

  /** A town mapped in OpenStreetMap: a node shared by way and wall is evidence. */
  public static TownBuilder mapped() {
    return of(Evidence.OSM);
  }

  /** A town mapped in this manner. */
  public static TownBuilder of(Evidence evidence) {
    return new TownBuilder(evidence);
  }

  /** A compound of which nothing is said but its ground. */
  public TownBuilder compound(String id, double... area) {
    return compound(id, null, area);
  }

  /** A compound said to be gated, with the inferred wall that readers put where none is mapped. */
  public TownBuilder gatedCompound(String id, double... area) {
    LineString outline = area(area).getExteriorRing();
    String wallId = "w-" + id + "-inferred";
    return compound(id, Boolean.TRUE, area)
        .add(
            new Wall(
                wallId,
                wallId,
                WallKind.COMPOUND,
                null,
                0.24,
                null,
                true,
                Status.STANDING,
                null,
                true,
                outline));
  }

  private TownBuilder compound(String id, @Nullable Boolean gated, double... area) {
    return add(
        new Compound(
            id, null, null, null, null, null, null, gated, null, null, null, null, area(area)));
  }

  /** A residential building of six floors. */
  public TownBuilder building(String id, double... area) {
    return add(new Building(id, null, "residential", 6, null, null, null, null, area(area)));
  }

  /** A removable compound wall, standing. */
  public TownBuilder wall(String id, double... line) {
    return wall(id, Status.STANDING, line);
  }

  /** A compound wall that stands, or stood. */
  public TownBuilder wall(String id, Status status, double... line) {
    return add(
        new Wall(
            id, id, WallKind.COMPOUND, null, 0.24, null, true, status, null, false, line(line)));
  }

  /** A gate of the compounds whose outline is near, or of those named. */
  public TownBuilder gate(String id, double x, double y, Access access, String... compoundIds) {
    return add(new Gate(id, access, List.of(compoundIds), 4.0, null, point(x, y)));
  }

  /** An illegal structure, standing on open ground. */
  public TownBuilder structure(String id, double... area) {
    return structure(id, StructurePosition.GROUND, area);
  }

  /** An illegal structure, standing. */
  public TownBuilder structure(String id, StructurePosition position, double... area) {
    return add(
        new IllegalStructure(id, position, 1, null, null, null, Status.STANDING, null, area(area)));
  }

  /** A street, 6 m wide. */
  public TownBuilder street(String id, double... line) {
    return path(id, PathKind.STREET, 6.0, line);
  }

  /** A footway, 2 m wide. */
  public TownBuilder footway(String id, double... line) {
    return path(id, PathKind.FOOTWAY, 2.0, line);
  }

  /** A public path on the ground. */
  public TownBuilder path(String id, PathKind kind, double widthMetres, double... line) {
    return path(id, kind, widthMetres, 0, line);
  }

  /** A footway over a bridge, on the level above the ground. */
  public TownBuilder bridge(String id, double... line) {
    return path(id, PathKind.FOOTWAY, 2.0, 1, line);
  }

  private TownBuilder path(String id, PathKind kind, double width, int level, double... line) {
    return add(new Path(id, kind, width, level, level > 0, false, null, Access.PUBLIC, line(line)));
  }

  /** A footway through a building. */
  public TownBuilder passage(String id, double... line) {
    return add(
        new Path(id, PathKind.FOOTWAY, 2.0, 0, false, true, null, Access.PUBLIC, line(line)));
  }

  /** A plaza: ground people may cross freely. */
  public TownBuilder plaza(String id, double... area) {
    return add(new OpenSpace(id, OpenSpaceKind.PLAZA, false, area(area)));
  }

  /** A pond. */
  public TownBuilder water(String id, double... area) {
    return add(new Obstacle(id, ObstacleKind.WATER, area(area)));
  }

  /** A railway: a line feet cannot cross and nobody can take down. */
  public TownBuilder railway(String id, double... line) {
    return add(new Obstacle(id, ObstacleKind.RAIL, line(line)));
  }

  /** A door people live behind, of no building in particular. */
  public TownBuilder entrance(String id, double x, double y) {
    return entrance(id, null, x, y);
  }

  /** A door of a building. */
  public TownBuilder entrance(String id, @Nullable String buildingId, double x, double y) {
    double residents = Math.scalb(1.0, features(Layer.ENTRANCES).size());
    return add(new Entrance(id, buildingId, null, null, Lift.NONE, residents, point(x, y)));
  }

  /** A facility for everyone. */
  public TownBuilder facility(String id, String kind, double x, double y) {
    return facility(id, kind, Serves.PUBLIC, x, y);
  }

  /** A facility for everyone, or only for the compound it stands in. */
  public TownBuilder facility(String id, String kind, Serves serves, double x, double y) {
    return add(
        new Facility(
            id,
            kind,
            null,
            serves,
            null,
            null,
            null,
            FacilityOrigin.EXISTING,
            FacilityStatus.OPEN,
            point(x, y)));
  }

  /** Any feature, to the layer of its type. */
  public TownBuilder add(Feature feature) {
    for (Layer layer : Layer.values()) {
      if (layer.type().isInstance(feature)) {
        features(layer).add(feature);
        extent.expandToInclude(feature.geometry().getEnvelopeInternal());
        return this;
      }
    }
    throw new IllegalArgumentException("no layer for " + feature.getClass());
  }

  /** The study area's boundary; without it, everything and 50 m around. */
  public TownBuilder boundary(double... area) {
    boundary = area(area);
    return this;
  }

  /** The town as it was told. */
  public StudyArea build() {
    AreaProfile profile =
        new AreaProfile(
            "town", new Text("小城", "A little town"), "EPSG:4546", evidence, "gb50180-2018");
    StudyArea area = StudyArea.empty(profile, boundary == null ? allAround() : boundary);
    for (Map.Entry<Layer, List<Feature>> layer : layers.entrySet()) {
      area = area.with(layer.getKey(), layer.getValue());
    }
    return area;
  }

  private Geometry allAround() {
    Envelope wide = new Envelope(extent);
    wide.expandBy(50);
    return FACTORY.toGeometry(wide);
  }

  private List<Feature> features(Layer layer) {
    return layers.computeIfAbsent(layer, l -> new ArrayList<>());
  }

  /** A point of the plane, rounded to whole millimetres. */
  public static Coordinate at(double x, double y) {
    return new Coordinate(Math.rint(x * 1000) / 1000, Math.rint(y * 1000) / 1000);
  }

  static Point point(double x, double y) {
    return FACTORY.createPoint(at(x, y));
  }

  static LineString line(double... xys) {
    return FACTORY.createLineString(coordinates(xys));
  }

  static Polygon area(double... xys) {
    if (xys.length == 4) {
      return area(xys[0], xys[1], xys[2], xys[1], xys[2], xys[3], xys[0], xys[3]);
    }
    Coordinate[] open = coordinates(xys);
    Coordinate[] ring = java.util.Arrays.copyOf(open, open.length + 1);
    ring[open.length] = open[0].copy();
    return FACTORY.createPolygon(ring);
  }

  private static Coordinate[] coordinates(double... xys) {
    Coordinate[] coordinates = new Coordinate[xys.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = at(xys[2 * i], xys[2 * i + 1]);
    }
    return coordinates;
  }
}
