package org.lifecircle.io.assembly;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lifecircle.io.Degrees;
import org.lifecircle.io.FaultList;
import org.lifecircle.io.Millimetres;
import org.lifecircle.io.Projection;
import org.lifecircle.io.RawArea;
import org.lifecircle.io.RawIssue;
import org.lifecircle.io.RawLayer;
import org.lifecircle.io.RawProfile;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.BadInputException;
import org.lifecircle.model.BadValueException;
import org.lifecircle.model.Coded;
import org.lifecircle.model.DataIssue;
import org.lifecircle.model.Fault;
import org.lifecircle.model.Feature;
import org.lifecircle.model.Layer;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Makes a complete, clean study area of what files gave.
 *
 * <p>In this order: places are checked and projected, geometry is cleaned, rows become records;
 * then the boundary is set, what is far outside left out, references made whole, missing walls and
 * doors derived, walls split. Every derivation, repair and rejection is a data issue. What makes
 * the input unusable is collected and thrown, all of it at once, before anything is derived.
 *
 * <p>Invariant: the order of layers, files and features changes nothing.
 */
public final class Assembly {

  private final AssemblyRules rules;

  public Assembly(AssemblyRules rules) {
    this.rules = rules;
  }

  /**
   * The study area.
   *
   * @throws BadInputException with every fault found
   */
  public StudyArea assemble(RawArea raw) {
    FaultList faults = new FaultList();
    faults.addAll(raw.faults());
    IssueLog issues = new IssueLog();
    StudyArea read = read(raw, faults, issues);
    faults.throwIfAny();
    return completed(read, issues);
  }

  /** Records of all rows, with the boundary still to be derived when none is given. */
  private StudyArea read(RawArea raw, FaultList faults, IssueLog issues) {
    requireLayers(raw, faults);
    List<RawLayer> layers = inTheWorld(raw, faults);
    Projection projection;
    try {
      projection = AreaCrs.of(raw.profile(), layers, issues);
    } catch (BadInputException e) {
      faults.addAll(e.faults());
      throw new BadInputException(faults.list());
    }
    report(raw.issues(), projection, issues);
    GeometryCleaner cleaner = new GeometryCleaner(projection, rules.limits(), issues);
    List<Geometry> boundary = new ArrayList<>();
    Map<Layer, Rows> rows = new EnumMap<>(Layer.class);
    for (RawLayer layer : nearby(layers, projection, faults)) {
      if (layer.layer().equals(RawLayer.BOUNDARY)) {
        boundary.addAll(BoundaryRows.read(layer, cleaner, faults));
      } else {
        rows.computeIfAbsent(
                Coded.of(Layer.class, layer.layer()),
                l -> new Rows(l, cleaner, rules.facilityKinds(), faults, issues))
            .add(layer);
      }
    }
    faults.throwIfAny();
    StudyArea area = area(raw, projection, rows);
    requireSomething(area, raw.profile(), faults);
    faults.throwIfAny();
    return new Boundary(rules.boundaryBufferMetres()).applyTo(area, boundary, issues);
  }

  private StudyArea completed(StudyArea read, IssueLog issues) {
    StudyArea area = new Surroundings(rules.beyondBoundaryMetres()).applyTo(read, issues);
    requireInside(area);
    area = References.applyTo(area, issues);
    List<Wall> walls = InferredWalls.with(area, issues);
    requireFewPieces(area, walls);
    WallPieces pieces = new WallPieces(rules.wallPieceMaxMetres());
    area = area.with(Layer.WALLS, pieces.of(walls, area.compounds()));
    area = EntranceOwners.applyTo(area, issues);
    area = DerivedEntrances.applyTo(area, issues);
    GateCheck.check(area, rules.gateToleranceMetres(), issues);
    BuildingOverlaps.check(area, issues);
    return area.withIssues(issues.list());
  }

  private static List<RawLayer> inTheWorld(RawArea raw, FaultList faults) {
    Text outside =
        new Text(
            "坐标不是经纬度；若以米为单位，请注明坐标系",
            "the coordinates are not degrees; if they are metres, name their CRS");
    PlaceCheck check = new PlaceCheck(PlaceCheck.WORLD, outside, faults);
    return raw.layers().stream().map(l -> check.check(Degrees.of(l, faults))).toList();
  }

