package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Path;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.SpaceDeductions;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What of each freed space must stay clear, and why. */
public final class Deductions {

  /** An outline this near to the edge of a path borders it. */
  private static final double BORDERS_METRES = 0.5;

  private final Ground ground;
  private final RenewalRules rules;
  private final WalkingRules walking;
  private final Set<Deduction> heeded;
  private final Map<String, Thing> things = new HashMap<>();

  private Deductions(
      Ground ground, RenewalRules rules, WalkingRules walking, Set<Deduction> heeded) {
    this.ground = ground;
    this.rules = rules;
    this.walking = walking;
    this.heeded = heeded;
    ground.room().things().forEach(t -> things.put(t.layer().code() + ":" + t.id(), t));
  }

  /** The same, with nothing known beforehand. */
  public static List<SpaceDeductions> of(
      StudyArea area,
      Demolition demolition,
      FreedGround freed,
      RenewalRules rules,
      WalkingRules walking,
      Set<Deduction> heeded) {
    return of(area, demolition, freed, rules, walking, heeded, new Notebook());
  }

  /**
   * One for each space, in the order of the spaces.
   *
   * @param heeded which count for the net area; all are told
   */
  public static List<SpaceDeductions> of(
      StudyArea area,
      Demolition demolition,
      FreedGround freed,
      RenewalRules rules,
      WalkingRules walking,
      Set<Deduction> heeded,
      Notebook notebook) {
    Ground ground = new Ground(area, demolition, rules, walking, heeded, notebook);
    Deductions deductions = new Deductions(ground, rules, walking, heeded);
    return Dealt.out(freed.spaces(), deductions::of);
  }

  private SpaceDeductions of(FreedSpace space) {
    Envelope box = new Envelope(space.geometry().getEnvelopeInternal());
    box.expandBy(BORDERS_METRES + rules.deductions().wallSetbackMetres());
    Window window = Window.of(box);
    Geometry piece = window.local(space.geometry());
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(piece);
    Map<Deduction, Geometry> clear = new EnumMap<>(Deduction.class);
    List<Geometry> counted = new ArrayList<>();
    for (Deduction reason : Deduction.values()) {
      Geometry kept = touching(prepared, ground.clearances().of(reason, window.box()), window);
      Geometry of = Areas.common(piece, kept);
      clear.put(reason, of);
      if (heeded.contains(reason) && !of.isEmpty()) {
        counted.add(of);
      }
    }
    return new SpaceDeductions(
        space.id(),
        // All that counts lies in the piece; to cut it out would node the same outlines once more.
        Math.max(0, piece.getArea() - Areas.union(counted).getArea()),
        area(clear, Deduction.FIRE_LANE),
        area(clear, Deduction.FACADE_SETBACKS),
        area(clear, Deduction.FIRE_SPACING),
        area(clear, Deduction.DAYLIGHT),
        released(space),
        frontage(piece, window),
        ownersUnknown(space));
  }

  private static double area(Map<Deduction, Geometry> clear, Deduction reason) {
    Geometry area = clear.get(reason);
    return area == null ? 0 : area.getArea();
  }

  /** Room within the setback of its walls, beside what stood there. */
  private double released(FreedSpace space) {
    List<Geometry> walls = new ArrayList<>();
    for (String id : space.walls()) {
      Thing wall = things.get(Layer.WALLS.code() + ":" + id);
      if (wall != null) {
        walls.add(wall.footprint());
      }
    }
    if (walls.isEmpty()) {
      return 0;
    }
    Envelope box = new Envelope();
    walls.forEach(wall -> box.expandToInclude(wall.getEnvelopeInternal()));
    double setback = rules.deductions().wallSetbackMetres();
    box.expandBy(setback + BORDERS_METRES);
    Window all = Window.of(box);
    Geometry stood = Areas.union(walls.stream().map(all::local).toList());
    Geometry strip = Areas.minus(Discs.roughlyAround(stood, setback), stood);
    List<Geometry> other = new ArrayList<>(ground.room().goingIn(box));
    other.addAll(ground.room().takenIn(box));
    return Areas.minus(strip, touching(PreparedGeometryFactory.prepare(strip), other, all))
        .getArea();
  }

  /**
   * Those of the areas that have to do with a piece, as one, in the window's coordinates: a piece
   * that winds round houses has a window full of what it never meets.
   */
  private static Geometry touching(PreparedGeometry piece, List<Geometry> areas, Window window) {
    return Areas.union(
        areas.stream().map(window::local).filter(area -> piece.intersects(area)).toList());
  }

  private double frontage(Geometry piece, Window window) {
    List<Geometry> bands = new ArrayList<>();
    for (Path path : ground.clearances().pathsIn(window.box())) {
      double width = walking.widthMetres(path) + 2 * BORDERS_METRES;
      bands.add(window.local(Discs.thickened(path.geometry(), width)));
    }
    if (bands.isEmpty()) {
      return 0;
    }
    return OverlayNGRobust.overlay(piece.getBoundary(), Areas.union(bands), OverlayNG.INTERSECTION)
        .getLength();
  }

  private int ownersUnknown(FreedSpace space) {
    int unknown = 0;
    for (String id : space.walls()) {
      unknown += ownerless(things.get(Layer.WALLS.code() + ":" + id));
    }
    for (String id : space.illegalStructures()) {
      unknown += ownerless(things.get(Layer.ILLEGAL_STRUCTURES.code() + ":" + id));
    }
    return unknown;
  }

  private static int ownerless(@Nullable Thing thing) {
    if (thing == null) {
      return 0;
    }
    String owner = thing.owner();
    return owner == null || owner.isBlank() ? 1 : 0;
  }
}
