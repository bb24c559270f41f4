package org.lifecircle.freedspace;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifecircle.io.Limits;
import org.lifecircle.io.assembly.Assembly;
import org.lifecircle.io.assembly.AssemblyRules;
import org.lifecircle.io.file.AreaFolder;
import org.lifecircle.model.Candidate;
import org.lifecircle.model.Compound;
import org.lifecircle.model.Deduction;
import org.lifecircle.model.FacilityKind;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.LaneWidth;
import org.lifecircle.model.Parcel;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Wall;
import org.locationtech.jts.geom.Geometry;

/** What a newspaper told of 西工地 in 2023, computed on the demo's compound of that name. */
class XigongdiTest {

  private static StudyArea area;
  private static Compound xigongdi;
  private static Demolition demolition;

  @BeforeAll
  static void takeEverythingInsideDown() throws IOException {
    Path demo = Path.of(System.getProperty("lifecircle.home", "."), "data", "xigong");
    Set<String> kinds =
        Rules.STANDARD.kinds().stream().map(FacilityKind::id).collect(Collectors.toSet());
    area =
        new Assembly(AssemblyRules.of(Rules.WALKING, kinds, Limits.USUAL))
            .assemble(new AreaFolder(Limits.USUAL).read(demo));
    xigongdi =
        area.compounds().stream().filter(c -> "西工地".equals(c.name())).findFirst().orElseThrow();
    Demolition all = Demolition.of(area, List.of("compound:" + xigongdi.id()));
    Geometry inside = xigongdi.geometry().buffer(-1);
    Set<String> inner = new HashSet<>();
    area.walls().stream()
        .filter(wall -> all.takes(wall) && inside.intersects(wall.geometry()))
        .forEach(wall -> inner.add(wall.id()));
    demolition = new Demolition(inner, all.illegalStructures());
  }

  @Test
  void more_than_1200_m_of_walls_and_1500_m2_of_structures_of_twenty_owners_go() {
    double metres =
        area.walls().stream()
            .filter(demolition::takes)
            .map(Wall::geometry)
            .mapToDouble(Geometry::getLength)
            .sum();
    double squareMetres =
        area.illegalStructures().stream()
            .filter(s -> demolition.takes(s) && s.blocksGround())
            .map(IllegalStructure::geometry)
            .mapToDouble(Geometry::getArea)
            .sum();
    Set<String> owners = new HashSet<>();
    area.parcels().stream()
        .filter(p -> xigongdi.geometry().contains(p.geometry().getInteriorPoint()))
        .map(Parcel::ownerUnit)
        .forEach(owners::add);

    assertTrue(metres > 1200, metres + " m");
    assertTrue(squareMetres > 1500, squareMetres + " m2");
    assertTrue(owners.size() >= 15, owners.toString());
  }

  @Test
  void garden_plaza_fitness_ground_reading_room_and_heat_station_find_room_at_once() {
    List<FacilityKind> wanted =
        List.of("micro_garden", "small_plaza", "fitness_ground", "reading_room", "heat_station")
            .stream()
            .map(Rules.STANDARD::kind)
            .toList();
    Candidates candidates =
        new Candidates(
            area, demolition, Rules.RENEWAL, Rules.WALKING, EnumSet.allOf(Deduction.class));

    List<Candidate> built = candidates.together(wanted, xigongdi.geometry());

    assertEquals(
        Set.of("micro_garden", "small_plaza", "fitness_ground", "reading_room", "heat_station"),
        built.stream().map(Candidate::kind).collect(Collectors.toSet()));
    for (Candidate one : built) {
      double needed =
          switch (one.kind()) {
            case "micro_garden" -> 200;
            case "small_plaza" -> 350;
            case "fitness_ground" -> 150;
            case "heat_station" -> 62;
            default -> 60;
          };
      assertTrue(one.areaSquareMetres() >= needed - 1e-6, one.kind());
      assertTrue(one.freedShare() >= 0.3, one.kind());
      assertTrue(xigongdi.geometry().buffer(0.01).covers(one.geometry()), one.kind());
      for (Candidate other : built) {
        if (!other.kind().equals(one.kind())) {
          assertEquals(0, Areas.commonArea(one.geometry(), other.geometry()), 1e-6);
        }
      }
      assertEquals(
          0,
          area.buildings().stream()
              .mapToDouble(b -> Areas.commonArea(b.geometry(), one.geometry()))
              .sum(),
          1e-6);
    }
  }

  @Test
  void the_lane_of_two_metres_becomes_an_evacuation_road_of_seven_and_more() {
    LaneWidth lane =
        Lanes.of(area, demolition, Rules.RENEWAL).stream()
            .filter(l -> l.id().equals("p-xigongdi-lane"))
            .findFirst()
            .orElseThrow();

    assertEquals(2.0, requireNonNull(lane.widthBeforeMetres()), 0.002);
    assertTrue(requireNonNull(lane.widthAfterMetres()) >= 7, lane.toString());
    assertEquals("under_2.5", lane.classBefore());
    assertEquals("7", lane.classAfter());
    assertEquals(2, lane.causedBy().size());
    assertTrue(lane.causedBy().stream().allMatch(c -> c.startsWith("illegal_structures:")));
  }
}