  private static List<RawLayer> nearby(
      List<RawLayer> layers, Projection projection, FaultList faults) {
    Envelope use = projection.areaOfUse();
    String range =
        String.format(
            "%.1f–%.1f° E, %.1f–%.1f° N",
            use.getMinX(), use.getMaxX(), use.getMinY(), use.getMaxY());
    Text outside =
        new Text(
            "位置不在 " + projection.crs() + " 的适用范围内(" + range + ")；请核对坐标或坐标系",
            "it lies outside of where "
                + projection.crs()
                + " is for ("
                + range
                + "); check the coordinates, or the CRS");
    PlaceCheck check = new PlaceCheck(AreaCrs.near(projection), outside, faults);
    return layers.stream().map(check::check).toList();
  }

  private static void report(List<RawIssue> raw, Projection projection, IssueLog issues) {
    for (RawIssue issue : raw) {
      Geometry lonLat = issue.lonLat();
      Geometry where = lonLat == null ? null : projection.ofLonLat(lonLat);
      issues.add(
          new DataIssue(
              issue.layer(),
              issue.featureId(),
              issue.code(),
              issue.action(),
              issue.message(),
              where));
    }
  }

  private static StudyArea area(RawArea raw, Projection projection, Map<Layer, Rows> rows) {
    RawProfile p = raw.profile();
    AreaProfile profile;
    try {
      profile = new AreaProfile(p.id(), p.name(), projection.crs(), p.evidence(), p.standard());
    } catch (BadValueException e) {
      throw new BadInputException(List.of(new Fault(p.id(), null, null, "/id", e.reason())));
    }
    StudyArea area = StudyArea.empty(profile, Millimetres.FACTORY.createPolygon());
    for (Map.Entry<Layer, Rows> layer : rows.entrySet()) {
      List<Feature> features = layer.getValue().features();
      area = area.with(layer.getKey(), features);
    }
    return area;
  }

  private static void requireLayers(RawArea raw, FaultList faults) {
    if (lacks(raw, Layer.COMPOUNDS) && lacks(raw, Layer.BUILDINGS)) {
      faults.add(missing(raw.profile(), "小区或楼栋", "compounds or buildings"));
    }
    if (lacks(raw, Layer.FACILITIES)) {
      faults.add(missing(raw.profile(), "设施", "facilities"));
    }
  }

  private static boolean lacks(RawArea raw, Layer layer) {
    return raw.layers().stream().noneMatch(l -> l.layer().equals(layer.code()))
        && raw.faults().stream().noneMatch(f -> layer.code().equals(f.layer()));
  }

  /** Layers that are there may still hold nothing that can be used. */
  private static void requireSomething(StudyArea area, RawProfile profile, FaultList faults) {
    if (area.compounds().isEmpty() && area.buildings().isEmpty()) {
      faults.add(missing(profile, "可用的小区或楼栋", "usable compounds or buildings"));
    }
    if (area.facilities().isEmpty()) {
      faults.add(missing(profile, "可用的设施", "usable facilities"));
    }
  }

  private static void requireInside(StudyArea area) {
    if (area.compounds().isEmpty() && area.buildings().isEmpty()) {
      Text reason =
          new Text(
              "范围内没有任何小区或楼栋；请核对范围", "no compound or building lies within it; check the boundary");
      throw bad(area.profile().id(), RawLayer.BOUNDARY, reason);
    }
  }

  /** Lines across half a country would be cut into more pieces than memory holds. */
  private void requireFewPieces(StudyArea area, List<Wall> walls) {
    double metres = walls.stream().mapToDouble(wall -> wall.geometry().getLength()).sum();
    if (metres / rules.wallPieceMaxMetres() > rules.limits().features()) {
      Text reason =
          new Text(
              "围墙总长 " + Math.round(metres / 1000) + " km，不可能属于一个研究范围",
              "the walls are "
                  + Math.round(metres / 1000)
                  + " km long together, too much for a study area");
      throw bad(area.profile().id(), Layer.WALLS.code(), reason);
    }
  }

  private static BadInputException bad(String file, String layer, Text reason) {
    return new BadInputException(List.of(new Fault(file, layer, null, "", reason)));
  }

  private static Fault missing(RawProfile profile, String zh, String en) {
    return new Fault(
        profile.id(), null, null, "", new Text("研究范围缺少" + zh, "the study area has no " + en));
  }
}
