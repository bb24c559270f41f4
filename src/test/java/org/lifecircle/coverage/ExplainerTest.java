package org.lifecircle.coverage;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lifecircle.model.Access;
import org.lifecircle.model.Building;
import org.lifecircle.model.Change;
import org.lifecircle.model.CoverageRow;
import org.lifecircle.model.Criterion;
import org.lifecircle.model.EntranceWalk;
import org.lifecircle.model.Explanation;
import org.lifecircle.model.Facility;
import org.lifecircle.model.Gate;
import org.lifecircle.model.Group;
import org.lifecircle.model.NearestInLine.Why;
import org.lifecircle.model.SingleChange;
import org.lifecircle.model.Standard;
import org.lifecircle.model.StudyArea;
import org.lifecircle.model.Tier;
import org.lifecircle.model.Walk;
import org.lifecircle.model.WalkingRules;
import org.lifecircle.model.Wall;
import org.lifecircle.town.DrawnTown;
import org.lifecircle.town.RandomTown;
import org.lifecircle.town.TownRules;
import org.lifecircle.walk.Measure;
import org.lifecircle.walk.WalkNetwork;

/** Why a house is covered, or is not. */
class ExplainerTest {

  private static final WalkingRules RULES = TownRules.walking();

  private static final Standard SCHOOL =
      Policies.standard(
          Policies.walk("school", Tier.FIVE, 100, 2, "school"),
          Policies.presence("shop", "shop"),
          Policies.rate("toilets", Tier.FIVE, "toilet"));

  private static Explanation explain(DrawnTown town, String requirement) {
    StudyArea area = town.area();
    WalkNetwork network = WalkNetwork.of(area, RULES);
    CoverageStudy study = CoverageStudy.of(area, SCHOOL, RULES, network);
    return Explainer.of(area, SCHOOL, RULES, network, study)
        .explain("b1", requirement, Criterion.DISTANCE, Group.PLANNING);
  }

  private static List<String> ids(Explanation told) {
    return told.changes().stream().map(single -> single.change().id()).toList();
  }

  private static EntranceWalk entrance(Explanation told) {
    return told.entrances().get(0);
  }

  /** The school is 60 m away, behind wall a; the way round leads through both northern gates. */
  private static final DrawnTown BEHIND_A_WALL =
      DrawnTown.of(
          """
          ===============
          ##+#######+####
          #......a......#
          #......a......#
          #BBA...a..K...#
          #......a......#
          ###############
          K: school
          """);

  @Test
  void a_wall_is_named_with_the_way_round_it_and_what_would_be_left_without_it() {
    Explanation told = explain(BEHIND_A_WALL, "school");

    EntranceWalk walk = entrance(told);
    Walk way = requireNonNull(walk.walk());
    assertFalse(told.covered());
    assertEquals(1, told.residents());
    assertEquals(0, told.residentsCovered());
    assertEquals(List.of("g1", "g2"), way.openings());
    assertEquals(List.of("a"), way.forcedBy());
    assertEquals(70, way.straightMetres());
    assertEquals(Math.hypot(10, 30) + 10 + 80 + 10 + 30, way.distanceMillimetres() / 1000.0, 0.005);
    assertEquals(161.623 / 70, requireNonNull(walk.detourRatio()), 0.001);
    assertEquals(List.of("a"), ids(told));
    assertEquals(70_000, told.changes().get(0).cost(), 2);
    assertNull(walk.inLine());
  }

  @Test
  void two_walls_in_series_leave_nothing_that_alone_would_help() {
    Explanation told =
        explain(
            DrawnTown.of(
                """
                ==================
                ##+##########+####
                #......a.d.......#
                #......a.d.......#
                #BBA...a.d..K....#
                #......a.d.......#
                ##################
                K: school
                """),
            "school");

    assertFalse(told.covered());
    assertEquals(List.of(), told.changes());
    assertEquals(List.of(), requireNonNull(entrance(told).walk()).forcedBy());
  }

  @Test
  void a_closed_gate_between_would_do_opened() {
    Explanation told =
        explain(
            DrawnTown.of(
                """
                ###############
                #......#......#
                #BBA...x..K...#
                #......#......#
                ###############
                K: school
                """),
            "school");

    assertNull(entrance(told).facility());
    assertNull(entrance(told).walk());
    assertTrue(told.changes().contains(new SingleChange(new Change.OpenGate("g1"), 70_000)));
  }

  /** The gate between the yards is for both; the one to K is only for those of the second yard. */
  @Test
  void the_one_nearest_in_a_line_may_be_behind_a_gate_of_others() {
    Explanation told =
        explain(
            DrawnTown.of(
                """
                ===========================L
                ##+#########
                #......#...#
                #BBA...r...r--K
                #......#...#
                ############
                K: school
                L: school
                """),
            "school");

    var inLine = requireNonNull(entrance(told).inLine());
    assertEquals("L", requireNonNull(entrance(told).facility()).id());
    assertEquals("K", inLine.facility().id());
    assertEquals(Why.BEHIND_RESIDENTS_GATE, inLine.why());
    assertEquals(List.of("g3"), inLine.residentsGates());
    assertNull(inLine.walkMillimetres());
    assertEquals(110, inLine.straightMetres());
  }

