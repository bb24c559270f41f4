package org.lifecircle.freedspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Parcel;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.lifecircle.model.UnitCosts;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** What a rectangle needs for itself, and nothing that merely goes at the same time. */
final class Assessment {

  /** Less of something than this stands beside, not on, a rectangle. */
  private static final double TOUCHED_SQUARE_METRES = 1e-4;

  private static final double MARGIN_METRES = 0.5;

  private final Ground ground;
  private final Map<String, Wall> walls = new TreeMap<>();
  private final Map<String, IllegalStructure> structures = new TreeMap<>();

  Assessment(StudyArea area, Ground ground) {
    this.ground = ground;
    area.walls().forEach(wall -> walls.put(wall.id(), wall));
    area.illegalStructures().forEach(structure -> structures.put(structure.id(), structure));
  }

  /** The rectangle as a candidate, or as a refused one where it cannot be reached. */
  Candidate of(Need need, Geometry plot, String id, String siteId) {
    Optional<Access> access = Access.to(plot, ground);
    Geometry strip = access.map(Access::strip).orElseGet(Areas::none);
    SortedSet<Thing> things = needed(need, plot, strip);
    double share = freedShare(plot, need.widthMetres());
    double demolition = demolitionYuan(things);
    UnitCosts costs = ground.rules().costs();
    double floor = need.indoor() ? plot.getArea() * ground.rules().candidates().floors() : 0;
    double building =
        need.indoor()
            ? floor * costs.indoorYuanPerSquareMetre()
            : plot.getArea() * costs.outdoorYuanPerSquareMetre();
    List<Text> refusals = new ArrayList<>();
    if (access.isEmpty()) {
      refusals.add(
          Refusals.noFrontage(ground.rules().candidates().accessMaxMetres(), plot.getArea()));
    }
    double leastShare = ground.rules().candidates().freedShareMin();
    if (share < leastShare || things.isEmpty()) {
      refusals.add(Refusals.share(things.isEmpty() ? 0 : share, leastShare));
    }
    return new Candidate(
        id,
        siteId,
        need.kind(),
        refusals.isEmpty(),
        plot.getArea(),
        shorterSide(plot),
        floor,
        rounded(share, 6),
        ids(things, Layer.WALLS),
        ids(things, Layer.ILLEGAL_STRUCTURES),
        owners(things),
        rightHolders(plot, strip),
        access.map(a -> a.path().id()).orElse(null),
        access.map(Access::metres).orElse(null),
        rounded(demolition + building, 2),
        rounded(demolition, 2),
        costs.verified(),
        need.verified(),
        need.mayShareBuilding(),
        refusals,
        plot);
  }

  /** What stands on it or on its access, and what a building must keep clear of. */
  private SortedSet<Thing> needed(Need need, Geometry plot, Geometry strip) {
    double spacing = need.indoor() ? ground.rules().deductions().fireSpacingMetres() : 0;
    Envelope reach = new Envelope(plot.getEnvelopeInternal());
    reach.expandToInclude(strip.getEnvelopeInternal());
    reach.expandBy(spacing);
    SortedSet<Thing> needed = new TreeSet<>();
    for (Thing thing : ground.room().thingsIn(reach)) {
      Geometry stands = thing.footprint();
      boolean tooNear =
          thing.layer() == Layer.ILLEGAL_STRUCTURES && stands.distance(plot) < spacing - 1e-6;
      if (tooNear || touched(stands, plot) || touched(stands, strip)) {
        needed.add(thing);
      }
    }
    return needed;
  }

  private static boolean touched(Geometry thing, Geometry ground) {
    return !ground.isEmpty() && Areas.commonArea(thing, ground) > TOUCHED_SQUARE_METRES;
  }

  /** All that the freed share of a rectangle rests on. */
  private record Scene(
      Geometry plot, double widthMetres, List<Geometry> taken, List<Geometry> going) {}

  /** The share of a rectangle that no disc of this width could cover before. */
  private double freedShare(Geometry plot, double widthMetres) {
    Envelope box = grown(plot, widthMetres + MARGIN_METRES);
    Scene scene =
        new Scene(plot, widthMetres, ground.room().takenIn(box), ground.room().goingIn(box));
    return ground.notebook().of(scene, () -> freedShare(scene, Window.of(box)));
  }

  private static double freedShare(Scene scene, Window window) {
    List<Geometry> stood = new ArrayList<>();
    scene.taken().forEach(area -> stood.add(window.local(area)));
    scene.going().forEach(area -> stood.add(window.local(area)));
    double radius = scene.widthMetres() / 2;
    // Discs that reach the rectangle have their middles in here, and reach no farther than the box.
    Geometry near = window.local(grown(scene.plot(), radius + MARGIN_METRES / 2));
    Geometry places = Areas.minus(near, Discs.around(Areas.union(stood), radius));
    Geometry usable = Areas.common(window.local(scene.plot()), Discs.around(places, radius));
    return Math.max(0, 1 - usable.getArea() / scene.plot().getArea());
  }

  private static Envelope grown(Geometry plot, double metres) {
    Envelope grown = new Envelope(plot.getEnvelopeInternal());
    grown.expandBy(metres);
    return grown;
  }

  private double demolitionYuan(SortedSet<Thing> things) {
    UnitCosts costs = ground.rules().costs();
    double yuan = 0;
    for (Thing thing : things) {
      Wall wall = thing.layer() == Layer.WALLS ? walls.get(thing.id()) : null;
      IllegalStructure structure = wall == null ? structures.get(thing.id()) : null;
      if (wall != null) {
        yuan += wall.geometry().getLength() * costs.wallYuanPerMetre();
      } else if (structure != null) {
        yuan += structure.countedFloorAreaSquareMetres() * costs.structureYuanPerSquareMetre();
      }
    }
    return yuan;
  }

  private List<String> rightHolders(Geometry plot, Geometry strip) {
    Envelope box = new Envelope(plot.getEnvelopeInternal());
    box.expandToInclude(strip.getEnvelopeInternal());
    SortedSet<String> holders = new TreeSet<>();
    for (Parcel parcel : ground.parcelsIn(box)) {
      @Nullable String holder = parcel.ownerUnit();
      Geometry land = parcel.geometry();
      if (holder != null && (touched(land, plot) || touched(land, strip))) {
        holders.add(holder);
      }
    }
    return List.copyOf(holders);
  }

  private static List<String> ids(SortedSet<Thing> things, Layer layer) {
    return things.stream().filter(thing -> thing.layer() == layer).map(Thing::id).toList();
  }

  private static List<String> owners(SortedSet<Thing> things) {
    return things.stream()
        .flatMap(thing -> Stream.ofNullable(thing.owner()))
        .filter(owner -> !owner.isBlank())
        .sorted()
        .distinct()
        .toList();
  }

  /** What noding leaves in the last digits differs with what else is in the window. */
  private static double rounded(double number, int decimals) {
    double scale = Math.pow(10, decimals);
    return Math.rint(number * scale) / scale;
  }

  private static double shorterSide(Geometry rectangle) {
    Coordinate[] corners = rectangle.getCoordinates();
    return Math.min(corners[0].distance(corners[1]), corners[1].distance(corners[2]));
  }
}
