package org.lifecircle.walk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lifecircle.io.policy.PolicyFiles;
import org.lifecircle.model.Access;
import org.lifecircle.model.Group;
import org.lifecircle.model.Layer;
import org.lifecircle.model.PathKind;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.town.TownBuilder;
import org.lifecircle.town.TownRules;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;

/**
 * The groups of the product's own policy, side by side, over ways of which every second can be
 * predicted: from A in the west to K in the east, along paths and nothing else.
 */
class GroupWalksTest {

  private static final String[] GROUPS = {
    "planning", "adult", "child", "elder60", "elder70", "elder80", "wheelchair", "cane"
  };

  private static final GeometryFactory FACTORY = new GeometryFactory();

  private static WalkingRules ours;

  @BeforeAll
  static void readPolicy() throws IOException {
    String home = System.getProperty("lifecircle.home", ".");
    ours = PolicyFiles.walkingRules(Path.of(home, "config", "walking.yaml"));
  }

  /** A way made of stretches: kind, metres, and rise over run going east. */
  private record Stretch(PathKind kind, double metres, @Nullable Double incline) {}

  private static Stretch level(double metres) {
    return new Stretch(PathKind.FOOTWAY, metres, null);
  }

  private static Stretch steps(double metres) {
    return new Stretch(PathKind.STEPS, metres, null);
  }

  private static Stretch slope(double metres, double incline) {
    return new Stretch(PathKind.RAMP, metres, incline);
  }

  private static StudyArea way(boolean drawnEastward, boolean fromTheWest, Stretch... stretches) {
    List<org.lifecircle.model.Path> paths = new ArrayList<>();
    double x = 0;
    for (Stretch stretch : stretches) {
      double to = x + stretch.metres();
      Double incline = stretch.incline();
      paths.add(
          new org.lifecircle.model.Path(
              "p" + paths.size(),
              stretch.kind(),
              2.0,
              0,
              false,
              false,
              incline == null || drawnEastward ? incline : Double.valueOf(-incline),
              Access.PUBLIC,
              drawnEastward ? line(x, 0, to, 0) : line(to, 0, x, 0)));
      x = to;
    }
    return TownBuilder.surveyed()
        .entrance("A", fromTheWest ? 0 : x, 0)
        .facility("K", "clinic", fromTheWest ? x : 0, 0)
        .build()
        .with(Layer.PATHS, paths);
  }

  private static LineString line(double... xys) {
    Coordinate[] places = new Coordinate[xys.length / 2];
    for (int i = 0; i < places.length; i++) {
      places[i] = new Coordinate(xys[2 * i], xys[2 * i + 1]);
    }
    return FACTORY.createLineString(places);
  }

  private static int milliseconds(StudyArea area, WalkingRules rules, String group) {
    Measure measure = Measure.time(rules.group(group));
    return WalkNetwork.of(area, rules)
        .costsToNearest(area.facilities(), measure, WalkNetwork.NO_CUTOFF)[0];
  }

  private static int seconds(StudyArea area, String group) {
    int milliseconds = milliseconds(area, ours, group);
    return milliseconds == WalkNetwork.UNREACHED ? -1 : Math.round(milliseconds / 1000f);
  }

  private static List<Integer> seconds(StudyArea area) {
    List<Integer> all = new ArrayList<>();
    for (String group : GROUPS) {
      all.add(seconds(area, group));
    }
    return all;
  }

  @Test
  void on_the_level_each_group_has_its_own_pace() {
    List<Integer> expected =
        List.of(300, 226, 300, 273, 375, 423, 448, 500); // 300 m at 1, 1.33, 1, 1.1, 0.8, …

    assertEquals(expected, seconds(way(true, true, level(300))));
  }

  @Test
  void a_flight_of_steps_costs_the_same_up_and_down_and_stops_a_wheelchair() {
    Stretch[] flight = {level(100), steps(20), level(50)};
    // 150 m at the pace of the level and 20 m at that of steps: 0.57, 0.57, 0.41, 0.41, 0.3, 0.3,
    // –, 0.3
    List<Integer> expected = List.of(185, 148, 199, 185, 254, 278, -1, 317);

    assertEquals(expected, seconds(way(true, true, flight)));
    assertEquals(expected, seconds(way(true, false, flight)));
    assertEquals(expected, seconds(way(false, true, flight)));
  }

