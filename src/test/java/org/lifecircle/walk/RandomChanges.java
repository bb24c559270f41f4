package org.lifecircle.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.lifecircle.model.Access;
import org.lifecircle.model.Change;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Facility;
import org.lifecircle.model.FacilityOrigin;
import org.lifecircle.model.FacilityStatus;
import org.lifecircle.model.Gate;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Lift;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.Serves;
import org.lifecircle.model.Status;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.lifecircle.model.WallKind;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.linearref.LengthIndexedLine;

/** Changes made by dice: the same seed, the same changes. */
final class RandomChanges {

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private RandomChanges() {}

  /** Some of all that can be opened, closed or taken down; each thing at most once. */
  static List<Change> of(StudyArea area, Random random) {
    List<Change> all = openings(area, random);
    for (Gate gate : area.gates()) {
      all.removeIf(change -> change.equals(new Change.OpenGate(gate.id())) && random.nextBoolean());
      if (!all.contains(new Change.OpenGate(gate.id())) && random.nextInt(3) == 0) {
        all.add(new Change.CloseGate(gate.id()));
      }
    }
    return all;
  }

  /** Some gates opened, some closed, the others as they are. */
  static List<Change> gates(StudyArea area, Random random) {
    List<Change> some = new ArrayList<>();
    for (Gate gate : area.gates()) {
      switch (random.nextInt(3)) {
        case 0 -> some.add(new Change.OpenGate(gate.id()));
        case 1 -> some.add(new Change.CloseGate(gate.id()));
        default -> {}
      }
    }
    return some;
  }

  /** Some of the walls that may go, taken down. */
  static List<Change> walls(StudyArea area, Random random) {
    List<Change> some = new ArrayList<>();
    area.walls().stream()
        .filter(wall -> wall.removable() && random.nextInt(4) == 0)
        .forEach(wall -> some.add(new Change.RemoveWall(wall.id())));
    return some;
  }

  /** Some of all that only opens. */
  static List<Change> openings(StudyArea area, Random random) {
    double share = random.nextDouble();
    List<Change> some = new ArrayList<>();
    for (Wall wall : area.walls()) {
      if (wall.removable() && random.nextDouble() < share) {
        some.add(new Change.RemoveWall(wall.id()));
      }
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (random.nextDouble() < share) {
        some.add(new Change.RemoveStructure(structure.id()));
      }
    }
    for (Gate gate : area.gates()) {
      if (random.nextDouble() < share) {
        some.add(new Change.OpenGate(gate.id()));
      }
    }
    return some;
  }

  /** One to three of each of those that put up, lay, move, give up or fit something; or none. */
  static List<Change> additions(StudyArea area, Random random) {
    List<Change> some = new ArrayList<>();
    int most = 1 + random.nextInt(3);
    for (int i = 0; i < most; i++) {
      addition(random.nextInt(7), "new-" + i, area, random)
          .filter(change -> some.stream().noneMatch(change::isAboutSameAs))
          .ifPresent(some::add);
    }
    return some;
  }

  private static Optional<Change> addition(int kind, String id, StudyArea area, Random random) {
    Coordinate at = place(area, random);
    Facility some = area.facilities().get(random.nextInt(area.facilities().size()));
    return switch (kind) {
      case 0 -> gate(id, area, random);
      case 1 -> Optional.of(new Change.AddWall(wall(id, line(at, random))));
      case 2 -> Optional.of(new Change.AddPath(path(id, line(at, random), random)));
      case 3 -> Optional.of(new Change.AddFacility(facility(id, at, random)));
      case 4 -> Optional.of(new Change.MoveFacility(some.id(), FACTORY.createPoint(at)));
      case 5 -> // one is left
          Optional.<Change>of(new Change.RemoveFacility(some.id()))
              .filter(change -> !change.id().equals(area.facilities().get(0).id()));
      default ->
          area.entrances().stream()
              .skip(random.nextInt(area.entrances().size()))
              .findFirst()
              .map(entrance -> new Change.RetrofitLift(entrance.id(), Lift.LEVEL));
    };
  }

  private static Coordinate place(StudyArea area, Random random) {
    Compound near = area.compounds().get(random.nextInt(area.compounds().size()));
    Envelope box = near.geometry().getEnvelopeInternal();
    box.expandBy(10);
    double x = box.getMinX() + random.nextDouble() * box.getWidth();
    return rounded(x, box.getMinY() + random.nextDouble() * box.getHeight());
  }

  private static Coordinate rounded(double x, double y) {
    return new Coordinate(Math.rint(x * 1000) / 1000, Math.rint(y * 1000) / 1000);
  }

  private static LineString line(Coordinate from, Random random) {
    double angle = random.nextDouble() * 2 * Math.PI;
    double metres = 5 + random.nextDouble() * 40;
    Coordinate to = rounded(from.x + metres * Math.cos(angle), from.y + metres * Math.sin(angle));
    return FACTORY.createLineString(new Coordinate[] {from, to});
  }

  private static Optional<Change> gate(String id, StudyArea area, Random random) {
    if (area.walls().isEmpty()) {
      return Optional.empty();
    }
    Wall wall = area.walls().get(random.nextInt(area.walls().size()));
    double along = (0.1 + 0.8 * random.nextDouble()) * wall.geometry().getLength();
    Coordinate at = new LengthIndexedLine(wall.geometry()).extractPoint(along);
    Access access = any(Access.values(), random);
    Gate gate =
        new Gate(id, access, List.of(), 3.0, null, FACTORY.createPoint(rounded(at.x, at.y)));
    return Optional.of(new Change.AddGate(gate));
  }

  private static <T> T any(T[] all, Random random) {
    return all[random.nextInt(all.length)];
  }

  private static Wall wall(String id, LineString line) {
    return new Wall(
        id, id, WallKind.COMPOUND, null, 0.24, null, true, Status.STANDING, null, false, line);
  }

  private static Path path(String id, LineString line, Random random) {
    PathKind kind = any(PathKind.values(), random);
    return new Path(id, kind, 2.0, 0, false, false, null, Access.PUBLIC, line);
  }

  private static Facility facility(String id, Coordinate at, Random random) {
    return new Facility(
        id,
        "clinic",
        null,
        random.nextBoolean() ? Serves.PUBLIC : Serves.COMPOUND,
        null,
        null,
        null,
        FacilityOrigin.EXISTING,
        FacilityStatus.OPEN,
        random.nextBoolean()
            ? FACTORY.createPoint(at)
            : FACTORY.toGeometry(new Envelope(at, rounded(at.x + 12, at.y + 9))));
  }
}
