package org.lifecircle.freedspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.FreedGround;
import org.lifecircle.model.FreedSpace;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Status;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.lifecircle.town.RandomTown;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Yards made by dice: houses, sheds on the ground, against houses and on roofs, walls that stay and
 * walls that go, and among them what surveys are full of: the same wall or façade measured twice, a
 * few millimetres apart.
 */
class RandomYardsTest {

  private static final FreedSpaceRules AT_4_M = new FreedSpaceRules(4, 0, 7);

  private static final List<StructurePosition> POSITIONS =
      List.of(StructurePosition.GROUND, StructurePosition.ATTACHED, StructurePosition.ROOFTOP);

  @Test
  void ground_freed_is_what_slabs_sum_to_and_never_less_than_nothing() {
    RandomTown.seeds(10_000)
        .parallel()
        .forEach(
            seed -> {
              StudyArea area = yard(seed).area();

              FreedGround freed =
                  FreedSpaces.of(area, Demolition.ofEverythingRemovable(area), AT_4_M);

              String name = "seed " + seed;
              assertEquals(slabs(area), freed.footprintSquareMetres(), 0.01, name);
              double usable = freed.usableSquareMetres();
              assertTrue(usable >= 0 && freed.sliversSquareMetres() >= 0, name);
              assertTrue(usable <= area.boundary().getArea(), name);
              double sum = 0;
              for (FreedSpace space : freed.spaces()) {
                assertTrue(space.geometry().isValid(), name);
                assertTrue(space.areaSquareMetres() > 0, name);
                assertTrue(space.footprintSquareMetres() >= 0, name);
                assertTrue(space.footprintSquareMetres() <= space.areaSquareMetres() + 1e-6, name);
                sum += space.areaSquareMetres();
              }
              assertEquals(usable, sum, 1e-6, name);
            });
  }

  @Test
  void the_order_of_features_changes_nothing() {
    RandomTown.seeds(500)
        .forEach(
            seed -> {
              StudyArea area = yard(seed).area();
              StudyArea shuffled = yard(seed).shuffled(seed);
              Demolition all = Demolition.ofEverythingRemovable(area);

              assertEquals(
                  FreedSpaces.of(area, all, AT_4_M), FreedSpaces.of(shuffled, all, AT_4_M));
              assertEquals(
                  Lanes.of(area, all, Rules.RENEWAL), Lanes.of(shuffled, all, Rules.RENEWAL));
            });
  }

  @Test
  void tiles_of_any_size_come_to_the_same() {
    RandomTown.seeds(200)
        .forEach(
            seed -> {
              StudyArea area = yard(seed).area();
              Demolition all = Demolition.ofEverythingRemovable(area);

              FreedGround small =
                  FreedSpaces.of(area, all, AT_4_M, 16, new Notebook(), share -> {});
              FreedGround large =
                  FreedSpaces.of(area, all, AT_4_M, 512, new Notebook(), share -> {});

              String name = "seed " + seed;
              assertEquals(
                  large.footprintSquareMetres(), small.footprintSquareMetres(), 1e-5, name);
              assertEquals(
                  large.usableSquareMetres() + large.sliversSquareMetres(),
                  small.usableSquareMetres() + small.sliversSquareMetres(),
                  0.02,
                  name);
            });
  }

  @Test
  void every_candidate_stands_on_room_that_is_clear_once_its_own_needs_are_gone() {
    RandomTown.seeds(300)
        .forEach(
            seed -> {
              StudyArea area = yard(seed).area();
              List<FacilityKind> kinds =
                  Stream.of("parcel_lockers", "fitness_equipment", "reading_room", "micro_garden")
                      .map(Rules.STANDARD::kind)
                      .toList();

              for (Candidate candidate : candidates(area, kinds)) {
                if (candidate.fits()) {
                  String name = "seed " + seed + " " + candidate.id();
                  Demolition needs =
                      new Demolition(
                          Set.copyOf(candidate.walls()), Set.copyOf(candidate.illegalStructures()));
                  Geometry plot = candidate.geometry();
                  area.buildings()
                      .forEach(
                          b -> assertEquals(0, Areas.commonArea(b.geometry(), plot), 1e-3, name));
                  for (Wall wall : area.walls()) {
                    if (!needs.takes(wall)) {
                      assertEquals(0, Areas.commonArea(strip(wall), plot), 1e-3, name);
                    }
                  }
                  for (IllegalStructure shed : area.illegalStructures()) {
                    if (!needs.takes(shed) && shed.blocksGround()) {
                      assertEquals(0, Areas.commonArea(shed.geometry(), plot), 1e-3, name);
                    }
                  }
                  assertTrue(area.boundary().buffer(0.001).covers(plot), name);
                  assertTrue(candidate.freedShare() >= 0.3, name);
                }
              }
            });
  }