  /** Tobler: exp(-3.5 (|s + 0.05| - 0.05)). At 5 % up 0.839, at 5 % down 1.191. */
  @Test
  void uphill_is_slower_downhill_faster_and_the_old_are_never_hurried() {
    StudyArea up = way(true, true, slope(100, 0.05));
    StudyArea down = way(true, false, slope(100, 0.05));

    assertEquals(100, seconds(up, "planning"));
    assertEquals(100, seconds(down, "planning"), "the standard knows no slopes");
    assertEquals(90, seconds(up, "adult"), "100 / (1.33 × 0.839)");
    assertEquals(63, seconds(down, "adult"), "100 / (1.33 × 1.191)");
    assertEquals(149, seconds(up, "elder70"), "100 / (0.8 × 0.839)");
    assertEquals(125, seconds(down, "elder70"), "as on the level");
    assertEquals(178, seconds(up, "wheelchair"), "100 / (0.67 × 0.839)");
    assertEquals(149, seconds(down, "wheelchair"), "as on the level");
  }

  @Test
  void the_direction_a_slope_was_drawn_in_changes_nothing() {
    for (String group : GROUPS) {
      for (boolean eastward : new boolean[] {true, false}) {
        assertEquals(
            milliseconds(way(true, eastward, level(10), slope(100, 0.05)), ours, group),
            milliseconds(way(false, eastward, level(10), slope(100, 0.05)), ours, group),
            1,
            group);
      }
    }
  }

  @Test
  void a_ramp_of_one_in_twelve_takes_a_wheelchair_and_a_steeper_one_does_not() {
    StudyArea allowed = way(true, true, slope(100, 1 / 12.0));
    StudyArea steep = way(true, true, slope(100, 1 / 11.0));
    StudyArea steepDown = way(true, true, slope(100, -1 / 11.0));

    // exp(-3.5 × 0.0833) = 0.747 of 0.67 m/s
    assertEquals(200, seconds(allowed, "wheelchair"));
    assertEquals(-1, seconds(steep, "wheelchair"));
    assertEquals(-1, seconds(steepDown, "wheelchair"));
    assertEquals(172, seconds(steep, "elder70"), "100 / (0.8 × exp(-3.5 / 11))");
  }

  @Test
  void a_wheelchair_takes_the_long_ramp_where_others_take_the_steps() {
    StudyArea steps = way(true, true, level(50), steps(10), level(40));
    List<org.lifecircle.model.Path> paths = new ArrayList<>(steps.paths());
    paths.add(
        new org.lifecircle.model.Path(
            "ramp",
            PathKind.RAMP,
            2.0,
            0,
            false,
            false,
            0.05,
            Access.PUBLIC,
            line(50, 0, 50, 40, 60, 40, 60, 0)));
    StudyArea both = steps.with(Layer.PATHS, paths);

    // 90 m on the level, and 90 m of ramp at 0.839
    assertEquals(90 / 0.67 + 90 / (0.67 * 0.8395), seconds(both, "wheelchair"), 1);
    assertEquals(Math.round(90 / 0.8 + 10 / 0.3), seconds(both, "elder70"));
  }

  /** The wheelchair of the drawn towns waits 10 s at a crossing and drives 0.8 m/s. */
  @Test
  void one_waits_once_at_every_crossing_however_it_is_cut() {
    WalkingRules rules = TownRules.walking();
    Stretch crossing = new Stretch(PathKind.CROSSING, 8, null);
    StudyArea one = way(true, true, level(40), crossing, level(40));
    StudyArea two = way(true, true, level(40), crossing, level(32), crossing);
    List<org.lifecircle.model.Path> paths = new ArrayList<>(one.paths());
    paths.add(
        new org.lifecircle.model.Path(
            "refuge",
            PathKind.FOOTWAY,
            2.0,
            0,
            false,
            false,
            null,
            Access.PUBLIC,
            line(44, 0, 44, 30)));

    assertEquals(88_000, milliseconds(one, rules, "planning"));
    assertEquals(110_000 + 10_000, milliseconds(one, rules, "wheelchair"));
    assertEquals(110_000 + 20_000, milliseconds(two, rules, "wheelchair"));
    assertEquals(110_000 + 10_000, milliseconds(one.with(Layer.PATHS, paths), rules, "wheelchair"));
  }

  @Test
  void no_two_groups_share_what_their_links_cost_though_their_pace_be_the_same() {
    Group planning = ours.group("planning");
    Group child = ours.group("child");

    assertEquals(planning.speedMillimetresPerSecond(), child.speedMillimetresPerSecond());
    assertNotEquals(Measure.time(planning), Measure.time(child));
    assertEquals(Measure.distance(), Measure.distance());
  }
}