  @Test
  void one_that_serves_its_own_compound_is_near_nobody_else() {
    Explanation told =
        explain(
            DrawnTown.of(
                """
                ===============L
                ##+#######+####
                #......#......#
                #BBA...#..K...#
                #......#......#
                ###############
                K: school, compound
                L: school
                """),
            "school");

    var inLine = requireNonNull(entrance(told).inLine());
    assertEquals("L", requireNonNull(entrance(told).facility()).id());
    assertEquals("K", inLine.facility().id());
    assertEquals(Why.OTHER_COMPOUND_ONLY, inLine.why());
    assertEquals(70, inLine.straightMetres(), 1e-9);
  }

  @Test
  void what_is_near_enough_needs_nothing() {
    Explanation told =
        explain(
            DrawnTown.of(
                """
                #########
                #BBA...K#
                #########
                K: school
                """),
            "school");

    assertTrue(told.covered());
    assertEquals(List.of(), told.changes());
    assertEquals(40_000, requireNonNull(entrance(told).walk()).distanceMillimetres());
  }

  @Test
  void presence_names_what_stands_in_the_compound() {
    Explanation told =
        explain(
            DrawnTown.of(
                """
                #########
                #BBA...K#
                #########
                K: shop
                """),
            "shop");

    assertTrue(told.covered());
    assertEquals(List.of("K"), told.present().stream().map(Facility::id).toList());
    assertEquals(List.of(), told.entrances());
  }

  @Test
  void a_house_without_a_known_door_is_not_reached_and_one_without_people_is_still_told() {
    Explanation told =
        explain(
            DrawnTown.of(
                """
                ##########
                #BB....K.#
                ##########
                K: school
                """),
            "school");

    assertFalse(told.covered());
    assertEquals(List.of(), told.entrances());
    assertEquals(List.of(), told.changes());
  }

  @Test
  void rates_and_what_nobody_knows_are_refused() {
    assertThrows(IllegalArgumentException.class, () -> explain(BEHIND_A_WALL, "toilets"));
    assertThrows(IllegalArgumentException.class, () -> explain(BEHIND_A_WALL, "zoo"));
  }

  /** Coverage, searches and every opening tried say the same as the explanation. */
  @Test
  void there_is_one_truth_over_random_towns() {
    int[] seen = new int[3];
    RandomTown.seeds(60).forEach(seed -> checkTown(seed, seen));
    assertTrue(seen[0] > 0 && seen[1] > 0 && seen[2] > 0, Arrays.toString(seen));
  }

  private static void checkTown(long seed, int[] seen) {
    StudyArea area = RandomTown.of(seed).area();
    String[] kinds =
        area.facilities().stream().map(Facility::kind).distinct().toArray(String[]::new);
    Standard standard = Policies.standard(Policies.walk("near", Tier.FIVE, 80, 2, kinds));
    WalkNetwork network = WalkNetwork.of(area, RULES);
    CoverageStudy study = CoverageStudy.of(area, standard, RULES, network);
    Explainer explainer = Explainer.of(area, standard, RULES, network, study);
    for (Criterion criterion : Criterion.values()) {
      CoverageQuery query =
          new CoverageQuery(
              By.BUILDING, criterion, "wheelchair", null, false, false, List.of("near"), List.of());
      Map<String, CoverageRow> rows = new HashMap<>();
      study.table(query).rows().forEach(r -> rows.put(String.valueOf(r.buildingId()), r));
      Measure measure =
          criterion == Criterion.TIME
              ? Measure.time(RULES.group("wheelchair"))
              : Measure.distance();
      int limit = criterion == Criterion.TIME ? 120_000 : 80_000;
      int[] costs = network.costsToNearest(area.facilities(), measure, WalkNetwork.NO_CUTOFF);
      for (Building building : area.buildings()) {
        Explanation told = explainer.explain(building.id(), "near", criterion, "wheelchair");
        String where = "seed " + seed + ", " + criterion + ", " + building.id();
        CoverageRow row = rows.get(building.id());
        assertEquals(row == null ? 0 : row.residents(), told.residents(), where);
        assertEquals(row == null ? 0 : row.residentsCovered(), told.residentsCovered(), where);
        for (EntranceWalk walk : told.entrances()) {
          int cost = costs[area.entrances().indexOf(walk.entrance())];
          assertEquals(cost <= limit, walk.covered(), where);
          assertEquals(cost != WalkNetwork.UNREACHED, walk.walk() != null, where);
          if (walk.walk() != null) {
            boolean timed = criterion == Criterion.TIME;
            Walk way = walk.walk();
            assertEquals(cost, timed ? way.milliseconds() : way.distanceMillimetres(), where);
            seen[0]++;
            seen[1] += way.forcedBy().size();
          }
        }
        assertEquals(enough(area, network, told, measure, limit), told.changes(), where);
        seen[2] += told.changes().size();
      }
    }
  }