  @Test
  void the_order_of_features_changes_no_candidate() {
    RandomTown.seeds(50)
        .forEach(
            seed -> {
              List<FacilityKind> kinds =
                  List.of(
                      Rules.STANDARD.kind("fitness_equipment"),
                      Rules.STANDARD.kind("reading_room"));

              assertEquals(
                  candidates(yard(seed).area(), kinds),
                  candidates(yard(seed).shuffled(seed), kinds));
            });
  }

  private static List<Candidate> candidates(StudyArea area, List<FacilityKind> kinds) {
    return new Candidates(
            area,
            Demolition.ofEverythingRemovable(area),
            Rules.RENEWAL,
            Rules.WALKING,
            EnumSet.allOf(Deduction.class))
        .of(kinds, share -> {});
  }

  private static double slabs(StudyArea area) {
    List<Geometry> going = new ArrayList<>();
    List<Geometry> staying = new ArrayList<>();
    area.buildings().forEach(building -> staying.add(building.geometry()));
    for (Wall wall : area.walls()) {
      (wall.removable() ? going : staying).add(strip(wall));
    }
    for (IllegalStructure structure : area.illegalStructures()) {
      if (structure.position() != StructurePosition.ROOFTOP) {
        going.add(structure.geometry());
      }
    }
    return SlabArea.of(going, staying);
  }

  /** A straight wall's footprint, by its four corners. */
  private static Geometry strip(Wall wall) {
    Coordinate a = wall.geometry().getCoordinateN(0);
    Coordinate b = wall.geometry().getCoordinateN(1);
    double length = a.distance(b);
    double x = -(b.y - a.y) / length * wall.thicknessMetres() / 2;
    double y = (b.x - a.x) / length * wall.thicknessMetres() / 2;
    Coordinate[] ring = {
      new Coordinate(a.x + x, a.y + y),
      new Coordinate(b.x + x, b.y + y),
      new Coordinate(b.x - x, b.y - y),
      new Coordinate(a.x - x, a.y - y),
      new Coordinate(a.x + x, a.y + y)
    };
    return wall.geometry().getFactory().createPolygon(ring);
  }

  /** The yard of this seed; all of it lies 3 m inside the boundary. */
  private static Yard yard(long seed) {
    Random random = new Random(seed);
    Yard yard = Yard.turned(70, 60, random.nextInt(4) == 0 ? 0 : random.nextDouble() * 6);
    yard.path("lane", org.lifecircle.model.PathKind.LANE, 3.0, 3, 30, 67, 30);
    List<double[]> boxes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      double[] box = box(random, 6, 20);
      boxes.add(box);
      yard.building("b" + i, box);
    }
    for (int i = 0; i < 4; i++) {
      double[] line = {
        5 + random.nextDouble() * 60,
        5 + random.nextDouble() * 50,
        5 + random.nextDouble() * 60,
        5 + random.nextDouble() * 50
      };
      boolean goes = random.nextInt(4) > 0;
      wall(yard, "w" + i, goes, line);
      if (random.nextBoolean()) {
        for (int k = 0; k < 4; k++) {
          line[k] += hair(random);
        }
        wall(yard, "w" + i + "-again", true, line);
      }
    }
    for (int i = 0; i < 5; i++) {
      StructurePosition position = POSITIONS.get(random.nextInt(3));
      double[] box = box(random, 2, 6);
      if (random.nextBoolean()) {
        // Against a house, or nearly: its southern façade measured again.
        double[] house = boxes.get(random.nextInt(boxes.size()));
        double width = box[2] - box[0];
        double depth = box[3] - box[1];
        box[0] = house[0] + hair(random);
        box[2] = box[0] + width;
        box[3] = house[1] + hair(random);
        box[1] = box[3] - Math.min(depth, box[3] - 4);
      }
      yard.structure("s" + i, position, 10, box);
    }
    return yard;
  }

  private static void wall(Yard yard, String id, boolean goes, double... line) {
    yard.wall(id, id, 0.24, "owner of " + id, goes, Status.STANDING, line);
  }

  private static double[] box(Random random, double least, double most) {
    double width = least + random.nextDouble() * (most - least);
    double depth = least + random.nextDouble() * (most - least);
    double x = 5 + random.nextDouble() * (60 - width);
    double y = 8 + random.nextDouble() * (47 - depth);
    return new double[] {x, y, x + width, y + depth};
  }

  /** Up to 4 mm. */
  private static double hair(Random random) {
    return (random.nextInt(9) - 4) / 1000.0;
  }
}
