package org.lifecircle.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lifecircle.io.policy.PolicyFiles;
import org.lifecircle.model.Access;
import org.lifecircle.model.AreaProfile;
import org.lifecircle.model.Building;
import org.lifecircle.model.Entrance;
import org.lifecircle.model.Evidence;
import org.lifecircle.model.IllegalStructure;
import org.lifecircle.model.Layer;
import org.lifecircle.model.Lift;
import org.lifecircle.model.Path;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.RenewalRules;
import org.lifecircle.model.Status;
import org.lifecircle.model.StructurePosition;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Text;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Whether a lift has room: 2.2 m along the façade, 3.9 m away from it. */
class LiftFitTest {

  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final RenewalRules RULES = rules();

  private static RenewalRules rules() {
    try {
      return PolicyFiles.renewalRules(
          java.nio.file.Path.of(
              System.getProperty("lifecircle.home", "."), "config", "renewal.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Geometry box(double x1, double y1, double x2, double y2) {
    return FACTORY.toGeometry(new Envelope(x1, x2, y1, y2));
  }

  private static Building house(String id, Geometry ground) {
    return new Building(id, null, "residential", 6, 2, 24, 60.0, 1985, ground);
  }

  private static Path lane(String id, double x1, double y1, double x2, double y2) {
    return new Path(
        id,
        PathKind.LANE,
        4.0,
        0,
        false,
        false,
        null,
        Access.PUBLIC,
        FACTORY.createLineString(
            new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)}));
  }

  /** A house of 40 m × 10 m with a door in the middle of its north side, or south. */
  private static LiftFit fit(
      boolean north, List<Building> others, List<Path> paths, List<IllegalStructure> sheds) {
    Building own = house("own", box(0, 0, 40, 10));
    Entrance door =
        new Entrance(
            "e",
            "own",
            null,
            "1",
            Lift.NONE,
            null,
            FACTORY.createPoint(new Coordinate(20, north ? 10 : 0)));
    List<Building> buildings = new ArrayList<>(others);
    buildings.add(own);
    StudyArea area =
        StudyArea.empty(
                new AreaProfile("a", new Text("a", "a"), "EPSG:4546", Evidence.SURVEY, "test"),
                box(-100, -100, 200, 200))
            .with(Layer.BUILDINGS, buildings)
            .with(Layer.ENTRANCES, List.of(door))
            .with(Layer.PATHS, paths)
            .with(Layer.ILLEGAL_STRUCTURES, sheds);
    return LiftFit.of(area, own, door, RULES);
  }

  @Test
  void it_stands_before_its_door_away_from_the_house() {
    LiftFit north = fit(true, List.of(), List.of(), List.of());
    assertEquals(new Envelope(18.9, 21.1, 10.01, 13.9), north.footprint().getEnvelopeInternal());
    assertEquals(List.of(), north.reasons());
  }

  @Test
  void before_south_windows_it_takes_the_sun_of_its_own_house() {
    LiftFit south = fit(false, List.of(), List.of(), List.of());
    assertEquals(new Envelope(18.9, 21.1, -3.9, -0.01), south.footprint().getEnvelopeInternal());
    assertEquals(1, south.reasons().size());
    assertTrue(south.reasons().get(0).en().startsWith("daylight"));
  }

  /** A wall of houses to the north, its face so far from our façade; the lane runs in between. */
  @ParameterizedTest
  @CsvSource({
    // face at, lane at, fire lane kept: what is left of it is face − 13.9
    "17.89, 15.9, false",
    "17.91, 15.9, true",
    "30.00, 22.0, true",
  })
  void a_fire_lane_keeps_four_metres(double face, double line, boolean kept) {
    List<Building> others =
        List.of(
            new Building("n", null, "public", 1, null, 0, 0.0, null, box(0, face, 40, face + 10)));

    LiftFit fit = fit(true, others, List.of(lane("p", -20, line, 60, line)), List.of());

    assertEquals(kept, fit.reasons().isEmpty(), fit.reasons().toString());
    assertTrue(kept || fit.reasons().get(0).en().contains("a fire lane keeps 4.0 m"));
  }

  @Test
  void the_path_to_its_own_door_is_moved_with_it() {
    LiftFit fit = fit(true, List.of(), List.of(lane("p", 20, 10, 20, 40)), List.of());

    assertEquals(List.of(), fit.reasons());
    assertEquals(List.of(), fit.ledRound());
  }

  /** The footprint ends 3.9 m off our façade at 10; a path along it needs a lane's 4 m beyond. */
  @ParameterizedTest
  @CsvSource({"17.89, false", "17.91, true"})
  void a_path_across_it_is_led_round_where_a_fire_lane_has_room(double face, boolean round) {
    List<Building> others =
        List.of(
            new Building("n", null, "public", 1, null, 0, 0.0, null, box(0, face, 40, face + 10)));

    LiftFit fit = fit(true, others, List.of(lane("p", 0, 12, 40, 12)), List.of());

    assertEquals(round ? List.of("p") : List.of(), fit.ledRound());
    assertEquals(round, fit.reasons().isEmpty(), fit.reasons().toString());
    assertTrue(round || fit.reasons().get(0).en().startsWith("it blocks no path"));
  }

  /** Beside the shaft a lane's width too, 4 m from 1.1 m off the door's middle at 20. */
  @ParameterizedTest
  @CsvSource({"25.09, false", "25.11, true"})
  void nor_does_a_shed_beside_it_stand_in_the_way_round(double shedAt, boolean round) {
    IllegalStructure shed =
        new IllegalStructure(
            "s",
            StructurePosition.GROUND,
            1,
            null,
            null,
            null,
            Status.STANDING,
            null,
            box(shedAt, 13, shedAt + 3, 15));

    LiftFit fit = fit(true, List.of(), List.of(lane("p", 0, 12, 40, 12)), List.of(shed));

    assertEquals(round, fit.reasons().isEmpty(), fit.reasons().toString());
  }

  @Test
  void it_stands_on_nothing() {
    IllegalStructure shed =
        new IllegalStructure(
            "s",
            StructurePosition.GROUND,
            1,
            null,
            null,
            null,
            Status.STANDING,
            null,
            box(20, 12, 26, 15));

    LiftFit fit = fit(true, List.of(), List.of(), List.of(shed));

    assertTrue(fit.reasons().get(0).en().contains("structure s"), fit.reasons().toString());
  }

  /** The diagonal is 4.46 m: 2 h at 9.9° an hour is an angle of 19.8°, at a distance of 12.8 m. */
  @ParameterizedTest
  @CsvSource({"26.6, false", "26.9, true"})
  void a_home_to_the_north_loses_two_hours_of_sun_at_most(double face, boolean fits) {
    List<Building> others = List.of(house("n", box(0, face, 40, face + 10)));

    LiftFit fit = fit(true, others, List.of(), List.of());

    assertEquals(fits, fit.reasons().isEmpty(), fit.reasons().toString());
  }

  @Test
  void a_home_to_the_south_loses_none() {
    List<Building> others = List.of(house("s", box(0, -20, 40, -4)));

    assertEquals(List.of(), fit(true, others, List.of(), List.of()).reasons());
  }
}