  private static List<SingleChange> enough(
      StudyArea area, WalkNetwork network, Explanation told, Measure measure, int limit) {
    List<Integer> tooFar =
        told.entrances().stream()
            .filter(walk -> !walk.covered() && (walk.residents() > 0 || told.residents() == 0))
            .map(walk -> area.entrances().indexOf(walk.entrance()))
            .toList();
    List<SingleChange> enough = new ArrayList<>();
    if (tooFar.isEmpty()) {
      return enough;
    }
    for (Change change : everyOpening(area)) {
      int[] then =
          network
              .with(List.of(change))
              .costsToNearest(area.facilities(), measure, WalkNetwork.NO_CUTOFF);
      int worst = tooFar.stream().mapToInt(e -> then[e]).max().orElseThrow();
      if (worst <= limit) {
        enough.add(new SingleChange(change, worst));
      }
    }
    enough.sort(
        (a, b) -> {
          int order = Integer.compare(a.cost(), b.cost());
          order = order != 0 ? order : a.change().layer().compareTo(b.change().layer());
          return order != 0 ? order : a.change().id().compareTo(b.change().id());
        });
    return enough;
  }

  private static List<Change> everyOpening(StudyArea area) {
    List<Change> all = new ArrayList<>();
    area.walls().stream()
        .filter(w -> w.removable() && w.standing())
        .map(Wall::id)
        .forEach(id -> all.add(new Change.RemoveWall(id)));
    area.illegalStructures().stream()
        .filter(s -> s.blocksGround())
        .forEach(s -> all.add(new Change.RemoveStructure(s.id())));
    area.gates().stream()
        .filter(g -> g.access() != Access.PUBLIC)
        .map(Gate::id)
        .forEach(id -> all.add(new Change.OpenGate(id)));
    return all;
  }

  /** What forces a walk, tried the long way: take each thing down and walk to the same place. */
  @Test
  void what_forces_a_walk_is_what_taking_it_down_shortens_by_ten_metres() {
    RandomTown.seeds(30).forEach(ExplainerTest::checkForcing);
  }

  private static void checkForcing(long seed) {
    StudyArea area = RandomTown.of(seed).area();
    String[] kinds =
        area.facilities().stream().map(Facility::kind).distinct().toArray(String[]::new);
    Standard standard = Policies.standard(Policies.walk("near", Tier.FIVE, 80, 2, kinds));
    WalkNetwork network = WalkNetwork.of(area, RULES);
    CoverageStudy study = CoverageStudy.of(area, standard, RULES, network);
    Explainer explainer = Explainer.of(area, standard, RULES, network, study);
    for (Building building : area.buildings()) {
      Explanation told =
          explainer.explain(building.id(), "near", Criterion.DISTANCE, Group.PLANNING);
      for (EntranceWalk walk : told.entrances()) {
        if (walk.walk() != null && walk.facility() != null) {
          int e = area.entrances().indexOf(walk.entrance());
          List<Facility> there = List.of(walk.facility());
          Map<String, Integer> gains = new HashMap<>();
          for (Change change : everyOpening(area)) {
            if (!(change instanceof Change.OpenGate)) {
              int then =
                  network.with(List.of(change))
                      .costsToNearest(there, Measure.distance(), WalkNetwork.NO_CUTOFF)[e];
              gains.merge(change.id(), walk.walk().distanceMillimetres() - then, Math::max);
            }
          }
          List<String> forcing =
              gains.entrySet().stream()
                  .filter(gain -> gain.getValue() >= 10_000)
                  .sorted(
                      Map.Entry.<String, Integer>comparingByValue()
                          .reversed()
                          .thenComparing(Map.Entry.comparingByKey()))
                  .map(Map.Entry::getKey)
                  .toList();
          assertEquals(forcing, walk.walk().forcedBy(), "seed " + seed + ", " + building.id());
        }
      }
    }
  }

  @Test
  void the_farthest_entrance_comes_first() {
    Explanation told =
        explain(
            DrawnTown.of(
                """
                ##########
                #........#
                #ABBBBC.K#
                #........#
                ##########
                K: school
                """),
            "school");

    assertEquals(List.of("A", "C"), told.entrances().stream().map(w -> w.entrance().id()).toList());
    assertEquals(
        List.of(1.0, 2.0), told.entrances().stream().map(EntranceWalk::residents).toList());
    assertTrue(IntStream.range(0, 2).allMatch(i -> told.entrances().get(i).covered()));
  }
}
